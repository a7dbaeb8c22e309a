"""A matrix of counts: who cites whom."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, names_axis, values_axis
from lib.draw.labels import Screen, names, plotted, shortened


def who_cites_whom(frame: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw publishers against speakers, a disc a cell, its area the count.

    Columns: publisher_id, publisher, entity_id, name_ar, name_en, statements, pick.
    """
    language = screen.language
    publishers = dict(zip(frame["publisher_id"], frame["publisher"], strict=True))
    speakers = dict(zip(frame["entity_id"], names(frame, language), strict=True))
    rows, columns = list(publishers), list(speakers)
    cells = list(frame[["publisher_id", "entity_id", "statements"]].itertuples(index=False, name=None))
    disc = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [columns.index(speaker) for _, speaker, _ in cells],
        "y": [rows.index(publisher) for publisher, _, _ in cells],
        "marker": {
            "size": 12 + 16 * (frame["statements"] / frame["statements"].max()) ** 0.5,
            "color": palette.ACCENT,
            "opacity": 0.85,
        },
        "text": frame["statements"],
        "textfont": {"color": "#FFFFFF", "size": 11},
        "customdata": frame[["pick"]],
        "hovertext": [
            f"{plotted(publishers[publisher])} ← {plotted(speakers[speaker])}: {count}"
            for publisher, speaker, count in cells
        ],
        "hoverinfo": "text",
    }
    edge, end = -0.6, len(columns) - 0.4
    x = values_axis(
        language,
        tickvals=list(range(len(columns))),
        ticktext=[plotted(shortened(name, 20)) for name in speakers.values()],
        tickangle=-40,
        side="top",
        range=[end, edge] if language == "ar" else [edge, end],
    )
    return figure(screen, [disc], 150 + 44 * len(rows), x, names_axis(list(publishers.values()), language, 24))
