"""The parts every page is made of."""

from collections.abc import Callable, Sequence, Set
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.show import html
from lib.show.evidence import picked_elsewhere
from lib.show.state import changed, language, narrow, publish

Choice = TypeVar("Choice")

_RLI, _PDI = "\u2067", "\u2069"  # right-to-left isolate: without it an Arabic heading's marks land on the wrong side


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


def controls() -> DeltaGenerator:
    """Return a row for switches, on the side where reading starts."""
    return st.container(horizontal=True, horizontal_alignment="right" if language() == "ar" else "left")


def ordered(options: Sequence[Choice]) -> list[Choice]:
    """Return what stands in a row in the order in which Streamlit, from the left, has to lay it out.

    Arabic reads from the right; but on a phone rows wrap, and the first must stay first.
    """
    return list(options[::-1] if language() == "ar" and not narrow() else options)


def redrawn(draw: Callable[[], None], own: Set[str]) -> None:
    """Draw a part of the page that is drawn anew without the rest when no more than its own values have changed.

    `own` names those values of the link that nothing outside of the part depends on but the evidence that stands there.
    """

    @st.fragment
    def part() -> None:
        others = changed()
        if others - own or (others and picked_elsewhere()):
            st.rerun()
        publish()
        draw()

    part()
