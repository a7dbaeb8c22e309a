"""Standard input as a file: JSON lines piped in lie on disk while they are read, so that they can be hashed as well."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.errors import InputError
from lib.read.signatures import found

_HEAD = 32  # bytes that show what a file is; the longest mark has sixteen
NAME = "-.jsonl"
"""What the file is called; its articles are told to come from "-"."""


@contextmanager
def spooled() -> Iterator[Path]:
    """Yield the path of a copy of standard input, which is read to its end first; the copy is removed afterwards.

    InputError when standard input is closed or empty, or does not fit on the disk of temporary files.
    """
    with TemporaryDirectory(prefix="mijhar-") as folder:
        copy = Path(folder, NAME)
        _copy(copy)
        yield copy


def _copy(copy: Path) -> None:
    if sys.stdin is None or sys.stdin.closed or not hasattr(sys.stdin, "buffer"):
        raise InputError('-: standard input is closed; pipe JSON lines into it, or give a path instead of "-".')
    try:
        with copy.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file, 2**20)
    except OSError as error:
        raise InputError(
            f"-: standard input cannot be copied to {copy.parent.parent} ({error}); give a path instead."
        ) from error
    with copy.open("rb") as file:
        head = file.read(_HEAD)
    if what := "empty" if not head else found(head):
        raise InputError(f'-: standard input is {what}; pipe JSON lines into it, or give a path instead of "-".')
