"""What came in: the files that were read, the records that are no articles, the passages that cleaning set aside."""

import duckdb
import pandas as pd


def files(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return a row a file that was read: input, format, encoding, columns, records, rejected."""
    return connection.cursor().execute("SELECT * FROM files").df()


def reasons(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return a row a reason why records are no articles, most frequent first: reason, records."""
    return connection.cursor().execute(
        "SELECT reason, count(*) AS records FROM rejected GROUP BY reason ORDER BY records DESC, reason"
    ).df()  # fmt: skip


def rejected(
    connection: duckdb.DuckDBPyConnection, reason: str | None = None, limit: int | None = None
) -> pd.DataFrame:
    """Return a row a record that is no article: input, record, line (0 where lines mean nothing), reason."""
    return connection.cursor().execute(
        f"""SELECT input, record, line, reason FROM rejected WHERE reason = coalesce(?, reason)
            {"" if limit is None else f"LIMIT {int(limit)}"}""",
        [reason],
    ).df()  # fmt: skip


def removed_by_rule(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return a row a cleaning rule: rule, passages, articles; most used first."""
    return connection.cursor().execute(
        """SELECT rule, count(*) AS passages, count(DISTINCT article_id) AS articles
           FROM removed GROUP BY rule ORDER BY passages DESC, rule"""
    ).df()  # fmt: skip


def removed(connection: duckdb.DuckDBPyConnection, rule: str | None = None, limit: int | None = None) -> pd.DataFrame:
    """Return a row a passage that cleaning set aside: text, rule, article_id, title, publisher, passages.

    With a `rule`, passages of the same text are one row, the most frequent first, with the first of their articles.
    """
    group = "r.text, r.rule" if rule is not None else 'r.text, r.rule, article_id, r."order"'
    return connection.cursor().execute(
        f"""SELECT r.text, r.rule, min(article_id) AS article_id, min_by(a.title, article_id) AS title,
              min_by(a.publisher, article_id) AS publisher, count(*) AS passages
            FROM removed r JOIN articles a USING (article_id) WHERE r.rule = coalesce(?, r.rule)
            GROUP BY {group} ORDER BY passages DESC, min(article_id), min(r."order")
            {"" if limit is None else f"LIMIT {int(limit)}"}""",
        [rule],
    ).df()  # fmt: skip
