"""One place in full: what it is, in which roles and tones it is named, why names mean it, what else they could mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb
import pandas as pd
import streamlit as st

from lib.ask import place as one_place
from lib.ask.filters import Filters
from lib.ask.picks import Pick, PickError
from lib.draw import maps, palette
from lib.draw.countries import called
from lib.draw.labels import FEATURES, REASONS, ROLES, TONES, isolated, names, said
from lib.show import html
from lib.show.charts import twin
from lib.show.corpus import answer
from lib.show.language import t
from lib.show.state import address, language

_RIVAL = ["feature", "country", "score", "mentions"]
_MOST = 12  # of the names that a place goes by


@dataclass(frozen=True)
class _Line:
    """A line of the card: its title in texts.toml, the question, the column that names its rows, their labels."""

    title: str
    question: Callable[[duckdb.DuckDBPyConnection, Filters, str], pd.DataFrame]
    column: str
    labels: Mapping[str, Mapping[str, str]]
    counted: str = "mentions"


_LINES = (
    _Line("map.roles", one_place.roles, "role", ROLES),
    _Line("place.tones", one_place.tones, "label", TONES, "sentences"),
    _Line("place.forms", one_place.forms, "text", {}),
    _Line("place.reasons", one_place.reasons, "reason", REASONS),
)


def card(at: str) -> None:
    """Show what is known of the chosen place: what it is, how it is named and why, and what else it could be.

    `at` is where on the page the numbers' evidence opens.
    """
    found = answer(one_place.about, _chosen()) if _chosen() else pd.DataFrame()
    if found.empty:
        return
    row = found.to_dict("records")[0]
    name = names(found, language())[0]
    other = next((row[one] for one in ("name_ar", "name_en") if row[one] and row[one] != name), "")
    kind = " · ".join([said(FEATURES, row["feature"], language()), called(row["country"], language())])
    where = isolated(f"{row['latitude']:.2f}°, {row['longitude']:.2f}°")
    with st.container(border=True, key="place-card"):
        html.block(
            html.named(name, *([html.words(other)] if other else []), html.chip(kind, palette.KINDS["LOC"])),
            html.muted(" · ".join([where, *([t("place.middle")] if row["feature"] in maps.WIDE else [])])),
            *(_linked(at, row["place_id"], line) for line in _LINES),
        )
        _rivals(at, row["place_id"], row["score"])


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return places with their countries and features by name; thousands of places have few of either."""
    speech = language()
    countries = {one: called(one, speech) for one in rows["country"].unique()}
    features = {one: said(FEATURES, one, speech) for one in rows["feature"].unique()}
    return rows.assign(country=rows["country"].map(countries), feature=rows["feature"].map(features))


def _chosen() -> str:
    """Return the place that the current pick, made on this page, is about; "" for none."""
    try:
        pick = Pick.from_text(st.session_state["pick"])
    except PickError:
        return ""
    return dict(pick.where).get("place_id", "") if pick.fact in ("place", "reason", "rival") else ""


def _linked(at: str, place_id: str, line: _Line) -> str:
    """Return a line of what a question counts, each number leading to its sentences; nothing where there is nothing."""
    rows = answer(line.question, place_id)
    parts = [
        html.counted(said(line.labels, name, language()), f"{number:,}", address(pick=pick, at=at))
        for name, number, pick in zip(rows[line.column], rows[line.counted], rows["pick"], strict=True)
    ]
    return html.told(t(line.title), parts[:_MOST]) if parts else ""


def _rivals(at: str, place_id: str, score: float) -> None:
    """Show how sure the place is, and which others its names could mean."""
    rows = answer(one_place.rivals, place_id)
    if pd.isna(score):
        return
    html.block(html.told(t("place.score"), [html.words(f"{score:.2f}")]))
    if rows.empty:
        html.block(html.muted(t("place.no_rivals")))
        return
    told = in_words(rows).assign(score=[f"{one:.3f}" for one in rows["score"]])
    html.block(html.muted(t("place.rivals")), twin(told, names(rows, language()), _RIVAL, named="place", at=at))
