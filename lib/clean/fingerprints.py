"""Texts as numbered stems: what two texts must share to tell the same, whatever their spelling and inflection."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lib.arabic.normalize import fold
from lib.arabic.sentences import spans
from lib.clean.names import names
from lib.clean.numbers import numeral, values
from lib.clean.plain_words import PLAIN
from lib.clean.stems import root, stem

Ids = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Weights = npt.NDArray[np.float32]

# Letters with the vowel signs and invisible marks that folding drops; a time, a date and a score are one word.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f"
_WORD = re.compile(rf"\d+(?:[.,:/٫٬-]\d+)*|(?:[^\W\d_]+[{_MARKS}]*)+")
_PARTICLES = frozenset("وفبلكس")
_PARTICLED = 3  # letters of the longest word that has no particle before it
_LONGEST = 30  # words of a passage: a sentence of news has 27 on average (ANT 2018); longer ones are cut
# Texts added to a small corpus' own when rarity is reckoned: two texts alone would have no rare words. Chosen.
_NEWS = 500
_NUMBER = "#"


@dataclass(frozen=True)
class Runs:
    """Lists of numbers laid one after another: list n is items[start[n]:start[n + 1]]."""

    items: Ids
    start: Ids

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, at: int) -> Ids:
        return self.items[self.start[at] : self.start[at + 1]]

    def __iter__(self) -> Iterator[Ids]:
        return (self[at] for at in range(len(self)))

    def part(self, first: int, end: int) -> "Runs":
        """Return the lists from `first` up to `end` as runs of their own."""
        start = self.start[first : end + 1]
        return Runs(self.items[start[0] : start[-1]], start - start[0])

    def owners(self) -> Ids:
        """Return for each item the number of the list it is in."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.start))


@dataclass(frozen=True)
class Texts:
    """All texts, cut into passages: sentences, the long ones in pieces.

    `words` and `stems` are by passage, each stem once a passage; text t has the passages passages[t] … passages[t + 1];
    `bags` are each text's distinct stems. `root`, `number`, `named` (a person or place), `weight` and `frequency` are
    by stem, `root_weight` by root.
    """

    words: Runs
    stems: Runs
    passages: Ids
    bags: Runs
    root: Ids
    number: Flags
    named: Flags
    weight: Weights
    frequency: Ids
    root_weight: Weights

    def __len__(self) -> int:
        return len(self.passages) - 1

    def length(self, text: int) -> int:
        """Return how many words a text has."""
        start = self.words.start
        return int(start[self.passages[text + 1]] - start[self.passages[text]])

    def words_of(self, text: int) -> Runs:
        """Return a text's words by passage."""
        return self.words.part(self.passages[text], self.passages[text + 1])

    def stems_of(self, text: int) -> Runs:
        """Return a text's stems by passage."""
        return self.stems.part(self.passages[text], self.passages[text + 1])


def fingerprint(bodies: Iterable[str]) -> Texts:
    """Cut and number all bodies; a stem weighs the more the fewer texts it stands in."""
    vocabulary = _Vocabulary()
    words, word_start, passage_start = array("i"), array("i", [0]), array("i", [0])
    for body in bodies:
        for start, end in spans(body):
            ids = [vocabulary[word] for word in _WORD.findall(body, start, end)]
            if not vocabulary.numerals.isdisjoint(ids):
                ids = [vocabulary[word] for word in _valued([vocabulary.words[number] for number in ids])]
            pieces = -(-len(ids) // _LONGEST)
            for piece in range(pieces):
                words.extend(ids[len(ids) * piece // pieces : len(ids) * (piece + 1) // pieces])
                word_start.append(len(words))
        passage_start.append(len(word_start) - 1)
    return _weighed(vocabulary.words, *(np.array(one, np.int32) for one in (words, word_start, passage_start)))


class _Vocabulary(dict[str, int]):
    """The number of each word as spelt, one for all that fold alike; `numerals` may be parts of numbers."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.numerals: set[int] = set()
        self._folded: dict[str, int] = {}

    def __missing__(self, spelt: str) -> int:
        word = fold(spelt) or spelt
        found = self._folded.setdefault(word, len(self.words))
        if found == len(self.words):
            self.words.append(word)
            if numeral(word):
                self.numerals.add(found)
        self[spelt] = found
        return found


def _valued(sentence: Sequence[str]) -> list[str]:
    """Return the sentence with each number as one word that says its value."""
    result: list[str] = []
    done = 0
    for start, end, value in values(sentence):
        result += [*sentence[done:start], f"{_NUMBER}{value:g}"]
        done = end
    return result + list(sentence[done:])


def _weighed(vocabulary: list[str], words: Ids, word_start: Ids, passages: Ids) -> Texts:
    by_passage = Runs(words, word_start)
    stem_of, stems = _stems(vocabulary, np.bincount(words, minlength=len(vocabulary)))
    telling = stem_of[words] >= 0
    told = _sets(by_passage.owners()[telling], stem_of[words][telling], len(by_passage))
    text = np.repeat(np.arange(len(passages) - 1, dtype=np.int32), np.diff(passages))
    bags = _sets(text[told.owners()], told.items, len(passages) - 1)
    ids: dict[str, int] = {}
    roots = np.array([ids.setdefault(root(one), len(ids)) for one in stems], np.int32)
    number = np.array([one[0] == _NUMBER or one[0].isdecimal() for one in stems], np.bool_)
    known = {stem(name) for name in names()}
    named = np.array([one in known for one in stems], np.bool_)
    frequency = np.bincount(bags.items, minlength=len(stems)).astype(np.int32)
    kin = _sets(bags.owners(), roots[bags.items], len(bags))
    root_weight = _rarity(np.bincount(kin.items, minlength=len(ids)), len(bags))
    return Texts(
        by_passage, told, passages, bags, roots, number, named, _rarity(frequency, len(bags)), frequency, root_weight
    )


def _stems(vocabulary: list[str], uses: npt.NDArray[np.int64]) -> tuple[Ids, list[str]]:
    """Return each word's stem by number, -1 for words that tell nothing, and the stems.

    A particle goes from a word when what remains is used more often (بوزير by the side of وزير; not بنك).
    """
    known = {word: int(uses[at]) for at, word in enumerate(vocabulary)}
    ids: dict[str, int] = {}
    found = []
    for word in vocabulary:
        bare = word
        while bare[0] in _PARTICLES and len(bare) > _PARTICLED and known.get(bare[1:], 0) > known.get(bare, 0):
            bare = bare[1:]
        plain = (len(bare) < 2 and not bare.isdecimal()) or bare in PLAIN or word in PLAIN
        found.append(-1 if plain else ids.setdefault(stem(bare), len(ids)))
    return np.array(found, np.int32), list(ids)


def _sets(owner: Ids, item: Ids, owners: int) -> Runs:
    """Return each owner's distinct items, in order."""
    items = int(item.max(initial=0)) + 1
    keys = np.sort(owner.astype(np.int64) * items + item)
    keys = keys[np.diff(keys, prepend=-1) > 0]
    start = np.searchsorted(keys, np.arange(owners + 1, dtype=np.int64) * items)
    return Runs((keys % items).astype(np.int32), start.astype(np.int32))


def _rarity(frequency: npt.NDArray[np.signedinteger], texts: int) -> Weights:
    return np.log((texts + _NEWS) / (frequency + 1.0)).clip(0).astype(np.float32)
