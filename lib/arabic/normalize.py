"""Folding: the spellings of one Arabic word written one way, so that they can be compared."""

from functools import lru_cache

from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

# Letters that keyboards and scripts of neighbouring languages put for the Arabic ones, hamza seats that
# writers leave out, digits of both Arabic families; tatweel and invisible marks go.
_LETTERS = str.maketrans(
    {
        "ک": "ك", "گ": "ك", "ی": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "پ": "ب", "چ": "ج", "ڤ": "ف",
        "ژ": "ز", "ؤ": "و", "ئ": "ي", "ء": "", "ـ": "",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys(
            "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
            "",
        ),
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return the word without diacritics, tatweel and invisible marks, hamza seats and final letters made one.

    أحمد and احمد, مستشفى and مستشفي, مدينة and مدينه, سوريّا and سوريا fold alike. Latin is lower-cased.
    """
    bare = dediac_ar(word)
    bare = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(bare)))
    return str(bare).translate(_LETTERS).casefold()
