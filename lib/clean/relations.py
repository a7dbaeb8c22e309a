"""How a text stands to an earlier one: trimmed from it, retold, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.clean.alignment import Aligner, Alignment
from lib.clean.bags import Shared
from lib.clean.fingerprints import Texts
from lib.clean.trimming import kept_in_order

# Trimmed. An editor who shortens keeps sentences whole but often rewrites the first or drops one: four in five must be
# there. Chosen; 14 pairs drawn from ANT 2018 and SaudiNewsNet and judged by their headlines each told one story.
_KEPT = 0.8
# Somewhat less than one sentence of news (ANT 2018: 27 words on average); less could be a shared quotation. Chosen.
_SHARED_WORDS = 20
# A later and longer text is the earlier one extended only if that is most of it; else it holds it retold. Chosen.
_MOST = 0.6

# Retold, tuned on tests/clean/versions.py and by reading pairs of SaudiNewsNet 2015 and ANT 2018.
_SHORTEST = 25  # words; one sentence about one subject is soon like another
_TOLD = 0.65  # of the passages' weight …
_EVENLY = 0.5  # … and more than this plus half of what is common: a passage repeated whole is no story retold
_TOLD_ENOUGH = 0.9
# Numbers and names kept. Other ones in the same words are a form filled anew, so the more is common the more must be
# kept. In nearly the same words another one is a correction.
_FIXED = 0.5
_OTHER = 0.1
_SAME_WORDS = 0.97
# (days apart, weight that must be common): later news of one kind repeat each other's words (missiles, rain, prices).
_SAME = 0.8
_COMMON = ((7, 0.25), (float("inf"), _SAME))
# With this much in common and this much of the rare stems kept, no more is asked.
_CLOSE, _CLOSE_RARE = 0.5, 0.6
_RARE = 0.2
_LONGER = 3.0  # times as long is the longest text in which a paraphrase is still looked for
_BACK = 0.6  # of the longer text, for the length of the shorter, must be told in the shorter one
_STANDS = 0.7  # share of a copy's words from which on it may stand for its original. Chosen.
_RIVAL = 1.4  # times as much must be common as with the next best: else they are all on one subject


@dataclass(frozen=True, slots=True)
class Relation:
    """The original a text copies, how (verbatim, trimmed, retold), and the share of its words found there.

    `stands`: it tells little else than its original and in other words, so that it can stand for it: who has the
    copy's very words tells the same story.
    """

    original: int
    kind: str
    share: float
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """An earlier text that shares much, its story (a copy may stand for its original), and the days between."""

    shared: Shared
    story: int
    days: float

    @property
    def stands(self) -> bool:
        """Whether it is a copy that stands for its original."""
        return self.shared.other != self.story


class Judge:
    """Says how texts stand to earlier ones."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._align = Aligner(texts).align

    def relation(self, text: int, near: Sequence[Near]) -> Relation | None:
        """Say which of the near texts' stories `text` copies, trimmed before retold; None when it tells its own."""
        near = sorted(near, key=lambda one: one.stands)
        for one in near:
            if share := self._trimmed(text, one.shared.other):
                return self._of_story(text, one) if one.stands else Relation(one.story, "trimmed", share)
        told: list[tuple[Near, Alignment]] = []
        for one in near:
            short, long = self._by_length(text, one.shared.other)
            if self._texts.length(short) < _SHORTEST:
                continue
            found = self._align(short, long)
            if _retold(one, found) and _close(one, found):
                return self._of_story(text, one, found)
            told.append((one, found))
        return self._paraphrased(text, told)

    def _paraphrased(self, text: int, told: list[tuple[Near, Alignment]]) -> Relation | None:
        """Return the story of which one near text, and no rival, holds the text in other words."""
        for one, found in sorted(told, key=lambda pair: -pair[1].common):
            rival = max((other.common for its, other in told if its.story != one.story), default=0.0)
            if _retold(one, found) and found.common >= _RIVAL * rival and self._told_back(text, one.shared.other):
                return self._of_story(text, one, found)
        return None

    def _told_back(self, text: int, other: int) -> bool:
        """Say whether the longer of the two, if not too long, tells much besides the shorter one."""
        short, long = self._by_length(text, other)
        ratio = self._texts.length(long) / self._texts.length(short)
        return ratio <= _LONGER and self._align(long, short).told >= _BACK / ratio

    def _trimmed(self, text: int, other: int) -> float:
        """Return the share of the text's words that stand in the other, 0 when neither is trimmed from the other."""
        short, long = self._by_length(text, other)
        kept, words = kept_in_order(self._texts, short, long)
        most = long == other or words >= self._texts.length(long) * _MOST
        return words / self._texts.length(text) if kept >= _KEPT and words >= _SHARED_WORDS and most else 0.0

    def _of_story(self, text: int, one: Near, found: Alignment | None = None) -> Relation:
        """Return that the text is retold from the story's original, and the share of it, not of the original."""
        longer = self._texts.length(text) > self._texts.length(one.story)
        own = self._align(text, one.story) if one.stands or longer or not found else found
        other_words = found is not None and not one.stands and found.common < _SAME
        return Relation(one.story, "retold", own.words, other_words and own.words >= _STANDS)

    def _by_length(self, text: int, other: int) -> tuple[int, int]:
        return (text, other) if self._texts.length(text) <= self._texts.length(other) else (other, text)


def agree(shared: Shared) -> bool:
    """Say whether rare words, numbers and names do not speak against one story."""
    return shared.rare >= _RARE and min(shared.numbers, shared.names) >= _FIXED


def _retold(one: Near, found: Alignment) -> bool:
    least = _SAME if one.stands else next(common for days, common in _COMMON if one.days <= days)
    enough = max(_TOLD, min(_TOLD_ENOUGH, _EVENLY + found.common / 2))
    return found.common >= least and found.told >= enough and not _form(one.shared, found.common)


def _form(shared: Shared, common: float) -> bool:
    """Say whether two texts are one form filled twice: the same words, but other numbers or other names."""
    return common < _SAME_WORDS and min(shared.numbers, shared.names) < common - _OTHER


def _close(one: Near, found: Alignment) -> bool:
    return found.common >= _CLOSE and one.shared.rare >= _CLOSE_RARE
