"""Which written forms a searcher means by a word."""

from functools import lru_cache

from lib.arabic.normalize import fold

# Conjunctions و ف, prepositions and particles ب ل ك س, and the article ال (لل after ل), as Arabic writes them joined
# to the word; ف and و come first, then a preposition, then the article.
_ARTICLED = ("ال", "وال", "فال", "بال", "كال", "وبال", "وكال", "فبال", "لل", "ولل", "فلل")
_BARE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس")
_ENCLITICS = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي")
_SHORTEST_STEM = 3  # a rest of two letters after ال or و is most often part of another word (والد, الو)


@lru_cache(maxsize=4096)
def variants(word: str) -> frozenset[str]:
    """Return the folded forms that match a query word: with any clitics, and with the query's own clitics dropped.

    بوتين finds وبوتين and لبوتين; الحكومة finds حكومة, للحكومة and حكومته. A word without letters or digits has none.
    """
    bare = stems(word)
    if not all("\u0600" <= stem[0] <= "\u06ff" for stem in bare):
        return bare
    whole = {stem for one in bare for stem in (one, _joined(one))}
    articled = {before + stem for stem in bare for before in _ARTICLED}
    return frozenset(articled).union(
        before + stem + after
        for stem in whole
        for before in _BARE
        for after in (_ENCLITICS if len(stem) >= _SHORTEST_STEM else ("",))
    )


def stems(word: str) -> frozenset[str]:
    """Return the folded word, and the rest of it where it begins with an article; empty without letters or digits."""
    folded = "".join(character for character in fold(word) if character.isalnum())
    if not folded:
        return frozenset()
    return frozenset({folded}) | {
        folded.removeprefix(prefix)
        for prefix in _ARTICLED
        if folded.startswith(prefix) and len(folded) - len(prefix) >= _SHORTEST_STEM
    }


def _joined(stem: str) -> str:
    """Return the stem as it is written before a suffix: a final ه that may be ة becomes ت (حكومة, حكومته)."""
    return stem[:-1] + "ت" if stem.endswith("ه") and len(stem) > _SHORTEST_STEM else stem
