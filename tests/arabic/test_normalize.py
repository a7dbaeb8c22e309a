"""Folding makes the spellings of one word equal, keeps different words apart, and agrees with CAMeL Tools."""

import pytest
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

from lib.arabic.normalize import fold

SAME = [
    ("أحمد", "احمد"),
    ("إدلب", "ادلب"),
    ("آخر", "اخر"),
    ("مستشفى", "مستشفي"),
    ("مدينة", "مدينه"),
    ("مُحَمَّد", "محمد"),
    ("سوريّا", "سوريا"),
    ("دمـــشق", "دمشق"),
    ("حمیمیم", "حميميم"),
    ("کرملين", "كرملين"),
    ("رؤساء", "روسا"),
    ("مسئول", "مسيول"),
    ("٢٠٢٤", "2024"),
    ("۱۳", "13"),
    ("\u200fدمشق\u200e", "دمشق"),
    ("Reuters", "REUTERS"),
]
DIFFERENT = [("حلب", "حلبي"), ("سوريا", "سوري"), ("لبنان", "لبن"), ("علي", "عالي"), ("بوتين", "بوتن")]
# Hamza, tatweel and digits are ours; of the Arabic block CAMeL Tools must agree on the rest.
OURS = set("ءؤئـ") | {chr(code) for code in range(0x0660, 0x066A)}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("character", [chr(code) for code in range(0x0621, 0x0671) if chr(code) not in OURS])
def test_folding_agrees_with_camel_tools(character):
    theirs = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(character))))
    assert fold(character) == theirs


@pytest.mark.parametrize("text", ["", "؟!", "abc", "قال: «نعم»"])
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
