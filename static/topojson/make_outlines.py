"""Write world_110m.json and world_50m.json from the unpacked npm package world-atlas.

Run as `python make_outlines.py PACKAGE`; README.md beside this file says what comes out.
"""

import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

# Steps per 360 degrees after rounding: some 2 km at the equator, finer than a pixel of a full-width world map.
STEPS = 20_000
EMPTY = ("ocean", "lakes", "rivers", "subunits")


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a geometry as lists of rings of arc numbers."""
    arcs: list[Any] = geometry.get("arcs", [])
    return arcs if geometry["type"] == "MultiPolygon" else [arcs] if arcs else []


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


def outlines(atlas: dict[str, Any]) -> dict[str, Any]:
    """Return the atlas with the layers plotly.js asks for: land, and coasts and borders each drawn once."""
    countries, land = atlas["objects"]["countries"]["geometries"], atlas["objects"]["land"]["geometries"]
    uses = Counter(
        max(arc, ~arc) for country in countries for polygon in polygons(country) for ring in polygon for arc in ring
    )
    transform, arcs = coarser(atlas)
    objects: dict[str, Any] = {name: {"type": "GeometryCollection", "geometries": []} for name in EMPTY}
    objects["land"] = {
        "type": "GeometryCollection",
        "geometries": [{"type": part["type"], "arcs": part["arcs"]} for part in land],
    }
    for name, shared in (("coastlines", False), ("countries", True)):
        lines = [[arc] for arc in sorted(uses) if (uses[arc] > 1) == shared]
        objects[name] = {"type": "MultiLineString", "arcs": lines}
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": arcs}


if __name__ == "__main__":
    for scale in ("110m", "50m"):
        atlas = json.loads((Path(sys.argv[1]) / f"countries-{scale}.json").read_text(encoding="utf-8"))
        target = Path(__file__).with_name(f"world_{scale}.json")
        target.write_text(json.dumps(outlines(atlas), separators=(",", ":")) + "\n", encoding="utf-8")
