"""Write world_110m.json, world_50m.json and lib/draw/countries.csv from the unpacked npm package world-atlas and CLDR.

Run as `python make_outlines.py PACKAGE`; README.md beside this file says what comes out.
"""

import csv
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

# Steps per 360 degrees after rounding: some 2 km at the equator, finer than a pixel of a full-width world map.
STEPS = 20_000
# Areas that ISO 3166-1 gives no number: by the code that CLDR has for them, or drawn without one.
UNNUMBERED = {"Kosovo": "XK"}
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # two letters in CLDR that stand for no country
NAMES = Path(__file__).parents[2] / "lib" / "draw" / "countries.csv"


def coarser(atlas: dict[str, Any]) -> tuple[dict[str, Any], list[list[list[int]]]]:
    """Return the transform and the delta-coded arcs, rounded to STEPS; a point that does not move is dropped."""
    scale, translate = atlas["transform"]["scale"], atlas["transform"]["translate"]
    step = 360 / STEPS
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round(x * scale[0] / step), round(y * scale[1] / step))
            if not points or points[-1] != point:
                points.append(point)
        if len(points) == 1:
            points *= 2
        deltas = [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(points)]
        arcs.append([list(points[0]), *deltas])
    return {"scale": [step, step], "translate": translate}, arcs


def code(country: dict[str, Any]) -> str:
    """Return a country's ISO 3166-1 alpha-2 code, "" for an area without one."""
    aliases = get_global("territory_aliases").get(country.get("id", ""), [])
    return next(iter(aliases), UNNUMBERED.get(country["properties"]["name"], ""))


def outlines(atlas: dict[str, Any]) -> dict[str, Any]:
    """Return the atlas with one layer: the countries' areas, each with its code."""
    transform, arcs = coarser(atlas)
    areas = [
        {"type": country["type"], "id": code(country), "arcs": country["arcs"]}
        for country in atlas["objects"]["countries"]["geometries"]
    ]
    layer = {"type": "GeometryCollection", "geometries": areas}
    return {"type": "Topology", "transform": transform, "objects": {"countries": layer}, "arcs": arcs}


def names() -> list[tuple[str, str, str]]:
    """Return every country's code with its Arabic and its English name, as CLDR has them."""
    arabic, english = (Locale(language).territories for language in ("ar", "en"))
    codes = sorted(one for one in arabic.keys() & english.keys() - NO_COUNTRY if len(one) == 2)
    return [(one, arabic[one], english[one]) for one in codes]


if __name__ == "__main__":
    for scale in ("110m", "50m"):
        atlas = json.loads((Path(sys.argv[1]) / f"countries-{scale}.json").read_text(encoding="utf-8"))
        target = Path(__file__).with_name(f"world_{scale}.json")
        target.write_text(json.dumps(outlines(atlas), separators=(",", ":")) + "\n", encoding="utf-8")
    with NAMES.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("country", "name_ar", "name_en"), *names()])
