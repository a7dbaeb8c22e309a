"""Texts as bags of stems: a quick look at what two share, before they are aligned."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lib.clean.fingerprints import Texts

Totals = npt.NDArray[np.float64]

_SUBJECT = 0.22  # of the lighter one's weight: less is shared by texts on different subjects. Chosen.
_RARE = 3  # what is told apart weighs by its rarity to this power: names and figures before common words. Chosen.


@dataclass(frozen=True, slots=True)
class Shared:
    """What a text shares with another, each a share of 1.

    `weight`: of the lighter one's weight, what both hold. `rare`, `numbers`, `names`: of the rare stems, numbers and
    known names, those kept and not exchanged for others (1 when there is nothing to keep or exchange).
    """

    other: int
    weight: float
    rare: float
    numbers: float
    names: float


class Bags:
    """The bags of all texts, each stem weighed in four ways."""

    def __init__(self, texts: Texts) -> None:
        self._bags = texts.bags
        self._mine = np.zeros(len(texts.weight), np.bool_)
        weight = texts.weight.astype(np.float64)
        self._weights = (weight, weight**_RARE, weight * texts.number, weight * texts.named)
        owner, items = texts.bags.owners(), texts.bags.items
        self._totals = [_sums(owner, one[items], len(texts)) for one in self._weights]

    def compare(self, text: int, others: Sequence[int]) -> list[Shared]:
        """Compare a text with others, and return those that share enough for one subject."""
        bags = [self._bags[other] for other in others]
        items = np.concatenate(bags)
        self._mine[self._bags[text]] = True
        both = np.flatnonzero(self._mine[items])
        self._mine[self._bags[text]] = False
        place = np.repeat(np.arange(len(others)), [len(bag) for bag in bags])[both]
        shares = np.array(
            [
                _share(_sums(place, weight[items[both]], len(others)), np.minimum(total[text], total[others]))
                for weight, total in zip(self._weights, self._totals, strict=True)
            ]
        )
        return [Shared(others[at], *shares[:, at].tolist()) for at in np.flatnonzero(shares[0] >= _SUBJECT).tolist()]


def _sums(place: npt.NDArray[np.signedinteger], weights: Totals, places: int) -> Totals:
    return np.bincount(place, weights, places).astype(np.float64)


def _share(kept: Totals, lighter: Totals) -> Totals:
    """Return kept / lighter: what the lighter text does not keep it has exchanged for as much of the other."""
    return np.where(lighter > 0, kept / np.maximum(lighter, 1e-6), 1.0)
