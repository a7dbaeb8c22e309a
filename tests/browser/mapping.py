"""What a visitor does with the map."""

import re

from tests.browser.driving import counts, evidence


def chart(page):
    """Return the map, once its outlines are drawn."""
    found = page.locator(".st-key-chart-map")
    found.locator(".frame[data-outlines=drawn]").wait_for()
    found.scroll_into_view_if_needed()
    return found


def opened(page):
    """Return how many rows, sentences, articles and reports the evidence has."""
    return counts(evidence(page))


def told(page):
    """Return the number that the label beside the pointer ends with."""
    return int(re.search(r": ([\d,]+)$", chart(page).locator(".tip div").first.inner_text())[1].replace(",", ""))


def middle(element):
    box = element.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def disc(page, place_id):
    return chart(page).locator(f".mark[data-id='{place_id}'] .reach")
