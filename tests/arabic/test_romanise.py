"""Romanisation: a name in Latin letters as newspapers write it, as far as a rule can know."""

import pytest

from lib.annotate.document import Kind
from lib.annotate.naming.english import english
from lib.arabic.romanise import is_arabic, romanise

# By letters alone: the article, عبد, compounds, long vowels, and an a where a syllable needs one.
BY_RULE = [
    ("كريم الزهراني", "Karim al-Zahrani"), ("الزهراني", "Al-Zahrani"), ("عبد الله الغامدي", "Abdullah al-Ghamdi"),
    ("عبدالعزيز القحطاني", "Abdulaziz al-Qahtani"), ("فاطمة آل سعود", "Fatma Al Saud"), ("بن دغر", "Bin Daghar"),
    ("أبو حازم الراوي", "Abu Hazm al-Rawi"), ("ماريا بوتينا", "Mariya Botina"), ("غوران بيرغسون", "Goran Birgason"),
    ("ستيفن كينغ", "Stifn King"), ("أندريس إنييستا", "Andris Iniyista"), ("بدرية البشر", "Badriya al-Bashar"),
    ("ربيع", "Rabi"), ("CNN عربي", "CNN Arbi"), ("MTV", "MTV"), ("«الوهج»", "Al-Wahaj"), ("الطيّب", "Al-Tib"),
]  # fmt: skip
# With the tables: given names as the press writes them, a generic word before a short name in English.
BY_TABLE: list[tuple[str, Kind, str]] = [
    ("محمد البلوشي", "PERS", "Mohammed al-Balushi"),
    ("يوسف بن علي الكندي", "PERS", "Youssef bin Ali al-Kandi"),
    ("داوود عبد الرحمن", "PERS", "Daoud Abdulrahman"),
    ("نادي الوهج", "ORG", "Al-Wahaj Club"),
    ("شركة بحور", "ORG", "Bahor Company"),
    ("قرية شمسين", "LOC", "Shamsin Village"),
    ("هيئة تنظيم أسواق المال والاستثمار", "ORG", "Hay'a Tanzim Aswaq al-Mal wal-Istithmar"),
    ("اللجنة العليا للانتخابات", "ORG", "Al-Lajna al-Ulya lil-Intikhabat"),
    ("حركة الإصلاح والتنمية الوطنية", "ORG", "Harakat al-Islah wal-Tanmiya al-Wataniya"),
    ("غوطة دمشق", "LOC", "Ghuta Dimashq"),
    ("أسامة الأحمر", "PERS", "Osama al-Ahmar"),
]


@pytest.mark.parametrize(("name", "latin"), BY_RULE)
def test_a_name_is_romanised_by_its_letters(name: str, latin: str) -> None:
    assert romanise(name) == latin


@pytest.mark.parametrize(("name", "kind", "latin"), BY_TABLE)
def test_words_that_the_tables_know_are_written_as_usual(name: str, kind: Kind, latin: str) -> None:
    assert english(name, kind) == latin


@pytest.mark.parametrize("name", [name for name, _ in BY_RULE if is_arabic(name)])
def test_no_arabic_letter_is_left(name: str) -> None:
    assert not is_arabic(romanise(name))


def test_an_empty_name_stays_empty() -> None:
    assert romanise("") == ""
    assert not is_arabic("")
