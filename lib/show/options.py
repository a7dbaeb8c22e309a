"""Choices that a page offers beside the filter bar; they live in the link too."""

import pandas as pd
import streamlit as st

from lib.ask.entities import UNITS as COUNTED
from lib.draw.labels import UNITS, names
from lib.show import html, offered
from lib.show.frame import controls, ordered
from lib.show.language import t
from lib.show.notices import require
from lib.show.state import COMPARED, language, show_entity

_FIRST = 3  # entities that are compared until a visitor chooses


def unit(draw: bool = False) -> str:
    """Return what is counted, articles, reports or mentions; with `draw`, offer the choice here."""
    if draw:
        with controls():
            st.segmented_control(
                t("chart.unit"),
                ordered(COUNTED),
                key="unit",
                required=True,
                format_func={name: UNITS[name][language()] for name in UNITS}.__getitem__,
                help=t("chart.unit_help"),
                wrap=True,
            )
    chosen: str = st.session_state["unit"]
    return chosen


def focus(top: pd.DataFrame) -> str:
    """Let one entity be chosen, the first of `top` (column entity_id) until it is; return its id.

    The page ends here, saying why, when there is none.
    """
    require(len(top))
    named = _named(top)
    chosen = st.session_state["focus"] or top["entity_id"].iloc[0]
    _entity("choose-focus", named, chosen)
    return str(chosen)


def door() -> None:
    """Lead to the page of one entity."""
    _entity("open-entity", offered.entities(), None)


def _named(top: pd.DataFrame) -> dict[str, str]:
    """Return the names of what is offered and of `top`, which may be rarer in the corpus than in a selection."""
    return dict(zip(top["entity_id"], names(top, language()), strict=True)) | offered.entities()


def _entity(key: str, named: dict[str, str], chosen: str | None) -> None:
    st.session_state[key] = chosen
    st.selectbox(
        t("entities.open"),
        list(dict.fromkeys([*([chosen] if chosen else []), *named])),
        key=key,
        format_func=named.__getitem__,
        placeholder=t("entities.open"),
        label_visibility="collapsed",
        on_change=lambda: show_entity(st.session_state[key] or ""),
    )


def compare(top: pd.DataFrame) -> dict[str, str]:
    """Let up to five entities be chosen, the first of `top` (column entity_id) until they are; return id → name."""
    named = _named(top)
    st.multiselect(
        t("entities.compare"),
        list(offered.entities()),
        key="compare",
        max_selections=COMPARED,
        format_func=named.__getitem__,
        placeholder=t("entities.compare_choose"),
        label_visibility="collapsed",
    )
    chosen = st.session_state["compare"]
    if not chosen:
        html.block(html.muted(t("entities.compare_default")))
    return {one: named[one] for one in chosen or top["entity_id"].head(_FIRST)}
