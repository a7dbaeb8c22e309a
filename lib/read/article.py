"""What reading yields: an article as its publisher wrote it, or the reason why a record is not one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article before cleaning.

    `published` is timezone-aware UTC, or None when the record gives no readable date: never today's.
    `language` is an ISO 639-1 code: "ar", as a text that is known to be of another language is rejected.
    `input` is the name of the file it came from, `record` its 1-based number there.
    """

    title: str
    body: str
    publisher: str
    author: str
    published: datetime | None
    url: str
    language: str
    input: str
    record: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record, or a whole file, that is not an article, and why, in one sentence.

    `line` is the 1-based line of the file where the record begins, 0 where lines mean nothing (a page, a Parquet
    file, a whole file); `record` is 0 for a whole file.
    """

    input: str
    record: int
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class File:
    """How one file was read; it comes after the file's rows.

    `columns` maps each field to the file's columns used for it, joined by ", " when several are tried in turn.
    `found` are all columns that the file has. `encoding` is "" for binary formats. `records` counts all rows of the
    file, `rejected` those that are no article.
    """

    input: str
    format: str
    encoding: str
    columns: dict[str, str]
    found: list[str]
    records: int
    rejected: int
