"""A real Chromium, and what a visitor does with the app in it."""

import os
import re
import shutil
from collections.abc import Callable
from urllib.parse import urlencode

from playwright.sync_api import Browser, Locator, Page, Playwright
from playwright.sync_api import TimeoutError as TooLate

SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # no outside host exists for this browser
)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))  # the marks that keep a label's direction apart
# Done: the script has run, nothing of its last run is left to replace, every chart is drawn, every font is here.
_SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning' && !app.querySelector('[data-stale="true"]')
    && !app.querySelector('[data-testid="stSkeleton"]')
    && [...app.querySelectorAll('[data-testid="stPlotlyChart"]')].every(one => one.querySelector('svg.main-svg'))
    && document.fonts.status === 'loaded';
}"""

# At rest: three frames on, everything stands where it stood, and so nothing is scrolling.
_AT_REST = """async (element) => {
  const frame = () => new Promise(requestAnimationFrame), top = () => element.getBoundingClientRect().top;
  for (let was = NaN, still = 0; still < 3; await frame()) {
    still = top() === was ? still + 1 : 0;
    was = top();
  }
}"""
_ATTEMPTS = 3


def executable() -> str | None:
    """Return the machine's Chromium, None when it has none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium."""
    return playwright.chromium.launch(executable_path=executable(), args=list(_FLAGS))


def visit(tab: Page, address: str, **query: str) -> None:
    """Open a root link and wait until all of it is drawn."""
    tab.goto(f"{address}/?{urlencode(query)}")
    settled(tab)


def settled(page: Page) -> None:
    """Wait until the app has answered and all of it is drawn."""
    page.wait_for_function(_SETTLED)


def options(widget: Locator, press: Callable[[], None]) -> Locator:
    """Open a widget's list by `press` and return its options.

    NOTE: a list closes as soon as the page scrolls under it, and reaching the widget may have scrolled it. A visitor
    then opens it again, and so does this.
    """
    offered = widget.page.get_by_role("option")
    for attempt in range(_ATTEMPTS):
        widget.scroll_into_view_if_needed()
        widget.evaluate(_AT_REST)
        if not offered.first.is_visible():
            press()
        try:
            offered.first.wait_for(timeout=5_000)
        except TooLate:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            break
    return offered


def choose(widget: Locator, name: str) -> None:
    """Choose an option of a widget's list by its name, opened again where it closed before the click.

    NOTE: typing the name first leaves few options. As soon as the mouse is pressed, a long list scrolls to the option
    that the keyboard is on, and letting go over another option chooses none.
    """
    keyboard = widget.page.keyboard
    for attempt in range(_ATTEMPTS):
        offered = options(widget, widget.click)
        keyboard.press("ControlOrMeta+A")
        keyboard.insert_text(name)
        try:
            offered.filter(has_text=re.compile(f"^{re.escape(name)}$")).click(timeout=5_000)
        except TooLate:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def headline(page: Page) -> str:
    """Return the page's one large number."""
    return page.locator("[data-testid=stMain] [data-testid=stHtml] bdi").first.inner_text()


def click_mark(page: Page, chart: str, mark: Locator) -> str:
    """Click a bar or bubble and return the label it had; plotly takes a click only on a mark whose label it shows."""
    mark.scroll_into_view_if_needed()
    mark.hover(force=True)  # plotly's own layer for the pointer lies over its marks
    label = page.locator(f".st-key-chart-{chart} .hoverlayer .hovertext").first
    label.wait_for()
    text = label.text_content() or ""
    page.mouse.down()
    page.mouse.up()
    return text.translate(_ISOLATES)


def evidence(page: Page) -> Locator:
    """Return the evidence panel, once it is there."""
    close = page.locator(".st-key-close-evidence")
    close.wait_for()
    settled(page)
    return page.get_by_test_id("stVerticalBlock").filter(has=close).last


def counts(panel: Locator) -> tuple[int, ...]:
    """Return how many rows, sentences, articles and reports the evidence panel says it has."""
    head = panel.get_by_test_id("stHtml").first.inner_text()
    articles, sentences, rows, reports = map(int, re.findall(r"\d+", head.replace(",", "")))
    return rows, sentences, articles, reports


def sentences(panel: Locator) -> Locator:
    """Return the evidence panel's sentences."""
    return panel.get_by_test_id("stHtml").nth(1).locator("> div > div > div[dir=rtl]")
