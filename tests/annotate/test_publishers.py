"""A publisher's country is known from the table or its host, else not guessed; so is an adjective's."""

import pytest

from lib.annotate.document import Document, Mention, PlaceMention
from lib.annotate.places import resolve
from lib.annotate.placing.gazetteer import gazetteer
from lib.annotate.placing.nations import nation, nations
from lib.annotate.placing.publishers import country_of


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("عكاظ", "SA"),
        ("Okaz", "SA"),
        ("https://www.okaz.com.sa/news/1", "SA"),
        ("sana.sy", "SY"),
        ("www.example.co.uk", "GB"),
        ("example.tn", "TN"),
        ("example.com", ""),
        ("example.tv", ""),
        ("alarabia", ""),
        ("قناة الجزيرة", ""),
        ("", ""),
    ],
)
def test_a_publisher_has_this_country(publisher: str, country: str) -> None:
    assert country_of(publisher) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [("الألمانية", "DE"), ("والروسي", "RU"), ("للأردنية", "JO"), ("تركي", ""), ("المالية", ""), ("الشمالي", "")],
)
def test_a_definite_adjective_tells_its_country(word: str, country: str) -> None:
    assert nation(word) == country


def test_a_sentence_tells_the_countries_of_its_adjectives() -> None:
    document = Document.from_text("a", "", "وصل الوزير الألماني. التقى نظيرته الفرنسية والسفير الروسي.", "", None)
    assert [nations(document, one) for one in range(2)] == [{"DE"}, {"FR", "RU"}]


TRIPOLI = [
    ("", "انفجار في [طرابلس]", "G2210247"),
    ("annahar", "انفجار في [طرابلس]", None),
    ("annahar", "انفجار في [طرابلس] و[عكار]", "G266826"),
    ("annahar", "انفجار في [طرابلس] و[بنغازي]", "G2210247"),
]


@pytest.mark.parametrize(("publisher", "text", "place_id"), TRIPOLI)
def test_the_publisher_raises_doubt_and_the_article_decides(publisher: str, text: str, place_id: str | None) -> None:
    assert _first(text, publisher).place_id == place_id


def test_the_publisher_speaks_for_a_town_at_home() -> None:
    abroad, home = _first("احتفال في [بيشة]", ""), _first("احتفال في [بيشة]", "okaz")
    assert home.score > abroad.score
    assert "publisher" in home.reasons


def _first(text: str, publisher: str) -> PlaceMention:
    body, found = "", []
    for at, part in enumerate(text.replace("]", "[").split("[")):
        if at % 2:
            found.append(Mention(0, "body", len(body), len(body) + len(part), part, "LOC", 1.0))
        body += part
    return resolve(Document.from_text("a", "", body, publisher, None), found, gazetteer())[0]
