"""Charts with labels of their own: articles, names and tones over time, shares by publisher, the network of names."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lib.draw import bars, lines
from lib.draw import network as drawing
from lib.draw import tone as tones
from lib.draw.labels import TONES, names
from lib.show.charts import beside, chart, nothing, screen
from lib.show.evidence import choose, drawn
from lib.show.network import draggable
from lib.show.options import unit
from lib.show.state import language

_COUNTS = ["articles", "reports", "mentions", "size"]
_SHARES = ["articles", "reports", "size", "share", "low", "high"]


def timeline(rows: pd.DataFrame, at: str) -> None:
    """Show articles over time, a colour a publisher."""
    labels = [f"{row.publisher} · {row.when:%Y-%m-%d}" for row in rows.itertuples()]
    chart(bars.over_time(rows, screen()), rows, labels, ["articles"], at)


def trend(rows: pd.DataFrame, called: Mapping[str, str], at: str) -> None:
    """Show how often entities are named over time, a line an entity; `called` names each id."""
    labels = [f"{called[one]} · {when:%Y-%m-%d}" for one, when in zip(rows["entity_id"], rows["when"], strict=True)]
    chart(lines.trend(rows, called, unit(), screen()), rows, labels, _COUNTS, at)


def shares(rows: pd.DataFrame, called: Mapping[str, str], at: str) -> None:
    """Show which share of a publisher's articles names entities, a dot an entity; `called` names each id."""
    labels = [f"{called[one]} · {by or '—'}" for one, by in zip(rows["entity_id"], rows["publisher"], strict=True)]
    chart(lines.shares(rows, called, screen()), rows, labels, _SHARES, at)


def tone(rows: pd.DataFrame, at: str) -> None:
    """Show how many sentences have which tone, with intervals."""
    labels = [TONES[label][language()] for label in rows["label"]]
    chart(tones.distribution(rows, screen()), rows, labels, ["sentences", "share", "low", "high"], at)


def network(rows: pd.DataFrame, at: str) -> None:
    """Show pairs of entities as a network whose nodes can be dragged; a click on a node or line opens its evidence."""
    if rows.empty:
        nothing(at)
        return
    with st.container(key=f"chart-{at}"):
        draggable(drawing.network(rows, screen()), f"network-{at}-{drawn()}", at, lambda pick: choose(pick, at))
    pairs = zip(names(rows, language()), names(rows, language(), "other_"), strict=True)
    beside(rows, [" + ".join(pair) for pair in pairs], ["sentences"], at)
