"""What reading yields: an article as its publisher wrote it, or the reason why a record is not one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article before cleaning.

    `published` is timezone-aware UTC, or None when the record gives no readable date: never today's.
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
    """A record that is not an article, and why, in one sentence."""

    input: str
    record: int
    reason: str
