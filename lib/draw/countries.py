"""The countries' names, as CLDR has them (static/topojson/README.md says how the table is made)."""

import csv
from functools import cache
from pathlib import Path

from lib.draw.labels import Language

_TABLE = Path(__file__).with_name("countries.csv")


@cache
def _names() -> dict[str, dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["country"]: {"ar": row["name_ar"], "en": row["name_en"]} for row in csv.DictReader(file)}


def called(country: str | None, language: Language) -> str:
    """Return a country's name by its ISO 3166-1 alpha-2 code; an unknown code is shown as it is, none as a dash."""
    return _names()[country][language] if country in _names() else country or "—"
