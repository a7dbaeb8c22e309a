"""Every page, driven as Streamlit runs it: it renders, filters act, a link restores its view, bad links are told."""

import re
from html import escape, unescape

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.ask import entities, overview
from lib.ask.filters import Filters
from lib.show.state import PAGES
from tests.conftest import ROOT
from tests.pages import ASSAD, headline, link, shown

CHARTS = {"overview": 2, "articles": 0, "entities": 3, "entity": 5, "sources": 7, "sentiment": 4, "map": 0}
CHARTS |= {"method": 0, "add": 0}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_renders(visit, page, lang):
    at = visit(f"page={page}&lang={lang}")
    assert not at.warning
    assert len(at.get("plotly_chart")) == CHARTS[page]


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("method", "add")])
def test_an_empty_selection_says_what_to_do(visit, page):
    at = visit(f"page={page}&lang=en&q=كلمةلاوجودلها")
    assert "Widen the period or drop a filter" in at.info[0].value


@pytest.mark.parametrize(
    ("name", "value"),
    [("publisher", None), ("entity", ["moscow"]), ("q", "حميميم"), ("period", None)],
)
def test_a_filter_narrows_the_page_and_enters_the_link(visit, connection, name, value):
    at = visit("lang=en")
    before = headline(at)
    if name == "publisher":
        value = [at.multiselect(key="publisher").options and _first_publisher(connection)]
    if name == "period":
        value = (overview.articles_over_time(connection, Filters())["when"].iloc[5].date(),) * 2
        at.date_input(key="period").set_value(value)
    elif name == "q":
        at.text_input(key="q").set_value(value)
    else:
        at.multiselect(key=name).set_value(value)
    at.run()
    assert not at.exception
    assert 0 < headline(at) < before
    assert name in link(at)


def _first_publisher(connection):
    return connection.execute("SELECT min(publisher_id) FROM dated").fetchone()[0]


def test_the_kind_filter_counts_only_that_kind(visit, connection):
    at = visit("page=entities&lang=en&kind=PERS")
    assert headline(at) == len(entities.frequency(connection, Filters(kinds=("PERS",))))
    assert link(at)["kind"] == "PERS"


def test_the_headline_is_the_number_of_articles(visit, connection):
    assert headline(visit()) == overview.totals(connection, Filters()).articles


def test_filters_survive_a_page_switch(visit):
    at = visit("lang=en&entity=moscow")
    at.segmented_control(key="page").set_value("map").run()
    assert not at.exception
    assert link(at) == {"page": "map", "lang": "en", "entity": "moscow"}
    assert at.multiselect(key="entity").value == ["moscow"]
    at.segmented_control(key="page").set_value("entities").run()
    at.segmented_control(key="unit").set_value("mentions").run()
    at.segmented_control(key="page").set_value("overview").run()
    assert link(at) == {"lang": "en", "entity": "moscow", "unit": "mentions"}


def test_a_link_restores_the_view_for_another_visitor(visit):
    one = visit("lang=en")
    one.multiselect(key="entity").set_value(["moscow"]).run()
    one.segmented_control(key="page").set_value("entities").run()
    one.selectbox(key="choose-frequency").set_value(ASSAD).run()
    other = visit("&".join(f"{name}={value}" for name, value in link(one).items()))
    assert headline(other) == headline(one)
    assert "<mark" in shown(other)
    assert shown(other) == shown(one)


def test_evidence_under_a_chart_counts_what_the_chart_counts(visit, connection):
    at = visit(f"page=entities&lang=en&pick={ASSAD}&at=frequency")
    row = entities.frequency(connection, Filters()).set_index("entity_id").loc["bashar-al-assad"]
    head = re.search(r"Articles: \W*(\d+)\W* · sentences: \W*(\d+)\W* · places in the text: \W*(\d+)", shown(at))
    assert (int(head.group(3)), int(head.group(1))) == (row["mentions"], row["articles"])


@pytest.mark.parametrize("page", ["overview", "entities", "sources", "sentiment", "map", "method"])
def test_every_linked_number_of_a_headline_is_what_its_link_opens(visit, page):
    linked = re.findall(r'<a href="\?([^"]*pick=[^"]*)"[^>]*><bdi>([\d,]+)', shown(visit(f"page={page}&lang=en")))
    assert len(linked) >= (1 if page == "method" else 2)
    for href, number in linked:
        opened = visit(unescape(href))
        if number == "0":
            assert "Nothing stands behind" in opened.info[0].value
            continue
        head = re.search(r"Articles: \W*([\d,]+)\W* · .* places in the text: \W*([\d,]+)", shown(opened))
        assert number.replace(",", "") == (head.group(1) if "pick=article" in href else head.group(2)).replace(",", "")


@pytest.mark.parametrize("unit", entities.UNITS)
def test_a_bar_in_any_unit_is_a_number_of_its_evidence(visit, connection, unit):
    at = visit(f"page=entities&lang=en&unit={unit}&pick={ASSAD}&at=frequency")
    row = entities.frequency(connection, Filters(), unit).set_index("entity_id").loc["bashar-al-assad"]
    told = {"articles": "Articles", "reports": "independent reports", "mentions": "places in the text"}[unit]
    assert f"{told}: \u2068{row[unit]}\u2069" in shown(at)


def test_closing_the_evidence_takes_it_out_of_the_link(visit):
    at = visit(f"page=entities&lang=en&pick={ASSAD}&at=frequency")
    at.button(key="close-evidence").click().run()
    assert link(at) == {"page": "entities", "lang": "en"}
    assert "<mark" not in shown(at)


def test_evidence_that_a_filter_empties_can_be_put_away(visit):
    at = visit(f"page=entities&lang=en&q=القمح&pick={ASSAD}~publisher_id~p00000000&at=frequency")
    assert "Nothing stands behind" in at.info[0].value
    at.button(key="close-evidence").click().run()
    assert "pick" not in link(at)


def test_more_evidence_is_one_click_away(visit):
    at = visit(f"page=entities&lang=en&pick={ASSAD}&at=frequency")
    first = shown(at).count("<mark")
    at.button(key="more-evidence").click().run()
    assert shown(at).count("<mark") > first


def test_one_switch_counts_each_report_once(visit, connection):
    copies = overview.totals(connection, Filters()).copies
    at = visit("lang=en")
    every = headline(at)
    assert f"Copies counted: \u2068{copies}\u2069" in shown(at)
    at.radio(key="once").set_value(True).run()
    assert headline(at) == every - copies
    assert f"Copies left out: \u2068{copies}\u2069" in shown(at)
    assert link(at) == {"lang": "en", "once": "1"}
    assert headline(visit("lang=en&once=1")) == every - copies


def test_a_copy_names_all_its_versions(visit, connection):
    copy, original = connection.execute("SELECT article_id, copy_of FROM articles WHERE copy_of IS NOT NULL").fetchone()
    page = shown(visit(f"page=articles&lang=en&open={copy}"))
    assert f"open={original}" in page
    assert f"open={copy}&" not in page, "the article that is open is no link to itself"
    assert "of its words in the earliest" in page


def test_the_method_page_opens_each_rule_to_its_passages(visit, connection):
    rule, text = connection.execute("SELECT rule, text FROM removed WHERE rule = 'read also' LIMIT 1").fetchone()
    at = visit("page=method&lang=en")
    assert "<del>" not in shown(at)
    at.selectbox(key="rule").select(rule).run()
    assert link(at)["rule"] == rule
    passages = connection.execute("SELECT count(*) FROM removed WHERE rule = ?", [rule]).fetchone()[0]
    assert sum(int(n) for n in re.findall(r"<bdi>(\d+) ×</bdi>", shown(at))) == passages
    assert f"<del>{escape(text)}</del>" in shown(at)


def test_adding_articles_can_be_switched_off(visit, monkeypatch):
    monkeypatch.setenv("MIJHAR_UPLOAD", "off")
    at = visit("page=add&lang=en")
    assert "switched off" in at.info[0].value
    assert not at.get("file_uploader")
    at.text_input(key="q").set_value("موسكو").run()
    assert not at.exception
    assert link(at)["page"] == "add"


def test_clearing_the_filters_keeps_page_and_language(visit):
    at = visit("page=sources&lang=en&q=موسكو&entity=moscow")
    next(button for button in at.button if button.label == "Clear filters").click().run()
    assert link(at) == {"page": "sources", "lang": "en"}


def test_the_reader_opens_from_a_link_and_shows_what_was_removed(visit, connection):
    article_id, text = connection.execute(
        'SELECT article_id, text FROM removed ORDER BY article_id, "order" LIMIT 1'
    ).fetchone()
    at = visit(f"page=articles&lang=en&open={article_id}.1")
    assert "<h2" in shown(at)
    assert "<del>" not in shown(at)
    at.toggle(key="removed").set_value(True).run()
    assert f"<del>{escape(text.strip()[:10])}" in shown(at)
    assert link(at)["open"] == f"{article_id}.1"


def test_the_concordance_lists_the_hits(visit):
    at = visit("page=articles&lang=en&q=موسكو&view=concordance")
    assert shown(at).count("<mark") == min(headline(at), 20)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("publisher=p00000000", "p00000000"),
        ("entity=nobody-at-all", "nobody-at-all"),
        ("kind=ANIMAL", "ANIMAL"),
        ("page=nowhere", "page"),
        ("lang=fr", "lang"),
        ("period=yesterday", "period"),
        ("page=articles&open=0000000000000000", "0000000000000000"),
        ("page=entities&compare=moscow,nobody-at-all", "nobody-at-all"),
        ("page=entities&compare=a,b,c,d,e,f", "compare"),
        ("page=entity&focus=nobody-at-all", "nobody-at-all"),
        ("page=entities&pick=mention~nothing~1&at=frequency", "nothing"),
        ("page=entities&pick=rubbish&at=frequency", "rubbish"),
    ],
)
def test_an_unknown_id_in_a_link_is_one_clear_sentence(visit, bad, said):
    at = visit(bad if "lang" in bad else f"{bad}&lang=en")
    assert len(at.warning) == 1
    told = at.warning[0].value.replace("\\", "").strip("\u2068\u2069")
    assert said in told
    assert told.endswith(".")


def test_a_missing_corpus_is_one_clear_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("MIJHAR_CORPUS", str(tmp_path / "none"))
    st.cache_resource.clear()
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not at.exception
    assert "is not a Mijhar corpus" in at.error[0].value
