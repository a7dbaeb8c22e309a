"""What of a name counts when names are compared: no titles, no generic words, no choice of spelling."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from lib.annotate.document import Kind
from lib.annotate.naming.actors import edge_words, given_names, given_spellings, outside_heads, titles
from lib.annotate.naming.nationality import nationalities
from lib.arabic.names import key, parts
from lib.arabic.sounds import bones, ends_agree, same_letters, vowels_agree

_LONGEST = 5  # words of the longest title
TAILS = frozenset({key("للأنباء")})  # a generic word that ends agencies' names: [رويترز] للأنباء
_TWICE = re.compile(r"(.)\1+")
_USUAL = {"ابن": "بن"}
_SHORT_WORD = 4  # letters: a shorter word has too few to lose or gain one (درع, درعا; سرت, سيرت)
_FEW, _MANY = 3, 4  # consonants that two spellings of a foreign word, of a word that may be Arabic, have to share
_UNMISTAKABLE = 5, 6  # consonants of a word, and of a whole name, that outweigh a vowel at odds (غورباتشوف, غورباتشيف)


def without_titles(words: Sequence[str]) -> Sequence[str]:
    """Return a person's folded words without all titles before them, and the nationality and state of those.

    رئيس الوزراء العراقي السابق حيدر العبادي leaves حيدر العبادي. A name always remains.
    """
    left, titled = words, False
    while len(left) > 1:
        size = _title(left)
        if not size and titled:
            size = int(left[0] in nationalities() or tuple(left[:1]) in titles("beside"))
        if not size or size >= len(left):
            break
        left, titled = left[size:], True
    return left


def _title(words: Sequence[str]) -> int:
    """Return how many words the title takes that the name begins with, 0 when with none."""
    if words[0] not in _openings():
        return 0
    return next((size for size in range(_LONGEST, 0, -1) if tuple(words[:size]) in titles("title")), 0)


def is_title(word: str) -> bool:
    """Say whether the folded word is a title by itself."""
    return (word,) in titles("title")


@cache
def _openings() -> frozenset[str]:
    return frozenset(title[0] for title in titles("title"))


def without_head(words: Sequence[str], kind: Kind) -> Sequence[str]:
    """Return a place's or organisation's folded words without a generic word before them (مدينة حلب)."""
    return words[1:] if len(words) > 1 and words[0] in outside_heads(kind) else words


def without_tail(words: Sequence[str]) -> Sequence[str]:
    """Return the folded words without a nationality or a generic word that ends an agency's name.

    A state's body keeps its nationality: هيئة الطيران المدني الصينية is no other country's.
    """
    if len(words) < 2 or (words[-1] not in nationalities() and words[-1] not in TAILS):
        return words
    return words if words[0] in edge_words("body", "ORG") and words[-1] not in TAILS else words[:-1]


@lru_cache(maxsize=1 << 16)
def loose(name: str) -> str:
    """Return a key blind to what writers choose: spaces, doubled letters, a last ا or ة, variants of given names.

    بور سعيد and بورسعيد, سوريا and سورية, داود and داوود, جون ف. كينيدي and جون كينيدي share one. A word آل keeps its
    spaces: عبد الله آل ثاني is not عبد الله الثاني.
    """
    words = parts(name.replace("ئو", "ؤو"))
    kept = [word for word in words if len(word) > 1] or words
    return _TWICE.sub(r"\1", "".join(f" {word} " if word == "ال" else _usual(word) for word in kept))


def _usual(word: str) -> str:
    last = f"{word[:-1]}ه" if word.endswith("ا") and len(word) >= _SHORT_WORD else word
    given = given_spellings()
    return given.get(word) or given.get(last) or _USUAL.get(word, last)


def sound_alike(one: Sequence[str], other: Sequence[str], foreign: bool = False) -> bool:
    """Say whether two names of folded words are one foreign name in two transliterations.

    Words differ in foreign sounds only; given names, and words with the article but for ج and its like, never. Where
    a word may be Arabic (no `foreign` name, a given name beside it) more consonants are asked of it: قدري is not قادري.
    """
    if len(one) != len(other):
        return False
    given = not given_names().isdisjoint(one)
    least = _FEW if foreign or (len(one) > 1 and not given) else _MANY
    whole = len(one) > 1 and not given and sum(len(bones(word)) for word in one) >= _UNMISTAKABLE[1]
    return all(a == b or _alike(a, b, least, whole) for a, b in zip(one, other, strict=True))


def _alike(one: str, other: str, least: int, whole: bool) -> bool:
    """Say whether two words are alike; in a `whole` name of many consonants vowels hardly matter."""
    if one in given_names() or other in given_names():
        return False
    if one.startswith("ال") or other.startswith("ال"):
        return same_letters(one, other)
    if bones(one) != bones(other) or len(bones(one)) < least:
        return False
    if whole:
        return True
    clear = len(bones(one)) >= _UNMISTAKABLE[0] or vowels_agree(one, other)
    return clear and ends_agree(one, other) and min(len(one), len(other)) >= _SHORT_WORD
