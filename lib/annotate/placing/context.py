"""What an article's surer places say of the others: their countries, the areas around them, and how near they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.placing.gazetteer import AREAS, Gazetteer, Place

REACH = 2.5  # degrees: Riyadh from the middle of its region, but not Delaware, Ohio from Delaware
BESIDE = 1.0  # degrees, some 100 km: how near another named place speaks for one
WIDE = frozenset({"country", "region", "governorate", "sea", "strait", "river"})  # their point says little


@dataclass(frozen=True, slots=True)
class Context:
    """What the article's surer places say: their countries, the areas around them, their positions, and themselves.

    `points` are those of settlements and facilities, in degrees; `kinds` the areas' pairs of country and feature;
    `publisher` is the publisher's country, "" when not known.
    """

    countries: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    points: frozenset[tuple[float, float]] = frozenset()
    kinds: frozenset[tuple[str, str]] = frozenset()
    publisher: str = ""


def around(others: Sequence[Place], places: Sequence[Place], home: str, gazetteer: Gazetteer) -> Context:
    """Return what the article's other names say of one, and all its places; a name never speaks for itself."""
    areas = {above for place in others for above in (place.place_id, *gazetteer.above(place))}
    countries = frozenset(place.country for place in others if place.country)
    points = frozenset((place.latitude, place.longitude) for place in others if place.feature not in WIDE)
    kinds = frozenset((place.country, place.feature) for place in others if place.feature in AREAS)
    ids = frozenset(place.place_id for place in places)
    return Context(countries, frozenset(areas - countries), ids, points, kinds, home)


def around_known(place: Place, context: Context, gazetteer: Gazetteer) -> bool:
    """Whether the area around the place is named or, of an area, a place inside it."""
    own = [place.place_id] if place.feature in AREAS else []
    return not context.areas.isdisjoint((*own, *gazetteer.above(place)))


def beside(place: Place, points: frozenset[tuple[float, float]]) -> bool:
    """Whether one of the points lies no further than BESIDE from the place; one at its very spot is itself."""
    here = (place.latitude, place.longitude)
    return any(max(abs(here[0] - point[0]), abs(here[1] - point[1])) < BESIDE for point in points if point != here)


def within(area: Place, seat: Place) -> bool:
    """Whether the settlement may be the seat of this area: in its country and no further than a large one reaches."""
    apart = max(abs(area.latitude - seat.latitude), abs(area.longitude - seat.longitude))
    return area.country == seat.country and apart < REACH
