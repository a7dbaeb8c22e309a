"""Names: from an entity's page to its sentences, side by side by a link, and a network that can be taken apart."""

import re
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.driving import SIZES, choose, click_mark, counts, evidence, sentences, settled, visit

pytestmark = pytest.mark.browser
_LINES = ".st-key-chart-compare .scatterlayer .trace"

# The middle of a line that nothing lies upon.
_FREE_LINE = """svg => {
  const box = svg.getBoundingClientRect();
  for (const line of svg.querySelectorAll('line.edge')) {
    const of = name => Number(line.getAttribute(name));
    const at = {x: box.x + (of('x1') + of('x2')) / 2, y: box.y + (of('y1') + of('y2')) / 2};
    if (svg.getRootNode().elementFromPoint(at.x, at.y) === line) return at;
  }
}"""


def middle(element):
    box = element.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_bar_and_a_number_of_a_name_s_page_open_their_sentences(server, page):
    visit(page, server, page="entity", lang="en", focus="bashar-al-assad")
    bar = page.locator(".st-key-chart-companions .barlayer .point").first
    number = int(bar.locator(".bartext").text_content())
    click_mark(page, "companions", bar.locator("path"))
    panel = evidence(page)
    assert counts(panel)[0] == number
    assert sentences(panel).first.locator("mark").count() == 2, "both names are marked"

    linked = page.locator(".st-key-table-said").get_by_role("link").first
    number = int(linked.inner_text())
    linked.click()
    page.wait_for_url("**at=said**")
    panel = evidence(page)
    assert counts(panel)[0] == number
    told = panel.get_by_test_id("stHtml").nth(1).inner_text()
    assert len(re.findall("· (?:Named|Not named)", told)) == min(number, 12), "each says whether its source has a name"
    panel.get_by_role("link").first.click()
    expect(page.locator("[data-testid=stMain] span[style*=underline]")).to_have_count(1)


def test_a_marked_name_in_the_reader_leads_to_its_page(server, page):
    visit(page, server, page="entities", lang="en", pick="mention~entity_id~moscow", at="frequency")
    evidence(page).get_by_role("link").first.click()
    page.locator("[data-testid=stMain] h2").wait_for()
    name = page.locator("mark a[href*='focus=moscow']").first
    name.click()
    page.wait_for_url("**focus=moscow**")
    settled(page)
    assert page.locator(".st-key-choose-focus input").input_value() == "Moscow"


def test_names_side_by_side_come_with_the_link(browser, server, page):
    visit(page, server, page="entities", lang="en")
    expect(page.locator(_LINES)).to_have_count(3)
    chooser = page.locator(".st-key-compare input")
    for count, name in enumerate(("Moscow", "Doha", "Homs", "Aleppo", "Kremlin"), 1):
        choose(chooser, name)
        expect(page.locator(_LINES)).to_have_count(count)
        settled(page)
    page.keyboard.press("Escape")
    click_mark(page, "shares", page.locator(".st-key-chart-shares .scatterlayer .point").first)
    was = counts(evidence(page)), sentences(evidence(page)).all_inner_texts()
    ends = page.locator(".st-key-chart-compare .annotation-text").all_inner_texts()
    assert len(ends) == 5
    with closing(browser.new_context(viewport=SIZES["wide"])) as other:
        colleague = other.new_page()
        colleague.goto(page.url)
        settled(colleague)
        assert (counts(evidence(colleague)), sentences(evidence(colleague)).all_inner_texts()) == was
        assert colleague.locator(".st-key-chart-compare .annotation-text").all_inner_texts() == ends


def test_the_network_can_be_taken_apart_and_a_click_opens_its_sentences(server, page):
    visit(page, server, page="entities", lang="en")
    node = page.locator(".st-key-chart-together .node[data-id=moscow]")
    node.scroll_into_view_if_needed()
    settled(page)
    disc = node.locator("circle")
    x, y = middle(disc)
    disc.hover()
    expect(page.locator(".st-key-chart-together .tip")).to_have_text("Moscow")
    page.mouse.down()
    page.mouse.move(x + 60, y - 50, steps=6)
    page.mouse.up()
    assert middle(disc) == pytest.approx((x + 60, y - 50), abs=2)
    ends = page.locator(".st-key-chart-together line.edge").evaluate_all("all => all.map(one => one.outerHTML)")
    where = re.search(r"translate\(([\d.]+) ([\d.]+)\)", node.get_attribute("transform"))
    assert any(f'x2="{where[1]}"' in end or f'x1="{where[1]}"' in end for end in ends), "its lines go with it"
    assert page.locator(".st-key-close-evidence").count() == 0, "a drag is no click"

    disc.click()
    assert counts(evidence(page))[0] > 0
    assert "pick=mention~entity_id~moscow&at=together" in unquote(page.url)
    assert middle(disc)[0] == pytest.approx(x + 60, abs=2), "what was dragged stays"
    line = page.locator(".st-key-chart-together svg[role=img]").evaluate(_FREE_LINE)
    page.mouse.move(line["x"], line["y"])
    number = int(re.search(r": (\d+)$", page.locator(".st-key-chart-together .tip").inner_text())[1])
    page.mouse.click(line["x"], line["y"])
    page.wait_for_url("**pick=pair**")
    assert counts(evidence(page))[0] == number
    page.locator(".st-key-close-evidence button").click()
    page.wait_for_url(lambda url: "pick" not in url)


def test_the_network_downloads_as_svg(server, page):
    visit(page, server, page="entities", lang="ar")
    with page.expect_download() as download:
        page.locator(".st-key-chart-together .save").click()
    drawing = Path(download.value.path()).read_text(encoding="utf-8")
    assert drawing.startswith("<svg")
    assert "دمشق" in drawing


def test_names_can_be_moved_and_picked_by_touch(browser, server):
    with closing(browser.new_context(viewport=SIZES["phone"], has_touch=True)) as window:
        page = window.new_page()
        visit(page, server, page="entities", lang="ar")
        node = page.locator(".st-key-chart-together .node[data-id=moscow] circle")
        node.scroll_into_view_if_needed()
        settled(page)
        page.touchscreen.tap(*middle(node))
        assert counts(evidence(page))[0] > 0
