"""Lists of articles, hits and notable findings."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lib.ask import articles
from lib.ask.overview import totals
from lib.draw.labels import names
from lib.show import html
from lib.show.article_text import copied
from lib.show.corpus import answer, later
from lib.show.downloads import csv_button
from lib.show.evidence import day, publisher, reader_address, titled
from lib.show.headline import Figure, headline
from lib.show.language import label, t
from lib.show.notices import require
from lib.show.state import language

_PAGE = 20
_EVERYTHING = 1_000_000  # a download holds all rows; a corpus of more articles is a later concern


def article_list() -> None:
    """List the selected articles, newest first, each opening the reader."""
    count = answer(totals).articles
    require(count)
    headline(Figure(count, t("articles.found")))
    shown = st.session_state.get("_listed", _PAGE)
    html.block(*(_article(row) for row in answer(articles.listing, shown).to_dict("records")))
    _footer(count, shown, later(articles.listing, _EVERYTHING), "articles")


def concordance() -> None:
    """List the hits of the search, the word in the middle of its context."""
    if not st.session_state["q"].strip():
        st.info(label("articles.need_text"))
        return
    count = answer(articles.hits)
    require(count)
    headline(Figure(count, t("articles.hits")))
    shown = st.session_state.get("_listed", _PAGE)
    html.block(html.lines(_hit(row) for row in answer(articles.concordance, shown).to_dict("records")))
    _footer(count, shown, later(articles.concordance, _EVERYTHING), "concordance")


def describe(rows: pd.DataFrame) -> None:
    """Say in words what stands out, a line a finding."""
    if rows.empty:
        html.block(html.muted(t("overview.none")))
    for row, name in zip(rows.to_dict("records"), names(rows, language()), strict=True):
        where = row["label"] if row["dimension"] == "publisher_id" else t("overview.week", when=row["value"])
        elsewhere = {"others": row["overall"] - row["articles"], "rest": row["total"] - row["size"]}
        text = t("overview.stood", name=name, where=where, n=row["articles"], size=row["size"], **elsewhere)
        html.block(html.item(html.words(text)))


def _article(row: dict[Hashable, Any]) -> str:
    words = f"{t('col.words')}: {row['words']:,}"
    facts = [html.words(text) for text in (publisher(row["publisher"]), day(row["published"]), words)]
    title = html.link(reader_address(row["article_id"]), titled(row["title"]))
    return html.item(html.passage(f"<b>{title}</b>"), html.line(*facts, *copied(row)))


def _hit(row: dict[Hashable, Any]) -> tuple[str, str, str, str]:
    name = html.link(reader_address(row["article_id"], row["sentence"]), row["publisher"] or row["title"])
    return row["before"], row["hit"], row["after"], f"{name} · {html.words(day(row['published']))}"


def _footer(count: int, shown: int, rows: Callable[[], pd.DataFrame], name: str) -> None:
    with st.container(horizontal=True):
        if count > shown:
            st.button(t("articles.more"), on_click=lambda: st.session_state.update(_listed=shown + _PAGE))
        csv_button(t("articles.csv"), rows, name)
