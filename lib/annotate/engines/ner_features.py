"""What the tagger sees of a word and its neighbours; training and tagging share it, so they cannot drift apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from lib.annotate.naming.actors import actors, given_names, role_words
from lib.annotate.naming.nationality import nationalities
from lib.annotate.placing.gazetteer import gazetteer
from lib.arabic.clitics import readings, without_article
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

_NUMBER = re.compile(r"[0-9٠-٩.,٫٬]+")
_LATIN = re.compile(r"[A-Za-z]")
_AFFIXES = (1, 2, 3, 4)  # letters at either end of a word
_GRAMS = (3, 4)  # letters in a row anywhere in it, its ends marked
_LARGE = 100_000  # inhabitants: smaller places share their names with too many words to be told of as cities are
_SETTLEMENTS = frozenset({"city", "town", "village", "community"})


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
        self._beginning = lru_cache(maxsize=1 << 16)(self._beginning_uncached)

    def marks(self, words: list[str]) -> list[str]:
        """Return for each folded word B or I and the kind of the longest known name it stands in, else ""."""
        marks = [""] * len(words)
        free = 0
        for at, word in enumerate(words):
            found = self._beginning(word)
            if not found or at < free:
                continue
            for name, kind in found:
                if len(name) == 1 or words[at + 1 : at + len(name)] == name[1:]:
                    free = at + len(name)
                    inner = f"{kind}{min(len(name), 3)}"
                    marks[at:free] = [f"B{inner}", *[f"I{inner}"] * (len(name) - 1)]
                    break
        return marks

    def _beginning_uncached(self, word: str) -> list[tuple[list[str], str]]:
        """Return the names that begin with the folded word as it stands, then without its clitics."""
        return [entry for form in _forms(word) for entry in self._by_first.get(form, ())]


class Features:
    """Names what is seen of words; `classes` gives a folded word's classes learnt beforehand, apart by spaces."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._actors, self._places = _known_actors(), _known_places()

    def alone(self, word: str) -> tuple[str, ...]:
        """Return what is seen of the word wherever it stands: form, stems, affixes, letters, what the tables know."""
        folded = fold(word)
        forms = _forms(folded)
        found = [f"w={folded}", f"h={shape(word)}"]
        found += [f"p{size}={folded[:size]}" for size in _AFFIXES if len(folded) > size]
        found += [f"s{size}={folded[-size:]}" for size in _AFFIXES if len(folded) > size]
        found += [f"n={gram}" for gram in _grams(f"<{folded}>")]
        stems = dict.fromkeys((*forms, *map(without_article, forms)))
        found += [f"t={stem}" for stem in stems]
        found += [f"c={each}" for each in next((self._classes[s] for s in stems if s in self._classes), "").split()]
        return (*found, *dict.fromkeys(role for form in forms for role in _roles().get(form, ())))

    def together(self, words: list[str]) -> list[tuple[str, str]]:
        """Return for each word the marks of the known actor and of the known place that it stands in, "" for none."""
        folded = [_folded(word) for word in words]
        actors_in, places_in = self._actors.marks(folded), self._places.marks(folded)
        return [(a and f"k={a}", p and f"g={p}") for a, p in zip(actors_in, places_in, strict=True)]


def _grams(marked: str) -> list[str]:
    return [marked[at : at + size] for size in _GRAMS for at in range(len(marked) - size + 1)]


_folded = lru_cache(maxsize=1 << 16)(fold)


@lru_cache(maxsize=1 << 16)
def _forms(folded: str) -> tuple[str, ...]:
    """Return the folded word and what may remain of it without its clitics."""
    return (folded, *readings(folded))


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """Return for each folded word of the name tables the parts that it plays there."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(given_names()):
        found[word].append("r=given")
    for word in {word for name in nationalities() for word in name.split(" ")}:
        found[word].append("r=nationality")
    for word, role in sorted(role_words()):
        found[word].append(f"r={role}")
    return {word: tuple(roles) for word, roles in found.items()}


def _known_actors() -> Phrases:
    return Phrases((_words(name), actor.kind) for actor in actors() for name in actor.names)


def _known_places() -> Phrases:
    return Phrases(_place_names())


def _place_names() -> Iterator[tuple[list[str], str]]:
    """Yield the gazetteer's names with a letter each: N a country, C a city or area, V a smaller place."""
    for place in gazetteer():
        small = place.feature in _SETTLEMENTS and (place.population or 0) < _LARGE
        size = "N" if place.feature == "country" else "V" if small else "C"
        for name in (place.name_ar, *place.aliases):
            words = _words(name)
            if words and all(any(letter.isalpha() for letter in word) for word in words):
                yield words, size


def _words(name: str) -> list[str]:
    """Return a name's folded tokens; most names are letters and spaces only, and are cut without the tokeniser."""
    plain = name.replace(" ", "").isalpha()
    return fold(name).split() if plain else [fold(token.text) for token in tokens(name)]
