"""What speaks for each place that a name may mean: its size, the words beside the name, the article's other places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from lib.annotate.placing.context import WIDE, Context, around_known, beside, within
from lib.annotate.placing.gazetteer import AREAS, REGION, SETTLEMENTS, Gazetteer, Match, Place, key
from lib.annotate.placing.readings import Reading, adjective, common
from lib.annotate.placing.reasons import Evidence

# All weights are set by hand, on sentences of tests/annotate and on what was read of resolved news; none is learnt.
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
ADDED = 0.05  # an article that the name does not have: الدوما is no دوما, السورية no سورية
COMMON = 0.02  # the name is an everyday word (الثورة): wants its area or a feature word
NO_LAND = 0.0001  # no country is called a town or a province (مقاطعة كولومبيا), no river a town
OTHER_FACILITY = 0.01  # no facility is called by another one's feature word (جامعة اليرموك)
NAMESAKE = 0.05  # an area of the same name as a settlement in it: the settlement, unless a cue says otherwise
FAMOUS = 100.0  # of size: a capital, or a city of a million
SHADOW = 0.05  # a small place that shares its name with a famous one: news says قرية or بلدة where it means it
NEAR, NEAR_SMALL, INSIDE, AGAIN = 30.0, 5.0, 30.0, 30.0  # country named; country of a small place; area named; itself
FOREIGN = 0.001  # a small place in a country that the article, which names others, does not name
AWAY, ASIDE = 0.005, 0.2  # the same of a town that is in the gazetteer for its size alone: far off, in the region
SPLIT = 0.02  # a name that is known whole begins with no clitic: لبنان is not ل + بنان
NEARBY = 10.0  # another named place is near
PEER = 3.0  # states beside states: جورجيا وأريزونا
HOME = 15.0  # the publisher's own country: half of what the article's naming it says
DESCRIBES = 0.001  # an adjective (السورية), not the name (سورية) with an article
SURE = 0.55  # below it we abstain: barely more likely than all else together
LEANING = 0.35  # a name that is unique tells its country before it is sure of itself
WATERS = frozenset({"sea", "strait", "river"})
SMALL = frozenset({"village", "district", "subdistrict"})
SHOWN = 5  # candidates kept for the reader


@dataclass(frozen=True, slots=True)
class Rivals:
    """What the places of one name say of each other: `features` are those announced, or the seats' of an unknown area.

    `seats` and `areas` are the towns and the announced areas; `states` the codes of the countries among the places,
    `named` those of places whose country the article names; `whole` when the name is known without taking a clitic off;
    `famous` when it is that of a large or well-known place.
    """

    features: frozenset[str]
    seats: tuple[Place, ...]
    areas: tuple[Place, ...]
    states: frozenset[str]
    named: frozenset[str]
    whole: bool
    alone: bool
    famous: bool

    @classmethod
    def of(cls, matches: Sequence[Match], features: frozenset[str], context: Context) -> "Rivals":
        """Compare the places that a name may mean."""
        places = [match.place for match in matches]
        # A governorate that the gazetteer lacks is looked for at the town it is named after (محافظة القنفذة).
        if features and features <= AREAS and not any(place.feature in features for place in places):
            features |= SETTLEMENTS
        return cls(
            features,
            seats=tuple(place for place in places if place.feature in SETTLEMENTS - {"village"}),
            areas=tuple(place for place in places if place.feature in features & AREAS),
            states=frozenset(place.country for place in places if place.feature == "country"),
            named=context.countries.intersection(place.country for place in places),
            whole=not all(match.clitic for match in matches),
            alone=len(matches) == 1,
            famous=any(size(place) >= FAMOUS for place in places),
        )


def weigh(matches: Sequence[Match], reading: Reading, context: Context, gazetteer: Gazetteer) -> dict[Place, Evidence]:
    """Return each candidate's factors; a factor's name is its reason."""
    rivals = Rivals.of(matches, reading.features, context)
    weights: dict[Place, Evidence] = {}
    for match in matches:
        inside = around_known(match.place, context, gazetteer)
        worded = wording(match, reading, rivals, inside)
        other_kind = "kind" in worded and bool(rivals.features & (SETTLEMENTS | AREAS))
        rivalled = bool(rivals.named - {match.place.country})
        supported = support(match, context, rivalled, other_kind)
        weights[match.place] = worded | supported | standing(match.place, rivals, context, inside)
    return weights


def wording(match: Match, reading: Reading, rivals: Rivals, inside: bool) -> dict[str, float]:
    """Return what the name as written and the words beside it say, and the place's size."""
    place = match.place
    factors = {"size": size(place), "spelling": spelling(match) * (SPLIT if match.clitic and rivals.whole else 1.0)}
    if place.feature in rivals.features:
        factors["word"] = CUE
    elif rivals.features:
        factors["kind"] = mismatch(place, rivals.features)
    elif place.feature in SMALL and rivals.famous:
        factors["size"] *= SHADOW
    elif key(reading.name) in common() and not inside:
        factors["everyday"] = COMMON
    if match.added and adjective(reading.name):
        factors["adjective"] = DESCRIBES
    return factors


def standing(place: Place, rivals: Rivals, context: Context, inside: bool) -> dict[str, float]:
    """Return what the place's position says: in a named area, near a named place, seat or area of the other's name."""
    factors = {"area": INSIDE} if inside else {}
    # الجزائر means the state no less where its towns are named: nearness is no sign of the capital.
    wide = place.feature in WIDE or place.country in rivals.states
    if not (rivals.alone or wide) and beside(place, context.points):
        factors["near"] = NEARBY
    if place.feature in (AREAS | {"island"}) - rivals.features and any(within(place, seat) for seat in rivals.seats):
        factors["seat"] = NAMESAKE
    if place.feature in SETTLEMENTS and any(within(area, place) for area in rivals.areas):
        factors["whole"] = NAMESAKE
    return factors


def mismatch(place: Place, features: frozenset[str]) -> float:
    """Return the factor for a place of another kind than the word beside the name announces."""
    land = place.feature == "country" and features & (SETTLEMENTS | AREAS)
    if land or (place.feature in WATERS and features <= SETTLEMENTS):
        return NO_LAND
    return NO_CUE if place.feature in WEIGHTS else OTHER_FACILITY


def listed_for_size(place: Place) -> bool:
    """Whether a town is in the gazetteer for its people or its area, and not because we chose it (دافوس)."""
    return place.feature == "town" and bool(place.population or place.parent)


def support(match: Match, context: Context, rivalled: bool, other_kind: bool) -> dict[str, float]:
    """Return what the article's other places add to this one.

    A country under its first name needs none, unless `rivalled` by another's country named. `other_kind`: the word
    beside the name announces a settlement or an area of another kind.
    """
    place, factors = match.place, {}
    small = place.feature in SMALL
    if place.country in context.countries:
        factors["country"] = NEAR_SMALL if small else NEAR
    elif place.feature == "country" and not (match.alias or rivalled or other_kind):
        factors["state"] = NEAR
    elif place.country == context.publisher and place.country:
        factors["publisher"] = HOME
    elif not place.country or not context.countries or beside(place, context.points):
        pass
    elif small:
        factors["abroad"] = FOREIGN
    elif other_kind or listed_for_size(place):
        factors["abroad"] = ASIDE if place.country in REGION and not other_kind else AWAY
    if small and place.place_id in context.places:
        factors["again"] = AGAIN
    if place.feature in AREAS and (place.country, place.feature) in context.kinds:
        factors["peer"] = PEER
    return factors


def size(place: Place) -> float:
    """Return the weight of a place by its feature and its people."""
    weight = WEIGHTS.get(place.feature, FACILITY)
    if place.feature in SETTLEMENTS - {"capital"}:
        weight += min((place.population or 0) / PEOPLE, CROWD)
    return weight


def spelling(match: Match) -> float:
    """Return 1 when the name is written as the gazetteer's first name, less for each difference."""
    dropped = ARTICLE if match.place.feature in WEIGHTS else ADDED  # أقصى is not الأقصى
    factors = ((match.alias, ALIAS), (match.clitic, CLITIC), (match.article, dropped), (match.added, ADDED))
    return prod(factor for differs, factor in factors if differs)


def lean(weights: Mapping[Place, Evidence]) -> Place | None:
    """Return the place that speaks for others: sure by itself, or the only one of its name and likely enough."""
    place, _, candidates = choose(weights)
    if len(weights) == 1:
        return next(iter(weights)) if candidates[0][1] >= LEANING else None
    return place if place and candidates[0][1] >= SURE else None


def _one_spot(one: Place, other: Place) -> bool:
    """Whether one of two places of a name is an area and the other may be its seat."""
    area, seat = (one, other) if one.feature in AREAS else (other, one)
    return area.feature in AREAS and seat.feature in SETTLEMENTS and within(area, seat)


def choose(weights: Mapping[Place, Evidence]) -> tuple[Place | None, float, tuple[tuple[str, float], ...]]:
    """Return the winner (None below SURE), its score, and the best candidates with theirs.

    An area of its name around the winner, or its seat of that name, adds to its score: they do not differ in where.
    """
    products = {place: prod(factors.values()) for place, factors in weights.items()}
    total = sum(products.values()) + DOUBT
    ranked = sorted(products, key=lambda place: (-products[place], place.place_id))[:SHOWN]
    candidates = tuple((place.place_id, round(products[place] / total, 4)) for place in ranked)
    there = sum(products[place] for place in products if place == ranked[0] or _one_spot(place, ranked[0]))
    score = round(there / total, 4)
    return (ranked[0] if score >= SURE else None), score, candidates
