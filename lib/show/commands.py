"""Running the command line from a page, so that what builds a corpus never loads into what shows it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable

from lib.errors import InputError
from lib.show.library import ROOT

_MOMENT = 5  # seconds, chosen: removing a half-written corpus takes less

Progress = Callable[[str, int, int | None], None]
"""Called with a step's name, how much of it is done, and how much there is (None when unknown)."""


def run(arguments: list[str], progress: Progress) -> str:
    """Run `python -m lib` to its end and return what it printed; InputError with its own sentence when it fails.

    NOTE: `progress` may end the visitor's run (Streamlit raises through it); the command and all it started end too.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        command = [sys.executable, "-m", "lib", *arguments, "--progress-lines"]
        running = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", errors="replace", env=os.environ | {"PYTHONIOENCODING": "utf-8"}, start_new_session=True,
        )  # fmt: skip
        try:
            told = [line for line in running.stderr or () if not _reported(line, progress)]
        finally:
            if running.poll() is None:
                _end(running)
        if running.wait():
            raise InputError(" ".join("".join(told).split()) or f"`{' '.join(command[1:4])}` ended without a word.")
        printed.seek(0)
        return printed.read()


def _reported(line: str, progress: Progress) -> bool:
    try:
        told = json.loads(line)
        progress(told["step"], told["done"], told["total"])
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _end(running: subprocess.Popen[str]) -> None:
    """End the command and what it started; it has a moment to remove what it wrote."""
    if sys.platform == "win32":
        return running.kill()
    os.killpg(running.pid, signal.SIGTERM)
    try:
        running.wait(_MOMENT)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
