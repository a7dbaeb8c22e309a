"""Where: the places that names point to, their countries, and the names that point nowhere."""

import duckdb
import pandas as pd

from lib.ask.entities import COUNTS
from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask
from lib.ask.tone import LABELS, leaning

_WHERE = "hash(article_id, sentence)"  # a sentence as one value, which is counted faster than two
_TONES = ", ".join(f"count(DISTINCT {_WHERE}) FILTER (label = '{label}') AS {label}" for label in LABELS)
TALLY = f"{COUNTS}, {_TONES}"
"""What is counted of mentions of places: articles, reports, mentions, and the sentences of each tone."""


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
            FROM (SELECT place_id, {TALLY} FROM place_rows WHERE placed GROUP BY ALL) c JOIN places p USING (place_id)
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
        f"""SELECT country, {TALLY} FROM place_rows WHERE country <> '' GROUP BY ALL
            ORDER BY {counted(unit)} DESC, country""",
    )
    return with_picks(leaning(frame), "place", "country")


def unresolved(connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions") -> pd.DataFrame:
    """Return a row a place name that points to no place, most frequent by `unit` first.

    Columns: entity_id, name_ar, name_en, reasons (why, the most frequent first), articles, reports, mentions, pick.
    """
    frame = ask(
        connection,
        filters,
        f""", why AS (SELECT entity_id, list(reason ORDER BY n DESC, reason) AS reasons FROM
                (SELECT entity_id, reason, count(*) AS n FROM reason_rows WHERE place_id IS NULL GROUP BY ALL)
              GROUP BY ALL)
            SELECT r.entity_id, e.name_ar, e.name_en, NULL AS place_id,
              coalesce(any_value(why.reasons), []) AS reasons, {COUNTS}
            FROM place_rows r JOIN entities e USING (entity_id) LEFT JOIN why USING (entity_id)
            WHERE r.place_id IS NULL GROUP BY r.entity_id, e.name_ar, e.name_en
            ORDER BY {counted(unit)} DESC, r.entity_id""",
    )
    return with_picks(frame, "place", "entity_id", "place_id")


def counted(unit: str) -> str:
    """Return the column of a unit; what is no unit counts mentions."""
    return unit if unit in ("articles", "reports") else "mentions"
