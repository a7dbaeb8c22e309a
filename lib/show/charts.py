"""A chart with all that belongs to it: the same rows as a list to choose from, a table, downloads, its evidence."""

from collections.abc import Sequence
from numbers import Integral

import pandas as pd
import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from lib.draw.bars import ranking
from lib.draw.figure import Figure
from lib.draw.labels import Screen, distinct
from lib.show import html
from lib.show.downloads import csv_button
from lib.show.evidence import choose, drawn, panel_at
from lib.show.language import label, t
from lib.show.state import addresses, language, narrow

_SHARES = ("share", "low", "high")  # columns that are parts of a whole
_OPTIONS = 200  # rows to choose from by keyboard; a longer list is no choice
_ROWS = ("mentions", "statements")  # columns whose number is that of the rows behind it
_LINES = 12  # of a table that stand open
_LONG = 500  # rows of a table that wait until they are asked for: the browser needs a moment to lay more out
_BARS = 15  # of a ranking that are drawn; its list and table hold all rows


def chart(
    figure: Figure, rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], at: str, *, entity: str = ""
) -> None:
    """Show a figure of `rows` (column pick), each named by `labels`; a click or a choice opens its evidence below.

    `columns` are the numbers of the table twin, named in texts.toml under `col.`; `at` names the chart in the link.
    `entity` is the column of ids where `labels` are names of entities: in the table each leads to its own page.
    """
    if rows.empty:
        nothing(at)
        return
    key = f"figure-{at}-{drawn()}"
    st.container(key=f"chart-{at}").plotly_chart(
        figure,
        key=key,
        on_select=lambda: _clicked(key, at),
        selection_mode="points",
        config={
            "displaylogo": False,
            "toImageButtonOptions": {"format": "svg", "filename": f"mijhar-{at}"},
            "modeBarButtonsToRemove": ["select2d", "lasso2d"],
        },
    )
    beside(rows, labels, columns, at, entity=entity)


def ranked(
    rows: pd.DataFrame,
    labels: Sequence[str],
    columns: Sequence[str],
    value: str,
    at: str,
    *,
    colour: str | None = None,
    entity: str = "",
) -> None:
    """Show rows as bars of their `value`; `colour` names a column of entity kinds."""
    figure = ranking(rows.head(_BARS), list(labels)[:_BARS], value, screen(), colour)
    chart(figure, rows, labels, columns, at, entity=entity)


def listed(rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], at: str, *, named: str = "name") -> None:
    """Show rows as a table whose number of rows leads to its evidence, and as a list to choose from by keyboard.

    `named` is what `labels` are, as `columns` is what the numbers are.
    """
    if rows.empty:
        nothing(at)
        return
    with st.container(key=f"table-{at}"):
        html.block(twin(rows.head(_LINES), list(labels)[:_LINES], columns, named=named, at=at))
    chooser(rows, labels, at)
    if len(rows) > _LINES:
        with st.expander(label("chart.all", n=len(rows))):
            html.block(twin(rows, labels, columns, named=named, at=at))
            csv_button(t("chart.csv"), lambda: rows, at)


def nothing(at: str) -> None:
    """Say that there is nothing to count here; evidence that a link opens here is still shown."""
    html.block(html.muted(t("empty.rows")))
    panel_at(at)


def beside(rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str], at: str, *, entity: str = "") -> None:
    """Show what belongs to a drawing: its rows as a list to choose from, with the evidence, as a table, as a file."""
    chooser(rows, labels, at)
    with unfolding(t("chart.table"), len(rows), at) as opened:
        if opened.open is not False:
            html.block(twin(rows, labels, columns, entity=entity))
        csv_button(t("chart.csv"), lambda: rows, at)


def unfolding(title: str, rows: int, at: str) -> ExpanderContainer:
    """Return what a table of so many rows is folded into; a long one is to be made only when it is `open`."""
    return st.expander(title, key=f"open-{at}", on_change="rerun") if rows > _LONG else st.expander(title)


def chooser(rows: pd.DataFrame, labels: Sequence[str], at: str, asked: str = "") -> None:
    """Let a row be chosen by keyboard, and show the evidence when the current pick was made here.

    `asked` says what is to be chosen, where it is not what a chart shows.
    """
    asked = asked or t("evidence.pick")
    options = dict(zip(rows["pick"], distinct(labels), strict=True))
    current = st.session_state["pick"] if st.session_state["at"] == at else ""
    offered = list(dict.fromkeys([*([current] if current else []), *list(options)[:_OPTIONS]]))
    options.setdefault(current, t("evidence.current"))
    key = f"choose-{at}"
    st.session_state[key] = current or None
    st.selectbox(
        asked,
        offered,
        key=key,
        format_func=options.__getitem__,
        placeholder=asked,
        label_visibility="collapsed",
        on_change=lambda: choose(st.session_state[key] or "", at if st.session_state[key] else ""),
    )
    panel_at(at)


def twin(
    rows: pd.DataFrame,
    labels: Sequence[str],
    columns: Sequence[str],
    *,
    named: str = "name",
    entity: str = "",
    at: str = "",
) -> str:
    """Return the rows as an HTML table that reads in the interface's direction.

    With `entity`, a column of ids, each name leads to the page of its entity; with `at`, the number of
    mentions or statements to its evidence.
    """
    head = [t(f"col.{named}"), *(t(f"col.{column}") for column in columns)]
    cells = [[html.words(_written(column, value)) for value in rows[column]] for column in columns]
    called = [html.words(one) for one in labels]
    if entity:
        leads = addresses("focus", rows[entity], page="entity", pick="", at="")
        called = [html.link(href, one) for href, one in zip(leads, labels, strict=True)]
    if at:
        counted = next(column for column in columns if column in _ROWS)
        written = (_written(counted, value) for value in rows[counted])
        opened = addresses("pick", rows["pick"], at=at)
        cells[columns.index(counted)] = [html.link(href, text) for href, text in zip(opened, written, strict=True)]
    return html.table(head, zip(called, *cells, strict=True))


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
