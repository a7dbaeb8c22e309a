"""How long a visitor waits: for the first chart, for the next page, for a narrower selection."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench.measure import Measure
from tests.browser.driving import SIZES, launch, settled, visit
from tests.browser.serving import serving

_STARTS, _ROUNDS = 5, 3
_FIRST_CHART = ".js-plotly-plot svg.main-svg"
# What shows that a page is there: a chart, or for the pages without one the text that only they have.
PAGES = {
    "Articles": "[data-testid=stMain] [data-testid=stHtml] a",
    "Entities": ".st-key-chart-frequency svg.main-svg",
    "Sources": ".st-key-chart-by svg.main-svg",
    "Sentiment": ".st-key-chart-distribution svg.main-svg",
    "Map": ".st-key-chart-map",
    "Method": "[data-testid=stMain] table",
    "Overview": ".st-key-chart-time svg.main-svg",
}
# From the click, which the page itself dates, to the mark of the next page drawn and its script at rest.
_SWITCH = """([label, mark]) => new Promise(done => {
  const control = [...document.querySelectorAll('.st-key-page [role=radio]')].find(one => one.innerText === label);
  const began = performance.now();
  const drawn = () => {
    const app = document.querySelector('[data-testid="stApp"]'), seen = document.querySelector(mark);
    const fresh = seen && !seen.closest('[data-stale="true"]');
    const here = document.querySelector('.st-key-page [aria-checked=true]').innerText === label;
    if (here && fresh && location.search !== before && app.dataset.testScriptState === 'notRunning')
      done(performance.now() - began);
    else requestAnimationFrame(drawn);
  };
  const before = location.search;
  control.click();
  requestAnimationFrame(drawn);
})"""


def cold_starts(corpus: Path) -> list[Measure]:
    """Measure from `streamlit run` to the first chart of the overview, a fresh server each time."""
    up, first, second = [], [], []
    for _ in range(_STARTS):
        with browsing() as browser:
            began = time.perf_counter()
            with serving(corpus) as address:
                up.append(_since(began))
                _first_chart(browser, address)
                first.append(_since(began))
                began = time.perf_counter()
                _first_chart(browser, address)
                second.append(_since(began))
    return [
        Measure("cold start: server answers", "ms", up),
        Measure("cold start: first chart", "ms", first),
        Measure("second visitor: first chart", "ms", second),
    ]


def page_switches(corpus: Path) -> list[Measure]:
    """Measure from a click on the page switch to the next page, warm, for each page and over all."""
    with browsing() as browser, serving(corpus) as address:
        page = window(browser).new_page()
        visit(page, address, lang="en")
        taken: dict[str, list[float]] = {name: [] for name in PAGES}
        for turn in range(1 + _ROUNDS):
            for name, mark in PAGES.items():
                milliseconds = page.evaluate(_SWITCH, [name, mark])
                settled(page)
                if turn:  # the first round fills the caches
                    taken[name].append(milliseconds)
    every = [value for values in taken.values() for value in values]
    return [
        Measure("page switch: all", "ms", every),
        *(Measure(f"page switch: {name}", "ms", taken[name]) for name in PAGES),
    ]


def filter_changes(corpus: Path) -> list[Measure]:
    """Measure from a word entered on the map page to the map of the articles that hold it."""
    words = ("موسكو", "دمشق", "حلب", "بوتين", "لافروف")
    with browsing() as browser, serving(corpus) as address:
        page = window(browser).new_page()
        visit(page, address, page="map", lang="en")
        values = [_filtered(page, word) for word in words]
    return [Measure("filter change: map", "ms", values)]


def _filtered(page: Page, word: str) -> float:
    selected = page.get_by_test_id("stSidebar").get_by_text("Articles selected").inner_text()
    page.locator(".st-key-q input").fill(word)
    began = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function("was => !document.body.innerText.includes(was)", arg=selected)
    settled(page)
    return _since(began)


def _first_chart(browser: Browser, address: str) -> None:
    with closing(window(browser)) as opened:
        page = opened.new_page()
        page.goto(f"{address}/", wait_until="commit")
        page.locator(_FIRST_CHART).first.wait_for()


def window(browser: Browser) -> BrowserContext:
    """Open a laptop's window."""
    return browser.new_context(viewport=SIZES["wide"])


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield a Chromium of its own."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()
