"""The process that reads ends with whoever asked it, early or late, and leaves nothing behind."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lib.read.isolated import articles, rows
from tests.conftest import ROOT
from tests.read.folders import BODY, LINUX, jsonl


def processes():
    """The number of each process that runs and of its parent."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent, *_ = stat.read_text().rpartition(")")[2].split()
            if state != "Z":
                yield int(stat.parent.name), int(parent)


def children(pid):
    return {number for number, parent in processes() if parent == pid}


def gone(pids):
    """Wait until the processes have ended, for at most 5 seconds."""
    until = time.monotonic() + 5
    while (left := pids & dict(processes()).keys()) and time.monotonic() < until:
        time.sleep(0.01)
    return not left


@LINUX
def test_closed_early_it_leaves_no_process(tmp_path):
    (tmp_path / "a.jsonl").write_text(jsonl(50_000), encoding="utf-8")
    before = children(os.getpid())
    for read in (rows, articles):
        found = read(tmp_path / "a.jsonl")
        next(found)
        own = children(os.getpid()) - before
        assert len(own) == 1
        found.close()
        assert gone(own)


@LINUX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("name", ["spin.txt", "a.jsonl"])
def test_it_dies_with_its_parent(tmp_path, hostile, name, number):
    (tmp_path / name).write_text(jsonl(50_000) if name == "a.jsonl" else BODY, encoding="utf-8")
    script = f"""
from lib.read.isolated import rows
for row in rows({str(tmp_path / name)!r}):
    input("read")
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (own := children(parent.pid)):
        time.sleep(0.01)
    time.sleep(0.3)
    os.killpg(parent.pid, number) if number == signal.SIGINT else parent.kill()
    _, errors = parent.communicate(timeout=10)
    assert gone(own)
    assert errors.decode().count("Traceback") == (number == signal.SIGINT)
