"""Tone: shares with their counts and 95 % intervals."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import HIDDEN, Trace, figure, names_axis, rows_height, time_axis, values_axis
from lib.draw.labels import DATES, TONES, Language, Screen, plotted

_SHOWN = ("negative", "positive")  # the two that carry judgement; neutral and undecided are the rest of the share


def distribution(frame: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw one bar a label with its count, share and interval: columns label, sentences, share, low, high, pick."""
    language = screen.language
    labels = [TONES[label][language] for label in frame["label"]]
    bar = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(frame))),
        "x": frame["share"],
        "marker": {"color": [palette.TONES[label] for label in frame["label"]]},
        "error_x": _interval(frame),
        "customdata": frame[["pick"]],
        "hovertext": [f"{label}: {text}" for label, text in zip(labels, _reading(frame), strict=True)],
        "hoverinfo": "text",
    }
    x = values_axis(language, rangemode="tozero", **HIDDEN)
    # The numbers stand beside the names: in a short bar they would lie under its interval.
    told = zip(labels, frame["sentences"], frame["share"], strict=True)
    y = names_axis([f"{label} · {count:,} · {share:.0%}" for label, count, share in told], language)
    return figure(screen, [bar], rows_height(len(frame)), x, y)


def over_time(frame: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw the shares of negative and positive sentences over time, with intervals: columns when and as above."""
    language = screen.language
    lines = []
    for label in _SHOWN:
        rows = frame[frame["label"] == label]
        name = TONES[label][language]
        lines.append(
            _dots(rows, label, language)
            | {
                "mode": "lines+markers",
                "x": rows["when"],
                "y": rows["share"],
                "line": {"color": palette.TONES[label], "width": 2},
                "error_y": _interval(rows),
                "hovertext": _reading(rows),
                "hovertemplate": f"%{{x|{DATES[language]}}} · {name}: %{{hovertext}}<extra></extra>",
            }
        )
    y = {"tickformat": ".0%", "nticks": 5, "rangemode": "tozero"}
    return figure(screen, lines, 340, time_axis(screen, frame["when"]), y)


def by_group(frame: pd.DataFrame, labels: dict[str, str], group: str, screen: Screen) -> go.Figure:
    """Draw a line a group (column `group`: ids that `labels` names, in order), a dot with its interval a tone."""
    language = screen.language
    ids = list(labels)
    dots = []
    for offset, label in zip((-0.14, 0.14), _SHOWN, strict=True):
        rows = frame[frame["label"] == label]
        readings = zip(rows[group], _reading(rows), strict=True)
        dots.append(
            _dots(rows, label, language)
            | {
                "mode": "markers",
                "x": rows["share"],
                "y": [ids.index(one) + offset for one in rows[group]],
                "error_x": _interval(rows),
                "hovertext": [f"{plotted(labels[one])}: {text}" for one, text in readings],
                "hoverinfo": "text",
            }
        )
    x = values_axis(language, tickformat=".0%", rangemode="tozero", nticks=6)
    return figure(screen, dots, rows_height(len(ids)) + 60, x, names_axis(list(labels.values()), language))


def _dots(rows: pd.DataFrame, label: str, language: Language) -> Trace:
    return {
        "type": "scatter",
        "name": TONES[label][language],
        "marker": {"color": palette.TONES[label], "size": 10},
        "customdata": rows[["pick"]],
    }


def _interval(frame: pd.DataFrame) -> Trace:
    return {
        "type": "data",
        "symmetric": False,
        "array": (frame["high"] - frame["share"]).tolist(),
        "arrayminus": (frame["share"] - frame["low"]).tolist(),
        "thickness": 1.2,
        "width": 3,
        "color": palette.QUIET,
    }


def _reading(frame: pd.DataFrame) -> list[str]:
    return [
        f"{row.sentences:,}/{row.total:,} = {row.share:.0%} ({row.low:.0%}–{row.high:.0%})"
        for row in frame.itertuples()
    ]
