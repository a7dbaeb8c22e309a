"""How long the map needs to answer a filter with five thousand places drawn."""

import shutil
from pathlib import Path

import duckdb
from playwright.sync_api import Page

from tests.bench.exploring import browsing, window
from tests.bench.measure import Measure
from tests.browser.driving import settled, visit
from tests.browser.serving import serving

PLACES, COPIES = 5_000, 40  # of every article of the sample: some 2,500 articles with 20,000 mentions of places
_WORDS = ("موسكو", "دمشق", "حلب", "بوتين", "لافروف")
_ROLES = ("Event", "Origin", "Destination", "Transit", "Dateline", "Stands for a government", "Mention")
# From a click or a key, which the page itself dates, to the picture of other numbers on the screen.
_DRAWN = """act => new Promise(done => {
  const within = root => [...root.querySelectorAll('*')].flatMap(one => one.shadowRoot
    ? [...one.shadowRoot.querySelectorAll('.frame[data-taken]'), ...within(one.shadowRoot)] : []);
  const [frame] = within(document.querySelector('.st-key-chart-map'));
  const before = frame.dataset.taken, began = performance.now();
  const seen = () => frame.dataset.taken === before ? requestAnimationFrame(seen)
    : requestAnimationFrame(() => done(performance.now() - began));
  act();
  requestAnimationFrame(seen);
})"""
_PRESS = """() => [...document.querySelectorAll('.st-key-role button')].find(one => one.innerText === {!r}).click()"""
_ENTER = """() => document.querySelector('.st-key-q input').dispatchEvent(
  new KeyboardEvent('keydown', {key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true}))"""
_MANY = """
CREATE TABLE copies AS SELECT unnest(range({copies})) AS copy;
COPY (SELECT * REPLACE (md5(article_id || copy) AS article_id, md5(story_id || copy) AS story_id)
  FROM '{corpus}/articles.parquet', copies) TO '{out}/articles.parquet';
COPY (SELECT 'P' || n AS place_id, 'مكان ' || n AS name_ar, 'Place ' || n AS name_en,
    12 + (n * 0.6180339) % 1 * 30 AS latitude, -10 + (n * 0.7548776) % 1 * 70 AS longitude, 'SY' AS country,
    'town' AS feature FROM range({places}) t(n)) TO '{out}/places.parquet';
COPY (SELECT * REPLACE (md5(article_id || copy) AS article_id,
    'P' || (row_number() OVER (ORDER BY article_id, copy, part, start) % {places}) AS place_id)
  FROM '{corpus}/place_mentions.parquet', copies) TO '{out}/place_mentions.parquet';
"""
_COPIED = """
COPY (SELECT * REPLACE (md5(article_id || copy) AS article_id)
  FROM '{corpus}/{table}.parquet', copies) TO '{out}/{table}.parquet';
"""


def map_filters(corpus: Path, folder: Path) -> list[Measure]:
    """Measure from a role switched, and a word searched, to the map redrawn, with five thousand places."""
    many = _many(corpus, folder / "many")
    with browsing() as browser, serving(many) as address:
        page = window(browser).new_page()
        visit(page, address, page="map", lang="en")
        page.locator(".frame[data-outlines=drawn]").wait_for()
        roles = [_switched(page, role) for role in _ROLES]
        words = [_searched(page, word) for word in _WORDS]
    return [
        Measure("filter change: map of 5,000 places, a role", "ms", roles),
        Measure("filter change: map of 5,000 places, a word", "ms", words),
    ]


def _switched(page: Page, role: str) -> float:
    return _answered(page, _PRESS.format(role))


def _searched(page: Page, word: str) -> float:
    page.locator(".st-key-q input").fill(word)
    return _answered(page, _ENTER)


def _answered(page: Page, act: str) -> float:
    milliseconds: float = page.evaluate(f"({_DRAWN})({act})")
    settled(page)
    return milliseconds


def _many(corpus: Path, out: Path) -> Path:
    """Make a corpus of many places out of a small one."""
    shutil.copytree(corpus, out)
    fill = {"corpus": corpus, "out": out, "copies": COPIES, "places": PLACES}
    with duckdb.connect() as database:
        database.execute(_MANY.format(**fill))
        for table in ("sentences", "mentions", "words", "journeys", "attributions", "targets"):
            database.execute(_COPIED.format(**fill, table=table))
    return out
