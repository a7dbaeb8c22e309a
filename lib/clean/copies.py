"""Copies of a text: the same words again, one text shortened from another, or one told again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lib.clean.bags import Bags
from lib.clean.fingerprints import Texts, fingerprint
from lib.clean.relations import Judge, Near, Relation, agree
from lib.clean.signatures import Index

_LATEST = datetime.max.replace(tzinfo=UTC)
_LOOKED_AT = 70  # texts that most of the passages meet. Chosen.
_ALIGNED = 3  # of these, those that share most: the best one and its rivals. Chosen.


@dataclass(frozen=True, slots=True)
class Copy:
    """What an article copies. `story_id` is its original's article_id, its own when it is an original.

    `copy_of`, `copy_kind` (verbatim, trimmed, retold) and `share`, how much of the copy's words stands or is told in
    the original, are None for an original.
    """

    story_id: str
    copy_of: str | None
    copy_kind: str | None
    share: float | None


def copies(articles: Sequence[tuple[str, str, datetime | None]]) -> list[Copy]:
    """Say of each (article_id, cleaned body, published) what it copies, in the order given; an empty body copies none.

    The original is the earliest published (undated ones come last), then the longest, then the lowest id. Verbatim:
    the same words, however spelt and punctuated. Trimmed: whole sentences of one in the order they have in the other.
    Retold: the same told again, reordered, edited, in other words or inside a longer text. `lib.clean.relations` says
    how much is enough. A story has one original and no chains: every copy is compared with originals, or has the words
    of a copy that tells little else than its original.
    """
    order = sorted(range(len(articles)), key=lambda at: _precedence(articles[at]))
    texts = fingerprint(articles[at][1] for at in order)
    stories = _Stories(texts, [articles[at][2] for at in order])
    found = [stories.place(text) for text in range(len(texts))]
    result = {
        at: _copy(articles[at][0], articles[order[same.original]][0] if same else "", same)
        for at, same in zip(order, found, strict=True)
    }
    return [result[at] for at in range(len(articles))]


def _precedence(article: tuple[str, str, datetime | None]) -> tuple[datetime, int, str]:
    article_id, body, published = article
    return published or _LATEST, -len(body.split()), article_id


def _copy(article_id: str, original: str, same: Relation | None) -> Copy:
    return Copy(original, original, same.kind, same.share) if same else Copy(article_id, None, None, None)


class _Stories:
    """The originals met so far, found by their words and by the passages they share."""

    def __init__(self, texts: Texts, published: Sequence[datetime | None]) -> None:
        self._texts = texts
        self._published = published
        self._bags = Bags(texts)
        self._index = Index(texts)
        self._judge = Judge(texts)
        self._same: dict[int, Relation] = {}
        self._story: dict[int, int] = {}

    def place(self, text: int) -> Relation | None:
        """Say what the text copies, None when nothing; texts are placed in the order of their precedence."""
        words = self._texts.words_of(text).items
        if not len(words):
            return None
        whole = hash(words.tobytes())
        if whole in self._same:
            return self._same[whole]
        found = self._nearest(text)
        self._same[whole] = found or Relation(text, "verbatim", 1.0)
        self._story[text] = found.original if found else text
        if not found or found.stands:
            self._index.enter(text)
        return found

    def _nearest(self, text: int) -> Relation | None:
        met = self._index.meet(text)
        most = sorted(met, key=lambda other: (-met[other], other))[:_LOOKED_AT]
        shared = [one for one in self._bags.compare(text, most) if agree(one)] if most else []
        nearest = sorted(shared, key=lambda one: (-one.weight, one.other))[:_ALIGNED]
        near = [Near(one, self._story[one.other], self._days(text, one.other)) for one in nearest]
        return self._judge.relation(text, near)

    def _days(self, text: int, other: int) -> float:
        """Return how many days lie between two texts, 0 when one is undated."""
        one, two = self._published[text], self._published[other]
        return abs((one - two).total_seconds()) / 86400 if one and two else 0.0
