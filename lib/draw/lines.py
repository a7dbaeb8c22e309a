"""Lines and dots of entities: how often each is named over time, and which share of a publisher's articles name it."""

from collections.abc import Mapping

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import Axis, Trace, figure, names_axis, time_axis, values_axis
from lib.draw.labels import DATES, Screen, plotted, shortened

_HEIGHT, _APART = 340, 19  # pixels: the figure, and what a label beside a line needs
_PLOT = 270  # of the height, where lines are drawn
_EDGE = 0.02  # of the axis of shares, so that a dot at its end is whole
_STEP = 0.13  # of a publisher's row, between the dots of two entities


def trend(frame: pd.DataFrame, labels: Mapping[str, str], value: str, screen: Screen) -> go.Figure:
    """Draw a line an entity: columns entity_id, when, `value`, pick; `labels` names each id, in drawing order.

    Several are named where their lines end; a phone, which has no room there, names them below.
    """
    language = screen.language
    lines = []
    for place, (entity_id, label) in enumerate(labels.items()):
        rows = frame[frame["entity_id"] == entity_id]
        lines.append(
            _marks(place, label, len(labels) > 1)
            | {
                "mode": "lines+markers",
                "x": rows["when"],
                "y": rows[value],
                "customdata": rows[["pick"]],
                "hovertemplate": f"%{{fullData.name}}<br>%{{x|{DATES[language]}}}: %{{y:,}}<extra></extra>",
            }
        )
    x, y = time_axis(screen, frame["when"]), {"nticks": 5, "rangemode": "tozero"}
    if len(labels) == 1 or screen.narrow or frame.empty:
        return figure(screen, lines, _HEIGHT, x, y, showlegend=len(labels) > 1)
    ends = _ends(frame, labels, value, screen)
    margin = {"l": 8, "r": 190, "t": 12, "b": 8}
    return figure(screen, lines, _HEIGHT, x, y, showlegend=False, annotations=ends, margin=margin)


def shares(frame: pd.DataFrame, labels: Mapping[str, str], screen: Screen) -> go.Figure:
    """Draw a row a publisher, a dot with its interval an entity: its share of what the publisher wrote.

    Columns: entity_id, publisher_id, publisher, size, share, low, high, pick; `labels` as above.
    """
    language = screen.language
    publishers = dict(zip(frame["publisher_id"], frame["publisher"], strict=True))
    ids = list(publishers)
    dots = []
    for place, (entity_id, label) in enumerate(labels.items()):
        rows = frame[frame["entity_id"] == entity_id]
        offset = (place - (len(labels) - 1) / 2) * _STEP
        told = zip(rows["publisher_id"], rows["share"], rows["low"], rows["high"], rows["size"], strict=True)
        dots.append(
            _marks(place, label, True)
            | {
                "mode": "markers",
                "x": rows["share"],
                "y": [ids.index(one) + offset for one in rows["publisher_id"]],
                "error_x": _interval(rows),
                "customdata": rows[["pick"]],
                "hovertext": [
                    f"{plotted(publishers[one])} · {plotted(label)}: {share:.0%} ({low:.0%}–{high:.0%}) / {size:,}"
                    for one, share, low, high, size in told
                ],
                "hoverinfo": "text",
            }
        )
    ends = [-_EDGE, max(frame["high"].max() if len(frame) else 0.0, _EDGE) + _EDGE]
    x = values_axis(
        language, autorange=False, tickformat=".0%", range=ends[:: -1 if language == "ar" else 1], nticks=6, side="top"
    )
    y = names_axis(list(publishers.values()), language, 24) | {"showgrid": True}
    below = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": None}
    return figure(screen, dots, 110 + (26 + 8 * len(labels)) * len(ids), x, y, legend=below, showlegend=True)


def _marks(place: int, label: str, several: bool) -> Trace:
    colour = palette.COMPARED[place % len(palette.COMPARED)] if several else palette.ACCENT
    return {
        "type": "scatter",
        "name": plotted(shortened(label, 26)),
        "line": {"color": colour, "width": 2},
        "marker": {"size": 8, "color": colour, "symbol": palette.SYMBOLS[place % len(palette.SYMBOLS)]},
    }


def _ends(frame: pd.DataFrame, labels: Mapping[str, str], value: str, screen: Screen) -> list[Axis]:
    """Name each line beside its end, moved up where names would lie on one another."""
    last = frame[frame["when"] == frame["when"].max()].set_index("entity_id")[value]
    step = max(float(frame[value].max()), 1.0) * _APART / _PLOT
    made, free = [], float("-inf")
    for entity_id in sorted(labels, key=lambda one: float(last[one])):
        height = max(float(last[entity_id]), free)
        free = height + step
        colour = palette.COMPARED[list(labels).index(entity_id) % len(palette.COMPARED)]
        made.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 6,
                "y": height,
                "text": f'<span style="color:{colour}">●</span> {plotted(shortened(labels[entity_id], 24))}',
                "font": {"size": 13, "color": palette.INK[screen.ground]},
                "showarrow": False,
            }
        )
    return made


def _interval(rows: pd.DataFrame) -> Trace:
    return {
        "type": "data",
        "symmetric": False,
        "array": (rows["high"] - rows["share"]).tolist(),
        "arrayminus": (rows["share"] - rows["low"]).tolist(),
        "thickness": 1,
        "width": 0,
        "color": palette.QUIET,
    }
