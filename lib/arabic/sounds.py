"""How a transliterated name sounds: the spellings that writers choose for one foreign name, told from other names."""

import re
from functools import lru_cache

from lib.arabic.names import parts

# Letters between which transliterations of one foreign sound vary, each class as one letter. ج غ, ق ك: /g/, /k/;
# ت ط, س ص ث, د ض, ذ ز ظ: the emphatic pairs.
_SOUNDS = str.maketrans({"ج": "غ", "ق": "ك", "ط": "ت", "ص": "س", "ث": "س", "ض": "د", "ذ": "ز", "ظ": "ز"})
_AFFRICATE = re.compile("ت(?=ش)|د(?=ج)")  # تشافيز and شافيز, دجون and جون
_BEFORE_S = re.compile("^ا(?=س[^اويه])")  # the vowel that eases a foreign cluster: استوكهولم, ستوكهولم
_LAST_S = re.compile("ز$")  # شولتز and شولتس
_VOWELS = re.compile(r"(?<=.)[اويه](?=.)")
_LAST_VOWEL = re.compile(r"(?<=..)[اويه]$")
_TWICE = re.compile(r"(.)\1+")
_SLOTS = re.compile("[^اويه]")
_SHORTEST = 3  # consonants of a skeleton: below this almost any two names look alike


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return a looser key of a transliterated name, or "" when too little of it remains to compare by.

    بوتن and بوتين, بلومبرج and بلومبيرغ, سيرجي and سيرغي share one. Arabic names collide in it (حسن, حسين): use it only
    for foreign names, or together with other evidence.
    """
    found = " ".join(map(bones, parts(name)))
    return found if len(found.replace(" ", "")) >= _SHORTEST else ""


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """Return what remains of a folded word without its vowels, letters of one sound written one way."""
    return _LAST_VOWEL.sub("", _TWICE.sub(r"\1", _VOWELS.sub("", _sounds(word))))


def ends_agree(one: str, other: str) -> bool:
    """Say whether two folded words begin and end in vowels that may be one (not أورلاندو, أيرلندا; هولاند, هولندا)."""
    slots, others = _SLOTS.split(_sounds(one)), _SLOTS.split(_sounds(other))
    return _within(*sorted((slots[0], others[0]), key=len)) and slots[-1] == others[-1]


def vowels_agree(one: str, other: str) -> bool:
    """Say whether one of two folded words only writes more of the other's vowels (بيدرسن, بيدرسون).

    Another vowel in its place makes another name (بوتين, بوتان); with few consonants, so do two more (بيغن, بيوجين).
    """
    slots, others = _SLOTS.split(_sounds(one)), _SLOTS.split(_sounds(other))
    fuller, barer = sorted((slots, others), key=lambda each: -sum(map(len, each)))
    near = len(bones(one)) > _SHORTEST or abs(len(one) - len(other)) <= 1
    return near and len(fuller) == len(barer) and all(map(_within, barer, fuller))


def same_letters(one: str, other: str) -> bool:
    """Say whether two folded words differ only in letters of one sound (الكونجرس, الكونغرس)."""
    return one.translate(_SOUNDS) == other.translate(_SOUNDS)


def _sounds(word: str) -> str:
    word = _LAST_S.sub("س", _AFFRICATE.sub("", word))
    return _TWICE.sub(r"\1", _BEFORE_S.sub("", word.translate(_SOUNDS)))


def _within(short: str, long: str) -> bool:
    """Say whether the vowels of the one stand in the other in order."""
    left = iter(long)
    return all(letter in left for letter in short)
