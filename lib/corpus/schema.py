"""The contract between building and exploring, as data: every table of a corpus directory and its columns.

A later layer may add columns and tables; it never changes the meaning of one. A change that does raises
SCHEMA_VERSION, and a corpus of another version is refused with a sentence instead of misread.
"""

import pyarrow as pa

SCHEMA_VERSION = 1

_TEXT = pa.string()
_COUNT = pa.int32()
_REAL = pa.float32()
_TIME = pa.timestamp("us", tz="UTC")
_TEXTS = pa.list_(pa.string())
_CANDIDATES = pa.list_(pa.struct({"place_id": _TEXT, "score": _REAL}))

# Where a span stands: offsets are Python character offsets into the part (articles.title or articles.body).
_WHERE: dict[str, pa.DataType] = {"article_id": _TEXT, "sentence": _COUNT, "part": _TEXT}
_SPAN: dict[str, pa.DataType] = {**_WHERE, "start": _COUNT, "end": _COUNT}

_COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "articles": {
        "article_id": _TEXT,
        "title": _TEXT,
        "body": _TEXT,
        "publisher": _TEXT,
        "author": _TEXT,
        "published": _TIME,
        "url": _TEXT,
        "language": _TEXT,
        "input": _TEXT,
        "record": _COUNT,
        "words": _COUNT,
        "story_id": _TEXT,
        "copy_of": _TEXT,
        "copy_kind": _TEXT,
        # Which share of the article's words its original has too, by the alignment; null for an original.
        "copy_share": _REAL,
    },
    # `body_offset` is the place in articles.body where the passage stood.
    "removed": {"article_id": _TEXT, "order": _COUNT, "text": _TEXT, "rule": _TEXT, "body_offset": _COUNT},
    "sentences": {
        **_SPAN,
        "tone": _REAL,
        "p_negative": _REAL,
        "p_neutral": _REAL,
        "p_positive": _REAL,
        "abstained": pa.bool_(),
    },
    "words": {**_SPAN, "position": _COUNT, "form": _TEXT},
    # Written forms of one name that differ only in transliteration (بوتن, بوتين), both ways, for the search.
    "spellings": {"form": _TEXT, "variant": _TEXT},
    # An uncertain mention's score is below what names usually have; `rule` says what joined it to its entity.
    "mentions": {
        **_SPAN,
        "text": _TEXT,
        "kind": _TEXT,
        "entity_id": _TEXT,
        "score": _REAL,
        "uncertain": pa.bool_(),
        "rule": _TEXT,
    },
    # `romanised`: no table has an English name, and `name_en` is the Arabic one in Latin letters, by rule.
    "entities": {
        "entity_id": _TEXT,
        "kind": _TEXT,
        "name_ar": _TEXT,
        "name_en": _TEXT,
        "aliases": _TEXTS,
        "place_id": _TEXT,
        "romanised": pa.bool_(),
    },
    "places": {
        "place_id": _TEXT,
        "name_ar": _TEXT,
        "name_en": _TEXT,
        "latitude": pa.float64(),
        "longitude": pa.float64(),
        "country": _TEXT,
        "feature": _TEXT,
    },
    # `reasons` say why this place, or why none: identifiers of lib/annotate/placing/reasons.py.
    "place_mentions": {
        **_SPAN,
        "place_id": _TEXT,
        "score": _REAL,
        "role": _TEXT,
        "candidates": _CANDIDATES,
        "reasons": _TEXTS,
    },
    "journeys": {
        "article_id": _TEXT,
        "sentence": _COUNT,
        "order": _COUNT,
        "from_place_id": _TEXT,
        "to_place_id": _TEXT,
        "traveller_entity_id": _TEXT,
        "date": pa.date32(),
    },
    "attributions": {
        **_WHERE,
        "cue_start": _COUNT,
        "cue_end": _COUNT,
        "cue": _TEXT,
        "source_start": _COUNT,
        "source_end": _COUNT,
        "source": _TEXT,
        "speaker_entity_id": _TEXT,
        "kind": _TEXT,
        "named": pa.bool_(),
        "direct": pa.bool_(),
        "claim_start": _COUNT,
        "claim_end": _COUNT,
        "via_entity_id": _TEXT,
    },
    "targets": {"article_id": _TEXT, "sentence": _COUNT, "entity_id": _TEXT, "tone": _REAL, "score": _REAL},
    # What was read: `columns` says which column of the file each field was taken from, as `title = headline; …`.
    "files": {
        "input": _TEXT,
        "format": _TEXT,
        "encoding": _TEXT,
        "columns": _TEXT,
        "records": _COUNT,
        "rejected": _COUNT,
    },
    # `line` is where the record begins in its file, 0 where lines mean nothing.
    "rejected": {"input": _TEXT, "record": _COUNT, "line": _COUNT, "reason": _TEXT},
}

# Tables that corpora built before them lack; they open all the same.
GAINED = frozenset({"files", "rejected"})

TABLES: dict[str, pa.Schema] = {name: pa.schema(columns) for name, columns in _COLUMNS.items()}
