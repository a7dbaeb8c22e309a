"""Figures: every mark carries its pick, Arabic reads from the right, nothing stored is changed."""

import json
from itertools import pairwise

import pandas as pd
import pytest

from lib.ask import entities, overview, sources, tone
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from lib.draw import bars, labels, lines, matrix, network, palette
from lib.draw import tone as tones

EVERYTHING = Filters()
COMPARED = {"moscow": "موسكو", "damascus": "دمشق", "bashar-al-assad": "بشار الأسد"}
ARABIC, ENGLISH = labels.Screen("ar", "light"), labels.Screen("en", "dark")


def figures(connection, language):
    screen = labels.Screen(language, "light")
    frequent = entities.frequency(connection, EVERYTHING, limit=10)
    names = labels.names(frequent, language)
    trend = entities.trend(connection, EVERYTHING, list(COMPARED))
    share = entities.shares(connection, EVERYTHING, list(COMPARED), "articles")
    by_publisher = tone.by_publisher(connection, EVERYTHING)
    groups = dict(zip(by_publisher["publisher_id"], by_publisher["publisher"], strict=True))
    return {
        "ranking": bars.ranking(frequent, names, "articles", screen, "kind"),
        "over time": bars.over_time(overview.articles_over_time(connection, EVERYTHING), screen),
        "naming": bars.naming(sources.naming(connection, EVERYTHING), screen),
        "trend": lines.trend(trend[trend["entity_id"] == "moscow"], {"moscow": "موسكو"}, "articles", screen),
        "compared": lines.trend(trend, COMPARED, "reports", screen),
        "shares": lines.shares(share, COMPARED, screen),
        "matrix": matrix.who_cites_whom(sources.who_cites_whom(connection, EVERYTHING), screen),
        "tone": tones.distribution(tone.distribution(connection, EVERYTHING), screen),
        "tone over time": tones.over_time(tone.over_time(connection, EVERYTHING), screen),
        "tone by publisher": tones.by_group(by_publisher, groups, "publisher_id", screen),
    }


@pytest.fixture(scope="module", params=["ar", "en"])
def drawn(request, connection):
    return figures(connection, request.param)


def test_every_mark_carries_a_pick(drawn):
    for name, figure in drawn.items():
        assert figure.data, name
        for trace in figure.data:
            assert len(trace.customdata) == len(trace.x), name
            for (pick,) in trace.customdata:
                Pick.from_text(pick)


def test_the_network_is_drawn_alike_every_time_with_a_pick_for_every_mark(connection):
    rows = entities.together(connection, EVERYTHING)
    drawn = network.network(rows, ARABIC)
    assert json.dumps(drawn) == json.dumps(network.network(rows, ARABIC))
    assert {edge["pick"]: edge["sentences"] for edge in drawn["edges"]} == dict(
        zip(rows["pick"], rows["sentences"], strict=True)
    )
    assert {node["id"] for node in drawn["nodes"]} == set(rows["entity_id"]) | set(rows["other_id"])
    for node in drawn["nodes"]:
        assert Pick.from_text(node["pick"]).where == (("entity_id", node["id"]),)
        assert 0 <= node["x"] <= 1
        assert 0 <= node["y"] <= 1
    assert network.network(rows.head(0), ARABIC) == {"nodes": [], "edges": []}


def test_compared_lines_are_told_apart_by_colour_and_mark_and_named_where_they_end(connection):
    rows = entities.trend(connection, EVERYTHING, list(COMPARED))
    wide = lines.trend(rows, COMPARED, "mentions", ARABIC)
    assert len({trace.line.color for trace in wide.data}) == len({trace.marker.symbol for trace in wide.data}) == 3
    ends = sorted(wide.layout.annotations, key=lambda one: one.y)
    assert {name for name in COMPARED.values() if any(name in end.text for end in ends)} == set(COMPARED.values())
    apart = max(rows["mentions"]) / 270 * 19  # what a line of text needs of the plot's height
    assert all(high.y - low.y >= apart * 0.99 for low, high in pairwise(ends))
    for end in ends:
        (line,) = (trace for trace in wide.data if trace.name in end.text)
        assert line.line.color in end.text
    phone = lines.trend(rows, COMPARED, "mentions", labels.Screen("ar", "light", True))
    assert not phone.layout.annotations
    assert phone.layout.showlegend


@pytest.mark.parametrize(("rule", "said"), [("clitic", "حرف متصل"), ("of the future", "of the future"), ("", "—")])
def test_a_rule_without_a_label_is_shown_as_it_is(rule, said):
    assert said in labels.joined(rule, "ar")


@pytest.mark.parametrize(("language", "side"), [("ar", "right"), ("en", None)])
def test_names_stand_where_reading_starts(connection, language, side):
    figure = figures(connection, language)["ranking"]
    assert figure.layout.yaxis.side == side
    assert (figure.layout.xaxis.autorange == "reversed") == (language == "ar")


def test_labels_are_isolated_on_screen_only(connection):
    frame = entities.frequency(connection, EVERYTHING, limit=5)
    before = frame.copy()
    figure = bars.ranking(frame, labels.names(frame, "ar"), "articles", ARABIC, "kind")
    assert all(text.startswith("\u2068") and text.endswith("\u2069") for text in figure.layout.yaxis.ticktext)
    pd.testing.assert_frame_equal(frame, before)


def test_a_kind_has_one_colour(connection):
    frame = entities.frequency(connection, EVERYTHING, limit=30)
    figure = bars.ranking(frame, labels.names(frame, "en"), "articles", ENGLISH, "kind")
    assert list(figure.data[0].marker.color) == [palette.KINDS[kind] for kind in frame["kind"]]


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        ({"name_ar": "موسكو", "name_en": "Moscow"}, "ar", "موسكو"),
        ({"name_ar": "موسكو", "name_en": "Moscow"}, "en", "Moscow"),
        ({"name_ar": "موسكو", "name_en": ""}, "en", "موسكو"),
        ({"name_ar": "موسكو", "name_en": None}, "en", "موسكو"),
        ({"name_ar": "", "name_en": "Moscow"}, "ar", "Moscow"),
    ],
)
def test_a_name_falls_back_to_the_other_language(row, language, expected):
    assert labels.names(pd.DataFrame([row]), language) == [expected]


def test_markup_in_a_name_stays_text():
    assert "<" not in labels.plotted('<a href="https://example.org">x</a>')


def test_labels_of_a_choice_are_told_apart():
    assert labels.distinct(["محمد", "علي", "محمد", "محمد"]) == ["محمد", "علي", "محمد (2)", "محمد (3)"]
