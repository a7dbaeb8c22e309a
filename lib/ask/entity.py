"""One entity: where it is named, under which forms, beside whom, in what tone, and what is said of it and by it."""

from dataclasses import dataclass

import duckdb
import pandas as pd

from lib.ask.entities import COUNTS
from lib.ask.filters import Filters
from lib.ask.picks import with_picks
from lib.ask.query import ask


@dataclass(frozen=True)
class About:
    """An entity, and what the selection has of it: `mentions` are all, `uncertain` those of them that are.

    `romanised` says that the English name was made by rule. Days are UTC, ISO 8601; "" when no article has a date.
    """

    entity_id: str
    kind: str
    name_ar: str
    name_en: str
    romanised: bool
    articles: int
    reports: int
    mentions: int
    uncertain: int
    publishers: int
    first_day: str
    last_day: str


def about(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> About | None:
    """Return who or what it is, and how much of it the selection has; None when the corpus has no such entity."""
    rows = ask(
        connection,
        filters,
        """SELECT entity_id, e.kind, coalesce(e.name_ar, '') AS name_ar, coalesce(e.name_en, '') AS name_en,
             coalesce(CAST(e.romanised AS BOOLEAN), false) AS romanised, count(DISTINCT article_id) AS articles,
             count(DISTINCT story_id) AS reports, count(article_id) AS mentions,
             count(*) FILTER (uncertain) AS uncertain, count(DISTINCT publisher_id) AS publishers,
             coalesce(CAST(min(day) AS VARCHAR), '') AS first_day, coalesce(CAST(max(day) AS VARCHAR), '') AS last_day
           FROM entities e LEFT JOIN mention_rows m USING (entity_id) WHERE entity_id = ? GROUP BY ALL""",
        [entity_id],
    ).to_dict("records")
    return About(**{str(name): value for name, value in rows[0].items()}) if rows else None


def by_publisher(
    connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str, unit: str = "articles"
) -> pd.DataFrame:
    """Return a row a publisher that names the entity, most by `unit` first.

    Columns: publisher_id, publisher, articles, reports, mentions, size (all of the publisher's articles), pick.
    """
    frame = ask(
        connection,
        filters,
        f""", sizes AS (SELECT publisher_id, count(*) AS size FROM article_rows GROUP BY ALL),
            named AS (SELECT entity_id, publisher_id, {COUNTS} FROM mention_rows WHERE entity_id = ? GROUP BY ALL)
            SELECT entity_id, publisher_id, publisher, articles, reports, mentions, size
            FROM named JOIN sizes USING (publisher_id)
              JOIN (SELECT publisher_id, any_value(publisher) AS publisher FROM dated GROUP BY ALL) USING (publisher_id)
            ORDER BY {_counted(unit)} DESC, mentions DESC, publisher""",
        [entity_id],
    )
    return with_picks(frame, "mention", "entity_id", "publisher_id")


def forms(
    connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str, uncertain: bool = False
) -> pd.DataFrame:
    """Return a row a written form of the entity and the rule that joined it, of its sure or its uncertain mentions.

    Columns: text, rule ("" when the corpus does not say), uncertain, articles, reports, mentions, pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, text, rule, uncertain, {COUNTS} FROM mention_rows
            WHERE entity_id = ? AND uncertain = ? GROUP BY ALL ORDER BY mentions DESC, text, rule""",
        [entity_id, uncertain],
    )
    return with_picks(frame, "mention", "entity_id", "text", "rule", "uncertain")


def companions(
    connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str, limit: int = 12
) -> pd.DataFrame:
    """Return the people and organisations that most sentences name together with the entity.

    Columns: companion_id, kind, name_ar, name_en, sentences, articles, reports, pick.
    """
    frame = ask(
        connection,
        filters,
        """, beside AS (SELECT *, if(entity_id = ?, other_id, entity_id) AS companion_id
             FROM pair_rows WHERE ? IN (entity_id, other_id))
           SELECT b.entity_id, b.other_id, companion_id, e.kind, e.name_ar, e.name_en, count(*) AS sentences,
             count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports
           FROM beside b JOIN entities e ON e.entity_id = companion_id WHERE e.kind <> 'LOC'
           GROUP BY ALL ORDER BY sentences DESC, companion_id LIMIT ?""",
        [entity_id, entity_id, limit],
    )
    return with_picks(frame, "pair", "entity_id", "other_id")


def places(
    connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str, unit: str = "mentions", limit: int = 12
) -> pd.DataFrame:
    """Return the places that sentences naming the entity name most, by `unit`, itself left out.

    Columns: place_id, name_ar, name_en, country, articles, reports, mentions (of the place), pick.
    """
    frame = ask(
        connection,
        filters,
        f"""SELECT entity_id, place_id, p.name_ar, p.name_en, p.country, {COUNTS}
            FROM beside_rows JOIN places p USING (place_id) WHERE entity_id = ?
            GROUP BY ALL ORDER BY {_counted(unit)} DESC, mentions DESC, place_id LIMIT ?""",
        [entity_id, limit],
    )
    return with_picks(frame, "beside", "entity_id", "place_id")


def said(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> pd.DataFrame:
    """Return a row a source that makes statements about the entity: a speaker, or a wording where that is unknown.

    Columns: name_ar, name_en (of the speaker; the wording as name_ar), kind, named, cues (some, as written),
    statements, articles, reports, pick.
    """
    frame = ask(
        connection,
        filters,
        """SELECT r.entity_id, speaker_entity_id, CASE WHEN speaker_entity_id IS NULL THEN source END AS source,
             any_value(coalesce(e.name_ar, nullif(source, ''), '—')) AS name_ar, any_value(e.name_en) AS name_en,
             mode(r.kind) AS kind, named, array_to_string(list_sort(list_distinct(list(cue)))[:4], ' · ') AS cues,
             count(*) AS statements, count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports
           FROM said_rows r LEFT JOIN entities e ON e.entity_id = speaker_entity_id WHERE r.entity_id = ?
           GROUP BY 1, 2, 3, named ORDER BY statements DESC, name_ar, named""",
        [entity_id],
    )
    known = frame["speaker_entity_id"].notna()
    return pd.concat(
        [
            with_picks(frame[known], "said", "entity_id", "speaker_entity_id", "named"),
            with_picks(frame[~known], "said", "entity_id", "speaker_entity_id", "source", "named"),
        ]
    ).sort_index()


def says(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> pd.DataFrame:
    """Return a row a cue by which statements are attributed to the entity, and whether they are quoted.

    Columns: cue, direct, statements, articles, reports, pick.
    """
    frame = ask(
        connection,
        filters,
        """SELECT speaker_entity_id, cue, direct, count(*) AS statements, count(DISTINCT article_id) AS articles,
             count(DISTINCT story_id) AS reports
           FROM attribution_rows WHERE speaker_entity_id = ? GROUP BY ALL ORDER BY statements DESC, cue, direct""",
        [entity_id],
    )
    return with_picks(frame, "attribution", "speaker_entity_id", "cue", "direct")


def _counted(unit: str) -> str:
    return unit if unit in ("articles", "reports") else "mentions"
