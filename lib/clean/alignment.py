"""Alignment: how much of one text is told in another, passage by passage, in any order."""

from dataclasses import dataclass

import numpy as np

from lib.clean.fingerprints import Ids, Runs, Texts, Weights

_KIN = 0.7  # what a word counts for that shares only its root (افتتح, افتتاح). Chosen.
# Shares of a passage's weight found in the other text: below the first it is not told there, above the second it is.
# Unrelated news share up to .1, passages retold by hand .2 to .6 (tests/clean/stories.txt).
_CHANCE, _TOLD = 0.10, 0.35


@dataclass(frozen=True, slots=True)
class Alignment:
    """What of one text is found in another: shares of its weight, of its passages that are told, and of their words."""

    common: float
    told: float
    words: float


class Aligner:
    """Aligns pairs of texts."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        # Where a stem, and a root, stands among the stems of the part at hand; -1 for all others.
        self._place = np.full(len(texts.weight), -1, np.int32)
        self._root_place = np.full(len(texts.root_weight), -1, np.int32)
        rarer = texts.root_weight[texts.root] / np.maximum(texts.weight, 1e-6)
        self._kin = np.where(texts.number, 0, _KIN * np.minimum(1, rarer)).astype(np.float32)

    def align(self, part: int, whole: int) -> Alignment:
        """Find each passage of `part` in the one passage or two neighbours of `whole` that hold most of it.

        A stem in many passages is what both texts are about and tells none of them from another: it is divided by their
        number. Without that, two reports on one subject pass for one retold (SaudiNewsNet 2015, ANT 2018).
        """
        stems, passages = self._texts.bags[part], self._texts.stems_of(part)
        self._place[stems] = np.arange(len(stems))
        own = np.zeros((len(passages), len(stems)), np.float32)
        own[passages.owners(), self._place[passages.items]] = 1
        there = self._held(stems, self._texts.stems_of(whole))
        self._place[stems] = -1
        own *= self._texts.weight[stems] / np.maximum(np.maximum(own.sum(0), (there > 0).sum(0)), 1)
        there[:-1] = np.maximum(there[:-1], there[1:])
        best = (own @ there.T).max(1, initial=0)
        weight = own.sum(1)
        told = ((best / np.maximum(weight, 1e-6) - _CHANCE) / (_TOLD - _CHANCE)).clip(0, 1)
        words = np.diff(self._texts.words_of(part).start)
        total = max(float(weight.sum()), 1e-6)
        return Alignment(
            float(best.sum()) / total, float(weight @ told) / total, float(words @ told) / int(words.sum())
        )

    def _held(self, stems: Ids, passages: Runs) -> Weights:
        """Return how much of each stem each passage holds: 1, less when only its root, or 0."""
        roots = self._texts.root[stems]
        self._root_place[roots] = np.arange(len(stems))
        first = self._root_place[roots]  # of several stems of one root, the one that stands for it
        row, items = passages.owners(), passages.items
        by_root = np.zeros((len(passages), len(stems)), np.float32)
        place = self._root_place[self._texts.root[items]]
        self._root_place[roots] = -1
        found = place >= 0
        by_root[row[found], place[found]] = 1
        held: Weights = by_root[:, first] * self._kin[stems]
        place = self._place[items]
        found = place >= 0
        held[row[found], place[found]] = 1
        return held
