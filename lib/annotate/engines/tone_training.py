"""Training the tone model: cross-validation, calibration, weights; the only part that needs scikit-learn."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score

from lib.annotate.engines import tone_features as features
from lib.annotate.engines.tone_model import LABELS, WEIGHTS, Weights, save
from lib.annotate.engines.tone_vectors import learn
from lib.errors import InputError

# Strength and scale (below) were tried together on four random folds: (1, 8), (1, 17), (0.5, 17), (0.5, 34), (0.2, 28)
# gave macro F1 0.611, 0.614, 0.619, 0.612 and 0.621; the last two thousandths are noise.
_STRENGTH = 0.5
# A sentence over whose label the reader hesitated counts half: 0.3, 0.5 and 0.7 came out the same within noise.
_UNSURE = 0.5
# How much the word vectors count beside the buckets.
_VECTOR_SCALE = 17.0
_FOLDS = 5
# An outlet is a fold of its own when it has so many sentences; the small ones share one.
_OWN_FOLD = 100


@dataclass(frozen=True, slots=True)
class Examples:
    """Training sentences, a row each: hashed buckets and summed word vectors, over the root of the features' number."""

    buckets: sparse.csr_matrix
    vectors: NDArray[np.float64]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    outlets: NDArray[np.str_]


def read(path: Path, ner: Path) -> tuple[Examples, list[str], NDArray[np.float64]]:
    """Read the labelled sentences; return them with the stems and vectors learnt on the way.

    InputError names file and line of a broken record.
    """
    texts: list[str] = []
    labels, weights, outlets = [], [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            texts.append(row["text"])
            labels.append(LABELS.index(row["label"]))
            weights.append(1.0 if row["sure"] else _UNSURE)
            outlets.append(row["source"])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path}, line {number}: give text, label, sure and source ({error}).") from error
    stems, vectors = learn(texts, ner)
    vectors *= _VECTOR_SCALE
    buckets, summed = _matrices(texts, {stem: at for at, stem in enumerate(stems)}, vectors)
    examples = Examples(buckets, summed, np.array(labels), np.array(weights), np.array(outlets))
    return examples, stems, vectors


def _matrices(
    texts: list[str], index: dict[str, int], vectors: NDArray[np.float64]
) -> tuple[sparse.csr_matrix, NDArray[np.float64]]:
    """Return sentences × buckets and sentences × dimensions."""
    rows, columns, values = [], [], []
    summed = np.zeros((len(texts), vectors.shape[1]))
    for row, text in enumerate(texts):
        found = _buckets(text)
        rows += [row] * len(found)
        columns += found
        values += [len(found) ** -0.5] * len(found)
        known = [index[stem] for _, stem, _ in features.words(text) if stem in index]
        summed[row] = vectors[known].sum(axis=0) * len(found) ** -0.5
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), features.BUCKETS)), summed


def _buckets(text: str) -> list[int]:
    words = features.words(text)
    found = [*features.shape_buckets(text, len(words)), *features.lexicon_buckets(words)]
    previous = "^"
    for word, stem, negated in words:
        found += [*features.word_buckets(word, negated), features.pair_bucket(previous, stem)]
        previous = stem
    return found


def _rarity(counts: sparse.csr_matrix) -> NDArray[np.float64]:
    """Return a scale for each bucket that lets rare ones weigh more (smoothed idf)."""
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    scale: NDArray[np.float64] = np.log((1 + counts.shape[0]) / (1 + seen)) + 1
    return scale


def _fitted(
    examples: Examples, rows: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return weights of buckets and of vector dimensions (× labels) and the bias of a multinomial regression."""
    data = examples.buckets[rows]
    scale = _rarity(data)
    model = LogisticRegression(C=_STRENGTH, max_iter=300, tol=1e-3)
    both = sparse.hstack([data.multiply(scale), sparse.csr_matrix(examples.vectors[rows])]).tocsr()
    model.fit(both, examples.labels[rows], sample_weight=examples.weights[rows])
    size = len(scale)
    return (model.coef_[:, :size] * scale).T, model.coef_[:, size:].T, model.intercept_


def _held_out(examples: Examples, folds: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return each sentence's logits from a model that did not see its fold."""
    logits = np.zeros((len(examples.labels), len(LABELS)))
    for fold in np.unique(folds):
        held = folds == fold
        buckets, dimensions, bias = _fitted(examples, ~held)
        logits[held] = examples.buckets[held] @ buckets + examples.vectors[held] @ dimensions + bias
    return logits


def shares(logits: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Return probabilities at a temperature."""
    odds = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature)
    result: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
    return result


def _temperature(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Return the temperature of the least log loss on held-out logits, to 0.01."""
    grid = np.arange(0.3, 3.0, 0.01)
    losses = [-np.log(shares(logits, t)[np.arange(len(labels)), labels]).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def _figures(probabilities: NDArray[np.float64], labels: NDArray[np.int64]) -> dict[str, float]:
    top, guess = probabilities.max(axis=1), probabilities.argmax(axis=1)
    right = guess == labels
    bins = np.minimum((top * 10).astype(int), 9)
    gaps = [abs(right[bins == b].mean() - top[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return {
        "macro_f1": round(float(f1_score(labels, guess, average="macro")), 4),
        "accuracy": round(float(accuracy_score(labels, guess)), 4),
        "calibration_error": round(float(sum(gaps)), 4),
    }


def _trade(probabilities: NDArray[np.float64], labels: NDArray[np.int64]) -> list[dict[str, float]]:
    """Return coverage and accuracy at each threshold of the top probability."""
    top, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    thresholds = (0.0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
    kept = [(threshold, top >= threshold) for threshold in thresholds]
    return [
        {"threshold": threshold, "coverage": round(float(k.mean()), 3), "accuracy": round(float(right[k].mean()), 3)}
        for threshold, k in kept
    ]


def train(data: Path, out: Path) -> str:
    """Cross-validate, calibrate and write `out`/tone.npz from `data`/tone/train.jsonl and the texts of `data`/ner.

    Returns what was measured as JSON. The vectors see the held-out sentences' words, never their labels.
    """
    examples, stems, vectors = read(data / "tone" / "train.jsonl", data / "ner")
    order = np.random.default_rng(0).permutation(len(examples.labels))
    logits = _held_out(examples, order % _FOLDS)
    temperature = _temperature(logits, examples.labels)
    names, sizes = np.unique(examples.outlets, return_counts=True)
    own = {name: number for number, name in enumerate(names[sizes >= _OWN_FOLD], 1)}
    by_outlet = shares(_held_out(examples, np.array([own.get(o, 0) for o in examples.outlets])), temperature)
    random = shares(logits, temperature)
    sure = examples.weights == 1.0
    buckets, dimensions, bias = _fitted(examples, np.ones(len(examples.labels), dtype=bool))
    keys = np.array([features.key(stem) for stem in stems], dtype=np.uint32)
    of_stems = (vectors @ dimensions).astype(np.float32)
    learnt = Weights(buckets.astype(np.float32), keys, of_stems, bias.astype(np.float32), temperature)
    figures = {
        "sha256": save(out / WEIGHTS.name, learnt), "temperature": round(temperature, 2),
        "sentences": len(examples.labels), "random_folds": _figures(random, examples.labels),
        "sure_only": _figures(random[sure], examples.labels[sure]),
        "leave_outlet_out": _figures(by_outlet, examples.labels), "trade": _trade(random, examples.labels),
    }  # fmt: skip
    return json.dumps(figures)
