"""Candidates: which earlier texts share enough rare stems with a passage to be looked at (MinHash, LSH)."""

from collections import Counter

import numpy as np
import numpy.typing as npt
from datasketch import LeanMinHash, MinHashLSH

from lib.clean.fingerprints import Texts

# One stem drawn from each passage a band, rare ones first, and one row a band: two passages that share a third of
# their weight meet in one of four with a probability of four in five. Chosen.
_BANDS = 4
_FAVOUR = 2.0  # a stem is drawn with a probability that grows with its weight to this power. Chosen.
_SEED = 1
_SCHEME = "affine32"  # as datasketch calls hash values of 32 bits
# A passage that meets more others is a formula, or about what everybody writes about: it is not entered. Chosen.
_CROWD = 100
_FREQUENT = 100  # texts; a stem in more is drawn only where a passage has no rarer one. Chosen.
_MANY = 8  # passages of a text that tells little by only one of them that meets another text. Chosen.


class Index:
    """The texts entered, found by the rare stems that their passages share with a text's own."""

    def __init__(self, texts: Texts) -> None:
        self._passages = texts.passages.tolist()
        self._lsh = MinHashLSH(num_perm=_BANDS, params=(_BANDS, 1))
        self._signatures, self._signed = _signatures(texts)
        self._open: list[LeanMinHash] = []

    def meet(self, text: int) -> Counter[int]:
        """Return which of the texts entered `text` meets, each with the number of its passages that do."""
        met: Counter[int] = Counter()
        self._open = []
        for passage in range(self._passages[text], self._passages[text + 1]):
            if self._signed[passage]:
                signature = LeanMinHash(seed=_SEED, hashvalues=self._signatures[passage], scheme=_SCHEME)
                found = self._lsh.query(signature)
                met.update(found)
                if len(found) < _CROWD:
                    self._open.append(signature)
        if self._passages[text + 1] - self._passages[text] >= _MANY:
            met = Counter({other: count for other, count in met.items() if count > 1})
        return met

    def enter(self, text: int) -> None:
        """Enter the text that met others last, but for its passages that met a crowd."""
        for signature in self._open:
            self._lsh.insert(text, signature, check_duplication=False)


def _signatures(texts: Texts) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.bool_]]:
    """Return a weighted MinHash a passage, and which passages have one: they hold a stem of some other text.

    A stem's place in a race of exponential times with rates weight ** _FAVOUR is its hash value in a band, so the least
    is drawn as often as its weight asks (Efraimidis and Spirakis 2006).
    """
    shared = texts.frequency[texts.stems.items] > 1
    owner = texts.stems.owners()[shared]
    signed = np.zeros(len(texts.stems), np.bool_)
    signed[owner] = True
    start = np.flatnonzero(np.diff(owner, prepend=-1))
    items = texts.stems.items[shared]
    signatures = np.zeros((len(texts.stems), _BANDS), np.uint32)
    rate = np.maximum(texts.weight.astype(np.float64), 0.01) ** _FAVOUR
    rate[texts.frequency > _FREQUENT] *= 1e-9
    draw = np.random.default_rng(_SEED)
    for band in range(_BANDS if len(start) else 0):
        place = np.empty(len(rate), np.uint32)
        place[np.argsort(draw.exponential(size=len(rate)) / rate)] = np.arange(len(rate), dtype=np.uint32)
        signatures[signed, band] = np.minimum.reduceat(place[items], start)
    return signatures, signed
