"""Choices that a page offers beside the filter bar; they live in the link too."""

import pandas as pd
import streamlit as st

from lib.draw.labels import UNITS, distinct, names
from lib.show.frame import controls
from lib.show.language import t
from lib.show.state import language


def unit(draw: bool = False) -> str:
    """Return what is counted, articles or mentions; with `draw`, offer the choice here."""
    if draw:
        with controls():
            st.segmented_control(
                t("chart.unit"),
                ("articles", "mentions"),
                key="unit",
                required=True,
                format_func={name: UNITS[name][language()] for name in UNITS}.__getitem__,
            )
    chosen: str = st.session_state["unit"]
    return chosen


def focus(rows: pd.DataFrame) -> tuple[str, str]:
    """Let one entity be chosen, the first of `rows` until it is; return its id and name."""
    options = dict(zip(rows["entity_id"], distinct(names(rows, language())), strict=True))
    chosen = st.session_state["focus"]
    st.session_state["choose-focus"] = chosen if chosen in options else next(iter(options))
    entity_id = st.selectbox(
        t("entities.focus"),
        list(options),
        key="choose-focus",
        format_func=options.__getitem__,
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update(focus=st.session_state["choose-focus"]),
    )
    return entity_id, options[entity_id]
