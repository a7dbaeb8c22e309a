"""The map: bubbles on outlines that the app itself serves."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure
from lib.draw.labels import Language, isolated, names

_LARGEST = 46  # pixels across, for the place with the largest count
_MARGIN = 3.0  # degrees around the outermost places that the first view shows
_OUTER = 0.08  # share of the counts at each side that the first view may leave out
_ASPECT = 2.1  # degrees of longitude a degree of latitude that fill a laptop's width, near latitude 35

Range = tuple[float, float]


def places(frame: pd.DataFrame, value: str, language: Language, ground: str) -> go.Figure:
    """Draw a bubble a place, its area the count in column `value`; `ground` is light or dark.

    Columns: name_ar, name_en, latitude, longitude (degrees), `value`, pick; the largest first.
    """
    made = figure(560)
    labels = names(frame, language)
    view = _view(frame, value)
    labelled = _labelled(frame, view)
    made.add_scattergeo(
        lat=frame["latitude"],
        lon=frame["longitude"],
        mode="markers+text",
        marker={
            "size": (frame[value] / max(frame[value].max(), 1)) ** 0.5 * _LARGEST,
            "sizemin": 5,
            "color": palette.KINDS["LOC"],
            "opacity": 0.7,
            "line": {"width": 1, "color": palette.BORDER[ground]},
        },
        text=[isolated(label) if row in labelled else "" for row, label in enumerate(labels)],
        textposition="top center",
        customdata=frame[["pick"]],
        hovertext=[f"{isolated(label)}: {count:,}" for label, count in zip(labels, frame[value], strict=True)],
        hoverinfo="text",
        showlegend=False,
    )
    made.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, dragmode="pan")
    made.update_geos(
        projection={"type": "mercator"},
        resolution=50,
        showland=True,
        landcolor=palette.LAND[ground],
        showcountries=True,
        countrycolor=palette.BORDER[ground],
        coastlinecolor=palette.BORDER[ground],
        showframe=False,
        bgcolor=palette.CLEAR,
        lataxis_range=view["lat"],
        lonaxis_range=view["lon"],
    )
    return made


def _view(frame: pd.DataFrame, value: str) -> dict[str, Range]:
    """Return the latitudes and longitudes that hold most of the counts; a far place is there when dragged for."""
    south, north = _middle(frame["latitude"], frame[value])
    west, east = _middle(frame["longitude"], frame[value])
    wide = max((east - west) / 2, (north - south) / 2 * _ASPECT) + _MARGIN
    tall, middle = wide / _ASPECT, (south + north) / 2
    return {
        "lat": (max(middle - tall, -58.0), min(middle + tall, 78.0)),
        "lon": (max((west + east) / 2 - wide, -180.0), min((west + east) / 2 + wide, 180.0)),
    }


def _middle(degrees: pd.Series, weights: pd.Series) -> Range:
    """Return the span of one axis without the outermost shares of the weights at either end."""
    order = degrees.sort_values().index
    reached = weights.loc[order].cumsum() / max(weights.sum(), 1)
    inside = degrees.loc[order][(reached > _OUTER) & (reached.shift(fill_value=0) < 1 - _OUTER)]
    return float(inside.min()), float(inside.max())


def _labelled(frame: pd.DataFrame, view: dict[str, Range]) -> set[int]:
    """Return the rows that carry their name: the largest first, none where its name would lie on another's."""
    width, height = (view[axis][1] - view[axis][0] for axis in ("lon", "lat"))
    taken: list[tuple[float, float]] = []
    rows = set()
    for row, (lat, lon) in enumerate(zip(frame["latitude"], frame["longitude"], strict=True)):
        if all(abs(lon - x) > width * 0.09 or abs(lat - y) > height * 0.045 for x, y in taken):
            taken.append((lon, lat))
            rows.add(row)
    return rows
