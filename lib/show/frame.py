"""The parts every page is made of: its headline, its sections, its empty state."""

from collections.abc import Iterable

import streamlit as st

from lib.show import html
from lib.show.language import t
from lib.show.state import language

_RLI, _PDI = "\u2067", "\u2069"  # right-to-left isolate: without it an Arabic heading's marks land on the wrong side


def headline(number: object, label: str, figures: Iterable[tuple[object, str]] = ()) -> None:
    """Show the page's one large number, with smaller figures beside it; integers get thousands separators."""
    html.block(html.headline(_written(number), label, [(_written(value), name) for value, name in figures]))


def section(title: str, help_text: str | None = None) -> None:
    """Start a section of the page."""
    arabic = language() == "ar"
    text = f"{_RLI}{title}{_PDI}" if arabic else title
    st.subheader(text, anchor=False, text_alignment="right" if arabic else "left")
    if help_text:
        html.block(html.muted(help_text))


def kinds() -> None:
    """Show which colour stands for which kind of entity."""
    html.block(html.kinds())


def require(rows: int, message: str = "empty.selection") -> None:
    """End the page here, saying why and what to do, when there is nothing to show."""
    if not rows:
        st.info(t(message), icon=":material/search_off:")
        st.stop()


def _written(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
