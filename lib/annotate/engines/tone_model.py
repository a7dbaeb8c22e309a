"""The fast engine's tone: a linear model over hashed words, with calibrated probabilities; numpy only."""

import hashlib
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.annotate.engines import tone_features as features
from lib.errors import EngineError

WEIGHTS = Path(__file__).parents[3] / "data" / "models" / "tone.npz"
LABELS = ("negative", "neutral", "positive")
# So many different words are remembered with their weights: some 40 MB at most.
_KEPT = 1 << 18


@dataclass(frozen=True, slots=True)
class Weights:
    """What training learns: weights for each bucket and, by stem key, for each known stem; a label a column."""

    buckets: NDArray[np.float32]
    keys: NDArray[np.uint32]
    stems: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float


class ToneModel:
    """The weights ready for use; `sha256` is that of the weights file."""

    def __init__(self, weights: Weights, sha256: str):
        self.weights, self.sha256 = weights, sha256
        self._rows = {int(key): row for row, key in enumerate(weights.keys)}
        self._words: dict[tuple[str, bool], tuple[float, float, float, int]] = {}

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        """Return the probabilities of negative, neutral and positive for each sentence; they add up to 1."""
        if not sentences:
            return []
        heard = [self._words_and_rest(sentence) for sentence in sentences]
        starts = np.cumsum([0, *(len(rest) for *_, rest in heard)])[:-1]
        of_rest = np.add.reduceat(self.weights.buckets[[bucket for *_, rest in heard for bucket in rest]], starts)
        of_words = np.array([sums for sums, _, _ in heard])
        root = np.sqrt([count for _, count, _ in heard])[:, None]
        logits = (self.weights.bias + (of_words + of_rest) / root) / self.weights.temperature
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = odds / odds.sum(axis=1, keepdims=True)
        return [(float(n), float(o), float(p)) for n, o, p in shares]

    def _words_and_rest(self, sentence: str) -> tuple[tuple[float, float, float], int, list[int]]:
        """Return the sums of the words' weights, how many buckets there are in all, and those of pairs and form."""
        words = features.words(sentence)
        rest = [*features.shape_buckets(sentence, len(words)), *features.lexicon_buckets(words)]
        negative = neutral = positive = 0.0
        count = len(words) + len(rest)
        previous = "^"
        for word, stem, negated in words:
            one, two, three, size = self._word(word, stem, negated)
            negative, neutral, positive, count = negative + one, neutral + two, positive + three, count + size
            rest.append(features.pair_bucket(previous, stem))
            previous = stem
        return (negative, neutral, positive), count, rest

    def _word(self, word: str, stem: str, negated: bool) -> tuple[float, float, float, int]:
        """Return the sums of a word's weights and how many buckets there are, kept from the first time it is seen."""
        known = self._words.get((word, negated))
        if known is None:
            buckets = features.word_buckets(word, negated)
            vector = self.weights.buckets[list(buckets)].sum(axis=0)
            row = self._rows.get(features.key(stem))
            if row is not None:
                vector = vector + self.weights.stems[row]
            known = (float(vector[0]), float(vector[1]), float(vector[2]), len(buckets))
            if len(self._words) < _KEPT:
                self._words[word, negated] = known
        return known


def save(path: Path, weights: Weights) -> str:
    """Write the weights as float16 and their sha256 beside them; return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        buckets=weights.buckets.astype(np.float16),
        keys=weights.keys,
        stems=weights.stems.astype(np.float16),
        bias=weights.bias,
        temperature=np.float32(weights.temperature),
    )
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    beside(path).write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    return digest


def beside(path: Path) -> Path:
    """Return the file that holds a weights file's sha256."""
    return path.with_suffix(".sha256")


@cache
def load(path: Path = WEIGHTS) -> ToneModel:
    """Load the weights; EngineError names the file when it is missing, damaged or not the one its sha256 tells."""
    try:
        content = path.read_bytes()
        told = beside(path).read_text(encoding="utf-8").split()[:1]
    except OSError as error:
        raise EngineError(_broken(path, f"cannot be read ({error.strerror})")) from error
    digest = hashlib.sha256(content).hexdigest()
    if told != [digest]:
        raise EngineError(_broken(path, f"does not match {beside(path).name}"))
    try:
        with np.load(path, allow_pickle=False) as held:
            weights = Weights(
                held["buckets"].astype(np.float32),
                held["keys"],
                held["stems"].astype(np.float32),
                held["bias"],
                float(held["temperature"]),
            )
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise EngineError(_broken(path, f"is damaged ({error})")) from error
    shapes = weights.buckets.shape, weights.stems.shape
    if shapes != ((features.BUCKETS, len(LABELS)), (len(weights.keys), len(LABELS))):
        raise EngineError(_broken(path, "has weights of another shape"))
    return ToneModel(weights, digest)


def _broken(path: Path, what: str) -> str:
    return (
        f"The tone weights {path} {what}: restore the file or train it again with `python -m lib.annotate.train tone`."
    )


def tone(sentences: list[str]) -> list[tuple[float, float, float]]:
    """Return the shipped model's probabilities of negative, neutral and positive for each sentence."""
    return load().tone(sentences)
