"""Names behind the ids of the filter bar and of links."""

from datetime import date

import duckdb
import pandas as pd


def publishers(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return all publishers of the corpus, by name: publisher_id, publisher, articles."""
    return connection.cursor().execute(
        "SELECT publisher_id, publisher, count(*) AS articles FROM dated GROUP BY ALL ORDER BY publisher"
    ).df()  # fmt: skip


def entities(connection: duckdb.DuckDBPyConnection, limit: int, always: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the corpus's most frequent entities and those of `always`: entity_id, kind, name_ar, name_en, mentions."""
    return connection.cursor().execute(
        """SELECT entity_id, e.kind, e.name_ar, e.name_en,
             count(*) AS mentions
           FROM mentions JOIN entities e USING (entity_id)
           GROUP BY entity_id, e.kind, e.name_ar, e.name_en
           QUALIFY row_number() OVER (ORDER BY count(*) DESC, entity_id) <= ? OR list_contains(?, entity_id)
           ORDER BY mentions DESC, entity_id""",
        [limit, list(always)],
    ).df()  # fmt: skip


def period(connection: duckdb.DuckDBPyConnection) -> tuple[date, date] | None:
    """Return the corpus's first and last day (UTC), None when no article has a date."""
    first, last = connection.cursor().execute("SELECT min(day), max(day) FROM dated").fetchall()[0]
    return None if first is None else (first, last)
