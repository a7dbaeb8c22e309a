"""One place: in which roles and tones it is named, by which names, why they mean it, and what else they could mean."""

import duckdb
import pandas as pd

from lib.ask.entities import COUNTS
from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.places import tally
from lib.ask.query import ask
from lib.ask.tone import LABELS


def about(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return one row, none when the corpus has no such place.

    Columns: place_id, name_ar, name_en, latitude, longitude (WGS 84 degrees), country, feature, articles, reports,
    mentions, score (the mean of how sure its mentions are, null without any), negative, neutral, positive, abstained
    (sentences).
    """
    return ask(
        connection,
        filters,
        f"""SELECT p.*, c.* EXCLUDE (place_id), score FROM places p
              LEFT JOIN ({tally("place_id", "place_rows WHERE place_id = ?")}) c USING (place_id)
              LEFT JOIN (SELECT place_id, avg(score) AS score FROM place_rows GROUP BY ALL) USING (place_id)
            WHERE place_id = ?""",
        [place_id, place_id],
    )


def roles(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return a row a role in which the place is named: place_id, role, articles, reports, mentions, pick."""
    return _by(connection, filters, "place", place_id, "role")


def tones(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return a row a tone of the sentences that name the place: place_id, label, sentences, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT place_id, label, count(DISTINCT hash(article_id, sentence)) AS sentences
           FROM place_rows WHERE place_id = ? GROUP BY ALL""",
        [place_id],
    )
    ordered = frame.sort_values("label", key=lambda labels: labels.map(LABELS.index), ignore_index=True)
    return with_picks(ordered, "place", "place_id", "label")


def forms(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return a row a written name that points to the place: place_id, text, articles, reports, mentions, pick."""
    return _by(connection, filters, "place", place_id, "text")


def reasons(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return a row a reason why names point to the place: place_id, reason, articles, reports, mentions, pick.

    A mention may have several reasons and then counts for each; a corpus of before reasons were kept has none.
    """
    return _by(connection, filters, "reason", place_id, "reason")


def rivals(connection: duckdb.DuckDBPyConnection, filters: Filters, place_id: str) -> pd.DataFrame:
    """Return a row another place that its names might mean, the likeliest first.

    Columns: rival_id, name_ar, name_en, country, feature, score (the mean over the mentions), articles, reports,
    mentions (of the place, where the other was a candidate), pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT c.*, p.name_ar, p.name_en, p.country, p.feature FROM (SELECT place_id, rival_id, avg(score) AS score,
                {COUNTS} FROM rival_rows WHERE place_id = ? GROUP BY ALL) c
              JOIN places p ON p.place_id = c.rival_id ORDER BY c.score DESC, mentions DESC, rival_id""",
        [place_id],
    )
    return with_picks(frame, "rival", "place_id", "rival_id")


def _by(connection: duckdb.DuckDBPyConnection, filters: Filters, fact: str, place_id: str, column: str) -> pd.DataFrame:
    frame = ask(
        connection,
        filters,
        f"""SELECT place_id, {column}, {COUNTS} FROM {fact}_rows WHERE place_id = ? GROUP BY ALL
            ORDER BY mentions DESC, {column}""",
        [place_id],
    )
    return with_picks(frame, fact, "place_id", column)
