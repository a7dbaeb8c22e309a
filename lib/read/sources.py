"""Where records lie: a file, the files below a folder, the members of a zip; nothing is ever unpacked to disk."""

import gzip
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from lib.errors import InputError

# Some 1.4 to 1.9 million articles of SaudiNewsNet's and ANT's mean length; more belongs in a folder of .jsonl.gz,
# which is read without this limit.
MAX_UNZIPPED = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is what articles are told to come from, `suffix` its format without .gz.

    `folder` names the publisher of plain texts sorted into folders; `nested` when it lies in a folder or zip.
    """

    name: str
    suffix: str
    open: Callable[[], BinaryIO]
    folder: str = ""
    nested: bool = False


def sources(path: Path) -> Iterator[Source]:
    """Yield what lies at `path`, in sorted order; hidden files are left out. InputError when there is nothing."""
    if path.is_dir():
        return _below(path)
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder; check the path.")
    if path.suffix.casefold() == ".zip":
        return _members(path, path.name, nested=False)
    return iter([_file(path, path.name, "", nested=False)])


def _below(top: Path) -> Iterator[Source]:
    name = top.resolve().name
    found = sorted(path for path in _files(top) if path.is_file())
    if not found:
        raise InputError(f"{top}: the folder holds no files; give one that holds articles.")
    for path in found:
        inside = path.relative_to(top)
        shown = f"{name}/{inside.as_posix()}"
        if path.suffix.casefold() == ".zip":
            yield from _members(path, shown, nested=True)
        else:
            yield _file(path, shown, inside.parent.name, nested=True)


def _files(top: Path) -> Iterator[Path]:
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _file(path: Path, shown: str, folder: str, *, nested: bool) -> Source:
    zipped = path.suffix.casefold() == ".gz"

    def opened() -> BinaryIO:
        return cast(BinaryIO, gzip.open(path)) if zipped else path.open("rb")

    return Source(shown, _suffix(path.name), opened, folder, nested)


def _suffix(name: str) -> str:
    return PurePosixPath(name.casefold().removesuffix(".gz")).suffix


def _members(path: Path, shown: str, *, nested: bool) -> Iterator[Source]:
    """Yield the members of a zip; a zip that cannot be read is itself a source, whose opening says so."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = _listed(archive)
            common = os.path.commonpath([PurePosixPath("/", name).parent for name, _ in members])
            for name, member in members:
                folder = PurePosixPath("/", name).parent
                publisher = "" if str(folder) == common else folder.name
                yield Source(f"{shown}/{name}", _suffix(name), _opener(archive, member), publisher, nested=True)
    except (zipfile.BadZipFile, OSError, InputError) as error:
        reason = (
            str(error) if isinstance(error, InputError) else f"the zip is damaged ({error}); fetch or make it again."
        )
        if not nested:
            raise InputError(f"{shown}: {reason}") from error
        yield Source(shown, ".zip", _raiser(reason), nested=True)


def _listed(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    members = sorted(
        ((_name(member), member) for member in archive.infolist() if not member.is_dir()), key=lambda pair: pair[0]
    )
    members = [(name, member) for name, member in members if not _hidden(name)]
    if not members:
        raise InputError("the zip holds no files; give one that holds articles.")
    # zipfile never yields more of a member than it declares, so this bounds what is really unpacked too.
    if sum(member.file_size for _, member in members) > MAX_UNZIPPED:
        raise InputError(f"the zip unpacks to more than {MAX_UNZIPPED / 2**30:.0f} GiB; unpack it and give the folder.")
    if all(member.flag_bits & 1 for _, member in members):
        raise InputError("the zip is encrypted; unpack it with its password and give the folder.")
    return members


def _name(member: zipfile.ZipInfo) -> str:
    """Return the member's name; tools that write UTF-8 names without saying so have them read as code page 437."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _hidden(name: str) -> bool:
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        if member.flag_bits & 1:
            raise InputError("the file is encrypted; unpack the zip with its password and give the folder.")
        stream = cast(BinaryIO, archive.open(member))
        zipped = member.filename.casefold().endswith(".gz")
        return cast(BinaryIO, gzip.open(stream)) if zipped else stream

    return opened


def _raiser(reason: str) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        raise InputError(reason)

    return opened
