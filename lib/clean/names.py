"""Words that are names of persons and places: news told again keep them, a form filled anew changes them."""

import csv
from functools import cache
from pathlib import Path

from lib.arabic.normalize import fold

_DATA = Path(__file__).parents[2] / "data"
_PLACES = frozenset({"country", "capital", "governorate", "city"})  # towns and villages share many everyday words
_CITY = "مدينة "
_SHORTEST = 3


@cache
def names() -> frozenset[str]:
    """Return given names, countries and cities of one word (مدينة غزة too), folded: data/lexicon and data/gazetteer."""
    given = (row["name"] for row in _rows("lexicon/names_given.csv"))
    places = (row["name_ar"].removeprefix(_CITY) for row in _rows("gazetteer/places.csv") if row["feature"] in _PLACES)
    folded = (fold(name) for name in (*given, *places))
    return frozenset(name for name in folded if len(name) >= _SHORTEST and name.isalpha())


def _rows(path: str) -> list[dict[str, str]]:
    with (_DATA / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
