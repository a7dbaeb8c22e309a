"""Nationality adjectives as evidence for places: مدينة هورست الهولندية lies in the Netherlands."""

from functools import cache, lru_cache

from lib.annotate.document import Document
from lib.annotate.naming.actors import actors
from lib.annotate.naming.nationality import nationalities
from lib.annotate.placing.gazetteer import ARTICLE, gazetteer, unclitic
from lib.arabic.names import key


def nations(document: Document, sentence: int) -> frozenset[str]:
    """Return the ISO codes of the countries that definite adjectives of the sentence tell (الهولندية: NL)."""
    return frozenset(nation(token.text) for token in document.sentences[sentence].tokens) - {""}


@lru_cache(maxsize=1 << 16)
def nation(word: str) -> str:
    """Return the ISO code of the country whose definite adjective the word is, "" when it is none.

    Indefinite ones are not taken: تركي is a given name too.
    """
    definite = [form for form in (word, *unclitic(word)) if form.startswith(ARTICLE)]
    known = (nationalities().get(key(form), "") for form in definite)
    return next((_codes()[country] for country in known if country in _codes()), "")


@cache
def _codes() -> dict[str, str]:
    """Return the ISO codes of the actors that are countries, by entity id."""
    found: dict[str, str] = {}
    for actor in actors():
        places = [match.place for match in gazetteer().candidates(actor.name_ar) if not match.alias]
        code = next((place.place_id for place in places if place.feature == "country"), "")
        if code:
            found[actor.entity_id] = code
    return found
