"""The tagger's network: numpy says what torch learnt, decoding finds what trying every path finds, training learns."""

import zlib
from itertools import product

import numpy as np
import pytest
import torch

from lib.annotate.engines.ner_data import Tagged
from lib.annotate.engines.ner_decoding import best, forbidden, shares
from lib.annotate.engines.ner_features import Features
from lib.annotate.engines.ner_network import Network, Packing
from lib.annotate.engines.ner_tagger import Tagger
from lib.annotate.engines.ner_torch import Task, _Network, _weights
from lib.annotate.engines.ner_training import Text, learn
from lib.annotate.engines.ner_weights import Weights

TAGS = ["O", "B-PERS", "I-PERS", "B-LOC"]
SENTENCES = [["وصل", "بوتين", "إلى", "دمشق"], ["قال", "بوتين"], ["دمشق"]]


def packed(values: list[np.ndarray], packing: Packing) -> np.ndarray:
    found = np.empty((sum(packing.counts), values[0].shape[1]), np.float32)
    for at, rows in enumerate(values):
        found[packing.places(at, len(rows))] = rows
    return found


def test_sentences_are_packed_step_by_step() -> None:
    packing = Packing.of([3, 2, 2])
    assert (packing.counts, packing.begins) == ([3, 3, 1], [0, 3, 6])
    assert [packing.places(at, length) for at, length in enumerate((3, 2, 2))] == [[0, 3, 6], [1, 4], [2, 5]]


def test_decoding_finds_what_trying_every_path_finds() -> None:
    chance = np.random.default_rng(0)
    lengths = (4, 4, 2, 1)
    scores = [chance.normal(size=(length, len(TAGS))).astype(np.float32) for length in lengths]
    moves = chance.normal(size=(len(TAGS) + 1, len(TAGS))).astype(np.float32) + forbidden(TAGS)
    packing = Packing.of(lengths)
    path, odds = best(packed(scores, packing), moves, packing), shares(packed(scores, packing), moves, packing)
    for at, rows in enumerate(scores):
        ways = list(product(range(len(TAGS)), repeat=len(rows)))
        values = np.array([sum(rows[i, tag] + moves[way[i - 1] if i else -1, tag] for i, tag in enumerate(way))
                           for way in ways])  # fmt: skip
        weights = np.exp(values - values.max())
        places = packing.places(at, len(rows))
        assert path[places].tolist() == list(ways[int(values.argmax())])
        expected = [[weights[[way[i] == tag for way in ways]].sum() for tag in range(len(TAGS))]
                    for i in range(len(rows))]  # fmt: skip
        np.testing.assert_allclose(odds[places], np.array(expected) / weights.sum(), atol=1e-4)


def test_an_inner_tag_continues_its_own_kind_only() -> None:
    allowed = forbidden(TAGS)[:, TAGS.index("I-PERS")] == 0
    assert dict(zip([*TAGS, "first"], allowed.tolist(), strict=True)) == {
        "O": False, "B-PERS": True, "I-PERS": True, "B-LOC": False, "first": False,
    }  # fmt: skip


@pytest.fixture(scope="module")
def features() -> Features:
    return Features({})


def test_numpy_computes_what_torch_computes(features: Features) -> None:
    words = sorted({word for sentence in SENTENCES for word in sentence})
    names = sorted({name for word in words for name in features.alone(word)})
    task = Task(TAGS, ["a", "b"], np.array([zlib.crc32(name.encode()) for name in names], np.uint32), np.zeros(1, bool))
    torch.manual_seed(0)
    network = _Network(task).eval()
    torch.nn.init.normal_(network.start)
    row_of = {name: row for row, name in enumerate(names, 1)}
    cut = [[[row_of[name] for name in features.alone(word)] for word in sentence] for sentence in SENTENCES]
    rows = torch.tensor([row for sentence in cut for word in sentence for row in word])
    counts = torch.tensor([len(word) for sentence in cut for word in sentence])
    lengths = torch.tensor([len(sentence) for sentence in cut])
    with torch.no_grad():
        expected = network.scores(rows, counts, lengths, torch.tensor([1, 1, 1])).numpy()
    packing = Packing.of(lengths.tolist())
    found = Network(_weights(network, task), _Unmarked(features)).scores(SENTENCES, packing, 1)
    for at, length in enumerate(lengths.tolist()):
        np.testing.assert_allclose(found[packing.places(at, length)], expected[at, :length], atol=0.02)


class _Unmarked(Features):
    """Features of words alone."""

    def __init__(self, features: Features) -> None:
        self.alone = features.alone  # type: ignore[method-assign]

    def together(self, words: list[str]) -> list[tuple[str, str]]:
        return [("", "")] * len(words)


CITIES = ["دمشق", "حلب", "حمص", "درعا", "إدلب", "حماة"]
TOY = [Tagged(["وصل", "إلى", city, "أمس"], ["O", "O", "B-LOC", "O"]) for city in CITIES * 20]
TOY += [Tagged(["قال", "المتحدث", "ذلك", "أمس"], ["O", "O", "O", "O"])] * 40


def test_training_learns_and_its_weights_survive_packing(features: Features) -> None:
    weights = learn([Text("news", TOY)], features, epochs=20)
    again = Weights.unpacked(weights.packed())
    for each in (weights, again):
        (tags,) = Tagger([Network(each, features)], "news").tag([["وصل", "إلى", "حلب", "أمس"]], scored=True)
        assert [tag for tag, _ in tags] == ["O", "O", "B-LOC", "O"]
        assert all(0.5 < score <= 1 for _, score in tags)


def test_several_networks_are_averaged(features: Features) -> None:
    one, two = (Network(learn([Text("news", TOY)], features, epochs=1, seed=seed), features) for seed in (0, 1))
    sentence = [["وصل", "إلى", "حلب"]]
    odds = [Tagger(networks, "news").tag(sentence, scored=True)[0][2][1] for networks in ([one], [two], [one, two])]
    assert odds[2] == pytest.approx(sum(odds[:2]) / 2, abs=0.05)
    assert odds[2] not in odds[:2]


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive"])
def test_what_is_no_archive_of_weights_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Weights.unpacked(data)
