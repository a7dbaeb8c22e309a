"""One article through every layer, in two steps: linking names across all articles stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.attribution import attributions
from lib.annotate.document import Annotated, Document, Mention, Tone
from lib.annotate.engines import Engine
from lib.annotate.entities import mentions
from lib.annotate.journeys import journeys
from lib.annotate.places import resolve
from lib.annotate.placing.gazetteer import Gazetteer
from lib.annotate.tone import targets, tones


@dataclass(frozen=True, slots=True)
class Recognised:
    """An article with what the engine found in it; the mentions' entity ids are "" until linked."""

    document: Document
    mentions: Sequence[Mention]
    tones: Sequence[Tone]


def recognise(documents: Sequence[Document], engine: Engine) -> list[Recognised]:
    """Find each document's mentions and the tone of its sentences; the engine is asked once for all of them."""
    found = zip(documents, mentions(documents, engine), tones(documents, engine), strict=True)
    return [Recognised(*one) for one in found]


def annotate(found: Recognised, gazetteer: Gazetteer) -> Annotated:
    """Find the places, journeys, attributions and targets of an article whose mentions are linked."""
    document, named, toned = found.document, found.mentions, found.tones
    placed = resolve(document, named, gazetteer)
    legs = journeys(document, named, placed)
    said = attributions(document, named)
    return Annotated(document, named, toned, placed, legs, said, targets(named, toned, said))
