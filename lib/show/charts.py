"""A chart with all that belongs to it: the same rows as a list to choose from, a table, downloads, its evidence."""

from collections.abc import Sequence
from numbers import Integral

import pandas as pd
import streamlit as st

from lib.draw.bars import over_time, ranking
from lib.draw.figure import Figure
from lib.draw.labels import Screen, distinct
from lib.show import html
from lib.show.downloads import csv_button
from lib.show.evidence import choose, drawn, panel_at
from lib.show.language import t
from lib.show.state import language, narrow

_TOPOJSON = "app/static/topojson/"  # served by the app itself: without it plotly would ask an outside host
_SHARES = ("share", "low", "high")  # columns that are parts of a whole
_OPTIONS = 200  # rows to choose from by keyboard; a longer list is no choice


def chart(figure: Figure, rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], at: str) -> None:
    """Show a figure of `rows` (column pick), each named by `labels`; a click or a choice opens its evidence below.

    `columns` are the numbers of the table twin, named in texts.toml under `col.`; `at` names the chart in the link.
    """
    key = f"figure-{at}-{drawn()}"
    st.container(key=f"chart-{at}").plotly_chart(
        figure,
        key=key,
        on_select=lambda: _clicked(key, at),
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
    chart(ranking(rows, labels, value, screen(), colour), rows, labels, columns, at)


def timeline(rows: pd.DataFrame, at: str) -> None:
    """Show articles over time, a colour a publisher."""
    labels = [f"{row.publisher} · {row.when:%Y-%m-%d}" for row in rows.itertuples()]
    chart(over_time(rows, screen()), rows, labels, ["articles"], at)


def chooser(rows: pd.DataFrame, labels: Sequence[str], at: str) -> None:
    """Let a row be chosen by keyboard, and show the evidence when the current pick was made here."""
    options = dict(zip(rows["pick"], distinct(labels), strict=True))
    current = st.session_state["pick"] if st.session_state["at"] == at else ""
    offered = list(dict.fromkeys([*([current] if current else []), *list(options)[:_OPTIONS]]))
    options.setdefault(current, t("evidence.current"))
    key = f"choose-{at}"
    st.session_state[key] = current or None
    st.selectbox(
        t("evidence.pick"),
        offered,
        key=key,
        format_func=options.__getitem__,
        placeholder=t("evidence.pick"),
        label_visibility="collapsed",
        on_change=lambda: choose(st.session_state[key] or "", at if st.session_state[key] else ""),
    )
    panel_at(at)


def twin(rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str]) -> str:
    """Return the rows as an HTML table that reads in the interface's direction."""
    head = [t("col.name"), *(t(f"col.{column}") for column in columns)]
    cells = [[html.words(_written(column, value)) for value in rows[column]] for column in columns]
    return html.table(head, zip(map(html.words, labels), *cells, strict=True))


def _written(column: str, value: object) -> str:
    if column in _SHARES:
        return f"{value:.1%}"
    return f"{value:,}" if isinstance(value, Integral) else str(value)


def screen() -> Screen:
    """Return what figures are drawn for: the interface's language, on the ground that the visitor's browser shows."""
    return Screen(language(), "dark" if st.context.theme.type == "dark" else "light", narrow())


def _clicked(key: str, at: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    picked = points[0].get("customdata") if points else None
    if picked:
        choose(picked[0] if isinstance(picked, list) else picked, at)
