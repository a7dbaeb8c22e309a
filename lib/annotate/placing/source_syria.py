"""Syria's areas and communities for the gazetteer: OCHA's table joined with what GeoNames knows of its towns."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lib.annotate.placing.source_rows import SAME_PLACE_KM, Row, bare, distance_km

LEVEL_EN = {"governorate": " Governorate", "district": " District", "subdistrict": " Subdistrict"}
CENTRE = "مركز "  # OCHA names a governorate's central district "مركز حماة"


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
