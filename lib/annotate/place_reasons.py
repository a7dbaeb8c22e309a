"""Why a mention points to its place, or to none: most reasons are factors that were weighed, by the same name."""

from collections.abc import Mapping

from lib.annotate.gazetteer import Place

# A reason's identifier is the contract (place_mentions.reasons); pages bring their own words for it.
REASONS: Mapping[str, str] = {
    "only": "The gazetteer knows no other place of this name.",
    "size": "It is the largest, or the most often in the news, of the places that have this name.",
    "state": "It is the usual name of a country.",
    "word": "A word beside the name says what kind of place it is (مدينة, محافظة, قاعدة).",
    "country": "The article names its country, or other places in it.",
    "area": "The article names the area that it lies in, or that lies around both.",
    "again": "The article names it elsewhere, more surely.",
    "publisher": "It lies in the publisher's country.",
    "seat": "A settlement is meant rather than the area that is named after it.",
    "doubt": "No place of this name is more likely than all others together.",
    "everyday": "The name is an everyday word or a person's name, and nothing beside it says that a place is meant.",
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
    return (*found, "seat") if any("seat" in one for one in weights.values()) else tuple(found)


def doubted(best: Evidence) -> tuple[str, ...]:
    """Return why nothing was chosen, given what weighs for and against the best candidate."""
    return ("doubt", *(name for name, factor in best.items() if factor < 1 and name in REASONS and name != "size"))
