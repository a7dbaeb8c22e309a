"""Every page, in both languages, on a laptop and on a phone."""

import tomllib
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.browser.driving import visit
from tests.browser.serving import ROOT

pytestmark = pytest.mark.browser
SCREENSHOTS = ROOT / "build" / "screenshots"
TEXTS = tomllib.loads((ROOT / "lib" / "show" / "texts.toml").read_text(encoding="utf-8"))
CHARTS = {"overview": 2, "articles": 0, "entities": 3, "entity": 5, "sources": 7, "sentiment": 4, "map": 0, "method": 0}
_TALLEST = 12_000  # pixels: beyond, Chromium paints a screenshot in tiles that may stay empty
_ALERTS = "[data-testid=stException], [data-testid=stAlertContentError], [data-testid=stAlertContentWarning]"
_LOADED = "[...document.querySelectorAll('link[href], script[src], img[src]')].map(one => one.href || one.src)"
_TOO_WIDE = """[document.scrollingElement, document.querySelector('[data-testid=stMain]')]
  .map(one => one.scrollWidth - one.clientWidth)"""


def heard(page):
    """Collect what the tab asks for and complains of."""
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


def outside(addresses):
    """Return the addresses that are on another host."""
    return [one for one in addresses if urlsplit(one).hostname not in ("127.0.0.1", None)]


def keep(page, name):
    """Keep a picture of the whole page, which scrolls inside the window, for people to look at."""
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": min(height, _TALLEST)})
    page.screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled")


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_page_is_whole_and_asks_no_other_host(windows, server, name, lang, size):
    with closing(windows[size].new_page()) as page:
        asked, complaints = heard(page)
        visit(page, server, page=name, lang=lang)
        assert page.locator(".st-key-page [aria-checked=true]").inner_text() == TEXTS["page"][name][lang]
        assert page.locator(_ALERTS).all_inner_texts() == []
        assert page.locator(".js-plotly-plot").count() == CHARTS[name]
        assert page.evaluate(_TOO_WIDE) == [0, 0], "the page scrolls sideways"
        keep(page, f"{name}-{lang}-{size}")
        assert complaints == []
        assert len(asked) > 1
        assert outside([*asked, *page.evaluate(_LOADED)]) == []
