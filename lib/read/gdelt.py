"""GDELT's tables, which hold what its readers found in the news and not the news itself.

Columns: http://data.gdeltproject.org/documentation/, GKG codebook V2.1 and event codebook V2.0, as BigQuery names them.
"""

import html
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from lib.read.record import Record

NO_HEADLINE = (
    "A GDELT event has no headline and no text: export articles from GDELT's DOC API, or the Extras of its GKG."
)

_GKG = (
    "GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier", "Counts", "V2Counts",
    "Themes", "V2Themes", "Locations", "V2Locations", "Persons", "V2Persons", "Organizations", "V2Organizations",
    "V2Tone", "Dates", "GCAM", "SharingImage", "RelatedImages", "SocialImageEmbeds", "SocialVideoEmbeds", "Quotations",
    "AllNames", "Amounts", "TranslationInfo", "Extras",
)  # fmt: skip
# Events have 57 or 58 columns in version 1 and 61 in version 2, mentions 16; only the first has to be known.
_EVENTS = (57, 58, 61)
_MENTIONS = 16
_EVENT_ID = "GLOBALEVENTID"
# GKG 1.0 counts articles without naming them.
_EVENT_COLUMNS = frozenset({"globaleventid", "cameoeventids"})

# The parts of Extras that are read, each as a column of its own.
_EXTRAS = {part: f"Extras: {part}" for part in ("PAGE_TITLE", "PAGE_AUTHORS", "PAGE_PRECISEPUBTIMESTAMP")}
PARTS = tuple(_EXTRAS.values())
_PART = re.compile(r"<(PAGE_[A-Z]+)>(.*?)</\1>", re.DOTALL)


def header(first: Sequence[str]) -> list[str]:
    """Return the columns of a raw GDELT file, which has no header, by its first row; [] when it is no such file."""
    if len(first) == len(_GKG) and re.fullmatch(r"\d{14}-T?\d+", first[0]):
        return list(_GKG)
    dated = len(first) > 1 and first[0].isdecimal() and re.fullmatch(r"\d{8}|\d{14}", first[1])
    if dated and len(first) in (*_EVENTS, _MENTIONS):
        return [_EVENT_ID, *(f"column {number}" for number in range(2, len(first) + 1))]
    return []


def is_events(columns: Collection[str]) -> bool:
    """Say whether these are the columns of events or of their mentions."""
    return not _EVENT_COLUMNS.isdisjoint(map(str.casefold, columns))


def is_gkg(columns: Collection[str]) -> bool:
    """Say whether these are columns of the Global Knowledge Graph with its Extras, which hold the headline."""
    return {"extras", "documentidentifier"} <= set(map(str.casefold, columns))


def unfolded(record: Record) -> Record:
    """Return a record of the Global Knowledge Graph with the parts of its Extras as fields, their letters unescaped."""
    extras = next((value for name, value in record.fields.items() if name.casefold() == "extras"), "")
    parts = {_EXTRAS[part[1]]: html.unescape(part[2]) for part in _PART.finditer(str(extras)) if part[1] in _EXTRAS}
    return replace(record, fields={**record.fields, **parts})
