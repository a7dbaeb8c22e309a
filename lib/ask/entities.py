"""Who and what is named: how often, when, by whom, and together with whom."""

from dataclasses import replace

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.overview import grain
from lib.ask.picks import with_picks
from lib.ask.query import ask
from lib.ask.stats import wilson

UNITS = ("articles", "reports", "mentions")
# Copies of one text are one report: an independent one counts its story, not the articles that tell it.
COUNTS = """count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports, count(*) AS mentions"""


def frequency(
    connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "articles", limit: int | None = None
) -> pd.DataFrame:
    """Return a row an entity, most frequent by `unit` first.

    Columns: entity_id, kind, name_ar, name_en, articles, reports, mentions, pick.
    """
    order = sorted(UNITS, key=lambda one: one != unit)
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, e.kind, e.name_ar, e.name_en, articles, reports, mentions
            FROM (SELECT entity_id, {COUNTS} FROM mention_rows GROUP BY entity_id) JOIN entities e USING (entity_id)
            ORDER BY {" DESC, ".join(order)} DESC, entity_id {_limit(limit)}""",
    )
    return with_picks(frame, "mention", "entity_id")


def kinds(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a kind of entity: kind, entities, articles, reports, mentions, pick."""
    frame = ask(
        connection,
        filters,
        f"""SELECT kind, count(DISTINCT entity_id) AS entities, {COUNTS} FROM mention_rows
            GROUP BY kind ORDER BY mentions DESC, kind""",
    )
    return with_picks(frame, "mention", "kind")


def uncertain(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Return how many mentions of the selection are uncertain, whether they are counted or not."""
    every = replace(filters, sure=False)
    return int(ask(connection, every, "SELECT count(*) AS n FROM mention_rows WHERE uncertain")["n"][0])


def trend(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_ids: list[str]) -> pd.DataFrame:
    """Return a row an entity and day (or week, month).

    Columns: entity_id, when, articles, reports, mentions, size (all selected articles of that time), pick. A time
    whose articles do not name the entity is a row of zeros.
    """
    column = grain(connection, filters)
    frame = ask(
        connection,
        filters,
        f""", sizes AS (SELECT {column}, count(*) AS size FROM article_rows WHERE {column} IS NOT NULL GROUP BY ALL),
              wanted AS (SELECT unnest(?::VARCHAR[]) AS entity_id)
            SELECT w.entity_id, s.{column} AS "when", count(DISTINCT article_id) AS articles,
              count(DISTINCT story_id) AS reports, count(article_id) AS mentions, any_value(size) AS size
            FROM sizes s CROSS JOIN wanted w LEFT JOIN mention_rows m ON m.entity_id = w.entity_id
              AND m.{column} = s.{column}
            GROUP BY w.entity_id, s.{column} ORDER BY "when", w.entity_id""",
        [entity_ids],
    )
    return with_picks(frame, "mention", "entity_id", **{column: "when"})


def shares(
    connection: duckdb.DuckDBPyConnection, filters: Filters, entity_ids: list[str], unit: str, limit: int = 10
) -> pd.DataFrame:
    """Return a row an entity and publisher, for the publishers with most articles, those first.

    Columns: entity_id, publisher_id, publisher, articles, reports, size (all of the publisher's: its reports where
    they are the unit, else its articles), share (of these), low, high (95 % interval), pick.
    """
    counted, key = ("reports", "story_id") if unit == "reports" else ("articles", "article_id")
    frame = ask(
        connection,
        filters,
        f""", sizes AS (SELECT publisher_id, any_value(d.publisher) AS publisher, count(DISTINCT r.{key}) AS size
                FROM article_rows r JOIN dated d USING (article_id, publisher_id)
                GROUP BY publisher_id ORDER BY size DESC, publisher LIMIT ?),
              wanted AS (SELECT unnest(?::VARCHAR[]) AS entity_id)
            SELECT w.entity_id, s.publisher_id, publisher, count(DISTINCT article_id) AS articles,
              count(DISTINCT story_id) AS reports, any_value(size) AS size
            FROM sizes s CROSS JOIN wanted w LEFT JOIN mention_rows m ON m.entity_id = w.entity_id
              AND m.publisher_id = s.publisher_id
            GROUP BY w.entity_id, s.publisher_id, publisher ORDER BY any_value(size) DESC, publisher, w.entity_id""",
        [limit, entity_ids],
    )
    bounds = [wilson(count, size) for count, size in zip(frame[counted], frame["size"], strict=True)]
    low, high = ([bound[side] for bound in bounds] for side in (0, 1))
    frame = frame.assign(share=frame[counted] / frame["size"], low=low, high=high)
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


def _limit(limit: int | None) -> str:
    return "" if limit is None else f"LIMIT {int(limit)}"
