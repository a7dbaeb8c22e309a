"""The link is the state: what one visitor sees, the link brings to another."""

from contextlib import closing

import pytest

from tests.browser.driving import (
    SIZES,
    choose,
    click_mark,
    counts,
    evidence,
    headline,
    options,
    sentences,
    settled,
    visit,
)
from tests.browser.serving import serving

pytestmark = pytest.mark.browser


def seen(page):
    """Return what a visitor could quote: the headline number, the size of the evidence, its sentences."""
    panel = evidence(page)
    return headline(page), counts(panel), sentences(panel).all_inner_texts()


def switch(page, name):
    page.locator(".st-key-page").get_by_role("radio", name=name).click()
    page.locator(".st-key-page [aria-checked=true]", has_text=name).wait_for()
    settled(page)


def narrowed(page, number):
    """Wait until the headline is no longer the number it was, and return the new one."""
    page.wait_for_function(
        "was => document.querySelector('[data-testid=stMain] [data-testid=stHtml] bdi')?.innerText !== was", arg=number
    )
    settled(page)
    return headline(page)


def test_a_link_made_by_using_the_app_shows_the_same_to_another_and_after_a_restart(browser, server, corpus, page):
    visit(page, server, lang="en")
    everything = headline(page)
    page.locator(".st-key-q input").fill("موسكو")
    page.keyboard.press("Enter")
    found = narrowed(page, everything)
    publisher = page.locator(".st-key-publisher input")
    choose(publisher, options(publisher, publisher.click).last.inner_text())
    narrowed(page, found)
    page.keyboard.press("Escape")
    switch(page, "Map")
    switch(page, "Entities")
    click_mark(page, "frequency", page.locator(".st-key-chart-frequency .barlayer .point path").first)
    was = seen(page)
    assert was[2]
    path = page.url.removeprefix(server)
    assert {"publisher", "q", "pick", "at", "page", "lang"} <= {one.partition("=")[0] for one in path[2:].split("&")}

    with closing(browser.new_context(viewport=SIZES["wide"])) as other:
        colleague = other.new_page()
        colleague.goto(f"{server}{path}")
        assert seen(colleague) == was
        with serving(corpus) as restarted:
            colleague.goto(f"{restarted}{path}")
            assert seen(colleague) == was


def test_the_first_visitor_of_a_server_may_come_by_a_link(corpus, page):
    """With paths of their own for pages, Streamlit showed "Page not found" over the right page."""
    with serving(corpus) as fresh:
        visit(page, fresh, page="map", lang="en")
        assert page.locator(".st-key-page [aria-checked=true]").inner_text() == "Map"
        assert page.locator(".st-key-chart-map .mark").count() > 0
        assert page.get_by_role("dialog").count() == 0
        assert page.get_by_text("Page not found").count() == 0
