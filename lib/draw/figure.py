"""What all figures share; fonts and grounds come from the app's theme."""

from plotly import graph_objects as go

from lib.draw.labels import Language

_ROW = 30  # pixels a bar: room for a line of text and a finger


def figure(height: int, **layout: object) -> go.Figure:
    """Return an empty figure with the house's margins; a click reaches the nearest mark."""
    made = go.Figure()
    made.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
        hovermode="closest",
        clickmode="event+select",
        dragmode=False,
        legend={"orientation": "h", "y": -0.16, "x": 0, "title": None},
        hoverlabel={"align": "right", "namelength": -1},
        bargap=0.28,
        **layout,
    )
    made.update_xaxes(automargin=True, fixedrange=True, zeroline=False)
    made.update_yaxes(automargin=True, fixedrange=True, zeroline=False)
    return made


def rows_height(rows: int) -> int:
    """Return the height in pixels of a chart with a line a row."""
    return 56 + _ROW * max(rows, 2)


def lines_of_text(made: go.Figure, language: Language) -> go.Figure:
    """Lay out a figure whose y axis holds names: first name on top, and read from the right in Arabic."""
    made.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=6)
    if language == "ar":
        made.update_yaxes(side="right")
        made.update_xaxes(autorange="reversed")
    return made
