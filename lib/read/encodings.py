"""Which encoding is a file in? Marks and bytes tell the Unicode ones, knowledge of Arabic the one-byte tables.

A table is never taken in silence: what is not clearly Arabic under one is an error, even if a page declares it.
charset-normalizer 3.5.2 does as well from 200 characters on. Of 20 characters cut from each of 150 ANT articles it
reads 110 right in Windows-1256 and none in ISO-8859-6, the others as other tables; this reads 142 and 144 right, and
names no table for the others.
"""

import codecs
import math
import re
from collections import Counter

from lib.errors import InputError

# Longest mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Text holds no control bytes but white space; UTF-16 and binary files hold many. 1 in 50, chosen, leaves room for the
# stray ones of scraped pages.
_CONTROL = bytes({*range(32)} - {*b"\t\n\v\f\r"})
_CONTROL_SHARE = 1 / 50
# In UTF-16 every second byte is 0x06 in an Arabic letter, 0x00 in a space, digit or Latin letter, and sometimes 0x20 in
# a quotation mark; nearly all characters are then of these kinds. Both shares chosen: arrays of numbers stay below.
_HIGH_BYTES = bytes({0x00, 0x06, 0x20})
_HIGH_SHARE, _TEXT_SHARE = 0.9, 0.98
_NOT_TEXT = re.compile("[^\t\n\r -~\u00a0-\u00ff\u0600-\u06ff\u2000-\u206f\ufb50-\ufdff\ufe70-\ufefc]")

# A file whose bytes beyond ASCII form UTF-8 to this share is UTF-8 with damage; in a table, a letter before a comma may
# look like UTF-8 by chance, one byte in ten at most. Chosen.
_UTF_8_SHARE = 0.9
_ASCII = bytes(range(128))

# The one-byte tables of Arabic, and the names under which pages declare them.
_TABLES = {
    "windows-1256": ("windows-1256", "cp1256", "x-cp1256"),
    "iso-8859-6": ("iso-8859-6", "iso8859-6", "asmo-708"),
}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{6,12})""", re.IGNORECASE)
_DECLARATION = 4096  # bytes: HTML asks for the charset within 1024; some pages are late

# How often each letter stands among a thousand, counted over the 6.1 million letters of 6,000 news articles of 2018
# (the ANT corpus). A sign that Arabic text also holds counts as _SIGN, anything else as _RARE, both chosen.
_LETTERS = {
    "ا": 148, "ل": 114, "ي": 82, "م": 62, "و": 54, "ن": 51, "ر": 50, "ت": 48, "ب": 36, "ع": 32, "د": 31, "ة": 31,
    "ف": 26, "س": 26, "ق": 23, "أ": 21, "ه": 21, "ك": 19, "ح": 17, "ج": 13, "إ": 10, "ش": 10, "ط": 9, "ص": 9, "ى": 8,
    "خ": 8, "ض": 7, "ز": 6.5, "ث": 5.6, "ذ": 5.5, "ئ": 4.4, "غ": 4.3, "ء": 3.3, "ظ": 2, "ؤ": 1.1, "ً": 1.1, "آ": 0.9,
}  # fmt: skip
_SIGNS = "ـ،؛؟«»“”‘’…–—\u00a0\u200c\u200d\u200e\u200fپچژگکٌٍَُِّْ"
_SIGN, _RARE = 1.0, 0.05

# What Arabic spelling forbids and the wrong table makes in every other word: ة, ى or a vowel mark that begins a word,
# ة or ى inside one, a Latin letter joined to an Arabic one. Costs as much as a letter that is one in 3,000 (e⁻⁸).
_FORBIDDEN = re.compile(
    r"(?<![ء-ي])[ةى]|(?<![ء-يً-ْ])[ً-ْ]|[ةى](?=[ء-ي])|(?<=[ء-غف-ي])[a-zà-ÿœ]|[a-zà-ÿœ](?=[ء-غف-ي])", re.IGNORECASE
)
_FORBIDDEN_COST = 8.0
_VOWELS = re.compile(r"(?<=[ء-ي])[ً-ْ]+")  # where they may stand; they tell nothing, as few texts write them

# Log odds, e as base, that bytes are Arabic in a table and not chance. Over 6,000 ANT articles cut to 200 characters
# the right table earns 1.7 a byte in the mean and never less than 1.38, the other one -0.3 but in one article 1.34.
# The rest is chosen: 150,000 to 1 (some seven letters) for being Arabic at all, 150 to 1 between the tables, and the
# weight of two letters for a page's own word.
_LEAST_MEAN, _LEAST_TOTAL, _LEAST_LEAD, _DECLARED_GAIN = 1.0, 12.0, 5.0, 4.0

_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_ENOUGH = 2**16  # bytes of words beyond ASCII that are looked at, some twenty articles; chosen


def detect(head: bytes) -> str:
    """Return the name of the encoding of a file that begins with these bytes, which may end inside a character.

    UTF-8, UTF-16 and UTF-32 with a mark, UTF-8 and UTF-16 without, Windows-1256, ISO-8859-6. A file that is UTF-8 but
    for some bytes is utf-8: decoding it says where it breaks. InputError, naming a byte, when it cannot be told.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > len(head) * _CONTROL_SHARE:
        return _utf_16(head)
    try:
        codecs.utf_8_decode(head, "strict", False)
    except UnicodeDecodeError as error:
        return "utf-8" if _mostly_utf_8(head) else _table(head, error.start)
    return "utf-8"


def _utf_16(head: bytes) -> str:
    even = len(head) // 2 * 2
    for name, high in (("utf-16-le", head[1:even:2]), ("utf-16-be", head[0:even:2])):
        if len(high.translate(None, _HIGH_BYTES)) <= len(high) * (1 - _HIGH_SHARE):
            text = head[:even].decode(name, "replace")
            if len(_NOT_TEXT.findall(text)) <= len(text) * (1 - _TEXT_SHARE):
                return name
    at = next(at for at, byte in enumerate(head) if byte in _CONTROL)
    raise InputError(
        f"this is not text in a known encoding (byte 0x{head[at]:02X} at {at:,}); convert the file to UTF-8."
    )


def _mostly_utf_8(head: bytes) -> bool:
    kept = head.decode("utf-8", "ignore").encode()
    return len(kept.translate(None, _ASCII)) >= len(head.translate(None, _ASCII)) * _UTF_8_SHARE


def _table(head: bytes, wrong: int) -> str:
    """Return the one-byte table under which the bytes are Arabic; `wrong` is the byte that UTF-8 breaks at."""
    declared = _DECLARED.search(head, 0, _DECLARATION)
    named = declared[1].decode().casefold() if declared else ""
    words = b" ".join(word for word in _WORD.findall(head) if not word.isascii())[:_ENOUGH]
    tried = []
    for table, names in _TABLES.items():
        total, mean = _odds(words.decode(table, "replace"))
        tried.append((total + _DECLARED_GAIN * (named in names), mean, table))
    second, best = sorted(tried)
    if best[1] >= _LEAST_MEAN and best[0] >= _LEAST_TOTAL and best[0] - second[0] >= _LEAST_LEAD:
        return best[2]
    raise InputError(
        f"the encoding is unknown (byte 0x{head[wrong]:02X} at {wrong:,} is not UTF-8, and the text is not clearly"
        " Arabic in Windows-1256 or ISO-8859-6); convert the file to UTF-8."
    )


def _odds(text: str) -> tuple[float, float]:
    """Return the log odds that the words are Arabic, in total and for each character beyond ASCII."""
    found = Counter(_VOWELS.sub("", text))
    beyond = {character: times for character, times in found.items() if character > "\x7f"}
    total = sum(times * _gain(character) for character, times in beyond.items())
    total -= _FORBIDDEN_COST * len(_FORBIDDEN.findall(text))
    return total, total / max(1, sum(beyond.values()))


def _gain(character: str) -> float:
    """Return how much likelier a character is in Arabic than by chance, as one of 128 bytes, in log odds."""
    thousandths = _LETTERS.get(character) or (_SIGN if character in _SIGNS else _RARE)
    return math.log(thousandths / 1000 * 128)
