"""A matrix of counts: who cites whom."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, lines_of_text
from lib.draw.labels import Language, isolated, names, shortened


def who_cites_whom(frame: pd.DataFrame, language: Language) -> go.Figure:
    """Draw publishers against speakers, a disc a cell, its area the count.

    Columns: publisher_id, publisher, entity_id, name_ar, name_en, statements, pick.
    """
    publishers = dict(zip(frame["publisher_id"], frame["publisher"], strict=True))
    speakers = dict(zip(frame["entity_id"], names(frame, language), strict=True))
    rows, columns = list(publishers), list(speakers)
    made = figure(150 + 44 * len(rows))
    most = frame["statements"].max()
    made.add_scatter(
        x=[columns.index(entity_id) for entity_id in frame["entity_id"]],
        y=[rows.index(publisher_id) for publisher_id in frame["publisher_id"]],
        mode="markers+text",
        marker={"size": 14 + 24 * (frame["statements"] / most) ** 0.5, "color": palette.ACCENT, "opacity": 0.85},
        text=frame["statements"],
        textfont={"color": "#FFFFFF", "size": 11},
        customdata=frame[["pick"]],
        hovertext=[
            f"{isolated(publisher)} ← {isolated(speakers[entity_id])}: {count}"
            for publisher, entity_id, count in zip(
                frame["publisher"], frame["entity_id"], frame["statements"], strict=True
            )
        ],
        hoverinfo="text",
    )
    made.update_yaxes(
        tickvals=list(range(len(rows))), ticktext=[isolated(shortened(publishers[row], 24)) for row in rows]
    )
    made.update_xaxes(
        tickvals=list(range(len(columns))),
        ticktext=[isolated(shortened(speakers[column], 20)) for column in columns],
        tickangle=-40,
        side="top",
        range=[-0.6, len(columns) - 0.4],
    )
    return lines_of_text(made, language)
