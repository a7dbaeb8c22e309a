"""Bodies that every country has (وزارة الخارجية): the country said with them makes the entity."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lib.annotate.naming.actors import Body, bodies, countries
from lib.annotate.naming.curated import index
from lib.annotate.naming.nationality import nationalities
from lib.arabic.names import candidates, key, parts

_WITHIN = frozenset({"في"})


@dataclass(frozen=True, slots=True)
class National:
    """A body, and the country that its name (`inside`) or the words after it state ("" when none does)."""

    body: Body
    country_id: str
    inside: bool = False

    @property
    def name_ar(self) -> str:
        """The body's name with the country's adjective, agreeing in gender."""
        adjective = next((row.adjectives_ar for row in countries() if row.country_id == self.country_id), ())
        if not adjective:
            return self.body.name_ar
        words = [f"ال{word}{'ة' if self.body.feminine else ''}" for word in adjective[0].split(" ")]
        return " ".join((self.body.name_ar, *words))

    @property
    def name_en(self) -> str:
        """The body's English name with the country's adjective before it."""
        adjective = next((row.adjective_en for row in countries() if row.country_id == self.country_id), "")
        return f"{adjective} {self.body.name_en}".strip()


@cache
def _by_key() -> dict[str, Body]:
    return {key(name): body for body in bodies() for name in (body.name_ar, *body.variants)}


def national(name: str, following: Sequence[str]) -> National | None:
    """Return the body that `name` is, with its country from the name itself or the words `following`; else None."""
    for reading in candidates(name):
        words = reading.split(" ")
        for size in range(len(words), 0, -1):
            body = _by_key().get(" ".join(words[:size]))
            if body is None:
                continue
            rest = words[size:]
            country = _country(rest)
            if country or not rest:
                return National(body, country or _stated(following), bool(country))
    return None


def _country(words: Sequence[str]) -> str:
    """Return the country that all the words name, as adjective or by name."""
    name = " ".join(words)
    if name in nationalities():
        return nationalities()[name]
    place = index().find(name, "LOC") if name else None
    return place.entity_id if place and place.entity_id in _country_ids() else ""


@cache
def _country_ids() -> frozenset[str]:
    return frozenset(row.country_id for row in countries())


def _stated(following: Sequence[str]) -> str:
    """Return the country that stands right after: الروسية, الكورية الجنوبية, في موسكو, في روسيا."""
    words = [word for text in following[:3] for word in parts(text) or ("",)]
    for size in (2, 1):
        if " ".join(words[:size]) in nationalities():
            return nationalities()[" ".join(words[:size])]
    if words[:1] and words[0] in _WITHIN:
        for size in (3, 2):
            place = index().find(" ".join(words[1:size]), "LOC")
            if place:
                country = index().capital_of.get(place.entity_id, place.entity_id)
                return country if country in _country_ids() else ""
    return ""
