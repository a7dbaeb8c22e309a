"""The map: every mark opens as many sentences as it says, journeys play, filters change numbers by what is known."""

import json
import re
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from lib.ask import journeys, place, places
from lib.ask.filters import Filters
from tests.ask.test_questions import HAPPENS
from tests.browser.driving import SIZES, evidence, headline, sentences, settled, visit
from tests.browser.mapping import chart, disc, middle, opened, told
from tests.browser.test_pages import heard, outside

pytestmark = pytest.mark.browser
DAMASCUS = "C1001"
_SHOWN = Filters(roles=HAPPENS)


@pytest.mark.parametrize(
    ("unit", "column", "lang"),
    [("mentions", 0, "ar"), ("articles", 2, "en"), ("reports", 3, "en"), ("reports", 3, "ar")],
)
def test_a_bubble_opens_as_many_sentences_as_it_says(server, page, connection, unit, column, lang):  # noqa: PLR0917
    visit(page, server, page="map", lang=lang, unit=unit)
    disc(page, DAMASCUS).hover()
    number = told(page)
    disc(page, DAMASCUS).click()
    found = opened(page)
    assert found[column] == number
    row = places.places(connection, _SHOWN).set_index("place_id").loc[DAMASCUS]
    assert found[0] == row["mentions"]
    assert number == row[unit]
    assert f"pick=place~place_id~{DAMASCUS}&at=map" in unquote(page.url)
    panel = evidence(page)
    expect(sentences(panel).filter(has=page.locator("mark"))).to_have_count(sentences(panel).count())


def test_the_chosen_place_says_why_and_what_else_it_could_be(server, page, connection):
    visit(page, server, page="map", lang="en", pick=f"place~place_id~{DAMASCUS}", at="map")
    card = page.locator(".st-key-place-card")
    rivals = place.rivals(connection, _SHOWN, DAMASCUS)
    assert card.locator("table tbody tr").count() == len(rivals)
    reasons = place.reasons(connection, _SHOWN, DAMASCUS)
    text = card.inner_text()
    assert "The town is meant, not the area named after it" in text
    line = card.get_by_text("Why this place:").locator("xpath=..")
    assert line.get_by_role("link").count() == len(reasons)
    link = line.get_by_role("link").first
    number = int(link.inner_text())
    link.click()
    page.wait_for_url("**pick=reason**")
    assert opened(page)[0] == number
    expect(page.locator(".st-key-place-card")).to_be_visible()


@pytest.mark.parametrize("at", ["headline", "nowhere here"])
def test_roles_change_the_numbers_by_exactly_what_they_hold(server, page, connection, at):
    visit(page, server, page="map", lang="en", unit="mentions", pick="place~placed~true", at=at)
    before = opened(page)[0]
    assert before == places.places(connection, _SHOWN)["mentions"].sum()
    page.locator(".st-key-role").get_by_role("button", name="Stands for a government").click()
    page.wait_for_url(lambda url: "role=" in url)
    settled(page)
    metonyms = places.places(connection, Filters(roles=("metonym",)))["mentions"].sum()
    assert metonyms > 0
    assert opened(page)[0] == before + metonyms
    visit(page, server, page="map", lang="en", role="metonym", pick="place~placed~true", at="headline")
    assert opened(page)[0] == metonyms


def test_what_is_switched_on_the_map_is_in_the_link_and_stays_on_other_pages(server, page):
    visit(page, server, page="map", lang="en", q="موسكو")
    page.locator(".st-key-layer").get_by_role("radio", name="Countries").click()
    page.locator(".st-key-unit").get_by_role("radio", name="Mentions").click()
    page.wait_for_url(lambda url: "layer=countries" in url and "unit=mentions" in url and "q=" in url)
    settled(page)
    was, link = headline(page), page.url
    page.locator(".st-key-page").get_by_role("radio", name="Entities").click()
    page.wait_for_url("**page=entities**")
    settled(page)
    assert "layer=countries" in page.url
    page.goto(link)
    settled(page)
    assert headline(page) == was


def test_a_link_of_before_roles_leaves_metonyms_out_as_it_did(server, page):
    visit(page, server, page="map", lang="en", things="1")
    assert page.get_by_test_id("stAlertContentWarning").count() == 0
    was = headline(page)
    visit(page, server, page="map", lang="en")
    assert headline(page) == was


def test_a_country_opens_as_many_sentences_as_it_says(server, page, connection):
    visit(page, server, page="map", lang="en", layer="countries", unit="mentions")
    area = chart(page).locator("path[data-area=EG]:visible")
    area.hover()
    number = told(page)
    area.click()
    assert opened(page)[0] == number == places.countries(connection, _SHOWN).set_index("country").loc["EG", "mentions"]
    assert "pick=place~country~EG" in unquote(page.url)


def test_the_map_moves_by_hand_wheel_buttons_and_keys_and_a_drag_is_no_click(server, page):
    visit(page, server, page="map", lang="en")
    mark = disc(page, DAMASCUS)
    x, y = middle(mark)
    handle, left = mark.element_handle(), mark.bounding_box()["x"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 70, y - 40, steps=5)
    page.mouse.up()
    page.wait_for_function(
        "([element, x]) => Math.abs(element.getBoundingClientRect().x - x) < 2", arg=[handle, left + 70]
    )
    assert middle(mark) == pytest.approx((x + 70, y - 40), abs=2)
    assert page.locator(".st-key-close-evidence").count() == 0
    scale = _scale(page)
    for act in (
        lambda: page.mouse.wheel(0, -300),
        lambda: chart(page).locator(".tools .in").click(),
        lambda: chart(page).locator("svg[role=group]").press("+"),
    ):
        act()
        page.wait_for_function(_GROWN, arg=[chart(page).locator(".areas:visible").element_handle(), scale])
        scale = _scale(page)
    chart(page).locator(".tools .fit").click()
    expect(mark).to_be_visible()
    assert middle(mark) == pytest.approx((x, y), abs=2)


_GROWN = "([group, was]) => Number(group.getAttribute('transform').match(/scale\\((.*)\\)/)[1]) > was"


def _scale(page):
    return float(re.search(r"scale\((.*)\)", chart(page).locator(".areas:visible").get_attribute("transform"))[1])


def test_what_lies_under_a_bubble_is_listed_and_opens_its_own(server, page, connection):
    visit(page, server, page="map", lang="en", unit="mentions")
    name = chart(page).locator(".names text", has_text=re.compile(r"^Damascus")).first
    under = int(re.search(r"\+(\d+)", name.text_content())[1])
    name.locator(".more").click()
    entries = chart(page).locator(".list button")
    expect(entries).to_have_count(under + 3)  # itself, and ways closer and out
    entry = entries.nth(2)
    number = int(re.search(r": (\d+)$", entry.inner_text())[1])
    entry.click()
    assert opened(page)[0] == number


def test_the_map_downloads_as_geojson_that_adds_up(travelling, page, travelled):
    visit(page, travelling, page="map", lang="ar")
    with page.expect_download() as download:
        page.locator(".st-key-geojson-places button").click()
    assert download.value.suggested_filename == "mijhar-places.geojson"
    made = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    points = [one for one in made["features"] if one["geometry"]["type"] == "Point"]
    lines = [one for one in made["features"] if one["geometry"]["type"] == "LineString"]
    assert sum(one["properties"]["mentions"] for one in points) == places.places(travelled, _SHOWN)["mentions"].sum()
    legs = journeys.journeys(travelled, _SHOWN).dropna(subset=["from_place_id", "to_place_id"])["legs"].sum()
    assert sum(one["properties"]["legs"] for one in lines) == legs
    assert all(-180 <= one["geometry"]["coordinates"][0] <= 180 for one in points)


@pytest.mark.parametrize("layer", ["places", "countries", "journeys"])
def test_the_map_downloads_as_svg(travelling, page, layer):
    visit(page, travelling, page="map", lang="ar", layer=layer)
    with page.expect_download() as download:
        chart(page).locator(".save").click()
    assert download.value.suggested_filename == f"mijhar-{layer}.svg"
    drawing = Path(download.value.path()).read_text(encoding="utf-8")
    assert drawing.startswith("<svg")
    assert drawing.count("<path") > 100
    assert "دمشق" in drawing or layer == "countries"


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("layer", ["countries", "journeys"])
def test_every_further_layer_is_drawn_whole_and_asks_no_other_host(windows, travelling, layer, lang, size):
    with closing(windows[size].new_page()) as page:
        asked, complaints = heard(page)
        visit(page, travelling, page="map", lang=lang, layer=layer, toned="1")
        marks = {"countries": ".area", "journeys": ".arc"}[layer]
        assert chart(page).locator(marks).count() > 5
        assert page.get_by_test_id("stException").count() == 0
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= SIZES[size]["width"]
        buttons, frame = chart(page).locator(".tools").bounding_box(), chart(page).locator(".map").bounding_box()
        right = buttons["x"] > frame["x"] + frame["width"] / 2
        assert right == (lang == "en"), "the buttons stand where reading ends"
        assert complaints == []
        assert any("world_" in one for one in asked)
        assert outside(asked) == []


def test_a_place_is_picked_by_touch(browser, server):
    with closing(browser.new_context(viewport=SIZES["phone"], has_touch=True)) as window:
        page = window.new_page()
        visit(page, server, page="map", lang="ar")
        page.touchscreen.tap(*middle(disc(page, DAMASCUS)))
        assert opened(page)[0] > 0


def test_an_unresolved_name_stands_beside_the_map_and_opens_its_sentences(server, page):
    visit(page, server, page="map", lang="en")
    beside = page.get_by_role("heading", name="Place names not resolved")
    assert beside.bounding_box()["x"] > chart(page).bounding_box()["x"] + chart(page).bounding_box()["width"]
    link = page.locator("a[href*='at=unresolved']").first
    number = int(link.inner_text())
    link.click()
    page.wait_for_url("**at=unresolved**")
    assert opened(page)[0] == number
