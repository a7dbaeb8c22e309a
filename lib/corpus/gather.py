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
    articles: list[Article] = []
    rejected: list[Rejected] = []
    inputs: list[Input] = []
    for path in paths:
        found = len(articles), len(rejected)
        for row in _counted(read.articles(path, columns), progress, sum(found)):
            if isinstance(row, Article):
                articles.append(row)
            else:
                rejected.append(row)
        aside = len(rejected) - found[1]
        inputs.append(Input(path.name, input_sha256(path), len(articles) - found[0] + aside, aside))
    own, repeated = _distinct(articles)
    rejected += repeated
    if not own:
        why = f" The first reason: {rejected[0].reason}" if rejected else ""
        raise InputError(f"No article was found in {', '.join(map(str, paths))}, so nothing was built.{why}")
    cleaned = []
    for done, (article_id, article) in enumerate(sorted(own.items()), 1):
        text = clean(article.title, article.body)
        cleaned.append(Cleaned(article_id, article, text.title, text.body, text.removed))
        progress("clean", done, len(own))
    return Gathered(cleaned, rejected, tuple(inputs))


def _counted(rows: Iterable[Article | Rejected], progress: Progress, before: int) -> Iterator[Article | Rejected]:
    for done, row in enumerate(rows, before + 1):
        progress("read", done, None)
        yield row


def _distinct(articles: Iterable[Article]) -> tuple[dict[str, Article], list[Rejected]]:
    """Give each article its id; a record that repeats another's title, text, publisher and time is set aside.

    NOTE: the same title and text at two publishers are two reports. The first in publisher order has the plain id;
    the others' ids also hash who published them and when, so that all stay unique in any input order.
    """
    own: dict[str, Article] = {}
    repeated: list[Rejected] = []
    seen: set[tuple[str, str, datetime | None]] = set()
    for article in sorted(articles, key=_order):
        plain = _hash(article.title, article.body)
        if (plain, article.publisher, article.published) in seen:
            repeated.append(Rejected(article.input, article.record, "It repeats another record word for word."))
            continue
        seen.add((plain, article.publisher, article.published))
        salted = _hash(article.title, article.body, article.publisher, str(article.published))
        own[salted if plain in own else plain] = article
    return own, repeated


def _order(article: Article) -> tuple[str, str, str, str, int]:
    return article.publisher, str(article.published or ""), article.url, article.input, article.record


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
