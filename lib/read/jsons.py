"""JSON: a record a line, or an array of records, read piece by piece however long the file is."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from lib.errors import InputError
from lib.read.record import Record
from lib.read.text import MAX_RECORD, chunks, lines

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_TOO_DEEP = "the JSON is nested too deeply to be articles"


def read_lines(stream: BinaryIO) -> Iterator[Record]:
    """Yield a record for each line that is not blank, numbered by line; a broken line is a problem of its own."""
    for number, line in enumerate(lines(chunks(stream)), 1):
        if not line.strip():
            continue
        try:
            yield _record(number, json.loads(line))
        except RecursionError:
            yield Record(number, problem=f"Line {number}: {_TOO_DEEP}.")
        except ValueError as error:
            yield Record(number, problem=f"Line {number} is not valid JSON ({error}).")


def read_array(stream: BinaryIO) -> Iterator[Record]:
    """Yield a record for each element of the file's array, or for each object when objects follow one another."""
    cursor = _Cursor(chunks(stream))
    array = cursor.peek() == "["
    if array:
        cursor.skip()
    elif cursor.peek() != "{":
        raise InputError("the file is not a JSON array of articles; it has to begin with [.")
    number = 0
    while (mark := cursor.peek()) != ("]" if array else ""):
        if number and array:
            if mark != ",":
                raise InputError(f"the JSON breaks off after record {number}: a comma or ] is missing.")
            cursor.skip()
            cursor.peek()
        number += 1
        yield _record(number, cursor.value(number))


def _record(number: int, value: object) -> Record:
    if isinstance(value, dict):
        return Record(number, value)
    return Record(number, problem=f"Record {number} is not an object with named fields.")


class _Cursor:
    """A place in a JSON text that is still being read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0

    def _more(self) -> bool:
        piece = next(self._pieces, "")
        self._text = self._text[self._at :] + piece
        self._at = 0
        return bool(piece)

    def peek(self) -> str:
        """Move over white space and return the character that follows, "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def skip(self) -> None:
        """Move over one character."""
        self._at += 1

    def value(self, number: int) -> object:
        """Return the value that begins here and move behind it; `number` names the record in an error."""
        while True:
            try:
                value, self._at = _DECODER.raw_decode(self._text, self._at)
                return value
            except RecursionError as error:
                raise InputError(f"{_TOO_DEEP} (record {number}).") from error
            except ValueError as error:
                if len(self._text) - self._at > MAX_RECORD or not self._more():
                    raise InputError(f"the JSON is broken in record {number} ({error}).") from error
