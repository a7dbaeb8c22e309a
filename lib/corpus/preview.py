"""A look at inputs before they are built: which columns were taken for what, in which encoding, what comes out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from lib import read
from lib.corpus.gather import Progress
from lib.read import Article, File, Rejected

_ARTICLES = 5  # shown in full: enough to see whether title, text and date are what they should be
_REASONS = 10


@dataclass
class Preview:
    """What reading the inputs gives: every file, the first articles, and counts over all of them."""

    files: list[File] = field(default_factory=list)
    first: list[Article] = field(default_factory=list)
    articles: int = 0
    undated: int = 0
    publishers: int = 0
    rejected: int = 0
    reasons: list[tuple[str, int]] = field(default_factory=list)


def preview(inputs: Sequence[Path], columns: Mapping[str, str] | None, progress: Progress) -> Preview:
    """Read the inputs as a build would; InputError as there."""
    seen = Preview()
    publishers: set[str] = set()
    reasons: Counter[str] = Counter()
    for done, row in enumerate(chain.from_iterable(read.rows(path, columns) for path in inputs), 1):
        progress("read", done, None)
        match row:
            case File():
                seen.files.append(row)
            case Rejected():
                reasons[row.reason] += 1
            case Article():
                seen.articles += 1
                seen.undated += row.published is None
                publishers.add(row.publisher)
                if len(seen.first) < _ARTICLES:
                    seen.first.append(row)
    seen.publishers = len(publishers - {""})
    seen.rejected, seen.reasons = reasons.total(), reasons.most_common(_REASONS)
    return seen
