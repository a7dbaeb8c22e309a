"""Where: the places that names point to, and the names that point nowhere."""

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask


def places(
    connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions", without_metonyms: bool = False
) -> pd.DataFrame:
    """Return a row a resolved place, most frequent by `unit` first.

    Columns: place_id, name_ar, name_en, latitude, longitude (WGS 84 degrees), country, feature, articles, reports,
    mentions, pick. `without_metonyms` leaves out mentions where a capital or country stands for its government.
    """
    where, fixed = _literal(without_metonyms)
    frame = ask(
        connection,
        filters,
        f"""SELECT place_id, p.name_ar, p.name_en, p.latitude, p.longitude, p.country, p.feature, false AS metonym,
              count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports, count(*) AS mentions
            FROM place_rows JOIN places p USING (place_id) WHERE {where}
            GROUP BY ALL ORDER BY {_unit(unit)} DESC, place_id""",
    )
    return with_picks(frame, "place", "place_id", **fixed)


def unresolved(
    connection: duckdb.DuckDBPyConnection, filters: Filters, unit: str = "mentions", without_metonyms: bool = False
) -> pd.DataFrame:
    """Return a row a place name that points to no place, most frequent by `unit` first.

    Columns: entity_id, name_ar, name_en, articles, reports, mentions, pick.
    """
    where, fixed = _literal(without_metonyms)
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, e.name_ar, e.name_en, NULL AS place_id, false AS metonym,
              count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports, count(*) AS mentions
            FROM place_rows r JOIN entities e USING (entity_id) WHERE r.place_id IS NULL AND {where}
            GROUP BY ALL ORDER BY {_unit(unit)} DESC, entity_id""",
    )
    return with_picks(frame, "place", "entity_id", "place_id", **fixed)


def _unit(unit: str) -> str:
    return unit if unit in ("articles", "reports") else "mentions"


def _literal(without_metonyms: bool) -> tuple[str, dict[str, str]]:
    return ("NOT metonym", {"metonym": "metonym"}) if without_metonyms else ("true", {})
