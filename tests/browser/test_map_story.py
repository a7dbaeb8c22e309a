"""Journeys on the map: an arc opens its legs, and their story plays, stops and can be scrubbed."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import expect

from lib.ask import journeys
from lib.ask.filters import Filters
from tests.browser.driving import SIZES, evidence, visit
from tests.browser.mapping import chart, opened, told

pytestmark = pytest.mark.browser


def test_an_arc_opens_the_sentences_of_its_legs(travelling, page, travelled):
    visit(page, travelling, page="map", lang="en", layer="journeys")
    pairs = journeys.journeys(travelled, Filters()).dropna(subset=["from_place_id", "to_place_id"])
    expect(chart(page).locator(".arc")).to_have_count(len(pairs))
    spot = chart(page).locator("svg[role=group]").evaluate(_FREE_ARC)
    page.mouse.move(spot["x"], spot["y"])
    number = told(page)
    page.mouse.click(spot["x"], spot["y"])
    page.wait_for_url("**pick=leg**")
    pair = pairs.set_index("pick").loc[spot["pick"]]
    assert opened(page)[0] == number == pair["legs"]
    path = f"{re.escape(pair['from_name_en'])}.+→.+{re.escape(pair['to_name_en'])}"
    expect(evidence(page)).to_contain_text(re.compile(path))


# A point of an arc that nothing lies upon.
_FREE_ARC = """svg => {
  for (const arc of svg.querySelectorAll('.arc .reach')) {
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const point = arc.getPointAtLength(arc.getTotalLength() * share).matrixTransform(arc.getScreenCTM());
      if (svg.getRootNode().elementFromPoint(point.x, point.y) === arc)
        return {x: point.x, y: point.y, pick: arc.dataset.pick};
    }
  }
}"""


def test_the_story_plays_stops_and_can_be_scrubbed(travelling, page):
    visit(page, travelling, page="map", lang="en", layer="journeys")
    map_, bar = chart(page), chart(page).locator(".story")
    line, button, slider = bar.locator(".told"), bar.get_by_role("button"), bar.get_by_role("slider")
    expect(line).to_contain_text("The whole story")
    button.click()
    expect(line).to_contain_text("7 Dec 2024")
    moving = map_.locator(".arc.now path:not(.line):not(.reach)").first
    where = moving.get_attribute("transform")
    expect(moving).not_to_have_attribute("transform", where)
    expect(line).to_contain_text("8 Dec 2024")
    assert map_.locator(".arc.past").count() > 0
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    stood = slider.input_value()
    still = moving.get_attribute("transform")
    page.evaluate(_FRAMES)
    assert slider.input_value() == stood
    assert map_.locator(".arc.now path:not(.line):not(.reach)").first.get_attribute("transform") == still

    slider.fill("0")
    expect(line).to_contain_text("7 Dec 2024")
    assert map_.locator(".arc.past").count() == 0
    assert map_.locator(".arc.later").count() > 0
    slider.fill(slider.get_attribute("max"))
    expect(line).to_contain_text("The whole story")
    expect(map_.locator(".arc.later")).to_have_count(0)


# Half a second of pictures.
_FRAMES = """() => new Promise(done => {
  let left = 30;
  const next = () => left-- ? requestAnimationFrame(next) : done();
  next();
})"""


def test_the_story_keeps_still_for_who_wants_it(browser, travelling):
    with closing(browser.new_context(viewport=SIZES["wide"], reduced_motion="reduce")) as window:
        page = window.new_page()
        visit(page, travelling, page="map", lang="en", layer="journeys")
        bar = chart(page).locator(".story")
        bar.get_by_role("button").click()
        expect(bar).to_have_attribute("data-share", "1.00")
        expect(bar.locator(".told")).to_contain_text("8 Dec 2024")
        assert chart(page).locator(".line[stroke-dasharray='none']").count() == chart(page).locator(".line").count()
