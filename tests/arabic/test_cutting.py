"""Sentences and tokens: spans that hold all the text, cut where a reader would."""

import pytest

from lib.arabic.sentences import spans
from lib.arabic.tokens import tokens

SENTENCES = [
    ("وصل الرئيس. ثم غادر.", ["وصل الرئيس.", "ثم غادر."]),
    ("هل وصل؟ نعم!", ["هل وصل؟", "نعم!"]),
    ("قال د. أحمد إنه وصل.", ["قال د. أحمد إنه وصل."]),
    ("ارتفع 3.5 في المئة. وانخفض النفط.", ["ارتفع 3.5 في المئة.", "وانخفض النفط."]),
    ("قال: «نعم.» ثم سكت", ["قال: «نعم.»", "ثم سكت"]),
    ("سطر\nسطر آخر\n\nثالث", ["سطر", "سطر آخر", "ثالث"]),
    ("عن موقع example.org اليوم", ["عن موقع example.org اليوم"]),
    ("لا علامة في آخره", ["لا علامة في آخره"]),
    ("", []),
    (" \n ", []),
]
TOKENS = [
    ("وصل الرئيس، ثم غادر.", ["وصل", "الرئيس", "،", "ثم", "غادر", "."]),
    ("مُحَمَّد", ["مُحَمَّد"]),
    ("طائرة F-16 و 3.5 مليون", ["طائرة", "F-16", "و", "3.5", "مليون"]),
    ("«رويترز»", ["«", "رويترز", "»"]),
    ("٢٠٢٤/١٢/٨", ["٢٠٢٤", "/", "١٢", "/", "٨"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in spans(text)] == expected


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_sentences_hold_everything_but_white_space(text):
    assert "".join("".join(text[start:end].split()) for start, end in spans(text)) == "".join(text.split())


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text, expected):
    assert [token.text for token in tokens(text)] == expected


def test_a_token_s_offsets_are_into_the_text_it_was_cut_from():
    text = "قال: وصل الرئيس."
    assert all(text[token.start : token.end] == token.text for token in tokens(text[5:], 5))
