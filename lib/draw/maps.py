"""The map: bubbles on outlines that the app itself serves."""

from dataclasses import dataclass

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure
from lib.draw.labels import Language, isolated, names

_LARGEST = 46  # pixels across, for the place with the largest count
_LATITUDES = [-70, 78]  # of Mercator's world; with all longitudes a frame of 8:5, which fills a laptop's column
_MARGIN = 3.0  # degrees around the outermost places that the first view shows
_OUTER = 0.08  # share of the counts at each side that the first view may leave out

Range = tuple[float, float]


def places(frame: pd.DataFrame, value: str, language: Language, ground: str) -> go.Figure:
    """Draw a bubble a place, its area the count in column `value`; `ground` is light or dark.

    Columns: name_ar, name_en, latitude, longitude (degrees), `value`, pick; the largest first.
    """
    labels = names(frame, language)
    view = _view(frame, value)
    labelled = _labelled(frame, view.span)
    bubbles = {
        "type": "scattergeo",
        "lat": frame["latitude"],
        "lon": frame["longitude"],
        "mode": "markers+text",
        "marker": {
            "size": (frame[value] / max(frame[value].max(), 1)) ** 0.5 * _LARGEST,
            "sizemin": 5,
            "color": palette.KINDS["LOC"],
            "opacity": 0.7,
            "line": {"width": 1, "color": palette.BORDER[ground]},
        },
        "text": [isolated(label) if row in labelled else "" for row, label in enumerate(labels)],
        "textposition": "top center",
        "customdata": frame[["pick"]],
        "hovertext": [f"{isolated(label)}: {count:,}" for label, count in zip(labels, frame[value], strict=True)],
        "hoverinfo": "text",
        "showlegend": False,
    }
    geo = {
        "projection": {"type": "mercator", "scale": 360 / view.span},
        "center": {"lat": view.lat, "lon": view.lon},
        "lataxis": {"range": _LATITUDES},
        "resolution": 50,
        "showland": True,
        "landcolor": palette.LAND[ground],
        "showcountries": True,
        "countrycolor": palette.BORDER[ground],
        "coastlinecolor": palette.BORDER[ground],
        "showlakes": False,
        "showframe": False,
        "bgcolor": palette.CLEAR,
    }
    return figure([bubbles], 460, geo=geo, dragmode="pan", margin={"l": 0, "r": 0, "t": 0, "b": 0})


@dataclass(frozen=True)
class _View:
    """The middle of the first view, and how many degrees of longitude a narrow screen shows of it."""

    lat: float
    lon: float
    span: float


def _view(frame: pd.DataFrame, value: str) -> _View:
    """Show the places that hold most of the counts; a far one is there when dragged for."""
    south, north = _middle(frame["latitude"], frame[value])
    west, east = _middle(frame["longitude"], frame[value])
    span = max(east - west, north - south) + 2 * _MARGIN
    return _View((south + north) / 2, (west + east) / 2, min(span, 360.0))


def _middle(degrees: pd.Series, weights: pd.Series) -> Range:
    """Return the span of one axis without the outermost shares of the weights at either end."""
    order = degrees.sort_values().index
    reached = weights.loc[order].cumsum() / max(weights.sum(), 1)
    inside = degrees.loc[order][(reached > _OUTER) & (reached.shift(fill_value=0) < 1 - _OUTER)]
    return float(inside.min()), float(inside.max())


def _labelled(frame: pd.DataFrame, span: float) -> set[int]:
    """Return the rows that carry their name: the largest first, none where its name would lie on another's."""
    taken: list[tuple[float, float]] = []
    rows = set()
    for row, (lat, lon) in enumerate(zip(frame["latitude"], frame["longitude"], strict=True)):
        if all(abs(lon - x) > span * 0.12 or abs(lat - y) > span * 0.035 for x, y in taken):
            taken.append((lon, lat))
            rows.add(row)
    return rows
