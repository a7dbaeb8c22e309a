"""What speaks for each place that a name may mean: its size, the words beside the name, the article's other places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from lib.annotate.gazetteer import AREAS, SETTLEMENTS, Gazetteer, Match, Place, key
from lib.annotate.place_readings import Reading, common
from lib.annotate.place_reasons import Evidence

# How much more often news means the one than the other, in rough powers of what our own reading suggests:
# a country a thousand times more than some unknown place, a village a third of it.
WEIGHTS = {
    **{"country": 1000.0, "capital": 500.0, "sea": 200.0, "region": 100.0, "strait": 100.0},
    **{"river": 100.0, "island": 50.0, "governorate": 20.0, "mountain": 20.0, "district": 1.0, "subdistrict": 0.5},
    **{"city": 5.0, "town": 2.0, "village": 0.3},
}
FACILITY = 30.0  # hand-chosen because news names them
PEOPLE = 10000.0  # a settlement gains 1 for each so many people, up to CROWD
CROWD = 400.0
DOUBT = 1.0  # weight of "somewhere that the gazetteer does not know"
CUE, NO_CUE = 50.0, 0.1  # a feature word agrees (مدينة before a city), or speaks of another kind of place
ALIAS, CLITIC, ARTICLE = 0.6, 0.5, 0.3  # the name as written differs from the gazetteer's first name
COMMON = 0.02  # the name is an everyday word (الثورة): wants its area or a feature word
NAMESAKE = 0.05  # an area of the same name as a settlement in it: the settlement, unless a cue says otherwise
REACH = 2.5  # degrees: Riyadh from the middle of its region, but not Delaware, Ohio from Delaware
NEAR, NEAR_SMALL, INSIDE, AGAIN = 30.0, 5.0, 30.0, 30.0  # country named; country of a small place; area named; itself
FOREIGN = 0.001  # a small place in a country that the article, which names others, does not name
SURE = 0.55  # below it we abstain: barely more likely than all else together
SMALL = frozenset({"village", "district", "subdistrict"})
SHOWN = 5  # candidates kept for the reader


@dataclass(frozen=True, slots=True)
class Context:
    """What the article's surer places say: their countries, the areas around them, and themselves."""

    countries: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def weigh(matches: Sequence[Match], reading: Reading, context: Context, gazetteer: Gazetteer) -> dict[Place, Evidence]:
    """Return each candidate's factors; a factor's name is its reason."""
    features = reading.features
    seats = [match.place for match in matches if match.place.feature in SETTLEMENTS - {"village"}]
    everyday = key(reading.name) in common()
    # A governorate that the gazetteer lacks is looked for at the town it is named after (محافظة القنفذة).
    if features and features <= AREAS and not any(match.place.feature in features for match in matches):
        features |= SETTLEMENTS
    weights: dict[Place, Evidence] = {}
    for match in matches:
        place = match.place
        inside = not context.areas.isdisjoint(gazetteer.above(place))
        factors = {"size": size(place), "spelling": spelling(match)}
        if features:
            factors |= {"word": CUE} if place.feature in features else {"kind": NO_CUE}
        elif everyday and not inside:
            factors["everyday"] = COMMON
        factors |= support(match, context)
        if inside:
            factors["area"] = INSIDE
        if place.feature in (AREAS | {"island"}) - features and any(within(place, seat) for seat in seats):
            factors["seat"] = NAMESAKE
        weights[place] = factors
    return weights


def support(match: Match, context: Context) -> dict[str, float]:
    """Return what the article's other places add to this one; a country under its first name needs none."""
    place, factors = match.place, {}
    small = place.feature in SMALL
    if place.feature == "country" and not match.alias:
        factors["state"] = NEAR
    elif place.country in context.countries:
        factors["country"] = NEAR_SMALL if small else NEAR
    elif context.countries and small:
        factors["abroad"] = FOREIGN
    if small and place.place_id in context.places:
        factors["again"] = AGAIN
    return factors


def within(area: Place, seat: Place) -> bool:
    """Whether the settlement may be the seat of this area: in its country and no further than a large one reaches."""
    apart = max(abs(area.latitude - seat.latitude), abs(area.longitude - seat.longitude))
    return area.country == seat.country and apart < REACH


def size(place: Place) -> float:
    """Return the weight of a place by its feature and its people."""
    weight = WEIGHTS.get(place.feature, FACILITY)
    if place.feature in SETTLEMENTS - {"capital"}:
        weight += min((place.population or 0) / PEOPLE, CROWD)
    return weight


def spelling(match: Match) -> float:
    """Return 1 when the name is written as the gazetteer's first name, less for each difference."""
    factors = ((match.alias, ALIAS), (match.clitic, CLITIC), (match.article, ARTICLE))
    return prod(factor for differs, factor in factors if differs)


def choose(weights: Mapping[Place, Evidence]) -> tuple[Place | None, float, tuple[tuple[str, float], ...]]:
    """Return the winner (None below SURE), its score, and the best candidates with theirs."""
    products = {place: prod(factors.values()) for place, factors in weights.items()}
    total = sum(products.values()) + DOUBT
    ranked = sorted(products, key=lambda place: (-products[place], place.place_id))[:SHOWN]
    candidates = tuple((place.place_id, round(products[place] / total, 4)) for place in ranked)
    score = candidates[0][1] if candidates else 0.0
    return (ranked[0] if score >= SURE else None), score, candidates
