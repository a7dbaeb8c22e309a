"""What a page says when it cannot show what was asked for.

A notice may quote a link, and a link may hold anything: what Streamlit's markdown would read as markup is escaped.
"""

import re

import streamlit as st

from lib.draw.labels import isolated
from lib.show.language import label

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")  # ASCII punctuation, which a backslash makes literal in markdown


def warn(text: str) -> None:
    """Show what is wrong with a link or a choice; the page goes on."""
    st.warning(_plain(text))


def done(text: str) -> None:
    """Show that what was asked for is done."""
    st.success(_plain(text), icon=":material/check:")


def fail(text: str) -> None:
    """Show why there is no page."""
    st.error(_plain(text))


def require(rows: int, message: str = "empty.selection") -> None:
    """End the page here, saying why and what to do, when there is nothing to show."""
    if not rows:
        st.info(label(message), icon=":material/search_off:")
        st.stop()


def _plain(text: str) -> str:
    return isolated(_MARKUP.sub(r"\\\g<0>", text))
