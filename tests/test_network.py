"""The server asks nothing of any other host: not when it starts, not for a visitor."""

import os
import signal
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

from tests.browser.serving import ROOT, free_port

# Runs in the server before anything else: writes down whom a socket connects to and which names are looked up.
WATCH = """
import os, sys
def note(event, details):
    if event in ("socket.connect", "socket.getaddrinfo"):
        with open(os.environ["SOCKETS"], "a") as log:
            log.write(f"{event} {details[1] if event == 'socket.connect' else details[0]}\\n")
sys.addaudithook(note)
"""
VISIT = """
from streamlit.testing.v1 import AppTest
for page in ("overview", "articles", "entities", "entity", "sources", "sentiment", "map", "method"):
    at = AppTest.from_file("app.py", default_timeout=60)
    at.query_params["page"] = page
    assert not at.run().exception
"""


def outside(log):
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [line for line in lines if not any(own in line for own in ("127.0.0.1", "localhost", "::1", "None"))]


def watched(tmp_path, corpus):
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = tmp_path / "sockets.txt"
    return log, os.environ | {"PYTHONPATH": str(tmp_path), "SOCKETS": str(log), "MIJHAR_CORPUS": str(corpus)}


def test_a_starting_server_asks_nobody(tmp_path, corpus):
    log, environment = watched(tmp_path, corpus)
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urlopen(f"http://127.0.0.1:{port}/_stcore/health"):
                    break
            except URLError:
                time.sleep(0.05)
        time.sleep(1)  # the address is printed after the server answers
        assert server.poll() is None
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
    assert not outside(log)


def test_no_page_asks_another_host(tmp_path, corpus):
    log, environment = watched(tmp_path, corpus)
    subprocess.run([sys.executable, "-c", VISIT], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert not outside(log)


def test_the_watch_sees_a_request(tmp_path, corpus):
    log, environment = watched(tmp_path, corpus)
    call = "import socket\ntry: socket.create_connection(('192.0.2.1', 9), 0.01)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", call], env=environment, check=True)
    assert outside(log)
