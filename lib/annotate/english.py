"""English names by rule, where no table has one: given names as the press writes them, generic words in English."""

from functools import cache

from lib.annotate.actors import given_latin, head_meanings
from lib.annotate.document import Kind
from lib.arabic.names import spelled
from lib.arabic.normalize import fold
from lib.arabic.romanise import romanise

_SHORT = 2  # words after a generic one that are a name; more of them are mostly words to translate, which no rule can


@cache
def english(name: str, kind: Kind) -> str:
    """Return an Arabic name in Latin letters; a generic word before a short name is translated (نادي الوهج)."""
    first, *rest = spelled(name).split(" ")
    meaning = head_meanings().get((kind, fold(first)), "")
    if meaning and 0 < len(rest) <= _SHORT:
        return f"{romanise(' '.join(rest), given_latin())} {meaning.title()}"
    return romanise(name, given_latin())
