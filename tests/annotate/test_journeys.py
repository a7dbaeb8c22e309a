"""Journeys are told from place to place, and nothing else is taken for one."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lib.annotate.document import Document, Journey, Kind, Mention, Part
from lib.annotate.journeys import journeys
from lib.annotate.places import resolve
from lib.annotate.placing.gazetteer import gazetteer

KINDS: dict[str, Kind] = {"[": "LOC", "{": "PERS"}
PUBLISHED = datetime(2024, 12, 14, tzinfo=UTC)


def read(text: str, published: datetime | None = PUBLISHED) -> tuple[list[Journey], dict[str | None, str]]:
    """Return the journeys of a text in which [LOC] and {PERS} are marked, and the name of each place as marked.

    A text that begins with # is a title.
    """
    body, spans = "", []
    for plain, opened, name in re.findall(r"([^\[{]*)(?:([\[{])([^\]}]*)[\]}])?", text):
        body += plain
        if opened:
            spans.append((len(body), len(body) + len(name), KINDS[opened]))
            body += name
    part: Part = "title" if body.startswith("#") else "body"
    document = Document.from_text("a", *((body, "") if part == "title" else ("", body)), "", published)
    mentions = []
    for start, end, kind in spans:
        inside = [one for one in document.sentences if one.start <= start < one.end]
        mentions.append(Mention(inside[0].sentence, part, start, end, body[start:end], kind, 1.0))
    places = resolve(document, mentions, gazetteer())
    return journeys(document, mentions, places), {place.place_id: place.mention.text for place in reversed(places)}


def told(text: str, published: datetime | None = PUBLISHED) -> list[Journey]:
    return read(text, published)[0]


def told_row(text: str) -> tuple[str, str, str]:
    """Return legs, traveller and date as the table has them."""
    legs, names = read(text)
    ends = (f"{names.get(leg.from_place_id, '')} > {names.get(leg.to_place_id, '')}".strip() for leg in legs)
    travellers = {leg.traveller.text if leg.traveller else "" for leg in legs}
    dates = {leg.date.isoformat() if leg.date else "" for leg in legs}
    return " ; ".join(ends), "|".join(sorted(travellers)), "|".join(sorted(dates))


def ends(text: str) -> list[tuple[str, str]]:
    return [(english(leg.from_place_id), english(leg.to_place_id)) for leg in told(text)]


def english(place_id: str | None) -> str:
    return gazetteer().place(place_id).name_en if place_id else ""


LEGS = [
    ("سافر {الوزير} من [بيروت] إلى [باريس].", [("Beirut", "Paris")]),
    ("هرب {الأسد} من [سوريا] إلى [موسكو].", [("Syria", "Moscow")]),
    ("غادر {الوزير} [بيروت] متوجهاً إلى [باريس].", [("Beirut", "Paris")]),
    ("غادر {الوزير} [بيروت] إلى [باريس].", [("Beirut", "Paris")]),
    (
        "أقلعت الطائرة من [دمشق] إلى [بيروت] ومن هناك إلى [باريس].",
        [("Damascus", "Beirut"), ("Beirut", "Paris")],
    ),
    (
        "انتقل {الوزير} من [دمشق] إلى [بيروت]، ثم إلى [باريس].",
        [("Damascus", "Beirut"), ("Beirut", "Paris")],
    ),
    (
        "توجه {الوزير} من [دمشق] إلى [باريس] مروراً ب[بيروت].",
        [("Damascus", "Beirut"), ("Beirut", "Paris")],
    ),
    ("وصل {الوزير} إلى [بيروت] قادماً من [باريس].", [("Paris", "Beirut")]),
    ("رحلة جوية من العاصمة [دمشق] إلى مدينة [حلب].", [("Damascus", "Aleppo")]),
    ("نزح آلاف المدنيين من مدينة [حماة] إلى [حمص].", [("Hama", "Homs")]),
    # One end, when somebody by name is on the way.
    ("وصل {الوزير} إلى [بيروت].", [("", "Beirut")]),
    ("غادر {الوزير} [بيروت].", [("Beirut", "")]),
    ("سافر {الوزير} من [كلمةلاوجودلها] إلى [باريس].", [("", "Paris")]),
    ("سافر {الوزير} من [باريس] إلى [المنطقة].", [("Paris", "")]),
    ("بدعم من [إيران] وصل {الوزير} إلى [بيروت].", [("", "Beirut")]),
    ("غادر {الوزير} [بيروت]. وصلت الرسالة إلى [باريس].", [("Beirut", "")]),
    ("وصل الوفد إلى [بيروت].", []),
    # Two ends of one way, told apart, are one leg; one told twice is told once.
    ("غادر {الوزير} [بيروت]. ووصل {الوزير} إلى [باريس].", [("Beirut", "Paris")]),
    ("غادر {الوزير} [بيروت]. وعاد {الوزير} إلى [باريس].", [("Beirut", ""), ("", "Paris")]),
    ("وصل {الوزير} إلى [باريس]. سافر {الوزير} من [بيروت] إلى [باريس].", [("Beirut", "Paris")]),
    # No movement, or no place.
    ("ارتفعت الأسعار من 5 إلى 10 في [دمشق].", []),
    ("يستمر المعرض من السبت إلى الاثنين في [بيروت].", []),
    ("تمتد الحدود من [سوريا] إلى [العراق].", []),
    ("قال {الوزير} خلال زيارة [للقاهرة] قبل ذلك إن الأمر يعود إلى [روسيا].", []),
    ("خط لنقل الغاز من [أذربيجان] إلى [تركيا].", []),
    ("سافر {الوزير} من [بيروت] إلى [لبنان].", []),
    ("قالت [موسكو] إن [دمشق] أعلنت.", []),
]


ROWS = (Path(__file__).parent / "journey_traps.tsv").read_text(encoding="utf-8").splitlines()[1:]
TABLE = [tuple(row.split("\t")) for row in ROWS]
MISSED = {"عبر اللاجئون من [تركيا] إلى [اليونان]."}  # عبر is nearly always "across" or "expressed"


@pytest.mark.parametrize(("text", "legs", "traveller", "day"), TABLE)
def test_the_table_s_journeys_are_told_and_no_others(text: str, legs: str, traveller: str, day: str) -> None:
    assert (told_row(text) == (legs, traveller, day)) is (text not in MISSED)


@pytest.mark.parametrize(("text", "legs"), LEGS)
def test_legs_are_told_in_order(text: str, legs: list[tuple[str, str]]) -> None:
    assert ends(text) == legs
    assert [leg.order for leg in told(text)] == list(range(len(legs)))


TRAVELLERS = [
    ("سافر {بوتين} من [موسكو] إلى [باريس].", "بوتين"),
    ("قال {لافروف} إن {بوتين} سافر من [موسكو] إلى [باريس].", "بوتين"),
    ("{الأسد} هنا. {الأسد} هناك. {بشار الأسد} أيضا. سافر من [دمشق] إلى [موسكو].", "بشار الأسد"),
    ("{الأسد} و{بوتين}. {الأسد} و{بوتين}. سافر من [دمشق] إلى [موسكو].", None),
    ("سافر من [دمشق] إلى [موسكو].", None),
]


@pytest.mark.parametrize(("text", "traveller"), TRAVELLERS)
def test_the_traveller_is_named_or_clear(text: str, traveller: str | None) -> None:
    (leg,) = told(text)
    assert (leg.traveller.text if leg.traveller else None) == traveller


TRIP = "سافر {بوتين} من [موسكو] إلى [باريس]"
DATES = [
    (f"{TRIP} في 8 ديسمبر.", date(2024, 12, 8)),
    (f"{TRIP} يوم 8 كانون الأول.", date(2024, 12, 8)),
    (f"{TRIP} في 8 ديسمبر/كانون الأول.", date(2024, 12, 8)),
    (f"{TRIP} في ٨ كانون الأول/ديسمبر.", date(2024, 12, 8)),
    (f"{TRIP} في 3 كانون الثاني.", date(2024, 1, 3)),
    (f"{TRIP} في 20 تشرين الثاني 2015.", date(2015, 11, 20)),
    (f"كان ذلك في 7 ديسمبر. {TRIP}.", None),
    (f"غادر {{بوتين}} [موسكو] في 7 ديسمبر. {TRIP}.", date(2024, 12, 7)),
    (f"{TRIP} الأحد.", date(2024, 12, 8)),
    (f"{TRIP} السبت.", date(2024, 12, 14)),
    (f"{TRIP} يوم السبت الماضي.", date(2024, 12, 7)),
    (f"{TRIP} أمس.", date(2024, 12, 13)),
    (f"{TRIP} مساء أول من أمس.", date(2024, 12, 12)),
    (f"{TRIP} اليوم.", date(2024, 12, 14)),
    (f"{TRIP} في اليوم التالي.", None),
    (f"{TRIP} قبل قمة الأحد المقبل.", None),
    (f"قال الناطق الخميس إن {TRIP[4:]}.".replace("{بوتين}", "{بوتين} سافر"), None),
    ("سافر {أحمد الخميس} من [موسكو] إلى [باريس].", None),
    (f"{TRIP} عام 2017، وعاد الثلاثاء.", None),
    (f"{TRIP} في 31 فبراير.", None),
    (f"{TRIP} بتاريخ 8/12/2023.", date(2023, 12, 8)),
    (f"{TRIP}.", None),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_the_date_is_the_one_told(text: str, day: date | None) -> None:
    (leg,) = told(text)
    assert leg.date == day


def test_a_month_ahead_was_last_year() -> None:
    (leg,) = told(f"{TRIP} في 20 ديسمبر.", datetime(2025, 1, 5, tzinfo=UTC))
    assert leg.date == date(2024, 12, 20)


def test_without_a_publication_date_no_year_is_guessed() -> None:
    (leg,) = told(f"{TRIP} في 8 ديسمبر.", None)
    assert leg.date is None
