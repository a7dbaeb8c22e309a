"""Word vectors for training: stems that keep the same company sound alike, also those no labelled sentence holds."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from lib.annotate.engines.tone_features import stem, words
from lib.arabic.normalize import fold

# Chosen by four-fold cross-validation of the tone model among 100, 200 and 400 dimensions.
_DIMENSIONS = 400
_WINDOW = 5
_RARE = 4  # stems seen less often keep too little company
# Frequent words say little: a stem's vector weighs 1 / (1 + share / _COMMON), as in smoothed inverse frequency.
_COMMON = 0.01


def learn(texts: Iterable[str], ner: Path) -> tuple[list[str], NDArray[np.float64]]:
    """Return stems and their weighted vectors, from the texts and the running text of the name corpora in `ner`."""
    lines = [*(_stems(text) for text in texts), *_corpora(ner)]
    counts = Counter(root for line in lines for root in line)
    vocabulary = [root for root, count in counts.items() if count >= _RARE]
    vectors = _reduced(_company(lines, {root: at for at, root in enumerate(vocabulary)}))
    total = sum(counts.values())
    weights = np.array([1 / (1 + counts[root] / total / _COMMON) for root in vocabulary])
    return vocabulary, vectors * weights[:, None]


def _stems(text: str) -> list[str]:
    return [root for _, root, _ in words(text)]


def _corpora(ner: Path) -> Iterator[list[str]]:
    with (ner / "ant_news.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield from (_stems(paragraph) for paragraph in json.loads(line)["text"].split("\n"))
    for name in ("anercorp_train.txt", "wikifane_segmented.txt"):
        for sentence in (ner / name).read_text(encoding="utf-8").split("\n\n"):
            tokens = [line.split()[0] for line in sentence.splitlines() if line.strip()]
            yield [stem(fold(token)) for token in tokens if fold(token)]


def _company(lines: list[list[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """Return how much more often than by chance two stems stand near each other (positive PMI, near counts more)."""
    gap = [-1] * _WINDOW
    ids = np.array([at for line in lines for at in (*(index.get(root, -1) for root in line), *gap)])
    size = len(index)
    counts = sparse.csr_matrix((size, size))
    for distance in range(1, _WINDOW + 1):
        left, right = ids[:-distance], ids[distance:]
        both = (left >= 0) & (right >= 0)
        near = np.full(int(both.sum()), 1 / distance)
        counts = counts + sparse.coo_matrix((near, (left[both], right[both])), shape=(size, size)).tocsr()
    pairs = (counts + counts.T).tocoo()
    alone = np.asarray(pairs.tocsr().sum(axis=1)).ravel()
    context = alone**0.75 / (alone**0.75).sum()
    information = np.log(pairs.data / (alone[pairs.row] * context[pairs.col]))
    kept = information > 0
    return sparse.csr_matrix((information[kept], (pairs.row[kept], pairs.col[kept])), shape=(size, size))


def _reduced(company: sparse.csr_matrix) -> NDArray[np.float64]:
    left, strengths, _ = randomized_svd(company, _DIMENSIONS, n_iter=3, random_state=0)
    vectors = left * np.sqrt(strengths)
    unit: NDArray[np.float64] = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return unit
