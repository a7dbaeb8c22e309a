"""Tagging: sentences in batches of like length through one network or, averaged, through several."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from threadpoolctl import ThreadpoolController

from lib.annotate.engines.ner_decoding import best, forbidden, shares
from lib.annotate.engines.ner_network import Network, Packing
from lib.arabic.tokens import tokens

# Words and sentences in a batch: beyond, the numbers leave a core's cache and nothing is gained.
_BATCH_WORDS, _BATCH_SENTENCES = 4096, 128

Scored = tuple[str, float]


class Tagger:
    """Tags words by one guide; of several networks the scores are averaged."""

    def __init__(self, networks: Sequence[Network], guide: str) -> None:
        first = networks[0].weights
        self._networks, self._guide = networks, list(first.guides).index(guide)
        self._tags = [str(tag) for tag in first.tags]
        moves = np.mean([network.weights.moves[self._guide] for network in networks], axis=0)
        self._moves = moves + forbidden(self._tags)

    def tag(self, sentences: Sequence[list[str]], *, scored: bool) -> list[list[Scored]]:
        """Return for each token its tag and, when `scored`, the tag's marginal probability, else 1."""
        cut = [_pieces(words) for words in sentences]
        found: list[list[Scored]] = [[] for _ in sentences]
        with _arithmetic().limit(limits=1):
            for batch in _batches([len(pieces) for pieces, _ in cut]):
                for at, tags in zip(batch, self._batch([cut[at][0] for at in batch], scored=scored), strict=True):
                    found[at] = [_first_name(tags[start:end]) for start, end in cut[at][1]]
        return found

    def _batch(self, sentences: Sequence[list[str]], *, scored: bool) -> Iterator[list[Scored]]:
        """Tag sentences, the longest first."""
        lengths = [len(words) for words in sentences]
        packing = Packing.of(lengths)
        scores = np.mean([network.scores(sentences, packing, self._guide) for network in self._networks], axis=0)
        path = best(scores, self._moves, packing)
        odds = shares(scores, self._moves, packing) if scored else np.ones_like(scores)
        sure = odds[np.arange(len(path)), path]
        for at, length in enumerate(lengths):
            places = packing.places(at, length)
            yield list(zip([self._tags[tag] for tag in path[places]], sure[places].tolist(), strict=True))


@cache
def _arithmetic() -> ThreadpoolController:
    """Return what says how many threads numpy multiplies in: one a process, since products this small gain by none."""
    return ThreadpoolController()


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the sentences to tag together by number, the longest first; empty ones never."""
    batch: list[int] = []
    words = 0
    for at in sorted(filter(lengths.__getitem__, range(len(lengths))), key=lambda at: -lengths[at]):
        if batch and (words + lengths[at] > _BATCH_WORDS or len(batch) == _BATCH_SENTENCES):
            yield batch
            batch, words = [], 0
        batch.append(at)
        words += lengths[at]
    if batch:
        yield batch


def _pieces(words: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Cut words with glued marks, as other corpora's tokens are, into ours; return where each word's pieces lie."""
    pieces: list[str] = []
    where: list[tuple[int, int]] = []
    for word in words:
        cut = _cut(word)
        where.append((len(pieces), len(pieces) + len(cut)))
        pieces += cut
    return pieces, where


@lru_cache(maxsize=1 << 16)
def _cut(word: str) -> tuple[str, ...]:
    return (word,) if word.isalpha() else tuple(token.text for token in tokens(word)) or (word,)


def _first_name(tags: list[Scored]) -> Scored:
    return next((entry for entry in tags if entry[0] != "O"), tags[0])
