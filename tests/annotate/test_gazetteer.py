"""The gazetteer's rows are sound, and Arabic names find them however they are written."""

import csv
import math
import re
import time
from pathlib import Path
from statistics import median

import pytest

from lib.annotate.placing.gazetteer import PLACES, Gazetteer, Place, gazetteer, key, unclitic
from lib.errors import MijharError
from tests import positions

FEATURES = {
    *("country", "capital", "city", "town", "village", "governorate", "district", "subdistrict", "neighbourhood"),
    *(
        "region",
        "sea",
        "strait",
        "river",
        "island",
        "mountain",
        "landmark",
        "palace",
        "airport",
        "air base",
    ),
    *("base", "naval base", "crossing", "camp", "port", "prison", "dam", "plant", "oil field", "canal"),
}

# Positions from general knowledge, to a tenth of a degree.
KNOWN = [
    ("دمشق", "capital", (33.5, 36.3), "SY"),
    ("بيروت", "capital", (33.9, 35.5), "LB"),
    ("عمّان", "capital", (31.95, 35.93), "JO"),
    ("بغداد", "capital", (33.3, 44.4), "IQ"),
    ("الرياض", "capital", (24.7, 46.7), "SA"),
    ("الدوحة", "capital", (25.3, 51.5), "QA"),
    ("أبوظبي", "capital", (24.45, 54.4), "AE"),
    ("مسقط", "capital", (23.6, 58.5), "OM"),
    ("المنامة", "capital", (26.2, 50.6), "BH"),
    ("مدينة الكويت", "capital", (29.4, 48.0), "KW"),
    ("صنعاء", "capital", (15.35, 44.2), "YE"),
    ("القاهرة", "capital", (30.05, 31.25), "EG"),
    ("الخرطوم", "capital", (15.55, 32.5), "SD"),
    ("طرابلس", "capital", (32.9, 13.2), "LY"),
    ("تونس العاصمة", "capital", (36.8, 10.2), "TN"),
    ("الجزائر العاصمة", "capital", (36.75, 3.05), "DZ"),
    ("الرباط", "capital", (34.0, -6.8), "MA"),
    ("نواكشوط", "capital", (18.1, -15.95), "MR"),
    ("مقديشو", "capital", (2.04, 45.34), "SO"),
    ("طهران", "capital", (35.7, 51.4), "IR"),
    ("أنقرة", "capital", (39.9, 32.85), "TR"),
    ("موسكو", "capital", (55.75, 37.6), "RU"),
    ("واشنطن", "capital", (38.9, -77.0), "US"),
    ("لندن", "capital", (51.5, -0.1), "GB"),
    ("باريس", "capital", (48.85, 2.35), "FR"),
    ("القدس", "city", (31.77, 35.2), "IL"),
    ("حلب", "city", (36.2, 37.15), "SY"),
    ("حميميم", "air base", (35.4, 35.95), "SY"),
    ("باب الهوى", "crossing", (36.24, 36.68), "SY"),
    ("الكرملين", "palace", (55.75, 37.62), "RU"),
    ("قطاع غزة", "region", (31.4, 34.35), "PS"),
    ("جبل الشيخ", "mountain", (33.4, 35.85), "SY"),
]


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()


def kilometres(place: Place, latitude: float, longitude: float) -> float:
    south, north = math.radians(place.latitude), math.radians(latitude)
    east = math.radians(longitude - place.longitude)
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(east)
    return 6371 * math.acos(min(1, cosine))


def test_ids_are_unique() -> None:
    with PLACES.open(encoding="utf-8", newline="") as lines:
        ids = [row["place_id"] for row in csv.DictReader(lines)]
    assert len(ids) == len(set(ids)) > 19000


def test_every_row_says_where_it_comes_from() -> None:
    with PLACES.open(encoding="utf-8", newline="") as lines:
        assert all(
            row["origin"] and row["licence"] and row["name_ar"] and row["name_en"] for row in csv.DictReader(lines)
        )


def test_rows_are_sound(known: Gazetteer) -> None:
    countries = {place.place_id for place in known if place.feature == "country"}
    assert len(countries) >= 230
    for place in known:
        assert -90 <= place.latitude <= 90, place
        assert -180 <= place.longitude <= 180, place
        assert place.feature in FEATURES, place
        assert not place.country or re.fullmatch("[A-Z]{2}", place.country), place
        assert place.country in countries or place.country in {"", "SJ", "CX", "IO", "BQ", "PN"}, place
        assert re.search("[ء-ي]", place.name_ar), place
        assert all(known.place(above) for above in known.above(place)), place


def test_facilities_are_many(known: Gazetteer) -> None:
    assert sum(place.place_id.startswith("F") for place in known) >= 80


@pytest.mark.parametrize(("name", "feature", "position", "country"), KNOWN)
def test_known_places_stand_where_they_are(
    known: Gazetteer, name: str, feature: str, position: tuple[float, float], country: str
) -> None:
    found = [match.place for match in known.candidates(name) if match.place.feature == feature]
    near = [place for place in found if place.country == country]
    assert near, found
    assert min(kilometres(place, *position) for place in near) < 20


@pytest.mark.parametrize(
    ("place_id", "position"),
    [
        ("C1001", (33.513, 36.292)),
        ("F001", (35.401, 35.949)),
        ("G524901", (55.756, 37.617)),
        ("G290030", (25.286, 51.533)),
    ],
)
def test_the_places_of_the_story_are_exact(known: Gazetteer, place_id: str, position: tuple[float, float]) -> None:
    """Damascus, Hmeimim, Moscow and Doha within 10 km."""
    assert kilometres(known.place(place_id), *position) < 10


@pytest.mark.parametrize(
    ("written", "place_id"),
    [
        ("سورية", "SY"),
        ("بسوريا", "SY"),
        ("ولسوريا", "SY"),
        ("للسعودية", "SA"),
        ("والسعودية", "SA"),
        ("وللعراق", "IQ"),
        ("للبنان", "LB"),
        ("أميركا", "US"),
        ("امريكا", "US"),
        ("الولايات المتحدة", "US"),
        ("بريطانيا", "GB"),
        ("المجر", "HU"),
        ("حماه", "C2987"),
        ("ادلب", "C3871"),
        ("كوباني", "C1946"),
        ("قاعدة حميميم الجوية", "F001"),
        ("سوريا_", "SY"),
        ("«دمشق»", "C1001"),
    ],
)
def test_spellings_lead_to_one_place(known: Gazetteer, written: str, place_id: str) -> None:
    assert place_id in {match.place.place_id for match in known.candidates(written)}


@pytest.mark.parametrize(
    ("word", "forms"),
    [("بدمشق", ["دمشق"]), ("وبدمشق", ["بدمشق", "دمشق"]), ("للعراق", ["العراق", "لعراق"]), ("لبن", []), ("عدن", [])],
)
def test_clitics_come_off_in_order(word: str, forms: list[str]) -> None:
    assert list(unclitic(word)) == forms


def test_key_ignores_article_hyphen_and_spelling() -> None:
    assert key("الحديدة") == key("حديده")
    assert key("هونغ-كونغ") == key("هونغ كونغ")


def test_unknown_name_has_no_candidates(known: Gazetteer) -> None:
    assert known.candidates("كلمةلاوجودلها") == []


def test_syria_knows_what_lies_in_what(known: Gazetteer) -> None:
    """A community lies in its subdistrict, district and governorate, then in Syria."""
    above = list(known.above(known.place("C2987")))
    assert above[-2:] == ["SY05", "SY"]


def test_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(MijharError, match="gazetteer"):
        Gazetteer.read(tmp_path / "places.csv")


def test_loads_fast() -> None:
    start = time.perf_counter()
    Gazetteer.read()
    assert time.perf_counter() - start < 2  # some 0.3 s on one laptop core; room for a busy machine


def test_positions_agree_with_a_second_origin() -> None:
    """As `python -m tests.positions` prints: the far ones are desert provinces, whose towns lie at one edge."""
    for compared, least, middle, most in (
        (positions.settlements, 20, 2, 10),
        (positions.areas, 300, 30, 200),
        (positions.syria, 200, 2, 5),
        (positions.facilities, 120, 10, 60),
    ):
        found = sorted(gap.km for gap in compared())
        assert len(found) >= least
        assert median(found) < middle
        assert found[int(0.9 * len(found))] < most


def test_hand_written_points_lie_in_their_countries() -> None:
    """All but border crossings, a disputed plateau and an empty province have a town of their country beside them."""
    assert len(list(positions.abroad())) <= 6
