"""Bytes to characters: which encodings are understood, and what is normalised on the way in."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from lib.errors import InputError

# An article is kilobytes; a record of 64 Mi characters is damaged or hostile: an unclosed quote, an endless line.
MAX_RECORD = 64 * 2**20

_CHUNK = 2**20
# Longest mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text never holds zero bytes, UTF-16 and binary files hold many; 1 in 50 leaves room for stray ones in scraped pages.
_ZERO_SHARE = 1 / 50
_STRAY = re.compile("[\x00\ufeff\ud800-\udfff]")


def chunks(stream: BinaryIO) -> Iterator[str]:
    """Decode a stream piece by piece, line ends as `\\n`.

    UTF-8, with or without a byte order mark, and UTF-16 and UTF-32 with one. InputError when the stream is empty,
    or holds a byte that is none of these.
    """
    piece = stream.read(_CHUNK)
    if not piece:
        raise InputError("the file is empty; give one that holds articles.")
    encoding = next((name for mark, name in _MARKS if piece.startswith(mark)), "utf-8-sig")
    if encoding == "utf-8-sig" and piece.count(0) > len(piece) * _ZERO_SHARE:
        raise InputError(f"the encoding is unknown (byte 0x00 at {piece.index(0)}); convert the file to UTF-8.")
    decoder = codecs.getincrementaldecoder(encoding)()
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    read = 0
    while True:
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise _not_decoded(error, read - waiting) from error
        yield newlines.decode(text, final=not piece)
        if not piece:
            return
        read += len(piece)
        piece = stream.read(_CHUNK)


def _not_decoded(error: UnicodeDecodeError, offset: int) -> InputError:
    byte = error.object[error.start] if error.start < len(error.object) else 0
    at = offset + error.start
    return InputError(f"the encoding is unknown (byte 0x{byte:02X} at {at} is not UTF-8); convert the file to UTF-8.")


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
