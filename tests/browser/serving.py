"""A real server of the app, in a process group of its own so that nothing of it outlives its use."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
_PATIENCE = 60  # seconds until a server that does not answer counts as failed: a loaded machine needs some ten


@contextmanager
def serving(corpus: Path, **settings: str) -> Iterator[str]:
    """Start a server on a free port of this machine, yield its address once it answers, and end it.

    `settings` are environment variables of its own.
    """
    environment = os.environ | {"MIJHAR_CORPUS": str(corpus)} | settings
    address = f"http://127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += ["--server.address=127.0.0.1", f"--server.port={address.rpartition(':')[2]}"]
    # The tree does not change under a test, and watching it costs the two cores that the browser needs.
    command += ["--server.fileWatcherType=none"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment,
            stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            if not _answers(server, address):
                log.seek(0)
                raise RuntimeError(f"the server did not start: {log.read().decode()[-2000:]}")
            yield address
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _answers(server: subprocess.Popen[bytes], address: str) -> bool:
    end = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urlopen(f"{address}/_stcore/health"):
                return True
        except URLError:
            time.sleep(0.02)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
