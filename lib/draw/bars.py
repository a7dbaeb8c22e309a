"""Bars: rankings, and counts over time."""

from collections.abc import Sequence

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import HIDDEN, figure, names_axis, rows_height, time_axis, values_axis
from lib.draw.labels import DATES, NAMED, SOURCES, Screen, plotted, shortened


def ranking(
    frame: pd.DataFrame, labels: Sequence[str], value: str, screen: Screen, colour: str | None = None
) -> go.Figure:
    """Draw a row a bar in the frame's order, the number on it. `colour` names a column of entity kinds.

    The frame has the columns `value` and pick; two rows of one label stay two bars.
    """
    language = screen.language
    bar = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(frame))),
        "x": frame[value],
        "marker": {"color": [palette.KINDS[kind] for kind in frame[colour]] if colour else palette.ACCENT},
        "customdata": frame[["pick"]],
        "text": [f"{count:,}" for count in frame[value]],
        "textposition": "auto",
        "cliponaxis": False,
        "hovertext": [plotted(label) for label in labels],
        "hovertemplate": "%{hovertext}<br>%{x:,}<extra></extra>",
    }
    x = values_axis(language, **HIDDEN)
    return figure(screen, [bar], rows_height(len(frame)), x, names_axis(labels, language))


def over_time(frame: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw articles over time, stacked by publisher: columns publisher_id, publisher, when, articles, pick."""
    language = screen.language
    order = frame.groupby(["publisher_id", "publisher"], sort=False)["articles"].sum().sort_values(ascending=False)
    bars = []
    for place, (publisher_id, publisher) in enumerate(order.index):
        rows = frame[frame["publisher_id"] == publisher_id]
        main = place < len(palette.PUBLISHERS)
        bars.append(
            {
                "type": "bar",
                "x": rows["when"],
                "y": rows["articles"],
                "name": plotted(shortened(publisher or "—", 26)),
                "marker": {"color": palette.PUBLISHERS[place] if main else palette.QUIET, "line": {"width": 0}},
                "customdata": rows[["pick"]],
                "hovertemplate": f"%{{x|{DATES[language]}}}<br>%{{fullData.name}}: %{{y}}<extra></extra>",
            }
        )
    return figure(screen, bars, 340, time_axis(screen, frame["when"]), {"nticks": 5}, barmode="stack")


def naming(frame: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw statements by kind of source, named beside not named: columns kind, named, statements, pick."""
    language = screen.language
    kinds = list(dict.fromkeys(frame["kind"]))
    bars = []
    for named, colour in ((True, palette.ACCENT), (False, palette.TONES["negative"])):
        rows = frame[frame["named"] == named]
        labels = [f"{SOURCES[kind][language]} · {NAMED[named][language]}" for kind in rows["kind"]]
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": [kinds.index(kind) for kind in rows["kind"]],
                "x": rows["statements"],
                "name": NAMED[named][language],
                "marker": {"color": colour},
                "customdata": rows[["pick"]],
                "text": rows["statements"],
                "hovertext": labels,
                "hovertemplate": "%{hovertext}: %{x:,}<extra></extra>",
            }
        )
    y = names_axis([SOURCES[kind][language] for kind in kinds], language)
    return figure(screen, bars, rows_height(len(kinds)) + 40, values_axis(language, **HIDDEN), y, barmode="stack")
