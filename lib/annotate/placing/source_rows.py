"""The rows that the gazetteer is built of, and what is asked of two: distance, and a bare name."""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.arabic.normalize import fold

FOLDER = Path(__file__).parents[3] / "data" / "gazetteer"
SAME_PLACE_KM = 10.0  # two settlements of one name are one within this distance


@dataclass(frozen=True, slots=True)
class Row:
    """One line of places.csv; aliases without name_ar; population None when unknown."""

    place_id: str
    name_ar: str
    aliases: tuple[str, ...]
    name_en: str
    latitude: float
    longitude: float
    country: str
    feature: str
    parent: str
    population: int | None
    origin: str
    licence: str

    def cells(self) -> list[str]:
        """Return the cells in the order of COLUMNS."""
        aliases = "|".join(name for name in dict.fromkeys(self.aliases) if name and name != self.name_ar)
        place = [f"{self.latitude:.4f}", f"{self.longitude:.4f}", self.country, self.feature, self.parent]
        people = "" if self.population is None else str(self.population)
        return [self.place_id, self.name_ar, aliases, self.name_en, *place, people, self.origin, self.licence]


def distance_km(a: Row, b: Row) -> float:
    """Great-circle distance in kilometres."""
    south, north = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(east)
    return 6371.0 * math.acos(min(1.0, max(-1.0, cosine)))


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our own input tables."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def bare(name: str) -> str:
    """Return the folded name without its article."""
    return fold(name).removeprefix("ال")
