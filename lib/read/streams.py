"""Bytes that are checked while they are unpacked: a bomb is stopped, and what came before any damage is still given."""

import gzip
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast
from zipfile import BadZipFile

from lib.errors import InputError
from lib.read.limits import MAX_RATIO, is_bomb

DAMAGE = (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError)
_GZIP = b"\x1f\x8b"


class Packed(Protocol):
    """What is unpacked while it is read: a gzip file, a member of a zip."""

    def read1(self, size: int, /) -> bytes:
        """Unpack some bytes, at most `size`."""

    def close(self) -> None:
        """Close it."""


class Checked:
    """A stream that gives what it could read before it raises: an error waits for the next call."""

    def __init__(self, packed: Packed, check: Callable[[int, bool], None], *under: BinaryIO) -> None:
        """`check` is told how many bytes have been given and whether that was all; it raises when that is not right."""
        self._packed, self._check, self._under = packed, check, under
        self._head = b""
        self._given = 0
        self._error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Return as many bytes, or fewer at the end or before an error; the error is raised by the call after."""
        pieces, self._head = [self._head], b""
        left = size - len(pieces[0])
        while (size < 0 or left > 0) and (piece := self._piece(2**20 if size < 0 else left)):
            pieces.append(piece)
            left -= len(piece)
        data = b"".join(pieces)
        if self._error and not data:
            raise self._error
        return data

    def _piece(self, size: int) -> bytes:
        if self._error:
            return b""
        try:
            piece = self._packed.read1(size)
            self._given += len(piece)
            self._check(self._given, not piece)
        except (InputError, *DAMAGE) as error:
            self._error = error
            return b""
        return piece

    def peek(self, size: int) -> bytes:
        """Return the next bytes and leave them to be read."""
        if len(self._head) < size:
            self._head = self.read(size)
        return self._head

    def tell(self) -> int:
        """Return how many bytes have been unpacked."""
        return self._given

    def close(self) -> None:
        """Close what is unpacked and what it lies in."""
        self._packed.close()
        for stream in self._under:
            stream.close()

    def __enter__(self) -> "Checked":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def gunzipped(packed: BinaryIO) -> BinaryIO:
    """Return what a gzip stream holds; InputError at once when it is none, later when it holds too much."""
    head = cast(Checked, packed).peek(2)
    if head and not head.startswith(_GZIP):
        packed.close()
        raise InputError("the file is named .gz but is not gzip; take .gz off its name, or fetch it again.")

    def check(given: int, _: bool) -> None:
        if is_bomb(packed.tell(), given):
            raise InputError(
                f"the file unpacks to more than {MAX_RATIO} times its size, as no news does; unpack and check it."
            )

    return cast(BinaryIO, Checked(gzip.GzipFile(fileobj=packed), check, packed))
