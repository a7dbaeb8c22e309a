"""A chart with all that belongs to it: the same rows as a list to choose from, a table, downloads, its evidence."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from plotly import graph_objects as go

from lib.draw.bars import ranking
from lib.show import html
from lib.show.downloads import csv_button
from lib.show.evidence import choose, panel
from lib.show.language import t
from lib.show.state import language

_TOPOJSON = "app/static/topojson/"  # served by the app itself: without it plotly would ask an outside host
_OPTIONS = 200  # rows to choose from by keyboard; a longer list is no choice


def chart(figure: go.Figure, rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], at: str) -> None:
    """Show a figure of `rows` (column pick), each named by `labels`; a click or a choice opens its evidence below.

    `columns` are the numbers of the table twin, named in texts.toml under `col.`; `at` names the chart in the link.
    """
    st.plotly_chart(
        _readable(figure),
        key=f"chart-{at}",
        on_select=lambda: _clicked(at),
        selection_mode="points",
        config={
            "topojsonURL": _TOPOJSON,
            "displaylogo": False,
            "scrollZoom": True,
            "toImageButtonOptions": {"format": "svg", "filename": f"mijhar-{at}"},
            "modeBarButtonsToRemove": ["select2d", "lasso2d"],
        },
    )
    chooser(rows, labels, at)
    with st.expander(t("chart.table")):
        html.block(twin(rows, labels, columns))
        csv_button(t("chart.csv"), lambda: rows, at)


def ranked(
    rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], value: str, at: str, *, colour: str | None = None
) -> None:
    """Show rows as bars of their `value`; `colour` names a column of entity kinds."""
    chart(ranking(rows, labels, value, language(), colour), rows, labels, columns, at)


def chooser(rows: pd.DataFrame, labels: Sequence[str], at: str) -> None:
    """Let a row be chosen by keyboard, and show the evidence when the current pick was made here."""
    options = dict(zip(rows["pick"], labels, strict=True))
    here = st.session_state["at"] == at and st.session_state["pick"]
    named = list(options)[:_OPTIONS]
    if here and here not in named:
        named.insert(0, here)
    key = f"choose-{at}"
    st.session_state[key] = here or None
    st.selectbox(
        t("evidence.pick"),
        named,
        key=key,
        format_func=lambda pick: options.get(pick, pick),
        placeholder=t("evidence.pick"),
        label_visibility="collapsed",
        on_change=lambda: choose(st.session_state[key] or "", at if st.session_state[key] else ""),
    )
    if here:
        panel()


def twin(rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str]) -> str:
    """Return the rows as an HTML table that reads in the interface's direction."""
    head = [t("col.name"), *(t(f"col.{column}") for column in columns)]
    values = rows[list(columns)].itertuples(index=False)
    return html.table(
        head,
        (
            [html.words(label), *(html.words(_number(value)) for value in row)]
            for label, row in zip(labels, values, strict=True)
        ),
    )


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1%}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _readable(figure: go.Figure) -> go.Figure:
    """Give tick labels a contrast that the theme's grey lacks, on the ground the visitor has now."""
    tick = {"light": "#6A6457", "dark": "#A8A294"}[ground()]
    return figure.update_layout(xaxis_tickfont_color=tick, yaxis_tickfont_color=tick)


def ground() -> str:
    """Return light or dark, whichever the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _clicked(at: str) -> None:
    points = st.session_state[f"chart-{at}"]["selection"]["points"]
    picked = points[0].get("customdata") if points else None
    if picked:
        choose(picked[0] if isinstance(picked, list) else picked, at)
