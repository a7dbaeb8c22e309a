"""What the tagger sees of a word and its neighbours; training and tagging share it, so they cannot drift apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from lib.arabic.clitics import readings, without_article
from lib.arabic.normalize import fold

_OUTSIDE = "<s>"
_NUMBER = re.compile(r"[0-9٠-٩.,٫٬]+")
_LATIN = re.compile(r"[A-Za-z]")
_NEIGHBOURS = (-2, -1, 1, 2)  # -3 and 3 added nothing on held-out news


def shape(word: str) -> str:
    """Return the word's outer form: its script and length, or the mark itself."""
    if _NUMBER.fullmatch(word):
        return f"d{min(len(word), 5)}"
    if _LATIN.match(word):
        return "LAT" if word.isupper() else "Lat" if word[0].isupper() else "lat"
    if not any(letter.isalnum() for letter in word):
        return word[:1]
    return f"a{min(len(word), 7)}"


class Phrases:
    """Known names as token sequences, found longest first; a clitic may stand before the first token."""

    def __init__(self, names: Iterable[tuple[list[str], str]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for words, kind in names:
            self._by_first[words[0]].append((words, kind))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def marks(self, words: list[str]) -> list[str]:
        """Return for each folded word B or I and the kind of the longest known name it stands in, else ""."""
        marks = [""] * len(words)
        at = 0
        while at < len(words):
            length, kind = self._longest(words, at)
            for place in range(at, at + length):
                marks[place] = f"{'B' if place == at else 'I'}{kind}{min(length, 3)}"
            at += max(length, 1)
        return marks

    def _longest(self, words: list[str], at: int) -> tuple[int, str]:
        for reading in (words[at], *readings(words[at])):
            for name, kind in self._by_first.get(reading, ()):
                if words[at + 1 : at + len(name)] == name[1:]:
                    return len(name), kind
        return 0, ""


class Features:
    """Turns words into features, each one UTF-8 bytes.

    `words` gives a folded word's classes learnt beforehand, apart by spaces; `phrases` the known names.
    """

    def __init__(self, words: Mapping[str, str], phrases: Phrases) -> None:
        self._words = words
        self._phrases = phrases
        self._own = lru_cache(maxsize=1 << 16)(self._own_uncached)
        self._guided = lru_cache(maxsize=1 << 16)(self._guided_uncached)
        self._near = lru_cache(maxsize=1 << 17)(self._near_uncached)

    def classes(self, word: str) -> list[str]:
        """Return the classes of the folded word, or of its longest reading that has some."""
        for reading in (word, *readings(word), *(without_article(each) for each in (word, *readings(word)))):
            if reading in self._words:
                return self._words[reading].split()
        return []

    def _own_uncached(self, word: str) -> tuple[bytes, ...]:
        folded = fold(word)
        found = [f"w={folded}", f"h={shape(word)}"]
        found += [f"p{size}={folded[:size]}" for size in (1, 2, 3, 4) if len(folded) > size]
        found += [f"s{size}={folded[-size:]}" for size in (1, 2, 3, 4) if len(folded) > size]
        found += [f"t={stem}" for stem in self._stems(folded)]
        return _encoded((*found, *(f"c{each}" for each in self.classes(folded))))

    def _near_uncached(self, word: str, where: int) -> tuple[bytes, ...]:
        folded = fold(word)
        found = [f"{where}w={folded}"]
        if abs(where) == 1:
            found += [f"{where}h={shape(word)}", f"{where}s3={folded[-3:]}", f"{where}p2={folded[:2]}"]
            found += [f"{where}t={stem}" for stem in self._stems(folded)]
        return _encoded((*found, *(f"{where}c{each}" for each in self.classes(folded))))

    def _guided_uncached(self, word: str, guide: str) -> tuple[bytes, ...]:
        folded = fold(word)
        return _encoded((f"{guide}:w={folded}", *(f"{guide}:t={stem}" for stem in self._stems(folded)), f"{guide}:"))

    @staticmethod
    def _stems(folded: str) -> list[str]:
        known = (folded, *readings(folded))
        return list(dict.fromkeys((*known, *map(without_article, known))))

    def sentence(self, words: list[str], guide: str) -> list[list[bytes]]:
        """Return each word's features in UTF-8, its neighbours' among them; `guide` names the guide to follow.

        Guides differ in what a name includes, so the word's own features stand there once alone and once with the
        guide: what the guides share is learnt from all texts, what they do not from each.
        """
        padded = [_OUTSIDE, _OUTSIDE, *words, _OUTSIDE, _OUTSIDE]
        folded = [fold(word) for word in padded]
        marks = ["", "", *self._phrases.marks(folded[2:-2]), "", ""]
        rows: list[list[bytes]] = []
        for at in range(2, len(words) + 2):
            row = [*self._own(padded[at])]
            for where in _NEIGHBOURS:
                row += self._near(padded[at + where], where)
            here, before, after = folded[at], folded[at - 1], folded[at + 1]
            row += _encoded((f"-10={before}|{here}", f"01={here}|{after}"))
            row += [f"{where}k={marks[at + where]}".encode() for where in (-1, 0, 1) if marks[at + where]]
            row += _encoded((f"{guide}:-1w={before}", f"{guide}:1w={after}"))
            row += self._guided(padded[at], guide)
            rows.append(row)
        return rows


def _encoded(features: tuple[str, ...]) -> tuple[bytes, ...]:
    """Return the features as the tagger takes them: it would encode each of them again for every word."""
    return tuple(feature.encode() for feature in features)
