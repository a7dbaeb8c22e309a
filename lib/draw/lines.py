"""Lines: how often entities are named over time."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, time_axis
from lib.draw.labels import DATES, Screen, plotted


def trend(frame: pd.DataFrame, labels: dict[str, str], value: str, screen: Screen) -> go.Figure:
    """Draw a line an entity: columns entity_id, when, `value`, pick; `labels` names each id, in drawing order."""
    language = screen.language
    lines = []
    for place, (entity_id, label) in enumerate(labels.items()):
        rows = frame[frame["entity_id"] == entity_id]
        lines.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": rows["when"],
                "y": rows[value],
                "name": plotted(label),
                "line": {"color": palette.PUBLISHERS[place % len(palette.PUBLISHERS)], "width": 2},
                "marker": {"size": 8},
                "customdata": rows[["pick"]],
                "hovertemplate": f"%{{fullData.name}}<br>%{{x|{DATES[language]}}}: %{{y:,}}<extra></extra>",
            }
        )
    return figure(screen, lines, 320, time_axis(language, frame["when"]), {"nticks": 5, "rangemode": "tozero"})
