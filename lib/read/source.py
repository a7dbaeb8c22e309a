"""A file to read, wherever it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from lib.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is what articles are told to come from, `suffix` its format without .gz.

    `folder` names the publisher of plain texts sorted into folders; `nested` when it lies in a folder or zip.
    `problem` says in one sentence why the file is not to be opened at all.
    """

    name: str
    suffix: str
    open: Callable[[], BinaryIO]
    folder: str = ""
    nested: bool = False
    problem: str = ""


def refused(name: str, problem: str, *, nested: bool) -> Source:
    """Return a source that is there only to say why it is not read."""

    def opened() -> BinaryIO:
        raise InputError(problem)

    return Source(name, "", opened, nested=nested, problem=problem)


def suffix_of(name: str) -> str:
    """Return what the name says of the format, .gz aside: `a.JSONL.gz` is .jsonl."""
    return PurePosixPath(name.casefold().removesuffix(".gz")).suffix


def is_hidden(part: str) -> bool:
    """Say whether a file or folder of this name is a system's own: .git, .DS_Store, the Finder's __MACOSX."""
    return part == "__MACOSX" or (part.startswith(".") and part not in (".", ".."))
