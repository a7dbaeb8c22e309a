"""Bytes to characters, piece by piece, and what is normalised on the way in."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from lib.errors import InputError
from lib.read.encodings import detect

# An article is kilobytes; a record of 64 Mi characters is damaged or hostile: an unclosed quote, an endless line.
MAX_RECORD = 64 * 2**20

_CHUNK = 2**20
_STRAY = re.compile("[\x00\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    r"""A stream's text: the encoding that was detected, and the characters, line ends as `\n`, still to be read."""

    encoding: str
    pieces: Iterator[str]


def decoded(stream: BinaryIO) -> Text:
    """Detect the stream's encoding from its first mebibyte; the rest is decoded as `pieces` are taken.

    InputError when the stream is empty or its encoding unknown; `pieces` raises it at a byte that breaks the encoding,
    after the text before that byte.
    """
    head = stream.read(_CHUNK)
    if not head:
        raise InputError("the file is empty; give one that holds articles.")
    encoding = detect(head)
    return Text(encoding, _pieces(stream, head, encoding))


def _pieces(stream: BinaryIO, piece: bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    read = 0
    if encoding == "utf-8" and piece.startswith(codecs.BOM_UTF8):
        read = len(codecs.BOM_UTF8)
        piece = piece[read:] or stream.read(_CHUNK)
    while True:
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            yield newlines.decode(decoder.decode(piece[: max(0, error.start - waiting)]), final=True)
            raise _not_decoded(error, read - waiting, encoding) from error
        yield newlines.decode(text, final=not piece)
        if not piece:
            return
        read += len(piece)
        piece = stream.read(_CHUNK)


def _not_decoded(error: UnicodeDecodeError, offset: int, encoding: str) -> InputError:
    byte, at = error.object[error.start], offset + error.start
    return InputError(
        f"the file is {encoding.upper()} only as far as byte {at:,}, which is 0x{byte:02X}; convert the file to UTF-8."
    )


def lines(pieces: Iterator[str]) -> Iterator[str]:
    r"""Cut decoded pieces at `\n` only (other separators may stand inside a JSON string); the `\n` is dropped."""
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).split("\n")
        if len(rest) > MAX_RECORD:
            raise InputError(f"a line is longer than {MAX_RECORD:,} characters; check that this is a file of articles.")
        yield from whole
    if rest:
        yield rest


def whole(pieces: Iterator[str]) -> str:
    """Join decoded pieces; InputError beyond MAX_RECORD."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_RECORD:
            raise InputError(f"the text is longer than {MAX_RECORD:,} characters; a .txt file holds one article.")
        held.append(piece)
    return "".join(held)


def normalised(text: str) -> str:
    r"""Return the text with line ends as `\n`, plain spaces, and no zero bytes, byte order marks or lone surrogates."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u00a0", " ")  # pages put no-break spaces where their readers see, and search for, a space
    return _STRAY.sub("", text)
