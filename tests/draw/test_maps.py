"""The map's data: every mark has its number and its pick, colours say what the key says, GeoJSON adds up."""

import json
from datetime import date

import pandas as pd
import pytest

from lib.annotate.placing import reasons as place_reasons
from lib.annotate.placing.gazetteer import gazetteer
from lib.ask import journeys, places
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from lib.draw import geojson, labels, maps, palette
from lib.draw.countries import called

ALL = Filters()
SCREENS = [labels.Screen(language, ground) for language in ("ar", "en") for ground in ("light", "dark")]


@pytest.fixture(scope="module")
def placed(connection):
    return places.places(connection, ALL)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("toned", [False, True])
@pytest.mark.parametrize("value", ["articles", "reports", "mentions"])
def test_every_place_and_country_has_its_number_and_its_pick(connection, placed, screen, toned, value):
    found = places.countries(connection, ALL)
    drawings = {
        "places": (maps.places(placed, value, screen, toned)["places"], placed),
        "countries": (maps.countries(found, placed, value, screen, toned)["areas"], found),
    }
    for marks, rows in drawings.values():
        assert {len(column) for column in marks.values() if isinstance(column, list)} == {len(rows)}
        assert marks["count"] == list(rows[value])
        assert marks["pick"] == list(rows["pick"])
        colours = marks["colour"] if isinstance(marks["colour"], list) else [marks["colour"]]
        assert all(colour.startswith("#") for colour in colours)
        assert "" not in marks["name"]
        json.dumps(marks)


def test_a_bubble_s_area_is_its_count(placed):
    radius = maps.places(placed, "mentions", SCREENS[0])["places"]["radius"]
    top, second = placed["mentions"][:2]
    assert (radius[0] / radius[1]) ** 2 == pytest.approx(top / second, rel=0.01)


def test_a_country_s_middle_is_drawn_hollow(placed):
    wide = dict(zip(placed["place_id"], maps.places(placed, "mentions", SCREENS[0])["places"]["wide"], strict=True))
    assert wide["SY"]
    assert not wide["C1001"]


@pytest.mark.parametrize(
    ("frame", "inside"),
    [
        (pd.DataFrame({"latitude": [33.5], "longitude": [36.3], "feature": "city"}), 1),
        (pd.DataFrame({"latitude": [33.5, 61.5], "longitude": [36.3, 105.3], "feature": ["city", "country"]}), 1),
        (pd.DataFrame({"latitude": [33.5, 61.5], "longitude": [36.3, 105.3], "feature": "country"}), 2),
    ],
    ids=["one town", "a town and a country's middle", "countries alone"],
)
def test_the_first_view_holds_the_towns_or_what_there_is(frame, inside):
    frame = frame.assign(place_id="x", name_ar="دمشق", name_en="Damascus", pick="place", mentions=1)
    view = maps.places(frame, "mentions", SCREENS[0])["view"]
    within = frame["longitude"].between(view["west"], view["east"]) & frame["latitude"].between(
        view["south"], view["north"]
    )
    assert within.sum() == inside


def test_a_phone_s_bubbles_are_smaller(placed):
    phone, laptop = (maps.places(placed, "mentions", labels.Screen("ar", "light", narrow)) for narrow in (True, False))
    assert max(phone["places"]["radius"]) < max(laptop["places"]["radius"])


@pytest.mark.parametrize("most", [1, 2, 3, 7, 64, 100_000])
def test_the_key_s_classes_cover_every_count_once(most):
    counts = range(most, 0, -max(1, most // 50))
    frame = pd.DataFrame({"country": "SY", "mentions": counts, "pick": "place~country~SY"})
    drawing = maps.countries(frame, pd.DataFrame({"feature": []}), "mentions", SCREENS[0])
    key = {entry["colour"]: entry["text"].replace(",", "") for entry in drawing["key"]}
    for count, colour in zip(counts, drawing["areas"]["colour"], strict=True):
        low, _, high = key[colour].partition("–")
        assert int(low) <= count <= int(high or low)


def test_a_tone_is_the_greyer_the_less_sure():
    assert palette.shade("negative", 0) == palette.QUIET.upper()
    assert palette.shade("negative", 1) == palette.TONES["negative"]
    assert palette.shade("neutral", 0.4) == palette.QUIET.upper()


def test_arcs_and_steps_are_all_legs(travelled):
    told, story = journeys.journeys(travelled, ALL), journeys.story(travelled, ALL)
    drawing = maps.journeys(told, story, SCREENS[2])
    both = told.dropna(subset=["from_place_id", "to_place_id"])
    assert 0 < len(both) < len(told)
    assert drawing["arcs"]["count"] == list(both["legs"])
    for pick in drawing["arcs"]["pick"]:
        assert [column for column, _ in Pick.from_text(pick).where] == ["from_place_id", "to_place_id"]
    dates = story["date"].dropna().dt.date.nunique()
    assert len(drawing["steps"]) == dates + story["date"].isna().sum()
    assert [step["when"] for step in drawing["steps"][:dates]] == ["7 Dec 2024", "8 Dec 2024", "9 Dec 2024"]
    assert {arc for step in drawing["steps"] for arc in step["arcs"]} == set(range(len(both)))
    drawn = set(drawing["places"]["id"])
    assert all(place in drawn for step in drawing["steps"] for place in step["places"])
    json.dumps(drawing)


def test_no_journey_is_no_arc(travelled):
    nothing = Filters(text="كلمةلاوجودلها")
    drawing = maps.journeys(journeys.journeys(travelled, nothing), journeys.story(travelled, nothing), SCREENS[0])
    assert drawing["arcs"]["pick"] == drawing["steps"] == drawing["places"]["id"] == []
    assert drawing["view"] is None


@pytest.mark.parametrize(("language", "line"), [("ar", "دمشق ← موسكو"), ("en", "Damascus → …")])
def test_a_leg_is_written_as_it_is_read(language, line):
    row = {"from_name_ar": "دمشق", "to_name_ar": "موسكو", "from_name_en": "Damascus", "to_name_en": ""}
    if language == "en":
        row["to_name_ar"] = None
    (written,) = maps.paths(pd.DataFrame([row]), language)
    assert written.replace("\u2068", "").replace("\u2069", "") == line


def test_geojson_has_a_point_a_place_and_a_line_a_pair(travelled):
    found, told = places.places(travelled, ALL), journeys.journeys(travelled, ALL)
    made = json.loads(json.dumps(geojson.collection(found, told)))
    kinds = {"Point": [], "LineString": []}
    for feature in made["features"]:
        kinds[feature["geometry"]["type"]].append(feature)
    assert made["type"] == "FeatureCollection"
    assert sum(one["properties"]["mentions"] for one in kinds["Point"]) == found["mentions"].sum()
    both = told.dropna(subset=["from_place_id", "to_place_id"])
    assert sum(one["properties"]["legs"] for one in kinds["LineString"]) == both["legs"].sum()
    damascus = next(one for one in kinds["Point"] if one["properties"]["place_id"] == "C1001")
    assert damascus["geometry"]["coordinates"] == pytest.approx([36.28, 33.52], abs=0.05), "longitude first"
    dates = [one["properties"]["first_date"] for one in kinds["LineString"]]
    assert None in dates
    assert all(date.fromisoformat(day) for day in dates if day)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("SY", "en", "Syria"), ("SY", "ar", "سوريا"), ("QQ", "en", "QQ"), (None, "en", "—"), ("", "ar", "—")],
)
def test_a_country_is_called_by_its_name(code, language, name):
    assert called(code, language) == name


def test_every_reason_and_feature_that_a_place_can_have_has_its_words():
    assert place_reasons.REASONS.keys() <= labels.REASONS.keys()
    features = {place.feature for place in gazetteer()}
    assert features <= labels.FEATURES.keys()
