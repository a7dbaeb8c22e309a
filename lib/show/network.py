"""The network as a drawing that can be taken apart by hand: a small component of the app's own."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.draw.network import Drawing
from lib.show.language import t

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "mijhar_network",
    html='<div class="frame"><button class="save" type="button">SVG</button><div class="network"></div></div>',
    css=(_HERE / "network.css").read_text(encoding="utf-8"),
    js=(_HERE / "network.js").read_text(encoding="utf-8"),
)


def draggable(drawing: Drawing, key: str, name: str, picked: Callable[[str], None]) -> None:
    """Show a network; `picked` is called with the pick of the node or line that was clicked."""

    def clicked() -> None:
        pick = st.session_state[key]["picked"]
        if pick:
            picked(pick)

    told = {"label": t("entities.together"), "save": t("chart.svg"), "file": f"mijhar-{name}.svg"}
    _mount(key=key, data=drawing | told, on_picked_change=clicked)
