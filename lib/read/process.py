"""A reading process as its parent sees it: started clean, watched, and never outlived."""

import json
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

from lib.errors import InputError
from lib.read.messages import OUT_OF_MEMORY, received


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may cost: bytes of memory, seconds of processor time a record, seconds without any news of it.

    All chosen. A record of 64 Mi characters takes some 1 GiB while it is decoded and parsed; an article takes
    milliseconds. The first holds on Linux, the second not on Windows, the third everywhere.
    """

    memory: int = 3 * 2**29
    cpu: int = 60
    silence: float = 120


_ROOT = Path(__file__).parents[2]
_ENVIRONMENT = {
    # One thread a library: a process of one core's time, whose limit is in processor seconds.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "ARROW_IO_THREADS": "1",
    # Arrow's allocator takes a gigabyte before it needs any, which would count as memory used.
    "MIMALLOC_ARENA_EAGER_COMMIT": "0",
}
_PIPE = 2**20  # bytes under way at most; the 64 KiB that Linux gives hold some 20 articles
_WAIT = 5  # seconds, chosen: for a process to end that has closed its output

# Why a process died → one sentence; a signal's name stands for itself.
_REASONS = {
    "memory": "Reading it took more than {memory:.1f} GiB of memory{after}; split it into smaller files.",
    "silence": "Reading it gave nothing for {silence:.0f} seconds{after}; check the file and the disk that it is on.",
    "status": "The process that read it ended{after} ({status}); run python -m lib.read.child to see why.",
    "SIGXCPU": "Reading it took more than {cpu} seconds of processor time for one record{after}; check that it holds"
    " articles.",
    "SIGKILL": "The process that read it was killed{after}, as happens when the machine's memory is full; close other"
    " programs, or split the file.",
}
_CRASH = "Reading it crashed{after} ({status}); it is damaged, or made to do harm: check where it comes from."


class Process:
    """One reading process (lib.read.child): what it tells, and why it died if it did. Leaving the block ends it."""

    def __init__(self, asked: Mapping[str, object], limits: Limits) -> None:
        """Start it with its question. InputError when the machine starts no process."""
        self._limits = limits
        self._silent = False
        self._left = threading.Event()
        self._waiting = math.inf
        self._process = self._start()
        self._in, self._out = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        threading.Thread(target=self._watch, daemon=True).start()
        try:
            self._in.write(json.dumps(asked).encode() + b"\n")
            self._in.flush()
        except OSError:
            pass  # it is dead already, and its messages end before they begin

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            # NOTE: no fork and no preexec_fn, which deadlock under threads; the process sets its limits itself.
            return subprocess.Popen(
                [sys.executable, "-P", "-m", "lib.read.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=_PIPE,
                pipesize=_PIPE,
                env=_environment(),
            )
        except OSError as error:
            raise InputError(f"no process can be started to read in ({error}); close other programs.") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._process.kill()
        self._process.communicate()

    def messages(self) -> Iterator[tuple[str, Any]]:
        """Yield what it tells, until it has told all or died."""
        while told := self._next():
            yield told

    def _next(self) -> tuple[str, Any] | None:
        self._waiting = time.monotonic()
        told = received(self._out)
        self._waiting = math.inf
        return told

    def _watch(self) -> None:
        """Kill the process when its next message is waited for too long; a parent that is busy waits for none."""
        while not self._left.wait(self._limits.silence / 20):
            if time.monotonic() - self._waiting > self._limits.silence:
                self._silent = True
                self._process.kill()

    def reason(self, record: int) -> str:
        """Say in one sentence why it died; `record` is the last that it told of the file it was reading."""
        status = self._status()
        signalled = signal.Signals(-status).name if status < 0 else ""
        cause = "silence" if self._silent else "memory" if status == OUT_OF_MEMORY else signalled or "status"
        return _REASONS.get(cause, _CRASH).format(
            memory=self._limits.memory / 2**30,
            cpu=self._limits.cpu,
            silence=self._limits.silence,
            after=f" after record {record}" if record else "",
            status=signalled or f"status {status}",
        )

    def _status(self) -> int:
        try:
            return self._process.wait(_WAIT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


def _environment() -> dict[str, str]:
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
