"""The map as plain values that `lib/show/atlas/*.js` draws: bubbles of places, shades of countries, arcs of legs."""

from itertools import pairwise
from math import ceil
from typing import Any

import pandas as pd

from lib.draw import palette
from lib.draw.countries import called
from lib.draw.labels import DATES, TONES, UNITS, Language, Screen, isolated, names

Drawing = dict[str, Any]

_LARGEST = {False: 24.0, True: 17.0}  # pixels of radius for the largest count, on a laptop and on a phone
_SMALLEST = 4.5
_DIGITS = 4  # of a degree: eleven metres
_END = 5.0  # the radius of a journey's ends, which count nothing
_THINNEST, _BROADEST = 1.6, 4.5  # pixels of an arc's width
_FIRST = 10  # places that the first view holds whole; the others are there when dragged for
_NAMED = 3  # legs of a step that are named in full
_TOLD = tuple(TONES)
_TOWARDS = {"ar": "←", "en": "→"}  # as the line is read
# Features whose point is a middle, drawn hollow: nothing happened just there.
WIDE = frozenset({"country", "region", "governorate", "district", "subdistrict", "sea", "river", "mountain", "strait"})


def places(frame: pd.DataFrame, value: str, screen: Screen, toned: bool = False) -> Drawing:
    """Draw a bubble a place, its area the count in column `value`; hollow where the point is only a middle.

    Columns: place_id, name_ar, name_en, latitude, longitude (degrees), feature, `value`, pick, and with `toned` tone,
    surely, negative, neutral, positive, abstained; the largest first.
    """
    wide = frame["feature"].isin(WIDE)
    radius = (frame[value] / max(frame[value].max(), 1)) ** 0.5 * _LARGEST[screen.narrow]
    return {
        **_ground(screen),
        "layer": "places",
        "view": _first(frame),
        "places": {
            "id": frame["place_id"].tolist(),
            "lon": frame["longitude"].round(_DIGITS).tolist(),
            "lat": frame["latitude"].round(_DIGITS).tolist(),
            "radius": radius.clip(lower=_SMALLEST).round(2).tolist(),
            "wide": wide.astype(int).tolist(),
            "open": [int(tone == "abstained") for tone in frame["tone"]] if toned else 0,
            "name": names(frame, screen.language),
            **_counts(frame, value, toned, palette.KINDS["LOC"], palette.QUIET),
        },
        **_words(value, screen.language, toned),
        "key": _tone_key(screen, palette.QUIET, dashed=True) if toned else [],
    }


def countries(frame: pd.DataFrame, found: pd.DataFrame, value: str, screen: Screen, toned: bool = False) -> Drawing:
    """Draw each country in a shade of its count in column `value`, or of its tone.

    Columns: country, and as for places; `found` are the places themselves, which the first view holds.
    """
    shades = palette.STEPS[screen.ground]
    steps = _steps(int(frame[value].max()) if len(frame) else 0, len(shades))
    colours = [shades[sum(count >= low for low, _ in steps) - 1] for count in frame[value]]
    key = [{"colour": shades[place], "text": _range(*ends)} for place, ends in enumerate(steps)]
    return {
        **_ground(screen),
        "layer": "countries",
        "view": _first(found),
        "areas": {
            "id": frame["country"].tolist(),
            "name": [called(one, screen.language) for one in frame["country"]],
            **_counts(frame, value, toned, colours, palette.UNDECIDED[screen.ground]),
        },
        **_words(value, screen.language, toned),
        "key": _tone_key(screen, palette.UNDECIDED[screen.ground]) if toned else key,
    }


def journeys(told: pd.DataFrame, story: pd.DataFrame, screen: Screen) -> Drawing:
    """Draw an arc a pair of places, wider for more legs, and the steps of the story, each the legs of a date.

    `told` and `story` are what `ask.journeys` returns. A leg of which one end is told is no arc: its place stands out
    at its step. What has no date is a step of its own.
    """
    arcs = told.dropna(subset=["from_place_id", "to_place_id"])
    most = max(arcs["legs"].max(), 1) if len(arcs) else 1
    ends = _ends(told)
    return {
        **_ground(screen),
        "layer": "journeys",
        "view": _bounds(ends),
        "places": {
            "id": list(ends["place_id"]),
            "lon": list(ends["longitude"]),
            "lat": list(ends["latitude"]),
            "radius": _END,
            "wide": 0,
            "open": 0,
            "name": names(ends, screen.language),
            "pick": [f"place~place_id~{one}" for one in ends["place_id"]],
            "colour": palette.KINDS["LOC"],
        },
        "arcs": {
            "from": [*zip(arcs["from_longitude"], arcs["from_latitude"], strict=True)],
            "to": [*zip(arcs["to_longitude"], arcs["to_latitude"], strict=True)],
            "name": paths(arcs, screen.language),
            "count": [int(one) for one in arcs["legs"]],
            "width": [_THINNEST + (_BROADEST - _THINNEST) * (legs / most) ** 0.5 for legs in arcs["legs"]],
            "pick": list(arcs["pick"]),
        },
        "steps": _told(arcs, story, screen.language),
        **_words("legs", screen.language, False),
        "key": [],
    }


def paths(legs: pd.DataFrame, language: Language) -> list[str]:
    """Return each leg as a line: from where to where, with an arrow that points the way it is read."""
    ends = zip(names(legs, language, "from_"), names(legs, language, "to_"), strict=True)
    return [f" {_TOWARDS[language]} ".join(isolated(end or "…") for end in pair) for pair in ends]


def _told(arcs: pd.DataFrame, story: pd.DataFrame, language: Language) -> list[dict[str, Any]]:
    """Return the steps of the story: when, in words, which arcs they go along, and which places they touch."""
    place = {pair: at for at, pair in enumerate(zip(arcs["from_place_id"], arcs["to_place_id"], strict=True))}
    steps: list[dict[str, Any]] = []
    days = ["" if pd.isna(day) else f"{day:{DATES[language]}}" for day in story["date"]]
    pairs = zip(story["from_place_id"], story["to_place_id"], strict=True)
    travellers = names(story, language, "traveller_")
    for when, pair, who, line in zip(days, pairs, travellers, paths(story, language), strict=True):
        if not when or not steps or steps[-1]["when"] != when:
            steps.append({"when": when, "lines": [], "arcs": [], "places": [], "more": 0})
        step = steps[-1]
        step["arcs"] += [place[pair]] if pair in place else []
        step["places"] += [end for end in pair if not pd.isna(end)]
        if len(step["lines"]) < _NAMED:
            step["lines"].append(f"{isolated(who)}: {line}" if who else line)
        else:
            step["more"] += 1
    return steps


def _ends(arcs: pd.DataFrame) -> pd.DataFrame:
    """Return the places that legs begin or end at, once each."""
    columns = ["place_id", "name_ar", "name_en", "longitude", "latitude"]
    sides = [arcs[[f"{side}_{name}" for name in columns]].set_axis(columns, axis=1) for side in ("from", "to")]
    return pd.concat(sides).dropna(subset=["place_id"]).drop_duplicates("place_id", ignore_index=True)


def _counts(frame: pd.DataFrame, value: str, toned: bool, colour: str | list[str], undecided: str) -> dict[str, Any]:
    """Return what a mark says and where it leads; with `toned` the sentences of each tone, and its shade."""
    said: dict[str, Any] = {"count": frame[value].tolist(), "pick": frame["pick"].tolist()}
    if toned:
        leads = zip(frame["tone"], frame["surely"], strict=True)
        said["colour"] = [undecided if tone == "abstained" else palette.shade(tone, surely) for tone, surely in leads]
        return said | {tone: [int(one) for one in frame[tone]] for tone in _TOLD}
    return said | {"colour": colour}


def _words(value: str, language: Language, toned: bool) -> dict[str, Any]:
    tones = [{"name": tone, "text": TONES[tone][language]} for tone in _TOLD] if toned else []
    return {"unit": UNITS[value][language], "tones": tones}


def _ground(screen: Screen) -> dict[str, Any]:
    """Return the colours of what lies under the marks, and the side where reading starts."""
    ground = screen.ground
    return {
        "land": palette.LAND[ground],
        "border": palette.BORDER[ground],
        "sea": palette.SEA[ground],
        "arc": palette.KINDS["PERS"],
        "direction": "rtl" if screen.language == "ar" else "ltr",
        "narrow": screen.narrow,
    }


def _first(frame: pd.DataFrame) -> dict[str, float] | None:
    """Return the box of the most named towns, or of what there is: a country's middle says little of where."""
    towns = frame[~frame["feature"].isin(WIDE)]
    return _bounds((towns if len(towns) else frame).head(_FIRST))


def _bounds(frame: pd.DataFrame) -> dict[str, float] | None:
    """Return the box of degrees that the first view shows, None for the world."""
    if frame.empty:
        return None
    longitude, latitude = frame["longitude"], frame["latitude"]
    sides = {"west": longitude.min(), "east": longitude.max(), "south": latitude.min(), "north": latitude.max()}
    return {side: float(value) for side, value in sides.items()}


def _steps(most: int, count: int) -> list[tuple[int, int]]:
    """Return the classes of a count, as (first, last): even steps of its root, so that a few large hide no small."""
    if not most:
        return []
    lows = [1, *(ceil(most * (step / count) ** 2) for step in range(1, count))]
    lows = sorted({low for low in lows if low >= 1})
    return [(low, after - 1) for low, after in pairwise([*lows, most + 1])]


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _tone_key(screen: Screen, undecided: str, dashed: bool = False) -> list[dict[str, Any]]:
    """Return what the shades of tone mean."""
    colours = palette.TONES | {"abstained": undecided}
    return [
        {"colour": colours[tone], "text": TONES[tone][screen.language], "open": dashed and tone == "abstained"}
        for tone in _TOLD
    ]
