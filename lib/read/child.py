"""The reading process: `python -m lib.read.child` reads the sources of one path, within limits, and tells their rows.

It is asked by a line of JSON on standard input and answers in messages (lib.read.messages) on standard output.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from math import ceil
from mmap import PAGESIZE
from pathlib import Path
from typing import Any

from lib.errors import InputError
from lib.read import stdin
from lib.read.messages import OUT_OF_MEMORY, Row, encoded, message, rows_message
from lib.read.reading import rows_of
from lib.read.sources import Source, sources

if sys.platform != "win32":
    import resource

# Rows told at a time. Measured with articles of 1,268 characters: 1 at a time costs both processes together some 50 µs
# an article more than 8, and 32 save nothing more; rows not yet told when the process is killed are lost.
_ROWS = 8
_CHARACTERS = 2**16
_SECONDS = 0.2

_RESERVED = 2**30  # bytes of addresses that Arrow's allocator reserves without using them


def main() -> None:
    """Answer one question and end; the exit status says whether memory ran out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the asking process's to handle; this one ends with it
    answers = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    asked = json.loads(sys.stdin.buffer.readline() or "null")
    if asked is None:
        return
    threading.Thread(target=_end_with_parent, daemon=True).start()
    tell = _Answers(answers, asked["cpu"])
    room = _Room(asked["memory"])
    status = 0
    try:
        _read(asked, tell, room)
    except InputError as error:
        tell.notice("error", str(error))
    except MemoryError:
        status = OUT_OF_MEMORY
    try:
        tell.rows()  # only out here are the frames gone that held the memory
    finally:
        os._exit(status)


def _end_with_parent() -> None:
    """Wait for standard input to close, which it does however the asking process ends.

    Linux's PR_SET_PDEATHSIG would also end this when the mere thread ends that began to read, as Streamlit's soon do.
    """
    while os.read(0, 1):
        pass
    os._exit(0)


def _read(asked: Mapping[str, Any], tell: "_Answers", room: "_Room") -> None:
    for source in islice(sources(Path(asked["path"])), asked["skip"], None):
        shown = replace(source, name="-") if source.name == stdin.NAME else source
        tell.notice("source", shown.name)
        _read_one(shown, asked["columns"], tell)
        tell.notice("done")
        if room.is_short():
            return tell.notice("again")
    tell.notice("end")


def _read_one(source: Source, columns: Mapping[str, str], tell: "_Answers") -> None:
    try:
        for row in rows_of(source, columns):
            tell.row(row)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # a reader's own mistake is told, and costs one file instead of all that follow
        tell.notice("failed", f"{type(error).__name__}: {error}")


class _Answers:
    """Tells rows, a few at a time, and notices; whatever is told earns the next record its processor time."""

    def __init__(self, out: int, cpu: int) -> None:
        self._out, self._cpu = out, cpu
        self._waiting: list[str] = []
        self._characters = 0
        self._told = 0.0

    def row(self, row: Row) -> None:
        """Tell a row, now or with the next few."""
        text = encoded(row)
        self._waiting.append(text)
        self._characters += len(text)
        if len(self._waiting) >= _ROWS or self._characters > _CHARACTERS or time.monotonic() - self._told > _SECONDS:
            self.rows()

    def rows(self) -> None:
        """Tell the rows that wait."""
        if self._waiting:
            self._write(self._taken())

    def notice(self, notice: str, told: str = "") -> None:
        """Tell anything else, after the rows that wait."""
        self._write(self._taken() + message(notice, told))

    def _taken(self) -> bytes:
        if not self._waiting:
            return b""
        told = rows_message(self._waiting)
        self._waiting, self._characters = [], 0
        return told

    def _write(self, told: bytes) -> None:
        rest = memoryview(told)
        try:
            while rest:
                rest = rest[os.write(self._out, rest) :]
        except OSError:  # nobody listens any more
            os._exit(0)
        self._told = time.monotonic()
        if sys.platform != "win32":
            _limit(resource.RLIMIT_CPU, ceil(time.process_time() + self._cpu))


class _Room:
    """The memory that this process may take: what it occupies now and an allowance. Linux only."""

    def __init__(self, allowance: int) -> None:
        if sys.platform == "linux":
            self._statm = os.open("/proc/self/statm", os.O_RDONLY)
            reserved, used = self._occupied()
            self._half = used + allowance // 2
            _limit(resource.RLIMIT_DATA, used + allowance)
            # The kernels of some sandboxes count for the first limit only a part of what is used.
            _limit(resource.RLIMIT_AS, reserved + allowance + _RESERVED)
            _limit(resource.RLIMIT_CORE, 0)

    def is_short(self) -> bool:
        """Say whether half is gone between two files: the next one must not pay for what libraries keep of others."""
        return sys.platform == "linux" and self._occupied()[1] > self._half

    def _occupied(self) -> tuple[int, int]:
        """Return the bytes of address space that this process reserves, and those of them that it may write to."""
        size, _, _, _, _, data, _ = map(int, os.pread(self._statm, 256, 0).split())
        return size * PAGESIZE, data * PAGESIZE


def _limit(kind: int, soft: int) -> None:
    """Set a limit, or leave the stricter one that this process was started with."""
    if sys.platform != "win32":
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


if __name__ == "__main__":
    main()
