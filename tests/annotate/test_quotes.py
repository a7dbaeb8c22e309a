"""Quotation marks: which belong together, whatever their shape."""

import pytest

from lib.annotate.saying.quotes import quotes

QUOTES = [
    ('قال "نعم" ثم "لا"', ['"نعم"', '"لا"']),
    ("”نعم“", ["”نعم“"]),
    ("«نعم» و«لا»", ["«نعم»", "«لا»"]),
    ('"لم يغلق\nجديد', ['"لم يغلق']),
    ("بلا علامات", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotes(text, expected):
    assert [text[start:end] for start, end in quotes(text)] == expected
