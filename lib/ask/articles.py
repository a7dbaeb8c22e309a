"""The articles themselves: a list, a concordance, and one article to read."""

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.query import ask
from lib.ask.search import matching

_CONTEXT = 60  # characters each side of a hit: a line of concordance on a laptop


def listing(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int, offset: int = 0) -> pd.DataFrame:
    """Return the selected articles, newest first, undated last.

    Columns: article_id, title, publisher, published, words, copy_of, copy_kind, copy_share.
    """
    return ask(
        connection,
        filters,
        """SELECT article_id, title, publisher, published, words, copy_of, copy_kind, copy_share FROM dated
           WHERE article_id IN (SELECT article_id FROM selected)
           ORDER BY published DESC NULLS LAST, article_id LIMIT ? OFFSET ?""",
        [limit, offset],
    )


def concordance(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int, offset: int = 0) -> pd.DataFrame:
    """Return the hits of the filters' text, keyword in context, newest article first.

    Columns: article_id, title, publisher, published, sentence, part, start, end, before, hit, after.
    """
    hits, values = matching(connection, filters.text)
    return ask(
        connection,
        filters,
        f"""SELECT article_id, d.title, d.publisher, d.published, h.sentence, h.part, h.start, h."end",
              substring(text, greatest(h.start - {_CONTEXT}, 0) + 1, least(h.start, {_CONTEXT})) AS before,
              substring(text, h.start + 1, h."end" - h.start) AS hit, substring(text, h."end" + 1, {_CONTEXT}) AS after
            FROM (SELECT * FROM ({hits}) WHERE article_id IN (SELECT article_id FROM selected)) h
              JOIN (SELECT *, unnest(['title', 'body']) AS part, unnest([title, body]) AS text FROM dated) d
                USING (article_id, part)
            ORDER BY d.published DESC NULLS LAST, article_id, h.sentence, h.start LIMIT ? OFFSET ?""",
        [*values, limit, offset],
    )


def hits(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Return how many hits the filters' text has in the selection."""
    found, values = matching(connection, filters.text)
    sql = f"SELECT count(*) AS n FROM ({found}) WHERE article_id IN (SELECT article_id FROM selected)"
    return int(ask(connection, filters, sql, values)["n"][0])
