"""Files that do to the process that opens them what no format of ours is known to allow."""

import pytest

from lib.read import process

HOSTILE = """
import os, signal, sys, time
kept = []
def opened(event, args):
    name = os.path.basename(str(args[0])) if event == "open" else ""
    if name == "crash.txt":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif name == "kill.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    elif name == "exit.txt":
        os._exit(3)
    elif name == "spin.txt":
        while True:
            pass
    elif name == "sleep.txt":
        time.sleep(60)
    elif name == "bug.txt":
        raise LookupError("no such thing")
    elif name == "list.zip":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif name == "keep.txt":
        kept.append(bytearray(120 * 2**20))
    elif name == "noise.txt":
        os.write(1, b"x" * 100)
        os.write(2, b"x" * 2**20)
sys.addaudithook(opened)
"""


@pytest.fixture
def hostile(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "sitecustomize.py").write_text(HOSTILE)
    monkeypatch.setenv("PYTHONPATH", str(folder))


@pytest.fixture
def started(monkeypatch):
    """How many processes have been started."""
    count = []
    own = process.Process._start

    def start(self):
        count.append(self)
        return own(self)

    monkeypatch.setattr(process.Process, "_start", start)
    return count
