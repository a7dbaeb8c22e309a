"""Nationality adjectives: which country the السورية of a ministry, or of a president's title, is."""

from functools import cache

from lib.annotate.naming.actors import countries
from lib.arabic.names import key


@cache
def nationalities() -> dict[str, str]:
    """Return the keys of nationality adjectives, with and without article, masculine and feminine → country id."""
    found: dict[str, str] = {}
    for country in countries():
        for adjective in country.adjectives_ar:
            for form in _forms(adjective):
                found.setdefault(key(form), country.country_id)
    return found


def _forms(adjective: str) -> list[str]:
    words = adjective.split(" ")
    feminine = " ".join(f"{word}ة" if word.endswith("ي") else word for word in words)
    bare = [adjective, feminine]
    return [*bare, *(" ".join(f"ال{word}" for word in form.split(" ")) for form in bare)]
