"""Name keys: the spellings of one name written one way, so that names can be compared and looked up."""

import re
from collections.abc import Container
from functools import lru_cache

from lib.arabic.clitics import readings
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

# A word that makes one name with the next, however writers space it: عبد الله and عبدالله, أبو ظبي and أبوظبي.
_JOINED_TO_NEXT = frozenset({"عبد", "ابو"})
# The last parts of compounds that are also written apart: نصر الله, سعد الدين, سيف الإسلام.
_JOINED_TO_PREVIOUS = frozenset({"الله", "الدين"})
_HEADS_OF_COMPOUND = frozenset(
    [
        "بدر",
        "بها",
        "بهاء",
        "تقي",
        "جار",
        "جلال",
        "جمال",
        "حبيب",
        "حسام",
        "حمد",
        "خلف",
        "خير",
        "رضا",
        "روح",
        "زين",
        "سعد",
        "سيف",
        "شرف",
        "شمس",
        "صلاح",
        "ضيا",
        "ضياء",
        "عبد",
        "عز",
        "عطا",
        "علا",
        "علاء",
        "عماد",
        "فتح",
        "فضل",
        "قمر",
        "كمال",
        "مجد",
        "محي",
        "محيي",
        "ناصر",
        "نصر",
        "نور",
        "هبه",
        "الحمد",
    ]
)

# Letters between which transliterations of one foreign sound vary, each class as one letter. ج غ ق ك: /g/;
# ت ط, س ص ث, د ض, ذ ز ظ: the emphatic pairs; و ي ا between consonants: vowels written or not.
_SOUNDS = str.maketrans({"ج": "غ", "ق": "ك", "ط": "ت", "ص": "س", "ث": "س", "ض": "د", "ذ": "ز", "ظ": "ز"})
_VOWELS = re.compile(r"(?<=.)[اويه](?=.)")
_LAST_VOWEL = re.compile(r"(?<=..)[اويه]$")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 3  # consonants: below this almost any two names look alike

# Hashtag signs, tatweel, vowel and invisible marks, brackets and quotes: no part of how a name is spelt.
_NOT_SPELT = re.compile(r"[#\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff()\[\]«»\"“”]")


def spelled(name: str) -> str:
    """Return the name as one writes it: ميليشيات_الحوثي, عبــدالعزيز and تيريزا #ماي without their ornaments."""
    return " ".join(_NOT_SPELT.sub("", name.replace("_", " ")).split()).strip(" .,-،؛:")


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """Return the name's folded words, compounds as one word (عبد الله, أبو مازن, نصر الله), marks left out."""
    words = [fold(token.text) for token in tokens(name.replace("_", " "))]
    joined: list[str] = []
    glue = False
    for word in (word for word in words if any(letter.isalnum() for letter in word)):
        compound = bool(joined) and (glue or (word in _JOINED_TO_PREVIOUS and joined[-1] in _HEADS_OF_COMPOUND))
        if compound:
            joined[-1] += word
        else:
            joined.append(word)
        glue = word in _JOINED_TO_NEXT or (word[:1] in "وفبلك" and word[1:] in _JOINED_TO_NEXT)
    return tuple(joined)


def key(name: str, known: Container[str] = ()) -> str:
    """Return the name's key: folded, compounds joined, and without clitics where `known` attests the rest.

    A clitic goes only when the key without it is in `known` and the one with it is not: بوتين, لبنان and وائل
    stay whole however many names they resemble.
    """
    words = parts(name)
    whole = " ".join(words)
    if not words or whole in known:
        return whole
    for reading in readings(words[0]):
        shorter = " ".join((reading, *words[1:]))
        if shorter in known:
            return shorter
    return whole


def candidates(name: str) -> tuple[str, ...]:
    """Return the keys that the name may have, as it stands first, then without its clitics, outermost first."""
    words = parts(name)
    if not words:
        return ("",)
    return tuple(" ".join((first, *words[1:])) for first in (words[0], *readings(words[0])))


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return a looser key of a transliterated name, or "" when too little of it remains to compare by.

    بوتن and بوتين, بلومبرج and بلومبيرغ, سيرجي and سيرغي share one. Arabic names collide in it (حسن, حسين): use it only
    for foreign names, or together with other evidence.
    """
    bare: list[str] = []
    for word in parts(name):
        sounds = _TWICE.sub(r"\1", _VOWELS.sub("", word.translate(_SOUNDS)))
        bare.append(_LAST_VOWEL.sub("", sounds))
    joined = " ".join(bare)
    return joined if len(joined.replace(" ", "")) >= _SHORTEST_SKELETON else ""
