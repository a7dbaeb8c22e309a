"""What all figures share; fonts and grounds come from the app's theme.

NOTE: a figure is made in one call. plotly checks the whole figure again at every later change, which costs more than
asking the question did.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.labels import DATES, Language, Screen, plotted, shortened

_ROW = 30  # pixels a bar: room for a line of text and a finger
_TICKS = {False: 5, True: 3}  # dates that fit side by side, on a laptop and on a phone
_AXIS = {"automargin": True, "fixedrange": True, "zeroline": False}
HIDDEN = {"visible": False}

Figure = go.Figure

Trace = dict[str, Any]
Axis = dict[str, Any]


def figure(
    screen: Screen, traces: Sequence[Trace], height: int, x: Axis | None = None, y: Axis | None = None, **layout: Any
) -> go.Figure:
    """Return a figure with the house's margins; a click reaches the nearest mark. `height` is in pixels."""
    axis = _AXIS | {"tickfont": {"size": 13, "color": palette.INK[screen.ground]}}
    house = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "hovermode": "closest",
        "clickmode": "event+select",
        "dragmode": False,
        "legend": {"orientation": "h", "y": -0.16, "x": 0, "title": None},
        "hoverlabel": {"align": "right", "namelength": -1},
        "bargap": 0.28,
        "xaxis": axis | (x or {}),
        "yaxis": axis | (y or {}),
    }
    return go.Figure(list(traces), house | layout)


def rows_height(rows: int) -> int:
    """Return the height in pixels of a chart with a line a row."""
    return 56 + _ROW * max(rows, 2)


def names_axis(labels: Sequence[str], language: Language, longest: int = 34) -> Axis:
    """Return a vertical axis of names, the first on top, on the side where reading starts; rows stand at 0, 1, 2 …"""
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": [plotted(shortened(label or "—", longest)) for label in labels],
        "autorange": "reversed",
        "showgrid": False,
        "ticklabelstandoff": 6,
        **({"side": "right"} if language == "ar" else {}),
    }


def values_axis(language: Language, **options: Any) -> Axis:
    """Return a horizontal axis that grows from the side where reading starts."""
    return {"autorange": "reversed" if language == "ar" else True, **options}


def time_axis(screen: Screen, times: pd.Series) -> Axis:
    """Return a horizontal axis of days, labelled as sparsely as the screen needs, at times that have a mark."""
    ticks: list[pd.Timestamp] = []
    for time in sorted(times.unique()):
        if not ticks or (time - ticks[-1]) * _TICKS[screen.narrow] >= times.max() - times.min():
            ticks.append(time)
    return {
        "tickformat": DATES[screen.language],
        "tickvals": ticks,
        "tickangle": 0,
        "showgrid": False,
    }
