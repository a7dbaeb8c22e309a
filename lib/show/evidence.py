"""The evidence panel: the sentences behind a number, each opening the reader."""

from collections.abc import Hashable
from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from lib.ask.evidence import evidence, size
from lib.ask.picks import Pick, PickError
from lib.draw import labels, maps, palette
from lib.show import html
from lib.show.article_text import copied
from lib.show.corpus import answer, later
from lib.show.downloads import csv_button
from lib.show.language import label, t
from lib.show.notices import warn
from lib.show.state import address, language, show_entity

_PAGE = 12  # sentences at a time: a screen and a half
_MARKS = dict.fromkeys(("pair", "place", "beside", "reason", "rival", "leg"), palette.KINDS["LOC"])
_MARKS |= dict.fromkeys(("attribution", "said"), palette.QUIET)
# Columns of a pick that name whom it is about.
_ENTITY = ("entity_id", "speaker_entity_id", "via_entity_id", "traveller_entity_id")


def panel_at(place: str) -> bool:
    """Show the evidence if the current pick was made at this place of the page; return whether it was."""
    st.session_state["_places"].add(place)
    here = bool(st.session_state["pick"]) and st.session_state["at"] == place
    if here:
        _panel()
    return here


def panel_elsewhere() -> None:
    """Show the evidence of a link whose pick belongs to none of the places drawn, so that it is never lost."""
    if picked_elsewhere():
        _panel()


def picked_elsewhere() -> bool:
    """Return whether there is a pick that belongs to none of the places drawn."""
    return bool(st.session_state["pick"]) and st.session_state["at"] not in st.session_state["_places"]


def _panel() -> None:
    """Show the rows behind the current pick: how many, the sentences with the span marked, a download, a way out."""
    try:
        pick = Pick.from_text(st.session_state["pick"])
    except PickError as error:
        warn(str(error))
        _close_button()
        return
    found = answer(size, pick)
    if not found.rows:
        st.info(label("evidence.none"))
        _close_button()
        return
    with st.container(border=True):
        html.block(html.muted(t("evidence.head", **asdict(found))))
        shown = st.session_state.get("_shown", _PAGE)
        rows = answer(evidence, pick, limit=shown)
        html.block(*(sentence(row, _MARKS.get(pick.fact, palette.ACCENT)) for row in rows.to_dict("records")))
        with st.container(horizontal=True):
            if found.rows > shown:
                st.button(t("evidence.more"), key="more-evidence", on_click=_more, args=(shown,))
            csv_button(t("evidence.csv"), later(evidence, pick), "evidence")
            _entity_button(pick)
            _close_button()


def sentence(row: dict[Hashable, Any], colour: str) -> str:
    """Return one evidence row as HTML: its sentence with the span marked, linked to the reader, and where it stands."""
    spans = ((row["start"], row["end"], colour), (row["other_start"], row["other_end"], palette.ACCENT))
    marks = [html.Mark(int(start), int(end), shade) for start, end, shade in spans if not pd.isna(start)]
    title = html.link(reader_address(row["article_id"], row["sentence"]), titled(row["title"]))
    part = [t("evidence.title")] if row["part"] == "title" else []
    where = [publisher(row["publisher"]), day(row["published"]), *part]
    return html.item(
        html.passage(html.marked(row["text"], marks, row["sentence_start"])),
        html.line(*_told(row), *(html.words(text) for text in where), title, *copied(row)),
    )


def _told(row: dict[Hashable, Any]) -> list[str]:
    """Return what a row says of itself: that a mention is uncertain, who said it, who travelled where."""
    if row.get("uncertain"):
        return [html.chip(t("evidence.uncertain"), palette.TONES["negative"])]
    if "from_name_ar" in row:
        return _leg(row)
    if "source" not in row:
        return []
    kind, named = labels.SOURCES[row["kind"]][language()], labels.NAMED[bool(row["named"])][language()]
    return [html.words(row["source"] or "—"), html.chip(f"{kind} · {named}", palette.QUIET)]


def _leg(row: dict[Hashable, Any]) -> list[str]:
    """Return who travelled, from where to where, and on which day, as far as the text tells."""
    leg = pd.DataFrame([row], dtype="object")  # a name that is not told is no number
    who, when = labels.names(leg, language(), "traveller_")[0], row["date"]
    told = [maps.paths(leg, language())[0], *([] if pd.isna(when) else [f"{when:%Y-%m-%d}"])]
    return [*([html.words(who)] if who else []), html.chip(" · ".join(told), palette.QUIET)]


def day(published: pd.Timestamp) -> str:
    """Return the day an article was published (UTC), or that it has no date."""
    return t("reader.undated") if pd.isna(published) else f"{published:%Y-%m-%d}"


def publisher(name: str) -> str:
    """Return an article's publisher, or that it names none."""
    return name or t("bar.anonymous")


def titled(title: str) -> str:
    """Return an article's title, or that it has none: a link needs words."""
    return title or t("reader.untitled")


def reader_address(article_id: str, sentence: int | None = None, **changes: object) -> str:
    """Return the link that opens the reader, at a sentence if one is given, in the current selection."""
    opened = article_id if sentence is None else f"{article_id}.{sentence}"
    return address(page="articles", open=opened, pick="", at="", **changes)


def choose(pick: str, at: str) -> None:
    """Make a pick the current one, made in the chart or table named `at`."""
    st.session_state.update(pick=pick, at=at, _shown=_PAGE)


def close() -> None:
    """Put the evidence away, and let go of what is selected in the charts: they are drawn anew."""
    choose("", "")
    st.session_state["_drawn"] = drawn() + 1


def _entity_button(pick: Pick) -> None:
    """Lead to the page of the entity that the rows are about, where they are about one and it is not open."""
    entity_id = next((value for column, value in pick.where if column in _ENTITY and value), "")
    if entity_id and pick.fact != "pair" and st.session_state["page"] != "entity":
        st.button(t("evidence.entity"), key="evidence-entity", on_click=show_entity, args=(entity_id,))


def _close_button() -> None:
    st.button(t("evidence.close"), key="close-evidence", on_click=close)


def drawn() -> int:
    """Return how often the charts were drawn anew: part of their keys, since a selection lives as long as its key."""
    count: int = st.session_state.get("_drawn", 0)
    return count


def _more(shown: int) -> None:
    st.session_state["_shown"] = shown + _PAGE
