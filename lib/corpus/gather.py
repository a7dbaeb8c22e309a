"""Inputs to cleaned articles with ids: each record once, in an order that does not depend on the inputs' order."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lib import read
from lib.clean import Removed, clean
from lib.corpus.manifest import Input, input_sha256
from lib.errors import InputError
from lib.read import Article, Rejected

Progress = Callable[[str, int, int | None], None]
"""Called with a step's name, how much of it is done, and how much there is (None when unknown)."""


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
    """The articles in id order, every record set aside, and one stamp an input."""

    articles: list[Cleaned]
    rejected: list[Rejected]
    inputs: tuple[Input, ...]


def gather(paths: Sequence[Path], columns: Mapping[str, str] | None, progress: Progress) -> Gathered:
    """Read and clean all inputs; InputError when no record of any is an article."""
    rows: list[list[Article | Rejected]] = []
    for path in paths:
        rows.append(list(_counted(read.articles(path, columns), progress, sum(map(len, rows)))))
    own = _distinct(row for of_input in rows for row in of_input if isinstance(row, Article))
    kept = set(map(id, own.values()))
    aside = [[_rejected(row) for row in of_input if id(row) not in kept] for of_input in rows]
    rejected = [row for of_input in aside for row in of_input]
    if not own:
        why = f" The first reason: {rejected[0].reason}" if rejected else ""
        raise InputError(f"No article was found in {', '.join(map(str, paths))}, so nothing was built.{why}")
    cleaned = []
    for done, (article_id, article) in enumerate(sorted(own.items()), 1):
        text = clean(article.title, article.body)
        cleaned.append(Cleaned(article_id, article, text.title, text.body, text.removed))
        progress("clean", done, len(own))
    inputs = (
        Input(path.name, input_sha256(path), len(of_input), len(not_kept))
        for path, of_input, not_kept in zip(paths, rows, aside, strict=True)
    )
    return Gathered(cleaned, rejected, tuple(inputs))


def _rejected(row: Article | Rejected) -> Rejected:
    """Return why a row is not kept: an article is only because it repeats another."""
    if isinstance(row, Rejected):
        return row
    return Rejected(row.input, row.record, "It repeats another record word for word.")


def _counted(rows: Iterable[Article | Rejected], progress: Progress, before: int) -> Iterator[Article | Rejected]:
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
