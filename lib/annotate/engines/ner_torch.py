"""Learning the tagger's network, the only part that needs torch: data in, `Weights` out."""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch import Tensor, nn

from lib.annotate.engines.ner_weights import Weights

_WIDTH, _STATES = 100, 128  # values a word and a direction: what runs fast enough on one core; not tuned
_DROPPED, _WORDS_DROPPED = 0.5, 0.3  # of the network's values; of whole forms, so that a word is known by its parts too
_BATCH, _POOL = 64, 64 * 40  # sentences learnt from at a time, and sorted by length among which
_RATE, _WARM_UP = 3e-3, 300  # Adam's step at its largest, reached after so many batches, then falling to nothing
_LONGEST = 150  # words of a sentence that are learnt from
_ROWS = "rows.weight"  # the features' vectors, which few of a batch touch: their gradient is sparse


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as the network learns from it: features as row numbers from 1 (0 is none), all words' in a row.

    `counts` says how many of them each word has.
    """

    guide: int
    rows: NDArray[np.int64]
    counts: NDArray[np.int64]
    tags: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Task:
    """What is learnt: names of tags and guides, the features' keys, and which features are whole forms."""

    tags: list[str]
    guides: list[str]
    keys: NDArray[np.uint32]
    forms: NDArray[np.bool_]


class _Network(nn.Module):
    def __init__(self, task: Task) -> None:
        super().__init__()
        guides, tags = len(task.guides), len(task.tags)
        self.rows = nn.EmbeddingBag(len(task.keys) + 1, _WIDTH, mode="sum", sparse=True, padding_idx=0)
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.start = nn.Parameter(torch.zeros(guides, _WIDTH))
        self.lstm = nn.LSTM(_WIDTH, _STATES, batch_first=True, bidirectional=True)
        self.head = nn.Linear(2 * _STATES, tags * (guides + 1))  # each guide's own beside what all share
        self.moves = nn.Parameter(torch.zeros(guides, tags + 1, tags))
        self.drop = nn.Dropout(_DROPPED)

    def scores(self, rows: Tensor, counts: Tensor, lengths: Tensor, guide: Tensor) -> Tensor:
        """Return the tags' scores (B, T, K)."""
        begins = torch.cumsum(counts, 0) - counts
        words = self.rows(rows, begins) / counts.clamp(min=1).sqrt()[:, None]
        padded = torch.zeros(len(lengths), int(lengths.max()), _WIDTH)
        padded[_inside(lengths)] = words
        read = self.drop(torch.tanh(padded + self.start[guide][:, None]))
        packed = nn.utils.rnn.pack_padded_sequence(read, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        both = self.head(self.drop(states)).unflatten(2, (len(self.start) + 1, -1))
        scores: Tensor = both[:, :, -1] + both[torch.arange(len(guide)), :, guide]
        return scores

    def loss(self, scores: Tensor, tags: Tensor, inside: Tensor, guide: Tensor) -> Tensor:
        """Return minus the log probability of the tags under the CRF, a word."""
        moves, first = self.moves[guide, :-1], self.moves[guide, -1]
        reached = first + scores[:, 0]
        told = reached.gather(1, tags[:, :1])[:, 0]
        sentences = torch.arange(len(tags))
        for step in range(1, scores.shape[1]):
            here, tag, before = inside[:, step], tags[:, step], tags[:, step - 1]
            after = torch.logsumexp(reached[:, :, None] + moves, 1) + scores[:, step]
            reached = torch.where(here[:, None], after, reached)
            told = told + here * (moves[sentences, before, tag] + scores[sentences, step, tag])
        return (torch.logsumexp(reached, 1) - told).sum() / inside.sum()


def _inside(lengths: Tensor) -> Tensor:
    return torch.arange(int(lengths.max()))[None] < lengths[:, None]


def fit(examples: Sequence[Example], task: Task, epochs: int, seed: int) -> Weights:
    """Learn from the examples, showing on a terminal how far it is; the same on one machine for the same seed."""
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # a second thread gains nothing on batches of this size
    chance = np.random.default_rng(seed)
    network = _Network(task)
    dense = [value for name, value in network.named_parameters() if name != _ROWS]
    steps = [
        torch.optim.Adam(dense, betas=(0.9, 0.98)),
        torch.optim.SparseAdam([network.rows.weight], betas=(0.9, 0.98)),
    ]
    kept = [one for one in examples if len(one.tags) <= _LONGEST]
    batches = [batch for _ in range(epochs) for batch in _batches(kept)]
    warm = min(_WARM_UP, 1 + len(batches) // 10)
    for number, batch in enumerate(track(batches, "Learning", disable=not sys.stdout.isatty())):
        for step in steps:
            step.param_groups[0]["lr"] = _RATE * min(1, (number + 1) / warm) * max(0.01, 1 - number / len(batches))
        rows = np.concatenate([one.rows for one in batch])
        rows[task.forms[rows] & (chance.random(len(rows)) < _WORDS_DROPPED)] = 0
        _learn(network, batch, rows, steps)
    return _weights(network, task)


def _batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    shuffled = random.sample(list(examples), len(examples))
    pools = [sorted(shuffled[at : at + _POOL], key=lambda one: len(one.tags)) for at in range(0, len(shuffled), _POOL)]
    batches = [pool[at : at + _BATCH] for pool in pools for at in range(0, len(pool), _BATCH)]
    yield from random.sample(batches, len(batches))


def _learn(
    network: _Network, batch: Sequence[Example], rows: NDArray[np.int64], steps: Sequence[torch.optim.Optimizer]
) -> None:
    """Take a step towards the batch's tags, its words seen as `rows`."""
    counts = torch.from_numpy(np.concatenate([one.counts for one in batch]))
    lengths = torch.tensor([len(one.tags) for one in batch])
    guide = torch.tensor([one.guide for one in batch])
    tags = nn.utils.rnn.pad_sequence([torch.from_numpy(one.tags) for one in batch], batch_first=True)
    scores = network.scores(torch.from_numpy(rows), counts, lengths, guide)
    loss = network.loss(scores, tags, _inside(lengths), guide)
    for step in steps:
        step.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_([value for name, value in network.named_parameters() if name != _ROWS], 1.0)
    for step in steps:
        step.step()


def _weights(network: _Network, task: Task) -> Weights:
    """Return the network as numpy runs it: gates in its order, rows as whole numbers, each guide's head made whole."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    rows = state[_ROWS][1:]
    scales = np.abs(rows).max(1) / 127 + 1e-12
    tags, guides = len(task.tags), len(task.guides)
    head = state["head.weight"].reshape(guides + 1, tags, -1).transpose(0, 2, 1)
    bias = state["head.bias"].reshape(guides + 1, tags)
    lstm = {name: [state[f"lstm.{name}_l0{way}"] for way in ("", "_reverse")] for name in _PARTS}
    return Weights(
        np.array(task.tags), np.array(task.guides), task.keys, np.rint(rows / scales[:, None]).astype(np.int8), scales,
        np.stack([_gates(part) for part in lstm["weight_ih"]]), np.stack([_gates(part) for part in lstm["weight_hh"]]),
        np.stack([_gates(a + b) for a, b in zip(lstm["bias_ih"], lstm["bias_hh"], strict=True)]),
        state["start"], head[:-1] + head[-1], bias[:-1] + bias[-1], state["moves"],
    )  # fmt: skip


_PARTS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")


def _gates(part: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return torch's gates, input, forget, cell, output, in our order, as columns."""
    enter, forget, cell, leave = np.split(part, 4)
    return np.concatenate([enter, forget, leave, cell]).T
