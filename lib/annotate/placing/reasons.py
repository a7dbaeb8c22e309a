"""Why a mention points to its place, or to none: most reasons are factors that were weighed, by the same name."""

from collections.abc import Mapping

from lib.annotate.placing.gazetteer import Place

# A reason's identifier is the contract (place_mentions.reasons); pages bring their own words for it.
REASONS: Mapping[str, str] = {
    "only": "The gazetteer knows no other place of this name.",
    "size": "It is the largest, or the most often in the news, of the places that have this name.",
    "state": "It is the usual name of a country.",
    "word": "A word beside the name says what kind of place it is (مدينة, محافظة, قاعدة).",
    "country": "The article names its country, or other places in it.",
    "area": "The article names the area that it lies in, or that lies around both.",
    "near": "It lies near another place that the article names.",
    "peer": "The article names other areas of its kind in its country.",
    "again": "The article names it elsewhere, more surely.",
    "publisher": "It lies in the publisher's country.",
    "seat": "A settlement is meant rather than the area that is named after it.",
    "whole": "An area is meant rather than the settlement that it is named after.",
    "doubt": "No place of this name is more likely than all others together.",
    "everyday": "The name is an everyday word or a person's name, and nothing beside it says that a place is meant.",
    "adjective": "It is an adjective (السورية) and no name.",
    "kind": "The gazetteer knows the name, but not for the kind of place that the word beside it announces.",
    "abroad": "The place of this name is small, and the article names other countries than its own.",
    "unknown": "The gazetteer has no place of this name.",
    "generic": "The name stands for no one point: it is a common word, or too large an area.",
}

Evidence = Mapping[str, float]
"""The factors whose product is a candidate's weight, by name; those that are no reason are its size and spelling."""


def chosen(place: Place, weights: Mapping[Place, Evidence]) -> tuple[str, ...]:
    """Return why this candidate won: what raised its weight, and how it stands among the others."""
    own = weights[place]
    found = [] if len(weights) > 1 else ["only"]
    if len(weights) > 1 and own["size"] == max(one["size"] for one in weights.values()):
        found.append("size")
    found += [name for name, factor in own.items() if factor > 1 and name in REASONS and name != "size"]
    left = {name for other, one in weights.items() if other.country == place.country for name in one}
    return (*found, *(name for name in ("seat", "whole") if name in left - own.keys()))


def doubted(best: Evidence) -> tuple[str, ...]:
    """Return why nothing was chosen, given what weighs for and against the best candidate."""
    return ("doubt", *(name for name, factor in best.items() if factor < 1 and name in REASONS and name != "size"))
