"""Arabic reads from the right, the keyboard reaches everything, and both grounds are legible."""

from contextlib import closing

import pytest

from tests.browser.driving import SIZES, evidence, options, sentences, settled, visit
from tests.browser.test_pages import keep

pytestmark = pytest.mark.browser

# The boxes of the first two words of an element, which its highlights may cut into several text nodes.
_WORDS = """element => {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), words = [];
  let node;
  while ((node = nodes.nextNode()) && words.length < 2) {
    for (const found of node.data.matchAll(/[\\u0620-\\u064A]{2,}/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const box = range.getBoundingClientRect();
      words.push({left: box.left, right: box.right, top: box.top, bottom: box.bottom});
    }
  }
  return {words: words.slice(0, 2), direction: getComputedStyle(element).direction};
}"""
# How far a heading's own text ends from the right edge of the page's column.
_SPARE = """heading => {
  const range = document.createRange();
  range.selectNodeContents(heading);
  const column = heading.closest('[data-testid=stColumn], [data-testid=stMainBlockContainer]');
  const style = getComputedStyle(column);
  return column.getBoundingClientRect().right - parseFloat(style.paddingRight) - range.getBoundingClientRect().right;
}"""
# The contrast of an element's text with its ground (WCAG 2.2), its own and its parents' opacity counted in.
_CONTRAST = """element => {
  const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  let opacity = 1, at = element;
  for (; parts(getComputedStyle(at).backgroundColor)[3] === 0; at = at.parentElement)
    opacity *= getComputedStyle(at).opacity;
  const ground = parts(getComputedStyle(at).backgroundColor), ink = parts(getComputedStyle(element).color);
  const alpha = opacity * (ink[3] ?? 1);
  const light = colour => colour.slice(0, 3).map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const text = light(ink.slice(0, 3).map((value, place) => value * alpha + ground[place] * (1 - alpha)));
  const lights = [text, light(ground)];
  return {contrast: (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05), ground: light(ground)};
}"""
_FOCUSED = "key => !!document.activeElement.closest(`.st-key-${key}`)"


def reads_from_the_right(element):
    found = element.evaluate(_WORDS)
    first, second = found["words"]
    below = second["top"] >= first["bottom"]
    return found["direction"] == "rtl" and (below or first["left"] >= second["right"])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arabic_sentences_read_from_the_right(server, page, lang):
    visit(page, server, page="entities", lang=lang, pick="mention~kind~LOC", at="frequency")
    panel = evidence(page)
    rows = sentences(panel).all()
    assert rows
    assert all(reads_from_the_right(row) for row in rows if len(row.inner_text().split()) > 1)
    panel.get_by_role("link").first.click()
    heading = page.locator("[data-testid=stMain] div[dir=rtl] h2")
    heading.wait_for()
    settled(page)
    paragraphs = page.locator("[data-testid=stMain] div[dir=rtl][lang=ar] p").all()
    assert paragraphs
    assert all(reads_from_the_right(one) for one in [heading, *paragraphs] if len(one.inner_text().split()) > 1)


@pytest.mark.parametrize("name", ["overview", "entities", "sources", "sentiment", "map", "method"])
def test_arabic_headings_end_at_the_right(server, page, name):
    visit(page, server, page=name, lang="ar")
    headings = page.locator("[data-testid=stMain] h3").all()
    assert headings
    assert all(abs(heading.evaluate(_SPARE)) < 4 for heading in headings)


def tab_to(page, key):
    """Press Tab until the focus is in the widget of that key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED, key):
            return
    pytest.fail(f"Tab does not reach {key}")


def test_the_keyboard_switches_pages_and_opens_evidence(server, page):
    visit(page, server, page="entities", lang="en")
    tab_to(page, "page")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.wait_for_url("**/?*page=articles*")
    visit(page, server, page="entities", lang="en")
    tab_to(page, "choose-frequency")
    chooser = page.locator(".st-key-choose-frequency input")
    assert options(chooser, lambda: page.keyboard.press("ArrowDown")).count()
    page.keyboard.press("Enter")
    assert sentences(evidence(page)).count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_both_grounds(browser, server, scheme):
    with closing(browser.new_context(viewport=SIZES["wide"], color_scheme=scheme)) as window:
        page = window.new_page()
        visit(page, server, page="map", lang="ar")
        number = page.locator("[data-testid=stMain] [data-testid=stHtml] bdi").first
        captions = page.locator("[data-testid=stMain] [data-testid=stHtml] div[style*=opacity]")
        assert captions.count() > 2
        for text in [number, *captions.all()]:
            found = text.evaluate(_CONTRAST)
            assert (found["ground"] < 0.1) == (scheme == "dark")
            assert found["contrast"] >= 4.5, text.inner_text()
        keep(page, f"map-ar-wide-{scheme}")
