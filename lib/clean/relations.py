"""How a text stands to an earlier one: trimmed from it, retold, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.clean.alignment import Alignment, align
from lib.clean.bags import Shared
from lib.clean.fingerprints import Texts
from lib.clean.trimming import kept_in_order

# Trimmed. An editor who shortens keeps sentences whole but often rewrites the first or drops one: four in five must be
# there. Chosen; 14 pairs drawn from ANT 2018 and SaudiNewsNet and judged by their headlines each told one story.
_KEPT = 0.8
# Somewhat less than one sentence of news (ANT 2018: 27 words on average); less could be a shared quotation. Chosen.
_SHARED_WORDS = 20
# A later and longer text is the earlier one extended only if that is most of it; else at best it holds it retold. Chosen.
_MOST = 0.6

# Retold, tuned on tests/clean/versions.py and by reading pairs of SaudiNewsNet 2015 and ANT 2018.
_SHORTEST = 25  # words; one sentence about one subject is soon like another
_TOLD = 0.68  # of the passages' weight …
_EVENLY = 0.5  # … and more than this plus half of what is common: a passage repeated whole is no story retold
_TOLD_ENOUGH = 0.9
# Numbers and names kept: other numbers in the same words are a form filled anew, so the more is common, the more.
_FIXED = 0.5
_FORM = 0.1
# (days apart, weight that must be common): later news of one kind repeat each other's words (missiles, rain, prices).
_SAME = 0.8
_COMMON = ((7, 0.25), (float("inf"), _SAME))
# With this much in common and this much of the rare stems kept, no more is asked.
_CLOSE, _CLOSE_RARE = 0.5, 0.6
_RARE = 0.2
_LONGER = 3.0  # times as long is the longest text in which a paraphrase is still looked for
_BACK = 0.6  # of the longer text, for the length of the shorter, must be told in the shorter one
_RIVAL = 1.4  # times as much must be common as with the next best: else they are all on one subject


@dataclass(frozen=True, slots=True)
class Relation:
    """The original a text copies, how (verbatim, trimmed, retold), and the share of its words found there."""

    original: int
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Near:
    """An earlier text that shares much: the original of its story, or a copy that stands for it; and the days between."""

    shared: Shared
    story: int
    days: float

    @property
    def stands(self) -> bool:
        """Whether it is a copy that stands for its original."""
        return self.shared.other != self.story


def worth_aligning(shared: Shared) -> bool:
    """Say whether two texts with so much in common may tell one story."""
    return shared.rare >= _RARE and min(shared.numbers, shared.names) >= _FIXED


def relation(texts: Texts, text: int, near: Sequence[Near]) -> Relation | None:
    """Say which of the near texts' stories `text` copies, trimmed before retold; None when it tells its own."""
    for one in near:
        share = _trimmed(texts, text, one.shared.other)
        if share:
            return _of_story(texts, text, one, Relation(one.story, "trimmed", share))
    told = [(one, found) for one in near if (found := _aligned(texts, text, one.shared))]
    for one, found in sorted(told, key=lambda pair: -pair[1].common):
        rival = max((other.common for its, other in told if its.story != one.story), default=0.0)
        if _retold(one, found) and (_close(one, found) or _alone(texts, text, one, found, rival)):
            return _of_story(texts, text, one, Relation(one.story, "retold", found.words))
    return None


def _of_story(texts: Texts, text: int, one: Near, found: Relation) -> Relation:
    """Return the relation to the original itself, and the share of `text` that is found in it, not of the original."""
    if one.stands or (found.kind == "retold" and _length(texts, text) > _length(texts, one.story)):
        return Relation(one.story, "retold", align(texts, text, one.story).words)
    return found


def _length(texts: Texts, text: int) -> int:
    return len(texts.words_of(text).items)


def _by_length(texts: Texts, text: int, original: int) -> tuple[int, int]:
    pair = (text, original)
    return pair if _length(texts, text) <= _length(texts, original) else pair[::-1]


def _trimmed(texts: Texts, text: int, original: int) -> float:
    """Return the share of the text's words that stand in the original, 0 when neither is trimmed from the other."""
    short, long = _by_length(texts, text, original)
    kept, words = kept_in_order(texts, short, long)
    most = long == original or words >= _length(texts, long) * _MOST
    return words / _length(texts, text) if kept >= _KEPT and words >= _SHARED_WORDS and most else 0.0


def _aligned(texts: Texts, text: int, one: Shared) -> Alignment | None:
    """Align the shorter of the two with the longer one, unless it is too short."""
    short, long = _by_length(texts, text, one.other)
    return align(texts, short, long) if _length(texts, short) >= _SHORTEST else None


def _retold(one: Near, found: Alignment) -> bool:
    least = _SAME if one.stands else next(common for days, common in _COMMON if one.days <= days)
    enough = max(_TOLD, min(_TOLD_ENOUGH, _EVENLY + found.common / 2))
    return (
        found.common >= least
        and found.told >= enough
        and min(one.shared.numbers, one.shared.names) >= max(_FIXED, found.common - _FORM)
    )


def _close(one: Near, found: Alignment) -> bool:
    return found.common >= _CLOSE and one.shared.rare >= _CLOSE_RARE


def _alone(texts: Texts, text: int, one: Near, found: Alignment, rival: float) -> bool:
    """Say whether a text in other words is told by this original rather than by any on its subject, and told back."""
    short, long = _by_length(texts, text, one.shared.other)
    ratio = _length(texts, long) / _length(texts, short)
    if ratio > _LONGER or found.common < _RIVAL * rival:
        return False
    return align(texts, long, short).told >= _BACK / ratio
