"""The map as a drawing that can be moved by hand: a component of the app's own, on outlines that the app serves."""

import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.draw.maps import Drawing
from lib.show.language import t

_HERE = Path(__file__).parent / "atlas"
# In this order: each uses what stands before it.
_PARTS = ("elements", "geometry", "view", "ground", "folding", "tip", "story", "atlas")
_OUTLINES = [f"app/static/topojson/world_{scale}.json" for scale in ("110m", "50m")]
_WORDS = ("in", "out", "fit", "closer", "close", "under", "play", "pause", "whole", "undated")


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "mijhar_atlas",
    html=_read("atlas.html"),
    css=_read("atlas.css"),
    js="\n".join(_read(f"{part}.js") for part in _PARTS),
)


def movable(drawing: Drawing, key: str, picked: Callable[[str], None]) -> None:
    """Show a map; `picked` is called with the pick of the bubble, country or arc that was clicked."""

    def clicked() -> None:
        pick = st.session_state[key]["picked"]
        if pick:
            picked(pick)

    told = {
        "label": t("page.map"),
        "file": f"mijhar-{drawing['layer']}.svg",
        "outlines": _OUTLINES,
        "chosen": st.session_state["pick"],
        "words": {word: t(f"atlas.{word}") for word in _WORDS} | {"save": t("chart.svg")},
    }
    # As bytes: what is no bytes Streamlit writes as JSON twice, to send it and to tell one drawing from another.
    data = json.dumps(drawing | told, ensure_ascii=False, separators=(",", ":")).encode()
    _mount(key=key, data=data, on_picked_change=clicked)
