"""The gazetteer: places by id and by Arabic name, read once from data/gazetteer/places.csv."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.arabic.normalize import fold
from lib.errors import MijharError

FOLDER = Path(__file__).parents[3] / "data" / "gazetteer"
PLACES = FOLDER / "places.csv"
ARTICLE = "ال"
CLITICS = "وفبلك"  # written in one word with a name; at most two, a conjunction before a preposition
CONJUNCTIONS = "وف"
AND = "و"  # leaves names of two letters: وإب
SETTLEMENTS = frozenset({"city", "town", "village", "capital"})
AREAS = frozenset({"governorate", "district", "subdistrict"})
LANDS = frozenset({"country", "region", "island", "mountain", "river", "sea", "strait"})
# Countries of which Arabic news names villages: the Arab ones, Iran, Israel and Turkey.
REGION = frozenset(re.findall("..", "AEBHDJDZEGEHILIQIRJOKMKWLBLYMAMROMPSQASASDSOSYTNTRYE"))
SHORTEST = 3  # letters a name must keep when a clitic is taken off: بعدن → عدن, but never بال → ال


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; WGS 84 degrees, ISO 3166-1 alpha-2 country ("" for seas).

    `parent` is the id of the area around it below the country ("" when not known); `population` None when unknown.
    """

    place_id: str
    name_ar: str
    name_en: str
    latitude: float
    longitude: float
    country: str
    feature: str
    population: int | None
    parent: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean; the flags say how the name as written differs from the gazetteer's.

    `article` when it lacks the article that the gazetteer has, `added` when it has one more.
    """

    place: Place
    alias: bool
    article: bool
    clitic: bool
    added: bool = False


def key(name: str) -> str:
    """Return the name as it is looked up: folded, quotes and hyphens gone, without the first word's article."""
    words = " ".join(fold(name.translate(_MARKS)).split())
    return words.removeprefix(ARTICLE) if len(words) > SHORTEST else words


_MARKED = re.compile("[\u064b-\u0652]")
_MARKS = str.maketrans(dict.fromkeys("-–_#\"'«»“”()[]،؛:.", " "))


def _sound(name: str) -> str:
    """Return the key with one letter for the foreign /g/, which is written غ or ج (هونغ كونغ, هونج كونج)."""
    return name.replace("ج", "غ")


def _as_marked(name: str, found: list[Match]) -> list[Match]:
    if not _MARKED.search(name):
        return found
    marked = [
        match
        for match in found
        if any(_MARKED.search(each) and each in name for each in (match.place.name_ar, *match.place.aliases))
    ]
    return marked or found


def unclitic(word: str) -> Iterator[str]:
    """Yield the word without its possible clitics, fewest taken first: ولدمشق gives لدمشق, دمشق; للعراق العراق."""
    left = word
    for _ in range(2):
        if left[:1] not in CLITICS or len(left) < SHORTEST + (left[:1] != AND):
            return
        if left.startswith("لل"):
            yield ARTICLE + left[2:]
        conjunction, left = left[0] in CONJUNCTIONS, left[1:]
        yield left.lstrip("ـ")
        if not conjunction:
            return


class Gazetteer:
    """Places by id and by name; about 20,000 of them, loaded in some tenths of a second."""

    def __init__(self, places: dict[str, Place], names: dict[str, list[tuple[Place, bool, bool]]]) -> None:
        self._places = places
        self._names = names
        self._sounds = {_sound(name): found for name, found in names.items() if _sound(name) != name}

    @classmethod
    def read(cls, path: Path = PLACES) -> "Gazetteer":
        """Read a places.csv; MijharError when there is none."""
        if not path.is_file():
            raise MijharError(f"There is no gazetteer at {path}: restore data/gazetteer/places.csv.")
        with path.open(encoding="utf-8", newline="") as lines:
            places = {row["place_id"]: _place(row) for row in csv.DictReader(lines)}
        names: dict[str, list[tuple[Place, bool, bool]]] = {}
        for place in places.values():
            for order, name in enumerate((place.name_ar, *place.aliases)):
                entry = (place, order > 0, name.startswith(ARTICLE))
                known = names.setdefault(key(name), [])
                if all(other[0] is not place for other in known):
                    known.append(entry)
        return cls(places, names)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def place(self, place_id: str) -> Place:
        """Return the place of this id; KeyError when there is none."""
        return self._places[place_id]

    def candidates(self, name: str) -> list[Match]:
        """Return the places this name may mean, clitics tried on and off, each place once, in no order of merit.

        Vowel marks that the name bears decide (عُمان is no عمّان); ج stands for غ where it is not known with غ.
        """
        found: dict[str, Match] = {}
        for order, spelling in enumerate((name, *unclitic(name))):
            for place, alias, article in self._known(key(spelling)):
                written = spelling.lstrip("\"'«“(").startswith(ARTICLE)
                flags = (alias, article and not written, order > 0, written and not article)
                found.setdefault(place.place_id, Match(place, *flags))
        return _as_marked(name, list(found.values()))

    def _known(self, name: str) -> list[tuple[Place, bool, bool]]:
        sound = _sound(name)
        return self._names.get(name) or self._names.get(sound) or self._sounds.get(sound, [])

    def above(self, place: Place) -> Iterator[str]:
        """Yield the ids of the areas around a place, nearest first, its country last."""
        lowest = place
        while place.parent:
            yield place.parent
            place = self._places[place.parent]
        if lowest.country in self._places and lowest.country != lowest.place_id:
            yield lowest.country


def _place(row: dict[str, str]) -> Place:
    population = int(row["population"]) if row["population"] else None
    position = float(row["latitude"]), float(row["longitude"])
    aliases = tuple(row["aliases"].split("|")) if row["aliases"] else ()
    head = (row["place_id"], row["name_ar"], row["name_en"], *position)
    return Place(*head, row["country"], row["feature"], population, row["parent"], aliases)


@cache
def cues(name: str) -> dict[str, frozenset[str]]:
    """Return one table of cues.csv: folded word → the features it announces (empty for most tables)."""
    with (FOLDER / "cues.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["table"] == name]
    return {fold(row["word"]): frozenset(filter(None, row["features"].split("|"))) for row in rows}


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of this installation, read on first use."""
    return Gazetteer.read()
