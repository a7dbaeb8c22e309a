"""From scores of tags to tags: the linear-chain CRF on top of the network, many sentences at a time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lib.annotate.engines.ner_network import Packing
from lib.annotate.engines.ner_weights import Floats

Ints = NDArray[np.intp]

_NEVER = np.float32(-1e4)  # the score of a transition that BIO forbids


def best(scores: Floats, moves: Floats, packing: Packing) -> Ints:
    """Return each word's tag on the best path through its sentence (Viterbi) from scores (N, K), packed."""
    back = np.zeros(scores.shape, np.intp)
    reached = scores[: packing.counts[0]] + moves[-1]
    for count, begin in zip(packing.counts[1:], packing.begins[1:], strict=True):
        ways = reached[:count, :, None] + moves[:-1]
        back[begin : begin + count] = ways.argmax(1)
        reached[:count] = ways.max(1) + scores[begin : begin + count]
    tag = reached.argmax(1)
    found = np.empty(len(scores), np.intp)
    for count, begin in zip(reversed(packing.counts), reversed(packing.begins), strict=True):
        found[begin : begin + count] = tag[:count]
        tag[:count] = back[np.arange(begin, begin + count), tag[:count]]
    return found


def shares(scores: Floats, moves: Floats, packing: Packing) -> Floats:
    """Return each word's probability of each tag (N, K), all paths through its sentence weighed (forward-backward)."""
    here = np.exp(scores - scores.max(1, keepdims=True))
    odds = np.exp(moves)
    forward, backward = np.empty_like(here), np.ones_like(here)
    before = here[: packing.counts[0]] * odds[-1]
    steps = list(zip(packing.counts, packing.begins, strict=True))
    for count, begin in steps:
        reached = (before[:count] @ odds[:-1]) * here[begin : begin + count] if begin else before
        before = forward[begin : begin + count] = reached / reached.sum(1, keepdims=True)
    for (_, begin), (count, after) in zip(reversed(steps[:-1]), reversed(steps[1:]), strict=True):
        reached = (here[after : after + count] * backward[after : after + count]) @ odds[:-1].T
        backward[begin : begin + count] = reached / reached.sum(1, keepdims=True)
    both = forward * backward
    probabilities: Floats = both / both.sum(1, keepdims=True)
    return probabilities


def forbidden(tags: Sequence[str]) -> Floats:
    """Return what keeps I- from following anything but B- and I- of its kind (K + 1, K)."""
    before = [*tags, ""]
    wrong = [[tag[:1] == "I" and last[1:] != tag[1:] for tag in tags] for last in before]
    return np.where(np.array(wrong), _NEVER, np.float32(0))
