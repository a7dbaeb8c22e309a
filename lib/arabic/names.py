"""Name keys: the spellings of one name written one way, so that names can be compared and looked up."""

import re
from collections.abc import Container, Sequence
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

FATHERS = frozenset({"بن", "ابن", "بنت", "ال"})  # words that open a father's or family's name

_MARK = re.compile("[\u064b-\u0652]")  # a vowel mark, or the one that doubles a consonant

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


@lru_cache(maxsize=1 << 16)
def candidates(name: str) -> tuple[str, ...]:
    """Return the keys that the name may have, as it stands first, then without its clitics, outermost first."""
    words = parts(name)
    if not words:
        return ("",)
    return tuple(" ".join((first, *words[1:])) for first in (words[0], *readings(words[0])))


def lineage(words: Sequence[str]) -> tuple[str, ...]:
    """Return what all forms of a full name share: the given name with the surname, or with the first father.

    عزام بن محمد الدخيل and عزام الدخيل share عزام الدخيل; محمد بن نايف آل سعود and محمد بن نايف share the latter.
    """
    given, father, surname, at = tuple(words[:1]), tuple(words[1:3]), list[str](), 1
    while at < len(words):
        step = 2 if words[at] in FATHERS else 1
        surname += words[at : at + 1] if step == 1 else ()
        at += step
    return given + (tuple(surname) or father)


def fathers_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the longer of two names is the shorter with fathers or the family put in (بن حمد, آل ثاني).

    Both are the folded words of a full name; they begin with the same given name.
    """
    short, long = sorted((list(one), list(other)), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return False
    at = 0
    while at < len(long):
        if short and short[0] == long[at]:
            short.pop(0)
            at += 1
        elif long[at] in FATHERS and at + 1 < len(long):
            at += 2
        else:
            return False
    return not short


def marks_in_common(one: str, other: str) -> int:
    """Return how many vowel marks two spellings of one key share, -1 where one contradicts another (عُمان, عَمّان)."""
    common = 0
    for (letter, ones), (same, others) in zip(_marked(one), _marked(other), strict=False):
        if letter != same:
            break
        if ones and others and not (ones <= others or others <= ones):
            return -1
        common += len(ones & others)
    return common


def _marked(name: str) -> list[tuple[str, set[str]]]:
    letters: list[tuple[str, set[str]]] = []
    for character in name:
        if not _MARK.match(character):
            letters.append((fold(character), set()))
        elif letters:
            letters[-1][1].add(character)
    return letters
