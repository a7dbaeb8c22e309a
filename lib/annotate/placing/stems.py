"""Whether a word belongs to a table of stems: تفجيرات and بالانفجار tell of an event."""

from collections.abc import Container
from functools import lru_cache

from lib.annotate.placing.gazetteer import cues, unclitic
from lib.arabic.normalize import fold

SHORT_STEM = 3  # a stem this short must be the whole word but for an ending: فر is no part of فرنسا
ENDINGS = frozenset({"", "ت", "وا", "ا", "ه", "ها", "هم", "وه", "ته", "ون", "ين", "ات"})


@lru_cache(maxsize=1 << 16)
def tells(word: str, table: str) -> bool:
    """Whether the word, with or without clitics and article, has a stem of this table (event, movement)."""
    forms = {fold(form) for form in (word, *unclitic(word))}
    forms |= {form.removeprefix("ال") for form in forms}  # but also as it is: ألغى and التقى have no article
    forms |= {form[1:] for form in forms if form[0:1] in ("ي", "ت", "س") and len(form) > SHORT_STEM}
    stems = cues(table)
    return any(begins(form, stems) for form in forms)


def begins(form: str, stems: Container[str]) -> bool:
    """Whether the form begins with a stem; a short stem leaves nothing but an ending."""
    if any(form[:length] in stems for length in range(SHORT_STEM + 1, len(form) + 1)):
        return True
    return any(form[:length] in stems and form[length:] in ENDINGS for length in range(2, SHORT_STEM + 1))
