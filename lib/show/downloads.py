"""Downloads."""

from collections.abc import Callable

import pandas as pd
import streamlit as st


def csv_button(label: str, rows: Callable[[], pd.DataFrame], name: str) -> None:
    """Offer the rows as a CSV that opens right in Excel (UTF-8 with a byte-order mark); asked for only when clicked."""
    st.download_button(
        label,
        lambda: rows().drop(columns="pick", errors="ignore").to_csv(index=False).encode("utf-8-sig"),
        f"mijhar-{name}.csv",
        "text/csv",
        key=f"csv-{name}",
        on_click="ignore",
    )
