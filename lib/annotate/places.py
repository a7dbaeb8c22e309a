"""Where each LOC mention points: gazetteer candidates weighed by size, cue word and the article's other places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lib.annotate.document import Document, Mention, PlaceMention
from lib.annotate.gazetteer import Gazetteer, Match, Place, cues, gazetteer, key, unclitic
from lib.annotate.place_roles import role
from lib.arabic.normalize import fold

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
SETTLEMENTS = frozenset({"city", "town", "village", "capital"})
AREAS = frozenset({"governorate", "district", "subdistrict"})
LANDS = frozenset({"country", "region", "island", "mountain", "river", "sea", "strait"})
SMALL = frozenset({"village", "district", "subdistrict"})
SHOWN = 5  # candidates kept for the reader


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mention: the name to look up and the features its head word announces.

    `strict` when the head word belongs to the name: مطار سياتل is no city, and never stands for Seattle.
    """

    name: str
    features: frozenset[str]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the article's surer places say: their countries, the areas around them, and themselves."""

    countries: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def resolve(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Point every LOC mention to a place, or to None: coordinates are never guessed.

    Score is the winner's weight / (all candidates' weights + DOUBT), 0 to 1; below SURE the place is None. Weights
    multiply size, agreement with the feature word, spelling, and the countries and areas that the article names.
    """
    found = [mention for mention in mentions if mention.kind == "LOC"]
    matched = [first_known(read(document, mention), gazetteer) for mention in found]
    first = [choose(weigh(*match, Context(), gazetteer))[0] for match in matched]
    names = [key(reading.name) for _, reading in matched]
    resolved: list[PlaceMention] = []
    for mention, (matches, reading), name in zip(found, matched, names, strict=True):
        others = [place for place, other in zip(first, names, strict=True) if place and other != name]
        context = around(others, [place for place in first if place], gazetteer)
        place, score, candidates = choose(weigh(matches, reading, context, gazetteer))
        clitic = place is None or prefixed(mention, place, matches)
        does = role(document, mention, place.feature if place else "", clitic, resolved[-1] if resolved else None)
        resolved.append(PlaceMention(mention, place.place_id if place else None, score, does, candidates))
    return resolved


def prefixed(mention: Mention, place: Place, matches: Sequence[Match]) -> bool:
    """Whether the mention begins with a clitic, before the name or its head word."""
    first = mention.text.split()[0]
    head = bare(first) in cues("head") and fold(first) != bare(first)
    return head or any(match.clitic for match in matches if match.place is place)


def read(document: Document, mention: Mention) -> Iterator[Reading]:
    """Yield the readings of a mention, best first: with the head word before it, as it is, without its own head.

    قاعدة [حميميم], [مدينة حماة], [العاصمة القطرية الدوحة], [ريف حلب الشمالي] all have their head word on one side.
    """
    heads = cues("head")
    words = mention.text.split()
    if mention.start == mention.end or key(mention.text) in generic():
        return
    before = head_before(document, mention)
    announced = heads.get(bare(before), frozenset()) if before else frozenset()
    if announced:
        yield Reading(f"{before} {mention.text}", frozenset())
    yield Reading(mention.text, announced)
    inner, own = words, announced
    while len(inner) > 1 and bare(inner[0]) in heads:
        own, inner = heads[bare(inner[0])] or own, inner[1:]
        yield Reading(" ".join(inner), own, strict=True)
    if len(inner) > 1 and own and adjective(inner[0]):
        yield Reading(" ".join(inner[1:]), own, strict=True)
    if len(inner) > 1 and adjective(inner[-1]) and (announced or inner is not words):
        yield Reading(" ".join(inner[:-1]), own, strict=True)


@cache
def generic() -> frozenset[str]:
    """Return the keys of words that name no one place (المنطقة, البلاد)."""
    return frozenset(key(word) for word in cues("generic"))


@cache
def common() -> frozenset[str]:
    """Return the keys of everyday words that are also villages."""
    return frozenset(key(word) for word in cues("common"))


def adjective(word: str) -> bool:
    """Whether the word looks like a definite relative adjective (القطرية, الشمالي)."""
    return word.startswith("ال") and fold(word).endswith(("ي", "يه"))


@cache
def bare(word: str) -> str:
    """Return the folded head word without clitics: وبمدينة → مدينه, للعاصمة → العاصمه."""
    heads = cues("head")
    return next((fold(form) for form in (word, *unclitic(word)) if fold(form) in heads), fold(word))


def head_before(document: Document, mention: Mention) -> str:
    """Return the feature word right before the mention, or before one adjective (العاصمة القطرية [الدوحة])."""
    words = document.text(mention.part)[max(0, mention.start - 40) : mention.start].split(" ")
    if len(words) < 2 or words[-1].strip("\"'«“("):
        return ""
    if bare(words[-2]) in cues("head"):
        return words[-2]
    return words[-3] if len(words) > 2 and adjective(words[-2]) and fold(words[-3]).endswith("عاصمه") else ""


def first_known(readings: Iterable[Reading], gazetteer: Gazetteer) -> tuple[list[Match], Reading]:
    """Return the candidates of the first reading that has any."""
    for reading in readings:
        matches = gazetteer.candidates(reading.name)
        if reading.strict and reading.features and not reading.features & (SETTLEMENTS | AREAS | LANDS):
            matches = [match for match in matches if match.place.feature in reading.features]
        if matches and key(reading.name) not in generic():
            return matches, reading
    return [], Reading("", frozenset())


def weigh(matches: list[Match], reading: Reading, context: Context, gazetteer: Gazetteer) -> dict[Place, float]:
    """Return each candidate's weight."""
    features = reading.features
    seats = [match.place for match in matches if match.place.feature in SETTLEMENTS - {"village"}]
    everyday = key(reading.name) in common()
    # A governorate that the gazetteer lacks is looked for at the town it is named after (محافظة القنفذة).
    if features <= AREAS and not any(match.place.feature in features for match in matches):
        features |= SETTLEMENTS if features else features
    weights: dict[Place, float] = {}
    for match in matches:
        weight = size(match.place) * spelling(match) * support(match, context, gazetteer)
        if features:
            weight *= CUE if match.place.feature in features else NO_CUE
        elif everyday and not context.areas.intersection(gazetteer.above(match.place)):
            weight *= COMMON
        if match.place.feature in (AREAS | {"island"}) - features and any(within(match.place, seat) for seat in seats):
            weight *= NAMESAKE
        weights[match.place] = weight
    return weights


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
    weight = 1.0
    for differs, factor in factors:
        weight *= factor if differs else 1.0
    return weight


def support(match: Match, context: Context, gazetteer: Gazetteer) -> float:
    """Return what the article's other places add to this one; a country under its first name needs none."""
    place, weight = match.place, 1.0
    if place.country in context.countries or (place.feature == "country" and not match.alias):
        weight *= NEAR_SMALL if place.feature in SMALL else NEAR
    elif context.countries and place.feature in SMALL:
        weight *= FOREIGN
    if context.areas.intersection(gazetteer.above(place)):
        weight *= INSIDE
    if place.feature in SMALL and place.place_id in context.places:
        weight *= AGAIN
    return weight


def choose(weights: dict[Place, float]) -> tuple[Place | None, float, tuple[tuple[str, float], ...]]:
    """Return the winner (None below SURE), its score, and the best candidates with theirs."""
    total = sum(weights.values()) + DOUBT
    ranked = sorted(weights, key=lambda place: (-weights[place], place.place_id))[:SHOWN]
    candidates = tuple((place.place_id, round(weights[place] / total, 4)) for place in ranked)
    score = candidates[0][1] if candidates else 0.0
    return (ranked[0] if score >= SURE else None), score, candidates


def around(others: Sequence[Place], places: Sequence[Place], gazetteer: Gazetteer) -> Context:
    """Return what the article's other names say of one, and all its places; a name never speaks for itself."""
    areas = {above for place in others for above in (place.place_id, *gazetteer.above(place))}
    countries = frozenset(place.country for place in others if place.country)
    return Context(countries, frozenset(areas - countries), frozenset(place.place_id for place in places))


def usual_english(name: str) -> str:
    """Return the English name of the one place that has this name (قاعدة العند), "" when there is none.

    A place's other names (الشام, of Damascus) are no reason to call them by its English one.
    """
    if key(name) in generic():
        return ""
    words = name.split()
    head = cues("head").get(bare(words[0]), frozenset()) if len(words) > 1 else frozenset()
    for reading in (Reading(name, frozenset()), Reading(" ".join(words[1:]), head)):
        matches = gazetteer().candidates(reading.name) if reading.name else []
        place = choose(weigh(matches, reading, Context(), gazetteer()))[0] if matches else None
        own = place and key(place.name_ar) in (key(name), key(reading.name))
        if place and own and (reading.name == name or place.feature in reading.features):
            return place.name_en
    return ""
