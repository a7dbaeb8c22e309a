"""The tagger's network at work: numpy on one core, no torch. `ner_torch.py` trains the same network.

A word is the sum of the vectors of its features; a bidirectional LSTM reads the sentence. Sentences are sorted by
length and packed step by step, so that nothing is padding.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lib.annotate.engines.ner_features import Features
from lib.annotate.engines.ner_weights import Floats, Weights

_REMEMBERED = 1 << 16  # words whose vectors are kept: the vocabulary of some ten million words of news


@dataclass(frozen=True, slots=True)
class Packing:
    """Where the words of sentences, longest first, lie when all first words come first, then all second ones, …

    `counts` is how many sentences have a word at each step, `begins` where the step's words begin.
    """

    counts: list[int]
    begins: list[int]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Packing":
        """Lay out sentences of these lengths, which must not grow."""
        longest = np.asarray(lengths)
        counts = [int(np.searchsorted(-longest, -step)) for step in range(int(longest[0]))]
        return cls(counts, [0, *np.cumsum(counts)[:-1].tolist()])

    def places(self, sentence: int, length: int) -> list[int]:
        """Return where the words of a sentence lie."""
        return [begin + sentence for begin in self.begins[:length]]


class Network:
    """Scores the tags of words."""

    def __init__(self, weights: Weights, features: Features) -> None:
        self.weights, self._features = weights, features
        self._row_of = {key: row for row, key in enumerate(weights.keys.tolist())}
        self._vector = lru_cache(_REMEMBERED)(self._vector_uncached)

    def scores(self, sentences: Sequence[list[str]], packing: Packing, guide: int) -> Floats:
        """Return each word's scores of the tags (N, K) by one of the weights' guides, packed."""
        words = np.empty((sum(packing.counts), self.weights.rows.shape[1]), np.float32)
        for at, sentence in enumerate(sentences):
            marks = self._features.together(sentence)
            vectors = [self._vector(word, *mark) for word, mark in zip(sentence, marks, strict=True)]
            words[packing.places(at, len(sentence))] = vectors
        read = np.tanh(words + self.weights.start[guide])
        both = [self._read(read, packing, backward) for backward in (False, True)]
        scores: Floats = np.hstack(both) @ self.weights.head[guide] + self.weights.head_bias[guide]
        return scores

    def _vector_uncached(self, word: str, *marks: str) -> Floats:
        """Return the sum of the vectors of a word's known features over the root of their number."""
        row_of, crc32 = self._row_of.get, zlib.crc32
        names = (*self._features.alone(word), *marks)
        rows = [row for name in names if (row := row_of(crc32(name.encode()))) is not None]
        whole = self.weights.scales.take(rows) @ self.weights.rows.take(rows, 0).astype(np.float32)
        vector: Floats = whole / np.float32(max(len(rows), 1) ** 0.5)
        return vector

    def _read(self, words: Floats, packing: Packing, backward: bool) -> Floats:
        kept, bias = self.weights.kept[int(backward)], self.weights.bias[int(backward)]
        gates = words @ self.weights.given[int(backward)] + bias
        size, sentences = len(kept), packing.counts[0]
        state, cell = np.zeros((sentences, size), np.float32), np.zeros((sentences, size), np.float32)
        outputs = np.empty((len(words), size), np.float32)
        steps = list(zip(packing.counts, packing.begins, strict=True))
        for count, begin in reversed(steps) if backward else steps:
            gate, now, then = gates[begin : begin + count], outputs[begin : begin + count], cell[:count]
            gate += state[:count] @ kept
            opened, new = gate[:, : 3 * size], gate[:, 3 * size :]
            _sigmoid(opened)
            np.tanh(new, out=new)
            then *= opened[:, size : 2 * size]
            then += opened[:, :size] * new
            np.multiply(opened[:, 2 * size :], np.tanh(then), out=now)
            state[:count] = now
        return outputs


def _sigmoid(values: Floats) -> None:
    """Replace the values by 1 / (1 + exp(-value)), without room for steps between: this is where the time goes."""
    np.negative(values, out=values)
    np.exp(values, out=values)
    np.add(values, 1, out=values)
    np.reciprocal(values, out=values)
