"""JSON lines on standard input are read as a file would be."""

import gzip
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.read.folders import jsonl


def read_stdin(data):
    script = """
from lib.errors import InputError
from lib.read.isolated import articles
try:
    for row in articles("-"):
        print(row.input, row.record, row.title)
except InputError as error:
    print(error)
"""
    environment = os.environ | {"PYTHONUTF8": "1"}
    command = (
        [sys.executable, "-c", script]
        if data is not None
        else ["sh", "-c", 'exec "$0" -c "$1" <&-', sys.executable, script]
    )
    return subprocess.run(
        command, cwd=ROOT, env=environment, input=data, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (jsonl(2).encode(), "- 1 عنوان 0\n- 2 عنوان 1\n"),
        (
            gzip.compress(b"{}", mtime=0),
            '-: standard input is a gzip file; pipe JSON lines into it, or give a path instead of "-".\n',
        ),
        (b"", '-: standard input is empty; pipe JSON lines into it, or give a path instead of "-".\n'),
        (None, '-: standard input is closed; pipe JSON lines into it, or give a path instead of "-".\n'),
    ],
)
def test_json_lines_are_read_from_standard_input(data, told):
    assert read_stdin(data) == told


def test_the_copy_of_standard_input_is_removed(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert read_stdin(jsonl(2).encode()).count("\n") == 2
    assert list(tmp_path.iterdir()) == []
