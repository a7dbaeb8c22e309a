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
    if path.is_dir():
        return _below(path)
    if not path.exists():
        raise InputError(f"{shown(str(path))}: there is no such file or folder; check the path.")
    return _at(path, shown(path.name), "", nested=False)


def _at(path: Path, name: str, folder: str, *, nested: bool) -> Iterator[Source]:
    if kind := _special(path):
        yield refused(name, f"This is {kind}, not a file; give a file that holds articles.", nested=nested)
    elif path.suffix.casefold() == ".zip":
        yield from zips.members(path, name, nested=nested)
    else:
        yield _file(path, name, folder, nested=nested)


def _special(path: Path) -> str:
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return ""
    return "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"


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
    if not path.is_symlink():
        return ""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "This is a link to nothing; mend or remove it."
    if target.is_dir():
        return "This is a link to a folder, which is not followed; give that folder itself."
    return "" if target.is_relative_to(home) else "This is a link that leads out of the folder; copy the file here."
