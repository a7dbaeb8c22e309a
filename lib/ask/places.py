"""Where: the places that names point to, their countries, and the names that point nowhere."""

import duckdb
import pandas as pd

from lib.ask.entities import COUNTS
from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask
from lib.ask.tone import LABELS, leaning

_SUMS = ", ".join(f"sum({label})::INTEGER AS {label}" for label in LABELS)
_TONES = ", ".join(f"count(*) FILTER (label = '{label}') AS {label}" for label in LABELS)


def tally(by: str, rows: str) -> str:
    """Return the SQL that counts mentions of places by a column: articles, reports, mentions, sentences of each tone.

    NOTE: sentences, articles and stories are grouped one within the other, since counting the distinct ones of some
    thousand groups takes four times as long.
    """
    sentences = f"SELECT {by}, story_id, article_id, sentence, label, count(*) AS mentions FROM {rows} GROUP BY ALL"
    articles = f"SELECT {by}, story_id, article_id, sum(mentions) AS mentions, {_TONES} FROM ({sentences}) GROUP BY ALL"
    return f"""SELECT {by}, sum(articles)::INTEGER AS articles, count(*) AS reports, sum(mentions)::INTEGER AS mentions,
          {_SUMS}
        FROM (SELECT {by}, story_id, count(*) AS articles, sum(mentions) AS mentions, {_SUMS}
          FROM ({articles}) GROUP BY ALL) GROUP BY ALL"""


def places(connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions") -> pd.DataFrame:
    """Return a row a resolved place, most frequent by `unit` first.

    Columns: place_id, name_ar, name_en, latitude, longitude (WGS 84 degrees), country, feature, articles, reports,
    mentions, negative, neutral, positive, abstained (sentences that name it, by their tone), tone, surely (as
    `tone.leaning` has them), pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT place_id, p.name_ar, p.name_en, p.latitude, p.longitude, p.country, p.feature, c.* EXCLUDE (place_id)
            FROM ({tally("place_id", "place_rows WHERE placed")}) c JOIN places p USING (place_id)
            ORDER BY {counted(unit)} DESC, place_id""",
    )
    return with_picks(leaning(frame), "place", "place_id")


def countries(connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions") -> pd.DataFrame:
    """Return a row a country that places lie in, most frequent by `unit` first; seas and the like lie in none.

    Columns: country, articles, reports, mentions, negative, neutral, positive, abstained, tone, surely, pick.
    """
    frame = ask(
        connection,
        filters,
        f"""{tally("country", "place_rows WHERE country <> ''")}
            ORDER BY {counted(unit)} DESC, country""",
    )
    return with_picks(leaning(frame), "place", "country")


def unresolved(connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions") -> pd.DataFrame:
    """Return a row a place name that points to no place, most frequent by `unit` first.

    Columns: entity_id, name_ar, name_en, reasons (why, in any of its mentions), articles, reports, mentions, pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, e.name_ar, e.name_en, NULL AS place_id, {COUNTS},
              coalesce(list_sort(list_distinct(flatten(list(reasons)))), []) AS reasons
            FROM place_rows r JOIN entities e USING (entity_id) WHERE r.place_id IS NULL
            GROUP BY entity_id, e.name_ar, e.name_en ORDER BY {counted(unit)} DESC, entity_id""",
    )
    return with_picks(frame, "place", "entity_id", "place_id")


def counted(unit: str) -> str:
    """Return the column of a unit; what is no unit counts mentions."""
    return unit if unit in ("articles", "reports") else "mentions"
