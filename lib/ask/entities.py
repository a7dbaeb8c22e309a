"""Who and what is named: how often, when, by whom, together with whom, and under which spellings."""

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.overview import grain
from lib.ask.picks import with_picks
from lib.ask.query import ask

UNITS = ("articles", "mentions")


def frequency(
    connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "articles", limit: int | None = None
) -> pd.DataFrame:
    """Return a row an entity, most frequent by `unit` first.

    Columns: entity_id, kind, name_ar, name_en, articles, mentions, pick.
    """
    other = UNITS[1 - UNITS.index(unit)]
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, e.kind, e.name_ar, e.name_en,
              count(DISTINCT article_id) AS articles, count(*) AS mentions
            FROM mention_rows JOIN entities e USING (entity_id)
            GROUP BY ALL ORDER BY {unit} DESC, {other} DESC, entity_id {_limit(limit)}""",
    )
    return with_picks(frame, "mention", "entity_id")


def trend(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_ids: list[str]) -> pd.DataFrame:
    """Return a row an entity and day (or week, month).

    Columns: entity_id, when, articles, mentions, size (all selected articles of that time), pick. A time whose
    articles do not name the entity is a row of zeros.
    """
    column = grain(connection, filters)
    frame = ask(
        connection,
        filters,
        f""", sizes AS (SELECT {column}, count(*) AS size FROM article_rows WHERE {column} IS NOT NULL GROUP BY ALL),
              wanted AS (SELECT unnest(?::VARCHAR[]) AS entity_id)
            SELECT w.entity_id, s.{column} AS "when", count(DISTINCT article_id) AS articles,
              count(article_id) AS mentions, any_value(size) AS size
            FROM sizes s CROSS JOIN wanted w LEFT JOIN mention_rows m ON m.entity_id = w.entity_id
              AND m.{column} = s.{column}
            GROUP BY w.entity_id, s.{column} ORDER BY "when", w.entity_id""",
        [entity_ids],
    )
    return with_picks(frame, "mention", "entity_id", **{column: "when"})


def by_publisher(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> pd.DataFrame:
    """Return a row a publisher that names the entity: publisher_id, publisher, articles, mentions, size, pick."""
    frame = ask(
        connection,
        filters,
        """, sizes AS (SELECT publisher_id, count(*) AS size FROM article_rows GROUP BY ALL)
           SELECT m.entity_id, m.publisher_id, any_value(d.publisher) AS publisher,
             count(DISTINCT article_id) AS articles, count(*) AS mentions, any_value(size) AS size
           FROM mention_rows m JOIN sizes USING (publisher_id) JOIN dated d USING (article_id) WHERE m.entity_id = ?
           GROUP BY ALL ORDER BY articles DESC, mentions DESC, publisher""",
        [entity_id],
    )
    return with_picks(frame, "mention", "entity_id", "publisher_id")


def together(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int = 40) -> pd.DataFrame:
    """Return the pairs of entities that most sentences name together.

    Columns: entity_id, kind, name_ar, name_en, the same with other_, sentences, pick.
    """
    frame = ask(
        connection,
        filters,
        """SELECT entity_id, other_id, a.kind, a.name_ar, a.name_en, b.kind AS other_kind, b.name_ar AS other_name_ar,
             b.name_en AS other_name_en, sentences
           FROM (SELECT entity_id, other_id, count(*) AS sentences FROM pair_rows GROUP BY ALL)
             JOIN entities a USING (entity_id) JOIN entities b ON b.entity_id = other_id
           ORDER BY sentences DESC, entity_id, other_id LIMIT ?""",
        [limit],
    )
    return with_picks(frame, "pair", "entity_id", "other_id")


def aliases(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> pd.DataFrame:
    """Return a row a written form of the entity in the selection: text, articles, mentions, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT entity_id, text, count(DISTINCT article_id) AS articles, count(*) AS mentions
           FROM mention_rows WHERE entity_id = ? GROUP BY ALL ORDER BY mentions DESC, text""",
        [entity_id],
    )
    return with_picks(frame, "mention", "entity_id", "text")


def _limit(limit: int | None) -> str:
    return "" if limit is None else f"LIMIT {int(limit)}"
