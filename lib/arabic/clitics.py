"""Clitics: the one-letter words that Arabic writes in the same word as the next one."""

from functools import lru_cache

CONJUNCTIONS = frozenset("وف")
PREPOSITIONS = frozenset("بلك")
_SHORTEST = 3  # letters that must remain: shorter rests are almost never words (بيت must not become يت)


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[str, ...]:
    """Return what may remain of a folded word when its clitics go, the outermost first; the word itself is not in it.

    Only possibilities: وائل gives ائل too, and the caller decides by what is attested. The article that لل hides
    comes back: للاسد gives الاسد. The future's س is no clitic of names, and stays.
    """
    found: list[str] = []
    rest = word
    if rest[:1] in CONJUNCTIONS:
        rest = rest[1:]
        found.append(rest)
    if rest[:1] in PREPOSITIONS:
        if rest.startswith("لل"):
            found.append("ال" + rest[2:])
        found.append(rest[1:])
    return tuple(reading for reading in found if len(reading) >= _SHORTEST)


def without_article(word: str) -> str:
    """Return the folded word without the article ال, or as it is when too little would remain."""
    return word[2:] if word.startswith("ال") and len(word) >= _SHORTEST + 2 else word
