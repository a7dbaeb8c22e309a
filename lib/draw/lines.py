"""Lines: how often entities are named over time."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, time_axis
from lib.draw.labels import DATES, Language, isolated


def trend(frame: pd.DataFrame, labels: dict[str, str], value: str, language: Language) -> go.Figure:
    """Draw a line an entity: columns entity_id, when, `value`, pick; `labels` names each id, in drawing order."""
    lines = []
    for place, (entity_id, label) in enumerate(labels.items()):
        rows = frame[frame["entity_id"] == entity_id]
        lines.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": rows["when"],
                "y": rows[value],
                "name": isolated(label),
                "line": {"color": palette.PUBLISHERS[place % len(palette.PUBLISHERS)], "width": 2},
                "marker": {"size": 8},
                "customdata": rows[["pick"]],
                "hovertemplate": f"{isolated(label)}<br>%{{x|{DATES[language]}}}: %{{y:,}}<extra></extra>",
            }
        )
    return figure(lines, 320, time_axis(language), {"nticks": 5, "rangemode": "tozero"})
