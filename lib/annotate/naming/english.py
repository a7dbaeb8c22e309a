"""English names by rule, where no table has one: given names as the press writes them, generic words in English."""

from collections.abc import Mapping
from functools import cache

from lib.annotate.document import Kind
from lib.annotate.naming.actors import given_latin, head_meanings, word_latin
from lib.arabic.names import parts, spelled
from lib.arabic.normalize import fold
from lib.arabic.romanise import romanise

_SHORT = 2  # words after a generic one that are a name; more of them are mostly words to translate, which no rule can


@cache
def english(name: str, kind: Kind) -> str:
    """Return an Arabic name in Latin letters; a generic word before a short name is translated (نادي الوهج)."""
    first, *rest = spelled(name).split(" ")
    meaning = head_meanings().get((kind, fold(first)), "")
    if meaning and kind != "PERS" and 0 < len(parts(" ".join(rest))) <= _SHORT:
        return f"{romanise(' '.join(rest), _usual(kind), construct=True)} {meaning.title()}"
    return romanise(name, _usual(kind), construct=kind != "PERS")


@cache
def _usual(kind: Kind) -> Mapping[str, str]:
    """Return the usual Latin spelling of words; places' and organisations' names hold words and titles too."""
    if kind == "PERS":
        return given_latin()
    titles = {word: meaning.title() for (of, word), meaning in head_meanings().items() if of == "PERS"}
    return given_latin() | word_latin() | titles
