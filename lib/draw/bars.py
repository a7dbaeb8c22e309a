"""Bars: rankings, and counts over time."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, lines_of_text, rows_height
from lib.draw.labels import DATES, NAMED, SOURCES, Language, isolated, shortened


def ranking(
    frame: pd.DataFrame, labels: list[str], value: str, language: Language, colour: str | None = None
) -> go.Figure:
    """Draw a row a bar in the frame's order, the number on it. `colour` names a column of entity kinds.

    The frame has the columns `value` and pick; two rows of one label stay two bars.
    """
    made = figure(rows_height(len(frame)))
    colours = [palette.KINDS[kind] for kind in frame[colour]] if colour else palette.ACCENT
    made.add_bar(
        y=list(range(len(frame))),
        x=frame[value],
        orientation="h",
        marker={"color": colours},
        customdata=frame[["pick"]],
        text=[f"{count:,}" for count in frame[value]],
        textposition="auto",
        cliponaxis=False,
        hovertext=[isolated(label) for label in labels],
        hovertemplate="%{hovertext}<br>%{x:,}<extra></extra>",
    )
    made.update_yaxes(
        tickvals=list(range(len(frame))),
        ticktext=[isolated(shortened(label)) for label in labels],
        tickfont={"size": 14},
    )
    made.update_xaxes(visible=False)
    return lines_of_text(made, language)


def over_time(frame: pd.DataFrame, language: Language) -> go.Figure:
    """Draw articles over time, stacked by publisher: columns publisher_id, publisher, when, articles, pick."""
    made = figure(340, barmode="stack")
    order = frame.groupby(["publisher_id", "publisher"], sort=False)["articles"].sum().sort_values(ascending=False)
    for place, (publisher_id, publisher) in enumerate(order.index):
        rows = frame[frame["publisher_id"] == publisher_id]
        main = place < len(palette.PUBLISHERS)
        made.add_bar(
            x=rows["when"],
            y=rows["articles"],
            name=isolated(shortened(publisher or "—", 26)),
            marker={"color": palette.PUBLISHERS[place] if main else palette.QUIET, "line": {"width": 0}},
            customdata=rows[["pick"]],
            hovertemplate=f"%{{x|{DATES[language]}}}<br>{isolated(publisher or '—')}: %{{y}}<extra></extra>",
        )
    made.update_xaxes(tickformat=DATES[language], nticks=8, showgrid=False)
    made.update_yaxes(nticks=5)
    return made


def naming(frame: pd.DataFrame, language: Language) -> go.Figure:
    """Draw statements by kind of source, named beside not named: columns kind, named, statements, pick."""
    kinds = list(dict.fromkeys(frame["kind"]))
    made = figure(rows_height(len(kinds)) + 40, barmode="stack")
    for named, colour in ((True, palette.ACCENT), (False, palette.TONES["negative"])):
        rows = frame[frame["named"] == named]
        made.add_bar(
            y=[SOURCES[kind][language] for kind in rows["kind"]],
            x=rows["statements"],
            name=NAMED[named][language],
            orientation="h",
            marker={"color": colour},
            customdata=rows[["pick"]],
            text=rows["statements"],
            hovertemplate=f"%{{y}} · {NAMED[named][language]}: %{{x:,}}<extra></extra>",
        )
    made.update_yaxes(categoryorder="array", categoryarray=[SOURCES[kind][language] for kind in kinds])
    made.update_xaxes(visible=False)
    return lines_of_text(made, language)
