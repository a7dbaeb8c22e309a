"""Who publishes, whom they cite, and whether the cited are named."""

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask


def publishers(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a publisher: publisher_id, publisher, articles, copies, words, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT r.publisher_id, any_value(d.publisher) AS publisher, count(*) AS articles,
             count(*) FILTER (r.copied) AS copies, CAST(sum(r.words) AS BIGINT) AS words
           FROM article_rows r JOIN dated d USING (article_id)
           GROUP BY r.publisher_id ORDER BY articles DESC, publisher""",
    )
    return with_picks(frame, "article", "publisher_id")


def naming(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a kind of source and whether it is named: kind, named, statements, articles, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT kind, named, count(*) AS statements, count(DISTINCT article_id) AS articles
           FROM attribution_rows GROUP BY ALL ORDER BY statements DESC, kind, named""",
    )
    return with_picks(frame, "attribution", "kind", "named")


def cited(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int | None = None) -> pd.DataFrame:
    """Return a row a named speaker, most statements first.

    Columns: entity_id, kind, name_ar, name_en, statements, articles, pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT speaker_entity_id AS entity_id, e.kind, e.name_ar, e.name_en, count(*) AS statements,
              count(DISTINCT article_id) AS articles
            FROM attribution_rows JOIN entities e ON e.entity_id = speaker_entity_id
            GROUP BY ALL ORDER BY statements DESC, articles DESC, speaker_entity_id
            {"" if limit is None else f"LIMIT {int(limit)}"}""",
    )
    return with_picks(frame, "attribution", speaker_entity_id="entity_id")


def relayed(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a medium that relays others' statements: entity_id, name_ar, name_en, statements, unnamed, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT via_entity_id AS entity_id, e.name_ar, e.name_en, count(*) AS statements,
             count(*) FILTER (NOT named) AS unnamed
           FROM attribution_rows JOIN entities e ON e.entity_id = via_entity_id
           GROUP BY ALL ORDER BY statements DESC, via_entity_id""",
    )
    return with_picks(frame, "attribution", via_entity_id="entity_id")


def unnamed(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a wording of unnamed sources, as written: source, statements, articles, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT source, false AS named, count(*) AS statements, count(DISTINCT article_id) AS articles
           FROM attribution_rows WHERE NOT named AND source <> ''
           GROUP BY ALL ORDER BY statements DESC, source""",
    )
    return with_picks(frame, "attribution", "source", "named")


def who_cites_whom(connection: duckdb.DuckDBPyConnection, filters: Filters, speakers: int = 8) -> pd.DataFrame:
    """Return a row a publisher and one of the most cited speakers.

    Columns: publisher_id, publisher, entity_id, name_ar, name_en, statements, pick.
    """
    frame = ask(
        connection,
        filters,
        """, most AS (SELECT speaker_entity_id FROM attribution_rows WHERE speaker_entity_id IS NOT NULL
             GROUP BY ALL ORDER BY count(*) DESC, speaker_entity_id LIMIT ?)
           SELECT a.publisher_id, any_value(d.publisher) AS publisher, a.speaker_entity_id AS entity_id,
             any_value(e.name_ar) AS name_ar, any_value(e.name_en) AS name_en, count(*) AS statements
           FROM attribution_rows a JOIN most USING (speaker_entity_id) JOIN dated d USING (article_id)
             JOIN entities e ON e.entity_id = a.speaker_entity_id
           GROUP BY a.publisher_id, a.speaker_entity_id ORDER BY statements DESC, publisher, entity_id""",
        [speakers],
    )
    return with_picks(frame, "attribution", "publisher_id", speaker_entity_id="entity_id")
