"""How large the selection is, when and by whom it was published, and what stands out in it."""

from dataclasses import dataclass, replace

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask
from lib.ask.stats import log_likelihood

_FEWEST, _SMALLEST = 4, 10  # articles naming the entity, and in the cell: below, G² says more about chance than news
_SIGNIFICANT = 10.83  # G² at p < 0.001, one degree of freedom
_DIMENSIONS = ("week", "publisher_id")
_DAILY, _WEEKLY = 62, 730  # up to two months are drawn by day, up to two years by week, longer by month


@dataclass(frozen=True)
class Totals:
    """Counts of the selection: of publishers, those that are named; its first and last day.

    Days are UTC, ISO 8601; "" when no article has a date.
    """

    articles: int
    publishers: int
    words: int
    copies: int
    undated: int
    first_day: str
    last_day: str


def totals(connection: duckdb.DuckDBPyConnection, filters: Filters) -> Totals:
    """Return how large the selection is; copies are articles whose story another selected one stands for."""
    rows = ask(
        connection,
        filters,
        """SELECT count(*) AS articles, count(DISTINCT publisher_id) FILTER (named) AS publishers,
             CAST(coalesce(sum(words), 0) AS BIGINT) AS words, count(*) FILTER (copied) AS copies,
             count(*) FILTER (day IS NULL) AS undated, coalesce(CAST(min(day) AS VARCHAR), '') AS first_day,
             coalesce(CAST(max(day) AS VARCHAR), '') AS last_day FROM article_rows""",
    ).to_dict("records")
    return Totals(**{str(name): value for name, value in rows[0].items()})


def repeats(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Return by how many articles "each report once" is smaller than "every article"."""
    return totals(connection, replace(filters, once=False)).copies


def marked(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Return how many selected articles hold marks that turn the direction of writing."""
    return int(ask(connection, filters, "SELECT count(*) AS n FROM article_rows WHERE bidi")["n"][0])


def grain(connection: duckdb.DuckDBPyConnection, filters: Filters, daily: int = _DAILY) -> str:
    """Return the column that the selection's time is drawn by: day up to `daily` days, then week, then month."""
    span = ask(connection, filters, "SELECT date_diff('day', min(day), max(day)) AS days FROM article_rows")["days"][0]
    return "day" if pd.isna(span) or span <= daily else "week" if span <= _WEEKLY else "month"


def articles_over_time(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a publisher and day (or week, month): publisher_id, publisher, when, articles, pick.

    Undated articles are left out; `totals` counts them.
    """
    column = grain(connection, filters)
    frame = ask(
        connection,
        filters,
        f"""SELECT r.publisher_id, any_value(d.publisher) AS publisher, r.{column} AS "when", count(*) AS articles
            FROM article_rows r JOIN dated d USING (article_id) WHERE r.{column} IS NOT NULL
            GROUP BY ALL ORDER BY "when", articles DESC""",
    )
    return with_picks(frame, "article", "publisher_id", **{column: "when"})


def standing_out(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int = 6) -> pd.DataFrame:
    """Return the entities that a week or a publisher names far more than the rest of the selection does.

    Columns: entity_id, name_ar, name_en, dimension (week, publisher_id), value, label, articles (of that cell that
    name the entity), size (articles of the cell), expected (articles if named as often as elsewhere), g2, pick.
    """
    found = [_cells(connection, filters, dimension) for dimension in _DIMENSIONS]
    cells = pd.concat([cell for cell in found if len(cell)] or found[:1], ignore_index=True)
    rest, elsewhere = cells["total"] - cells["size"], cells["overall"] - cells["articles"]
    cells["expected"] = cells["size"] * elsewhere / rest.where(rest > 0)
    cells["g2"] = [
        log_likelihood(*map(int, row)) for row in zip(cells["articles"], cells["size"], elsewhere, rest, strict=True)
    ]
    marked = cells[(cells["articles"] > cells["expected"]) & (cells["g2"] >= _SIGNIFICANT)]
    top = marked.sort_values("g2", ascending=False).drop_duplicates("entity_id").head(limit)
    by_dimension = [
        with_picks(rows, "mention", "entity_id", **{str(name): "value"}) for name, rows in top.groupby("dimension")
    ]
    return pd.concat(by_dimension).loc[top.index] if by_dimension else top.assign(pick=[])


def _cells(connection: duckdb.DuckDBPyConnection, filters: Filters, column: str) -> pd.DataFrame:
    label = "any_value(d.publisher)" if column == "publisher_id" else "NULL"
    return ask(
        connection,
        filters,
        f""", sizes AS (SELECT {column}, count(*) AS size FROM article_rows WHERE {column} IS NOT NULL GROUP BY ALL),
              named AS (SELECT DISTINCT article_id, entity_id, {column} FROM mention_rows WHERE {column} IS NOT NULL),
              overall AS (SELECT entity_id, count(*) AS overall FROM named GROUP BY ALL)
            SELECT entity_id, any_value(e.name_ar) AS name_ar, any_value(e.name_en) AS name_en,
              '{column}' AS dimension, CAST({column} AS VARCHAR) AS value, {label} AS label, count(*) AS articles,
              any_value(size) AS size, any_value(overall) AS overall,
              (SELECT CAST(sum(size) AS BIGINT) FROM sizes) AS total
            FROM named JOIN sizes USING ({column}) JOIN overall USING (entity_id) JOIN entities e USING (entity_id)
              JOIN dated d USING (article_id, {column})
            GROUP BY entity_id, {column} HAVING count(*) >= {_FEWEST} AND any_value(size) >= {_SMALLEST}""",
    )
