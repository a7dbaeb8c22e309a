"""One Chromium and one server for all; windows that keep the app's files in their cache between tests."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.driving import SIZES, executable, launch
from tests.browser.serving import serving


@pytest.fixture(scope="session")
def browser():
    if not executable():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium here: install one or set CHROMIUM")
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(browser, corpus):
    with serving(corpus) as address:
        yield address


@pytest.fixture(scope="module")
def travelling(browser, travelled_corpus):
    with serving(travelled_corpus) as address:
        yield address


@pytest.fixture(scope="session")
def windows(browser):
    """A window of each size."""
    agents = {"phone": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"}
    return {name: browser.new_context(viewport=size, user_agent=agents.get(name)) for name, size in SIZES.items()}


@pytest.fixture
def page(windows):
    """A tab of a laptop's window."""
    tab = windows["wide"].new_page()
    yield tab
    tab.close()
