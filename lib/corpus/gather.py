"""Inputs to cleaned articles with ids: each record once, in an order that does not depend on the inputs' order."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lib import read
from lib.clean import Removed, clean, without_recurring
from lib.corpus.manifest import Input, input_sha256
from lib.errors import InputError
from lib.read import Article, File, Rejected
from lib.read.stdin import spooled

Progress = Callable[[str, int, int | None], None]
"""Called with a step's name, how much of it is done, and how much there is (None when unknown)."""

_STDIN = "-"

_Row = Article | Rejected | File


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article with its id and its own words: `title` and `body` are cleaned, `source` is the record as read."""

    article_id: str
    source: Article
    title: str
    body: str
    removed: tuple[Removed, ...]


@dataclass(frozen=True)
class Gathered:
    """The articles in id order, every record set aside, every file read, and one stamp an input."""

    articles: list[Cleaned]
    rejected: list[Rejected]
    files: list[File]
    inputs: tuple[Input, ...]


def gather(
    paths: Sequence[Path], columns: Mapping[str, str] | None, keep: Collection[str], progress: Progress
) -> Gathered:
    """Read and clean all inputs, the cleaning rules in `keep` switched off; InputError when no record is an article.

    A path `-` is standard input: JSON lines, read through a temporary file.
    """
    rows: list[list[_Row]] = []
    stamps: list[tuple[str, str]] = []
    with ExitStack() as spools:
        for path in paths:
            lying = spools.enter_context(spooled()) if str(path) == _STDIN else path
            of_input = _counted(read.rows(lying, columns), progress, sum(map(len, rows)))
            rows.append(list(of_input if len(paths) == 1 else _going_on(of_input, path.name)))
            stamps.append((path.name, input_sha256(lying)))
    own = _distinct(row for of_input in rows for row in of_input if isinstance(row, Article))
    kept = set(map(id, own.values()))
    aside = [[found for row in of_input if (found := _rejected(row, kept))] for of_input in rows]
    rejected = [row for of_input in aside for row in of_input]
    if not own:
        why = f" The first reason: {rejected[0].reason}" if rejected else ""
        raise InputError(f"No article was found in {', '.join(map(str, paths))}, so nothing was built.{why}")
    files = [row for of_input in rows for row in of_input if isinstance(row, File)]
    inputs = (
        Input(*stamp, sum(not isinstance(row, File) for row in of_input), len(not_kept))
        for stamp, of_input, not_kept in zip(stamps, rows, aside, strict=True)
    )
    return Gathered(_cleaned(own, keep, progress), rejected, files, tuple(inputs))


def _cleaned(own: Mapping[str, Article], keep: Collection[str], progress: Progress) -> list[Cleaned]:
    found = []
    for done, (_, article) in enumerate(sorted(own.items()), 1):
        found.append((article.publisher, clean(article.title, article.body, keep)))
        progress("clean", done, len(own))
    texts = without_recurring(found, keep)
    return [
        Cleaned(article_id, article, text.title, text.body, text.removed)
        for (article_id, article), text in zip(sorted(own.items()), texts, strict=True)
    ]


def _rejected(row: _Row, kept: Collection[int]) -> Rejected | None:
    """Return why a row is no article of the corpus: one that was read is none only because it repeats another."""
    if isinstance(row, Article) and id(row) not in kept:
        return Rejected(row.input, row.record, 0, "It repeats another record word for word.")
    return row if isinstance(row, Rejected) else None


def _going_on(rows: Iterable[_Row], name: str) -> Iterator[_Row]:
    """Yield an input's rows; of several inputs one that cannot be read, or breaks off, is told and stops no other."""
    try:
        yield from rows
    except InputError as error:
        yield Rejected(name, 0, 0, str(error))


def _counted(rows: Iterable[_Row], progress: Progress, before: int) -> Iterator[_Row]:
    for done, row in enumerate(rows, before + 1):
        progress("read", done, None)
        yield row


def _distinct(articles: Iterable[Article]) -> dict[str, Article]:
    """Give each article its id; a record that repeats another's title, text, publisher and time is left out.

    NOTE: the same title and text at two publishers are two reports. The first in publisher order has the plain id;
    the others' ids also hash who published them and when, so that all stay unique in any input order.
    """
    own: dict[str, Article] = {}
    seen: set[tuple[str, str, datetime | None]] = set()
    for article in sorted(articles, key=_order):
        plain = _hash(article.title, article.body)
        if (plain, article.publisher, article.published) in seen:
            continue
        seen.add((plain, article.publisher, article.published))
        salted = _hash(article.title, article.body, article.publisher, str(article.published))
        own[salted if plain in own else plain] = article
    return own


def _order(article: Article) -> tuple[str, str, str, str, int]:
    return article.publisher, str(article.published or ""), article.url, article.input, article.record


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
