"""JSON: a record a line, an array of records, or one object around them; a long file is read piece by piece."""

import json
import re
from collections.abc import Iterator
from itertools import chain

from lib.errors import InputError
from lib.read.record import Record
from lib.read.text import MAX_RECORD, lines
from lib.read.wrappers import unwrapped

# Scraped pages leave tabs and line breaks in their strings, which strict JSON would have escaped.
_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\n\r]*")
_TOO_DEEP = "the JSON is nested too deeply to be articles"
# An error this near to the end of what has been read, or in a string, may only mean that more has to be read; the
# longest word of JSON is -Infinity, the longest escape \ud83d\ude00.
_NEAR = 16


def read_lines(pieces: Iterator[str]) -> Iterator[Record]:
    """Yield a record for each line that is not blank; a broken line is a problem of its own.

    A file that begins with a line of [ alone is read as an array, whatever its name.
    """
    number = 0
    rows = enumerate(lines(pieces), 1)
    for at, line in rows:
        bare = line.strip().removeprefix("\ufeff")  # which stands where one file was put behind another
        if bare == "[" and not number:
            yield from read_array(chain(["\n" * (at - 1) + "[\n"], (line + "\n" for _, line in rows)))
        elif bare:
            for record in _line(number + 1, at, bare):
                number = record.number
                yield record


def _line(number: int, at: int, line: str) -> Iterator[Record]:
    try:
        value = _DECODER.decode(line)
    except RecursionError:
        yield Record(number, problem=f"{_TOO_DEEP[:1].upper()}{_TOO_DEEP[1:]}.", line=at)
    except ValueError as error:
        yield Record(number, problem=f"The line is not valid JSON ({_told(error)}).", line=at)
    else:
        yield from (_record(one, held, at) for one, held in enumerate(unwrapped(value), number))


def read_array(pieces: Iterator[str]) -> Iterator[Record]:
    """Yield a record for each element of the file's array, or for each object when objects follow one another."""
    cursor = _Cursor(pieces)
    array = cursor.peek() == "["
    if array:
        cursor.skip()
    elif cursor.peek() != "{":
        raise InputError("the file is not a JSON array of articles; it has to begin with [ or {.")
    number = values = 0
    while (mark := cursor.peek()) != ("]" if array else ""):
        if values and array:
            if mark != ",":
                raise InputError(f"the JSON breaks off after record {number}: a comma or ] is missing.")
            cursor.skip()
            cursor.peek()
        values, at = values + 1, cursor.line()
        for held in unwrapped(cursor.value(number + 1)):
            number += 1
            yield _record(number, held, at)


def _record(number: int, value: object, line: int) -> Record:
    if not isinstance(value, dict):
        return Record(number, problem="The record is not an object with named fields.", line=line)
    inner = value.get("_source")  # Elasticsearch puts its own fields around an article's
    return Record(number, inner if isinstance(inner, dict) else value, line=line)


class _Cursor:
    """A place in a JSON text that is still being read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0
        self._line = 1
        self._counted = 0

    def line(self) -> int:
        """Return the 1-based line of this place."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _more(self, least: int = 1) -> bool:
        """Read on by `least` characters or more, and forget what lies behind; false at the end."""
        self.line()
        read: list[str] = []
        while least > 0 and (piece := next(self._pieces, "")):
            read.append(piece)
            least -= len(piece)
        self._text = self._text[self._at :] + "".join(read)
        self._at = self._counted = 0
        return bool(read)

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
        """Return the value that begins here and move behind it; `number` names the record in an error.

        What has been read is doubled before another try, so that a long value costs no more than twice its length.
        """
        while True:
            try:
                value, self._at = _DECODER.raw_decode(self._text, self._at)
                return value
            except RecursionError as error:
                raise InputError(f"{_TOO_DEEP} (record {number}).") from error
            except ValueError as error:
                held = len(self._text) - self._at
                if held > MAX_RECORD:
                    raise InputError(
                        f"record {number} is longer than {MAX_RECORD:,} characters, as no article is."
                    ) from error
                if not _is_cut(error, len(self._text)) or not self._more(held):
                    raise InputError(
                        f"the JSON is broken in record {number}, line {self.line()} ({_told(error)})."
                    ) from error


def _told(error: ValueError) -> str:
    """Return what is wrong without the place, which the json module counts from where it was given the text."""
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error).partition(";")[0]


def _is_cut(error: ValueError, read: int) -> bool:
    """Say whether JSON may be broken only because not all of it has been read yet."""
    return isinstance(error, json.JSONDecodeError) and (
        error.pos > read - _NEAR or error.msg.startswith("Unterminated")
    )
