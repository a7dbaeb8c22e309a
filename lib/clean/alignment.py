"""Alignment: how much of one text is told in another, passage by passage, in any order."""

from dataclasses import dataclass

import numpy as np

from lib.clean.fingerprints import Ids, Texts, Weights

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


def align(texts: Texts, part: int, whole: int) -> Alignment:
    """Find each passage of `part` in the one passage or two neighbours of `whole` that hold most of it.

    A stem in many passages is what both texts are about and tells none of them from another: it is divided by their
    number. Without that, two reports on one subject pass for one retold (SaudiNewsNet 2015, ANT 2018).
    """
    passages = texts.stems_of(part)
    stems, column = np.unique(passages.items, return_inverse=True)
    own = np.zeros((len(passages), len(stems)), np.float32)
    own[passages.owners(), column] = 1
    there = _held(texts, stems, whole)
    own *= texts.weight[stems] / np.maximum(np.maximum(own.sum(0), (there > 0).sum(0)), 1)
    there[:-1] = np.maximum(there[:-1], there[1:])
    best = (own @ there.T).max(1, initial=0)
    weight = own.sum(1)
    told = ((best / np.maximum(weight, 1e-6) - _CHANCE) / (_TOLD - _CHANCE)).clip(0, 1)
    words = np.diff(texts.words_of(part).start)
    total = max(float(weight.sum()), 1e-6)
    return Alignment(float(best.sum()) / total, float(weight @ told) / total, float(words @ told) / int(words.sum()))


def _held(texts: Texts, stems: Ids, whole: int) -> Weights:
    """Return how much of each stem each passage of `whole` holds: 1, less when only its root, or 0."""
    passages = texts.stems_of(whole)
    row, items = passages.owners(), passages.items
    roots, root_of = np.unique(texts.root[stems], return_inverse=True)
    at = np.searchsorted(roots, texts.root[items]).clip(max=len(roots) - 1)
    same = roots[at] == texts.root[items]
    by_root = np.zeros((len(passages), len(roots)), np.float32)
    by_root[row[same], at[same]] = 1
    kin = np.minimum(1, texts.root_weight[roots][root_of] / np.maximum(texts.weight[stems], 1e-6))
    held: Weights = by_root[:, root_of] * (kin * _KIN).astype(np.float32)
    held[:, texts.number[stems]] = 0
    at = np.searchsorted(stems, items).clip(max=len(stems) - 1)
    same = stems[at] == items
    held[row[same], at[same]] = 1
    return held
