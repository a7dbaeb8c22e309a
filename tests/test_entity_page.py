"""The pages of names: one name with all that is known of it, and up to five side by side."""

import re
from html import unescape
from urllib.parse import parse_qs

import pytest

from lib.ask import entities, entity
from lib.ask.evidence import size
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from tests.pages import ASSAD, TEXTS, headline, link, shown


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_each_linked_number_of_a_name_s_page_opens_as_many(visit, doubted_corpus, doubted, lang):
    at = visit(f"page=entity&lang={lang}&focus=bashar-al-assad", doubted_corpus)
    one = entity.about(doubted, Filters(), "bashar-al-assad")
    assert headline(at) == one.articles
    assert one.name_ar in shown(at)
    assert one.name_en in shown(at)
    linked = re.findall(r'<a href="\?([^"]*pick=[^"]*)"[^>]*><bdi>([\d,]+)', shown(at))
    assert len(linked) > 15
    for href, number in linked:
        pick = Pick.from_text(parse_qs(unescape(href))["pick"][0])
        assert int(number.replace(",", "")) in vars(size(doubted, Filters(), pick)).values()
    for title in TEXTS["entities"]["uncertain"], TEXTS["entities"]["said"], TEXTS["entities"]["says"]:
        assert any(title[lang] in heading.value for heading in at.subheader)


def test_uncertain_mentions_stand_apart_and_can_be_left_out(visit, doubted_corpus, doubted):
    view = "page=entity&lang=en&focus=bashar-al-assad&unit=mentions"
    at = visit(view, doubted_corpus)
    one = entity.about(doubted, Filters(), "bashar-al-assad")
    assert headline(at) == one.mentions
    opened = visit(f"{view}&pick={ASSAD}~uncertain~true&at=headline", doubted_corpus)
    assert f"places in the text: \u2068{one.uncertain}\u2069" in shown(opened)
    assert shown(opened).count("<bdi>uncertain</bdi>") == min(one.uncertain, 12)
    every = entities.uncertain(doubted, Filters())
    assert f"Uncertain mentions counted: \u2068{every}\u2069" in shown(at)
    at.toggle(key="sure").set_value(True).run()
    assert headline(at) == one.mentions - one.uncertain
    assert f"Uncertain mentions left out: \u2068{every}\u2069" in shown(at)
    assert link(at)["sure"] == "1"
    assert "Count them again" in shown(at)
    assert headline(visit(f"{view}&sure=1", doubted_corpus)) == headline(at)


def test_a_name_is_romanised_where_it_says_so(visit, doubted_corpus):
    assert "romanised by rule" in shown(visit("page=entity&lang=en&focus=moscow", doubted_corpus))
    assert "romanised by rule" not in shown(visit("page=entity&lang=en&focus=damascus", doubted_corpus))


def test_a_name_s_page_is_reached_from_the_names_and_left_again(visit):
    at = visit("page=entities&lang=en")
    assert "page=entity&amp;lang=en&amp;focus=bashar-al-assad" in shown(at), "the table of frequencies leads there"
    at.selectbox(key="open-entity").set_value("moscow").run()
    assert link(at) == {"page": "entity", "lang": "en", "focus": "moscow"}
    at.selectbox(key="choose-focus").set_value("damascus").run()
    assert link(at)["focus"] == "damascus"
    next(button for button in at.button if button.label == "Clear filters").click().run()
    assert link(at)["focus"] == "damascus"
    at.segmented_control(key="page").set_value("entities").run()
    assert link(at) == {"page": "entities", "lang": "en"}
    at.selectbox(key="choose-frequency").set_value(ASSAD).run()
    at.button(key="evidence-entity").click().run()
    assert not at.exception
    assert link(at) == {"page": "entity", "lang": "en", "focus": "bashar-al-assad"}


def test_a_link_of_before_names_had_pages_shows_what_it_showed(visit):
    at = visit(f"page=entities&lang=en&focus=moscow&pick={ASSAD}&at=trend")
    assert link(at)["page"] == "entity"
    assert "<mark" in shown(at)


def test_up_to_five_names_are_compared_and_the_link_keeps_them(visit):
    at = visit("page=entities&lang=en")
    assert "Until you choose" in shown(at)
    at.multiselect(key="compare").set_value(["moscow", "doha", "homs", "aleppo", "kremlin"]).run()
    assert not at.exception
    assert "Until you choose" not in shown(at)
    assert link(at)["compare"] == "moscow,doha,homs,aleppo,kremlin"
    other = visit("&".join(f"{name}={value}" for name, value in link(at).items()))
    assert other.multiselect(key="compare").value == ["moscow", "doha", "homs", "aleppo", "kremlin"]
    assert shown(other) == shown(at)
