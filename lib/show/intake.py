"""The Method page's account of what came in: files read, records that are no articles, passages set aside."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lib.ask import intake
from lib.ask.overview import marked
from lib.draw import labels
from lib.show import html
from lib.show.corpus import answer, connection, identity
from lib.show.downloads import csv_button
from lib.show.evidence import publisher, reader_address, titled
from lib.show.headline import Figure, headline
from lib.show.language import label, t
from lib.show.state import language

_ROWS = 50  # of a long list that a page shows; the download holds them all


def files_read() -> None:
    """Show each file with its format, its encoding, and which of its columns was taken for what."""
    frame, inputs = intake.files(connection()), identity().inputs
    records, rejected = (sum(getattr(one, count) for one in inputs) for count in ("records", "rejected"))
    headline(
        Figure(records, t("intake.records")),
        Figure(rejected, t("intake.rejected")),
        Figure(answer(marked), t("intake.bidi"), "article~bidi~true"),
        at="read",
    )
    columns = ["input", "format", "encoding", "columns", "records", "rejected"]
    with st.expander(label("intake.files", n=len(frame)), expanded=len(frame) <= 3):
        html.block(_table(frame.head(_ROWS), columns))
        _first_of(len(frame))
        csv_button(t("intake.csv_files"), lambda: frame, "files")


def rejected_records() -> None:
    """Show why records are no articles, how many of each, and where they stand."""
    frame = intake.reasons(connection())
    if frame.empty:
        html.block(html.muted(t("intake.none_rejected")))
        return
    html.block(_table(frame.head(_ROWS), ["reason", "records"]))
    counts = dict(zip(frame["reason"], frame["records"], strict=True))
    reason = st.selectbox(
        t("intake.choose_reason"), list(counts), index=None, key="choose-reason",
        placeholder=t("intake.choose_reason"), label_visibility="collapsed",
    )  # fmt: skip
    if reason:
        html.block(_table(intake.rejected(connection(), reason, _ROWS), ["input", "record", "line"]))
        _first_of(int(counts[reason]))
    csv_button(t("intake.csv_rejected"), lambda: intake.rejected(connection()), "rejected")


def removed_passages() -> None:
    """Show how many passages each cleaning rule set aside, what they say, and which rules were switched off."""
    if kept := identity().kept_rules:
        html.block(html.muted(t("intake.kept", rules=", ".join(labels.RULES[rule][language()] for rule in kept))))
    frame = intake.removed_by_rule(connection())
    if frame.empty:
        html.block(html.muted(t("intake.none_removed")))
        return
    named = {rule: labels.RULES[rule][language()] for rule in frame["rule"]}
    html.block(_table(frame.assign(rule=frame["rule"].map(named)), ["rule", "passages", "articles"]))
    if st.session_state["rule"] not in named:
        st.session_state["rule"] = ""
    st.selectbox(
        t("intake.choose_rule"), ["", *named], key="rule", label_visibility="collapsed",
        format_func=({"": t("intake.choose_rule")} | named).__getitem__,
    )  # fmt: skip
    if st.session_state["rule"]:
        _passages(st.session_state["rule"])
    html.block(html.muted(t("intake.restore")))
    csv_button(t("intake.csv_removed"), lambda: intake.removed(connection()), "removed")


def _passages(rule: str) -> None:
    """List what a rule set aside, the same words once, each with how often and with one of its articles."""
    frame = intake.removed(connection(), rule)
    html.block(*map(_passage, frame.head(_ROWS).to_dict("records")))
    _first_of(len(frame))


def _passage(row: dict[Hashable, Any]) -> str:
    title = html.link(reader_address(row["article_id"], removed=True), titled(row["title"]))
    return html.item(
        html.passage(html.struck(row["text"], labels.RULES[row["rule"]][language()])),
        html.line(html.words(f"{row['passages']:,} ×"), html.words(publisher(row["publisher"])), title),
    )


def _first_of(count: int) -> None:
    """Say that a list shows only its beginning."""
    if count > _ROWS:
        html.block(html.muted(t("intake.first", n=_ROWS, all=f"{count:,}")))


def _table(frame: pd.DataFrame, columns: Sequence[str]) -> str:
    rows = frame[list(columns)].itertuples(index=False)
    return html.table(
        [t(f"intake.{column}") for column in columns],
        [[html.words(f"{value:,}" if isinstance(value, int) else str(value)) for value in row] for row in rows],
    )
