"""Choices that a page offers beside the filter bar; they live in the link too."""

import pandas as pd
import streamlit as st

from lib.draw.labels import UNITS, names
from lib.show.language import t
from lib.show.state import language


def unit(draw: bool = False) -> str:
    """Return what is counted, articles or mentions; with `draw`, offer the choice here."""
    if draw:
        st.segmented_control(
            t("chart.unit"),
            ("articles", "mentions"),
            key="unit",
            required=True,
            format_func=lambda name: UNITS[name][language()],
        )
    chosen: str = st.session_state["unit"]
    return chosen


def focus(rows: pd.DataFrame) -> tuple[str, str]:
    """Let one entity be chosen, the first of `rows` until it is; return its id and name."""
    options = dict(zip(rows["entity_id"], names(rows, language()), strict=True))
    if st.session_state["focus"] not in options:
        st.session_state["focus"] = next(iter(options))
    st.selectbox(
        t("entities.focus"),
        list(options),
        key="focus",
        format_func=lambda one: options[one],
        label_visibility="collapsed",
    )
    entity_id: str = st.session_state["focus"]
    return entity_id, options[entity_id]
