"""Where records lie: a file, the files below a folder, the members of a zip; nothing is ever unpacked to disk."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from lib.errors import InputError
from lib.read import zips
from lib.read.names import shown
from lib.read.source import Source, is_hidden, refused, suffix_of
from lib.read.streams import gunzipped

__all__ = ["Source", "sources"]

_HIDDEN = "Hidden files and folders are not read; rename it, or give its own path, to read it."


def sources(path: Path) -> Iterator[Source]:
    """Yield what lies at `path`, in sorted order, and for what is not read a source that says why.

    InputError when there is nothing at `path`.
    """
    try:
        if path.is_dir():
            return _below(path)
        there = path.exists()
    except OSError as error:  # a name too long for any file, a folder above it that may not be entered
        raise InputError(f"{shown(str(path))}: the path cannot be followed ({error.strerror}); check it.") from error
    if not there:
        raise InputError(f"{shown(str(path))}: there is no such file or folder; check the path.")
    return _at(path, shown(path.name), "", nested=False)


def _at(path: Path, name: str, folder: str, *, nested: bool) -> Iterator[Source]:
    if problem := _problem(path):
        yield refused(name, problem, nested=nested)
    elif path.suffix.casefold() == ".zip":
        yield from zips.members(path, name, nested=nested)
    else:
        yield _file(path, name, folder, nested=nested)


def _problem(path: Path) -> str:
    try:
        mode = path.stat().st_mode
    except OSError as error:  # gone since the folder was listed, or its path has become too long
        return f"The file cannot be reached ({error.strerror}); check that it is there."
    if stat.S_ISREG(mode):
        return ""
    kind = "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    return f"This is {kind}, not a file; give a file that holds articles."


def _file(path: Path, name: str, folder: str, *, nested: bool) -> Source:
    def opened() -> BinaryIO:
        stream = path.open("rb")
        return gunzipped(stream) if path.suffix.casefold() == ".gz" else cast(BinaryIO, stream)

    return Source(name, suffix_of(path.name), opened, folder, nested)


def _below(top: Path) -> Iterator[Source]:
    home = top.resolve()
    found = sorted(_entries(top))
    if not found:
        raise InputError(f"{shown(str(top))}: the folder holds no files; give one that holds articles.")
    for path, problem in found:
        inside = path.relative_to(top)
        name = shown(f"{home.name}/{inside.as_posix()}")
        if problem := problem or _link_problem(path, home):
            yield refused(name, problem, nested=True)
        else:
            yield from _at(path, name, shown(inside.parent.name), nested=True)


def _entries(top: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file below a folder, and each folder that is not entered with the reason."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = Path(entry.path)
                    if is_hidden(entry.name):
                        yield path, _HIDDEN
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    else:
                        yield path, ""
        except OSError as error:
            yield folder, f"The folder cannot be read ({error.strerror}); check its permissions."


def _link_problem(path: Path, home: Path) -> str:
    if not os.path.islink(path):  # NOTE: Path's own raises where the path is too long
        return ""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "This is a link to nothing; mend or remove it."
    if target.is_dir():
        return "This is a link to a folder, which is not followed; give that folder itself."
    return "" if target.is_relative_to(home) else "This is a link that leads out of the folder; copy the file here."
