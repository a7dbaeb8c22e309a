"""Where each LOC mention points: gazetteer candidates weighed by size, cue word and the article's other places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lib.annotate.document import Document, Mention, PlaceMention
from lib.annotate.placing.context import Context, around
from lib.annotate.placing.gazetteer import LANDS, SETTLEMENTS, Gazetteer, Match, Place, cues, gazetteer, key
from lib.annotate.placing.nations import nation, nations
from lib.annotate.placing.publishers import country_of
from lib.annotate.placing.readings import Reading, bare, common, generic, is_generic, read
from lib.annotate.placing.reasons import chosen, doubted
from lib.annotate.placing.roles import role
from lib.annotate.placing.weights import choose, lean, weigh
from lib.arabic.normalize import fold


def resolve(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Point every LOC mention to a place, or to None: coordinates are never guessed.

    Score is the winner's weight / (all candidates' weights + DOUBT), 0 to 1; below SURE the place is None. Weights
    multiply size, agreement with the feature word, spelling, the countries, areas and neighbours that the article
    names, and the publisher's country.
    """
    found = [mention for mention in mentions if mention.kind == "LOC"]
    matched = [first_known(read(document, mention), gazetteer) for mention in found]
    first = [lean(weigh(*match, Context(), gazetteer)) for match in matched]
    names = [key(reading.name) for _, reading in matched]
    home = country_of(document.publisher)
    resolved: list[PlaceMention] = []
    for mention, (matches, reading), name in zip(found, matched, names, strict=True):
        others = [place for place, other in zip(first, names, strict=True) if place and other != name]
        context = around(others, [place for place in first if place], home, gazetteer)
        context = replace(context, countries=context.countries | nations(document, mention.sentence))
        weights = weigh(matches, reading, context, gazetteer)
        place, score, candidates = choose(weights)
        if place:
            reasons = chosen(place, weights)
        elif weights:
            reasons = doubted(weights[gazetteer.place(candidates[0][0])])
        else:
            reasons = (unplaced(document, mention, gazetteer),)
        clitic = place is None or prefixed(mention, place, matches)
        does = role(document, mention, place.feature if place else "", clitic, resolved[-1] if resolved else None)
        resolved.append(PlaceMention(mention, place.place_id if place else None, score, does, candidates, reasons))
    return resolved


def unplaced(document: Document, mention: Mention, gazetteer: Gazetteer) -> str:
    """Return why a mention without candidates has none: generic, of another kind than announced, or unknown."""
    if is_generic(mention.text):
        return "generic"
    if key(mention.text) in common():
        return "everyday"
    if nation(mention.text):
        return "adjective"
    names = [reading.name for reading in read(document, mention)]
    if any(key(name) in generic() for name in names):
        return "generic"
    return "kind" if any(gazetteer.candidates(name) for name in names) else "unknown"


def prefixed(mention: Mention, place: Place, matches: Sequence[Match]) -> bool:
    """Whether the mention begins with a clitic, before the name or its head word."""
    first = mention.text.split()[0]
    head = bare(first) in cues("head") and fold(first) != bare(first)
    return head or any(match.clitic for match in matches if match.place is place)


def first_known(readings: Iterable[Reading], gazetteer: Gazetteer) -> tuple[list[Match], Reading]:
    """Return the candidates of the first reading that has any."""
    for reading in readings:
        matches = gazetteer.candidates(reading.name)
        if reading.strict and reading.features and not reading.features & (SETTLEMENTS | LANDS | {"governorate"}):
            matches = [match for match in matches if match.place.feature in reading.features]
        if matches and key(reading.name) not in generic():
            return matches, reading
    return [], Reading("", frozenset())


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
