"""Journeys that texts tell: the legs between two places, and the order in which they are told."""

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask

_COUNTS = "count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports, count(*) AS legs"
_ENDS = """a.name_ar AS from_name_ar, a.name_en AS from_name_en, a.latitude AS from_latitude,
  a.longitude AS from_longitude, b.name_ar AS to_name_ar, b.name_en AS to_name_en, b.latitude AS to_latitude,
  b.longitude AS to_longitude"""
_PLACES = "LEFT JOIN places a ON a.place_id = from_place_id LEFT JOIN places b ON b.place_id = to_place_id"


def legs(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Return how many legs of journeys are told."""
    return int(ask(connection, filters, "SELECT count(*) AS n FROM leg_rows")["n"][0])


def journeys(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a pair of places that someone goes between, in that direction, the most told first.

    Where the text tells only one end, the other's columns are null. Columns: from_place_id, to_place_id, of each end
    name_ar, name_en, latitude, longitude (after from_ and to_), first_date, last_date (as told, null when none is),
    articles, reports, legs, pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT l.*, {_ENDS} FROM (SELECT from_place_id, to_place_id, min(date) AS first_date,
              max(date) AS last_date, {_COUNTS} FROM leg_rows GROUP BY ALL) l {_PLACES}
            ORDER BY legs DESC, from_place_id, to_place_id""",
    )
    return with_picks(frame, "leg", "from_place_id", "to_place_id")


def story(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a leg of a traveller on a date, in the order of the story.

    That is by date; what has none comes after, as the articles came out and told it. Columns: as above, with date,
    traveller_entity_id, traveller_name_ar and traveller_name_en (null when nobody is named) instead of the dates.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT l.* EXCLUDE (day, step, article), {_ENDS}, e.name_ar AS traveller_name_ar,
              e.name_en AS traveller_name_en
            FROM (SELECT date, from_place_id, to_place_id, traveller_entity_id, min(day) AS day,
                min(article_id) AS article, min(step) AS step, {_COUNTS} FROM leg_rows GROUP BY ALL) l
              LEFT JOIN entities e ON e.entity_id = traveller_entity_id {_PLACES}
            ORDER BY date NULLS LAST, day NULLS LAST, article, step, from_place_id, to_place_id, traveller_entity_id""",
    )
    return with_picks(frame, "leg", "from_place_id", "to_place_id", "traveller_entity_id", "date")
