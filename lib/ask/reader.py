"""One article with everything that was found in it."""

from dataclasses import dataclass
from typing import Any

import duckdb

Row = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """An article's row and its annotations, each in reading order; offsets are into the part (title or body)."""

    article: Row
    sentences: list[Row]
    mentions: list[Row]
    places: list[Row]
    attributions: list[Row]
    removed: list[Row]
    versions: list[Row]


_TABLES = {
    "sentences": "SELECT * FROM sentences WHERE article_id = ? ORDER BY sentence",
    "mentions": """SELECT m.*, e.name_ar, e.name_en FROM mentions m JOIN entities e USING (entity_id)
                   WHERE article_id = ? ORDER BY part DESC, start""",
    "places": """SELECT r.*, p.name_ar, p.name_en, p.country, p.feature, p.latitude, p.longitude
                 FROM place_mentions r LEFT JOIN places p USING (place_id)
                 WHERE article_id = ? ORDER BY part DESC, start""",
    "attributions": """SELECT a.*, s.name_ar, s.name_en, v.name_ar AS via_name_ar, v.name_en AS via_name_en
                       FROM attributions a LEFT JOIN entities s ON s.entity_id = speaker_entity_id
                       LEFT JOIN entities v ON v.entity_id = via_entity_id
                       WHERE article_id = ? ORDER BY part DESC, cue_start""",
    "removed": 'SELECT * FROM removed WHERE article_id = ? ORDER BY "order"',
    # Every article of its story, the original first.
    "versions": """SELECT article_id, title, publisher, published, words, copy_of, copy_kind, copy_share FROM dated
                   WHERE story_id = (SELECT story_id FROM articles WHERE article_id = ?)
                   ORDER BY copy_of IS NOT NULL, published NULLS LAST, article_id""",
}


def reading(connection: duckdb.DuckDBPyConnection, article_id: str) -> Reading | None:
    """Return the article with its annotations, None when the corpus has no such article."""
    article = _rows(connection, "SELECT * FROM dated WHERE article_id = ?", article_id)
    if not article:
        return None
    return Reading(article[0], **{name: _rows(connection, sql, article_id) for name, sql in _TABLES.items()})


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, article_id: str) -> list[Row]:
    cursor = connection.cursor().execute(sql, [article_id])
    columns = [name for name, *_ in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
