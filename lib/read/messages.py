"""What the reading process tells the one that asked: JSON, which can become rows and never code.

A message is its length in bytes, then its text: a pair of a notice and what it tells, `["source", "a.txt"]`.
"""

import json
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from sys import intern
from typing import IO, Any

from lib.read.article import Article, File, Rejected

Row = Article | Rejected | File

OUT_OF_MEMORY = 77  # the reading process's exit status when its memory is used up; chosen, Python uses 0, 1, 2 and 120

_HEAD = 4  # bytes of a message's length
_LONGEST = 2**30  # chosen: twice what a record of the greatest length takes; what says it is longer is no message
# Python holds Arabic text as UTF-16 does: measured, 3 µs an article in both processes together, where UTF-8 takes 8.
_CODE = "utf-16-le"
_KINDS = {kind.__name__: kind for kind in (Article, Rejected, File)}
_VALUES = {kind: attrgetter(*(field.name for field in fields(kind))) for kind in _KINDS.values()}
_PUBLISHED = [field.name for field in fields(Article)].index("published")
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=datetime.isoformat)


def encoded(row: Row) -> str:
    """Return a row as JSON: the name of its kind, then its values."""
    return _ENCODER.encode((type(row).__name__, *_VALUES[type(row)](row)))


def rows_message(rows: list[str]) -> bytes:
    """Return a message of encoded rows."""
    return _message(f'["rows",[{",".join(rows)}]]')


def message(notice: str, told: str = "") -> bytes:
    """Return any other message."""
    return _message(_ENCODER.encode((notice, told)))


def _message(text: str) -> bytes:
    # A lone surrogate becomes "?": nothing behind this line could store, hash or print it.
    told = text.encode(_CODE, "replace")
    return len(told).to_bytes(_HEAD, "big") + told


def received(stream: IO[bytes]) -> tuple[str, Any] | None:
    """Return the next notice with what it tells, rows or a text; None at the end, and for what is no message."""
    size = int.from_bytes(stream.read(_HEAD), "big")
    told = stream.read(size) if size <= _LONGEST else b""
    if not told or len(told) < size:
        return None
    try:
        notice, content = json.loads(told.decode(_CODE))
        return str(notice), [_row(*values) for values in content] if notice == "rows" else str(content)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def _row(kind: str, *values: Any) -> Row:
    if kind == "Rejected":
        name, record, line, reason = values
        # Held once: a file of three million broken lines took 1.3 GB of its builder, and takes 0.4.
        return Rejected(intern(name), record, line, intern(reason))
    if kind == "Article" and (published := values[_PUBLISHED]):
        values = (*values[:_PUBLISHED], datetime.fromisoformat(published), *values[_PUBLISHED + 1 :])
    return _KINDS[kind](*values)
