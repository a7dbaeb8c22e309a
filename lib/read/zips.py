"""The members of a zip, each a file to read; what is made to mislead or to fill a machine is refused unopened."""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from lib.errors import InputError
from lib.read.limits import MAX_DIRECTORY, MAX_MEMBERS, MAX_RATIO, MAX_UNZIPPED, is_bomb
from lib.read.names import shown
from lib.read.source import Source, is_hidden, refused, suffix_of
from lib.read.streams import Checked, Packed, gunzipped

# What zipfile raises at a zip that is not as it should be.
_DAMAGE = (zipfile.BadZipFile, OSError, EOFError, zlib.error, struct.error, ValueError, RuntimeError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_UNIX = 3

_HIDDEN = "Hidden files and folders are not read; unpack the zip and rename it to read it."


def members(path: Path, name: str, *, nested: bool) -> Iterator[Source]:
    """Yield the members of the zip at `path`, in sorted order; a zip that cannot be read is itself a source."""
    try:
        _check_directory(path)
        archive = zipfile.ZipFile(path)
        listed = _listed(archive)
        _check(listed, path.stat().st_size)
    except InputError as error:
        yield refused(name, str(error), nested=nested)
    except _DAMAGE as error:
        yield refused(name, f"the zip is damaged ({shown(str(error))}); fetch or make it again.", nested=nested)
    else:
        yield from _sources(archive, listed, name)


def _sources(archive: zipfile.ZipFile, listed: list[tuple[str, zipfile.ZipInfo]], name: str) -> Iterator[Source]:
    common = os.path.commonpath([PurePosixPath("/", inside).parent for inside, _ in listed])
    hidden: set[str] = set()
    for inside, member in listed:
        full = shown(f"{name}/{inside}")
        if top := _hidden(inside):
            if top not in hidden:
                yield refused(shown(f"{name}/{top}"), _HIDDEN, nested=True)
            hidden.add(top)
        elif problem := _problem(inside, member):
            yield refused(full, problem, nested=True)
        else:
            folder = PurePosixPath("/", inside).parent
            publisher = "" if str(folder) == common else shown(folder.name)
            yield Source(full, suffix_of(inside), _opener(archive, member), publisher, nested=True)


def _listed(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    return sorted(((_name(one), one) for one in archive.infolist() if not one.is_dir()), key=lambda pair: pair[0])


def _name(member: zipfile.ZipInfo) -> str:
    r"""Return the member's name, a Windows `\` as /; UTF-8 that does not say so has been read as code page 437."""
    name = member.filename.replace("\\", "/")
    try:
        return name if member.flag_bits & 0x800 else name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _check_directory(path: Path) -> None:
    """Refuse a list of members that is too long to be held, by the length that the zip's own end gives it."""
    with path.open("rb") as stream:
        stream.seek(-min(path.stat().st_size, 2**16 + 200), os.SEEK_END)
        tail = stream.read()
    end, far = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    sizes = [struct.unpack_from("<L", tail, end + 12)[0] if 0 <= end <= len(tail) - 22 else 0]
    if 0 <= far <= len(tail) - 56:
        sizes = [struct.unpack_from("<Q", tail, far + 40)[0]]
    if max(sizes) > MAX_DIRECTORY:
        raise InputError(f"the zip lists more files than the {MAX_MEMBERS:,} that are read; unpack it.")


def _check(listed: list[tuple[str, zipfile.ZipInfo]], size: int) -> None:
    infos = [member for _, member in listed]
    if not infos:
        raise InputError("the zip holds no files; give one that holds articles.")
    if len(infos) > MAX_MEMBERS:
        raise InputError(
            f"the zip holds {len(infos):,} files, and at most {MAX_MEMBERS:,} are read; unpack it and give the folder."
        )
    if sum(member.compress_size for member in infos) > size:
        raise InputError("the zip's files lie over one another or are cut off, as in a zip bomb; fetch it again.")
    if all(member.flag_bits & 1 for member in infos):
        raise InputError("the zip is encrypted; unpack it with its password and give the folder.")
    # zipfile never yields more of a member than it declares, so this bounds what is really unpacked too.
    honest = (member.file_size for member in infos if not is_bomb(member.compress_size, member.file_size))
    if sum(honest) > MAX_UNZIPPED:
        raise InputError(f"the zip unpacks to more than {MAX_UNZIPPED / 2**30:.0f} GiB; unpack it and give the folder.")


def _problem(name: str, member: zipfile.ZipInfo) -> str:
    mode = member.external_attr >> 16 if member.create_system == _UNIX else 0
    parts = name.split("/")
    problems = (
        (
            ".." in parts or not parts[0] or parts[0].endswith(":"),
            "The name leads out of the zip, as no honest name does; make the zip again.",
        ),
        (
            stat.S_IFMT(mode) not in (0, stat.S_IFREG),
            "This is a link or a device, not a file; put the file itself into the zip.",
        ),
        (
            suffix_of(name) == ".zip",
            "A zip inside a zip is not opened; unpack the outer one and give the folder.",
        ),
        (
            member.flag_bits & 1,
            "The file is encrypted; unpack the zip with its password and give the folder.",
        ),
        (
            member.compress_type not in _METHODS,
            f"The file is compressed by a method ({member.compress_type}) that is not read; zip it with Deflate.",
        ),
        (
            is_bomb(member.compress_size, member.file_size),
            f"The file unpacks to more than {MAX_RATIO} times its size, as no news does; unpack and check it.",
        ),
    )
    return next((problem for found, problem in problems if found), "")


def _hidden(name: str) -> str:
    """Return the path down to the first hidden folder or file of a name, "" when there is none."""
    parts = name.split("/")
    first = next((at for at, part in enumerate(parts, 1) if is_hidden(part)), 0)
    return "/".join(parts[:first])


def _opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def check(given: int, at_end: bool) -> None:
        if at_end and given != member.file_size:
            raise InputError(
                f"the file is {given:,} bytes long where its zip declares {member.file_size:,}; make the zip again."
            )

    def opened() -> BinaryIO:
        try:
            packed = cast(Packed, archive.open(member))
        except _DAMAGE as error:
            raise InputError(
                f"the file is damaged in its zip ({shown(str(error))}); fetch or make the zip again."
            ) from error
        stream = cast(BinaryIO, Checked(packed, check))
        return gunzipped(stream) if member.filename.casefold().endswith(".gz") else stream

    return opened
