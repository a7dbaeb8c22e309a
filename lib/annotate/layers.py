"""One article through every layer that needs no other article; linking names across articles comes after."""

from lib.annotate.attribution import attributions
from lib.annotate.document import Annotated, Document
from lib.annotate.engines import Engine
from lib.annotate.entities import mentions
from lib.annotate.gazetteer import Gazetteer
from lib.annotate.journeys import journeys
from lib.annotate.places import resolve
from lib.annotate.tone import targets, tones


def annotate(document: Document, engine: Engine, gazetteer: Gazetteer) -> Annotated:
    """Find the document's mentions, tone, places, journeys and attributions; entity ids stay "" until linked."""
    named = mentions(document, engine)
    toned = tones(document, engine)
    placed = resolve(document, named, gazetteer)
    return Annotated(
        document,
        named,
        toned,
        placed,
        journeys(document, named, placed),
        attributions(document, named),
        targets(document, named, toned),
    )
