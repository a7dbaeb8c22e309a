"""The map: bubbles on outlines that the app itself serves."""

from dataclasses import dataclass
from math import asinh, atan, degrees, radians, sinh, tan

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure
from lib.draw.labels import Screen, names, plotted

_LARGEST = 46  # pixels across, for the place with the largest count
# Of Mercator's world: with all longitudes a frame of 8:5, which fills a laptop's column.
_LATITUDES, _ASPECT = [-70, 78], 1.6
_TALL = {False: 460, True: 250}  # pixels, on a laptop and on a phone: what that frame needs of their widths
_MARGIN = 3.0  # degrees around the outermost places that the first view shows
_FIRST = 10  # places that the first view holds whole; the others are there when dragged for
# Features whose point is a middle, drawn hollow: nothing happened just there.
_WIDE = frozenset({"country", "region", "governorate", "district", "sea"})


def places(frame: pd.DataFrame, value: str, screen: Screen) -> go.Figure:
    """Draw a bubble a place, its area the count in column `value`; hollow where the point is only a middle.

    Columns: name_ar, name_en, latitude, longitude (degrees), feature, `value`, pick; the largest first.
    """
    labels = names(frame, screen.language)
    view = _view(frame)
    labelled = _labelled(frame, view.span * (2 if screen.narrow else 1))
    bubbles = {
        "type": "scattergeo",
        "lat": frame["latitude"],
        "lon": frame["longitude"],
        "mode": "markers",
        "marker": {
            "symbol": ["circle-open" if feature in _WIDE else "circle" for feature in frame["feature"]],
            "size": (frame[value] / max(frame[value].max(), 1)) ** 0.5 * _LARGEST,
            "sizemin": 5,
            "color": palette.KINDS["LOC"],
            "opacity": 0.7,
            "line": {"width": [2.5 if feature in _WIDE else 0 for feature in frame["feature"]]},
        },
        "customdata": frame[["pick"]],
        "hovertext": [f"{plotted(label)}: {count:,}" for label, count in zip(labels, frame[value], strict=True)],
        "hoverinfo": "text",
        "showlegend": False,
    }
    shown = frame.iloc[sorted(labelled)]
    words = {
        "type": "scattergeo",
        "lat": shown["latitude"],
        "lon": shown["longitude"],
        "mode": "text",
        "text": [plotted(labels[row]) for row in sorted(labelled)],
        "textposition": "top center",
        "textfont": {"color": palette.INK[screen.ground], "size": 12},
        "customdata": shown[["pick"]],
        "hoverinfo": "skip",
        "showlegend": False,
    }
    geo = {
        "projection": {"type": "mercator", "scale": 360 / view.span},
        "center": {"lat": view.lat, "lon": view.lon},
        "lataxis": {"range": _LATITUDES},
        "resolution": 50,
        "showland": True,
        "landcolor": palette.LAND[screen.ground],
        "showcountries": True,
        "countrycolor": palette.BORDER[screen.ground],
        "coastlinecolor": palette.BORDER[screen.ground],
        "showlakes": False,
        "showframe": False,
        "bgcolor": palette.CLEAR,
    }
    return figure(
        screen, [bubbles, words], _TALL[screen.narrow], geo=geo, dragmode="pan", margin={"l": 0, "r": 0, "t": 0, "b": 0}
    )


@dataclass(frozen=True)
class _View:
    """The middle of the first view, and how many degrees of longitude a narrow screen shows of it."""

    lat: float
    lon: float
    span: float


def _view(frame: pd.DataFrame) -> _View:
    """Show the most named towns and sites, or whatever there is; a country's middle alone says little of where."""
    towns = frame[~frame["feature"].isin(_WIDE)]
    most = (towns if len(towns) else frame).head(_FIRST)
    west, east = most["longitude"].min(), most["longitude"].max()
    south, north = _height(most["latitude"].min()), _height(most["latitude"].max())
    span = max(east - west, (north - south) * _ASPECT) + 2 * _MARGIN
    return _View(_latitude((south + north) / 2), float(west + east) / 2, min(float(span), 360.0))


def _height(latitude: float) -> float:
    """Return how far from the equator Mercator draws a latitude, in degrees of longitude."""
    return degrees(asinh(tan(radians(latitude))))


def _latitude(height: float) -> float:
    return degrees(atan(sinh(radians(height))))


def _labelled(frame: pd.DataFrame, span: float) -> set[int]:
    """Return the rows that carry their name: the largest first, none where its name would lie on another's."""
    taken: list[tuple[float, float]] = []
    rows = set()
    for row, (lat, lon) in enumerate(zip(frame["latitude"], frame["longitude"], strict=True)):
        if all(abs(lon - x) > span * 0.12 or abs(lat - y) > span * 0.035 for x, y in taken):
            taken.append((lon, lat))
            rows.add(row)
    return rows
