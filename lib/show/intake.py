"""The Method page's account of what came in: files read, records that are no articles, passages set aside."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.ask import intake
from lib.ask.overview import marked
from lib.draw import labels
from lib.show import html
from lib.show.corpus import answer, connection, identity
from lib.show.downloads import csv_button
from lib.show.evidence import reader_address
from lib.show.headline import Figure, headline
from lib.show.language import t
from lib.show.state import language

_ROWS = 50  # of a long list that a page shows; the download holds them all


def files_read() -> None:
    """Show each file with its format, its encoding, and which of its columns was taken for what."""
    frame = intake.files(connection())
    records, rejected = int(frame["records"].sum()), int(frame["rejected"].sum())
    headline(
        Figure(records, t("intake.records")),
        Figure(rejected, t("intake.rejected")),
        Figure(answer(marked), t("intake.bidi"), "article~bidi~true"),
    )
    columns = ["input", "format", "encoding", "columns", "records", "rejected"]
    with st.expander(t("intake.files", n=len(frame)), expanded=len(frame) <= 3):
        html.block(_table(frame.head(_ROWS), columns))
        csv_button(t("intake.csv_files"), lambda: frame, "files")


def rejected_records() -> None:
    """Show why records are no articles, how many of each, and where they stand."""
    frame = intake.reasons(connection())
    if frame.empty:
        html.block(html.muted(t("intake.none_rejected")))
        return
    html.block(_table(frame, ["reason", "records"]))
    reason = _choice("reason", list(frame["reason"]))
    if reason:
        html.block(_table(intake.rejected(connection(), reason, _ROWS), ["input", "record", "line"]))
    csv_button(t("intake.csv_rejected"), lambda: intake.rejected(connection()), "rejected")


def removed_passages() -> None:
    """Show how many passages each cleaning rule set aside, what they say, and which rules were switched off."""
    frame = intake.removed_by_rule(connection())
    named = {rule: labels.RULES[rule][language()] for rule in frame["rule"]}
    html.block(_table(frame.assign(rule=frame["rule"].map(named)), ["rule", "passages", "articles"]))
    rule = _choice("rule", list(named), named)
    if rule:
        rows = intake.removed(connection(), rule, _ROWS).to_dict("records")
        made = [
            html.item(
                html.passage(html.struck(row["text"], named[rule])),
                html.line(
                    html.words(f"{row['passages']:,} ×"),
                    html.words(row["publisher"]),
                    html.link(reader_address(row["article_id"], removed=True), row["title"]),
                ),
            )
            for row in rows
        ]
        html.block(*made)
    if kept := identity().kept_rules:
        html.block(html.muted(t("intake.kept", rules=", ".join(labels.RULES[rule][language()] for rule in kept))))
    html.block(html.muted(t("intake.restore")))
    csv_button(t("intake.csv_removed"), lambda: intake.removed(connection()), "removed")


def _choice(name: str, options: Sequence[str], named: dict[str, str] | None = None) -> str | None:
    """Offer one of a table's rows to look into."""
    return st.selectbox(
        t(f"intake.choose_{name}"),
        options,
        index=None,
        key=f"choose-{name}",
        format_func=(named or {one: one for one in options}).__getitem__,
        placeholder=t(f"intake.choose_{name}"),
        label_visibility="collapsed",
    )


def _table(frame: pd.DataFrame, columns: Sequence[str]) -> str:
    rows = frame[list(columns)].itertuples(index=False)
    return html.table(
        [t(f"intake.{column}") for column in columns],
        [[html.words(f"{value:,}" if isinstance(value, int) else str(value)) for value in row] for row in rows],
    )
