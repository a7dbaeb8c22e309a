"""What can be chosen from: the corpus's publishers and most frequent entities, by id, each under a name of its own."""

from datetime import date

import streamlit as st

from lib.ask import names
from lib.draw import labels
from lib.show.corpus import build, connection
from lib.show.state import language

_ENTITIES = 500  # typing finds among them, and a link may name any other


def publishers() -> dict[str, str]:
    """Return every publisher's name."""
    return _publishers(build())


def period() -> tuple[date, date] | None:
    """Return the corpus's first and last day, None when no article has a date."""
    return _period(build())


def entities() -> dict[str, str]:
    """Return the names of the corpus's most frequent entities, and of those that the link names, where they exist."""
    state = st.session_state
    return _entities(build(), language(), tuple({*state["entity"], *state["compare"], state["focus"]}))


@st.cache_data(max_entries=16, show_spinner=False)
def _publishers(corpus: str) -> dict[str, str]:
    frame = names.publishers(connection())
    return dict(zip(frame["publisher_id"], labels.distinct(frame["publisher"]), strict=True))


@st.cache_data(max_entries=16, show_spinner=False)
def _period(corpus: str) -> tuple[date, date] | None:
    return names.period(connection())


@st.cache_data(max_entries=64, show_spinner=False)
def _entities(corpus: str, language: labels.Language, always: tuple[str, ...]) -> dict[str, str]:
    frame = names.entities(connection(), _ENTITIES, always)
    return dict(zip(frame["entity_id"], labels.distinct(labels.names(frame, language)), strict=True))
