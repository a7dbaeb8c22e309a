"""Reporting verbs: every inflected and joined form leads to its verb, common words to none."""

import pytest

from lib.annotate.saying.cues import forms, verb

FORMS = [
    ("قالوا", "قال"),
    ("يقول", "قال"),
    ("وتقول", "قال"),
    ("أعلنت", "أعلن"),
    ("اعلن", "أعلن"),
    ("وأكّدت", "أكد"),
    ("مؤكداً", "أكد"),
    ("مشيرةً", "أشار"),
    ("مضيفين", "أضاف"),
    ("ذكرته", "ذكر"),
    ("نفت", "نفى"),
    ("ينفون", "نفى"),
    ("دعوا", "دعا"),
]


@pytest.mark.parametrize(("word", "lemma"), FORMS)
def test_inflection(word, lemma):
    hit = verb(word)
    assert hit is not None
    assert hit[0].lemma == lemma


@pytest.mark.parametrize("word", ["مدينة", "بين", "إشارة", "رأي", "عدة", "حملة", "عقب"])
def test_common_words_are_no_cues(word):
    assert verb(word) is None


def test_forms_are_folded_once():
    assert len(forms()) > 1000
