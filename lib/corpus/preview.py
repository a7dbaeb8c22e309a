"""A look at inputs before they are built: which columns were taken for what, in which encoding, what comes out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest
from pathlib import Path

from lib import read
from lib.corpus.gather import Progress
from lib.read import Article, File, Rejected

_ARTICLES = 5  # shown in full: enough to see whether title, text and date are what they should be
_REASONS = 10


@dataclass
class Preview:
    """What reading the inputs gives: every file, some articles (of as many files as can be), counts over all of them.

    `reasons` are (reason, records, first file), the most frequent first.
    """

    files: list[File] = field(default_factory=list)
    first: list[Article] = field(default_factory=list)
    articles: int = 0
    undated: int = 0
    publishers: int = 0
    rejected: int = 0
    reasons: list[tuple[str, int, str]] = field(default_factory=list)


def preview(inputs: Sequence[Path], columns: Mapping[str, str] | None, progress: Progress) -> Preview:
    """Read the inputs as a build would; InputError as there."""
    seen = Preview()
    publishers: set[str] = set()
    reasons: Counter[str] = Counter()
    where: dict[str, str] = {}
    by_file: dict[str, list[Article]] = defaultdict(list)
    for done, row in enumerate(chain.from_iterable(read.rows(path, columns) for path in inputs), 1):
        progress("read", done, None)
        match row:
            case File():
                seen.files.append(row)
            case Rejected():
                reasons[row.reason] += 1
                where.setdefault(row.reason, row.input)
            case Article():
                seen.articles += 1
                seen.undated += row.published is None
                publishers.add(row.publisher)
                if len(by_file) < _ARTICLES and len(by_file[row.input]) < _ARTICLES:
                    by_file[row.input].append(row)
    seen.first = _spread(list(by_file.values()))
    seen.publishers = len(publishers - {""})
    seen.rejected = reasons.total()
    seen.reasons = [(reason, count, where[reason]) for reason, count in reasons.most_common(_REASONS)]
    return seen


def _spread(by_file: list[list[Article]]) -> list[Article]:
    """Return some articles: the first of each file, then the second of each, and so on."""
    rounds = chain.from_iterable(zip_longest(*by_file))
    return list(islice((article for article in rounds if article), _ARTICLES))
