"""Folding: the spellings of one Arabic word written one way, so that they can be compared."""

# What camel_tools.utils folds (dediac_ar and normalize_ of alef, alef maksura and teh marbuta), as one table: a test
# holds the two together. Importing camel_tools.utils takes a second, which every visitor of a new server would wait.
_DIACRITICS = "".join(map(chr, range(0x064B, 0x0653))) + "\u0670"
_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}

# Beyond that: letters that keyboards and scripts of neighbouring languages put for the Arabic ones, hamza seats that
# writers leave out, digits of both Arabic families; tatweel and invisible marks go.
_KEYBOARDS = {
    "ک": "ك", "گ": "ك", "ی": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "پ": "ب", "چ": "ج", "ڤ": "ف",
    "ژ": "ز", "ؤ": "و", "ئ": "ي", "ء": "",
}  # fmt: skip
_DIGITS = {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0640"

# What stays is in the table too, as itself: looking up a character that is not there costs str.translate an
# exception, and half its time. So are Latin, Arabic and general punctuation, which are nearly all of Arabic news.
_COMMON = (*range(0x180), *range(0x600, 0x700), *range(0x2000, 0x2070))
_CHANGED = str.maketrans({**_LETTERS, **_KEYBOARDS, **_DIGITS, **dict.fromkeys(_DIACRITICS + _INVISIBLE, "")})
_FOLDED: dict[int, int | str] = {**{code: code for code in _COMMON}, **_CHANGED}


def fold(word: str) -> str:
    """Return the word without diacritics, tatweel and invisible marks, hamza seats and final letters made one.

    أحمد and احمد, مستشفى and مستشفي, مدينة and مدينه, سوريّا and سوريا fold alike. Latin is lower-cased.
    """
    return word.translate(_FOLDED).casefold()
