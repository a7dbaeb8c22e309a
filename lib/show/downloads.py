"""Downloads."""

import json
from collections.abc import Callable

import pandas as pd
import streamlit as st

from lib.ask.corpus import spreadsheet
from lib.draw.geojson import collection


def csv_button(label: str, rows: Callable[[], pd.DataFrame], name: str) -> None:
    """Offer the rows as a CSV that opens right in Excel; they are asked for only when it is clicked."""
    st.download_button(
        label,
        lambda: spreadsheet(rows().drop(columns="pick", errors="ignore")),
        f"mijhar-{name}.csv",
        "text/csv",
        key=f"csv-{name}",
        on_click="ignore",
    )


def geojson_button(
    label: str, places: Callable[[], pd.DataFrame], journeys: Callable[[], pd.DataFrame], name: str
) -> None:
    """Offer places and journeys as GeoJSON; they are asked for only when it is clicked."""
    st.download_button(
        label,
        lambda: json.dumps(collection(places(), journeys()), ensure_ascii=False),
        f"mijhar-{name}.geojson",
        "application/geo+json",
        key=f"geojson-{name}",
        on_click="ignore",
    )
