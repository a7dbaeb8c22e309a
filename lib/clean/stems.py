"""Stems and roots, roughly: enough to see that two words may be one in other dress."""

import re

_ARTICLED = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=..[^\W\d_])")
_SUFFIXES = ("تهما", "اتها", "اته", "تها", "هما", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "ته", "يه", "وا", *"هيات")
_WEAK = re.compile("[اوي]")
_AUGMENT = re.compile(r"^(?:مست|ست|من|[متن])(?=...)")
_SHORTEST = 3  # letters of a stem: what is shorter is mostly not the same word any more


def stem(word: str) -> str:
    """Return a folded word without its article, the particles before it and the commonest endings."""
    bare = _ARTICLED.sub("", word, count=1) if word[0] in "اوفبكل" else word
    return next(
        (bare[: -len(end)] for end in _SUFFIXES if bare.endswith(end) and len(bare) - len(end) >= _SHORTEST), bare
    )


def root(stem: str) -> str:
    """Return roughly the consonants that a verb, its noun and its participle share (افتتح, افتتاح, مفتتح: فتح)."""
    bare = _AUGMENT.sub("", _WEAK.sub("", stem))
    if len(bare) > 3 and bare[1] == "ت":
        bare = bare[0] + bare[2:]
    return bare if len(bare) > 1 else stem
