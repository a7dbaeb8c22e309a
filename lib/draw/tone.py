"""Tone: shares with their counts and 95 % intervals."""

import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure, lines_of_text, rows_height
from lib.draw.labels import DATES, TONES, Language, isolated, shortened

_SHOWN = ("negative", "positive")  # the two that carry judgement; neutral and undecided are the rest of the share


def distribution(frame: pd.DataFrame, language: Language) -> go.Figure:
    """Draw one bar a label with its count, share and interval: columns label, sentences, share, low, high, pick."""
    made = figure(rows_height(len(frame)))
    made.add_bar(
        y=[TONES[label][language] for label in frame["label"]],
        x=frame["share"],
        orientation="h",
        marker={"color": [palette.TONES[label] for label in frame["label"]]},
        error_x=_interval(frame),
        customdata=frame[["pick"]],
        hovertext=_reading(frame),
        hovertemplate="%{y}: %{hovertext}<extra></extra>",
        text=[f"{count:,} · {share:.0%}" for count, share in zip(frame["sentences"], frame["share"], strict=True)],
        textposition="inside",
        insidetextanchor="start",
    )
    made.update_xaxes(visible=False, rangemode="tozero")
    return lines_of_text(made, language)


def over_time(frame: pd.DataFrame, language: Language) -> go.Figure:
    """Draw the shares of negative and positive sentences over time, with intervals: columns when and as above."""
    made = figure(340)
    for label in _SHOWN:
        rows = frame[frame["label"] == label]
        made.add_scatter(
            x=rows["when"],
            y=rows["share"],
            name=TONES[label][language],
            mode="lines+markers",
            line={"color": palette.TONES[label], "width": 2},
            marker={"size": 8},
            error_y=_interval(rows),
            customdata=rows[["pick"]],
            hovertext=_reading(rows),
            hovertemplate=f"%{{x|{DATES[language]}}} · {TONES[label][language]}: %{{hovertext}}<extra></extra>",
        )
    made.update_xaxes(tickformat=DATES[language], nticks=8, showgrid=False)
    made.update_yaxes(tickformat=".0%", nticks=5, rangemode="tozero")
    return made


def by_group(frame: pd.DataFrame, labels: dict[str, str], group: str, language: Language) -> go.Figure:
    """Draw a line a group (column `group`: ids that `labels` names, in order), a dot with its interval a tone."""
    ids = list(labels)
    made = figure(rows_height(len(ids)) + 60)
    for offset, label in zip((-0.14, 0.14), _SHOWN, strict=True):
        rows = frame[frame["label"] == label]
        made.add_scatter(
            y=[ids.index(one) + offset for one in rows[group]],
            x=rows["share"],
            name=TONES[label][language],
            mode="markers",
            marker={"color": palette.TONES[label], "size": 11},
            error_x=_interval(rows),
            customdata=rows[["pick"]],
            hovertext=[
                f"{isolated(labels[one])}: {text}" for one, text in zip(rows[group], _reading(rows), strict=True)
            ],
            hoverinfo="text",
        )
    made.update_yaxes(
        tickvals=list(range(len(ids))),
        ticktext=[isolated(shortened(labels[one])) for one in ids],
        tickfont={"size": 14},
    )
    made.update_xaxes(tickformat=".0%", rangemode="tozero", nticks=6)
    return lines_of_text(made, language)


def _interval(frame: pd.DataFrame) -> dict[str, object]:
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
