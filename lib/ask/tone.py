"""In what tone: sentences by label, with counts and intervals of shares, never a bare mean."""

from functools import lru_cache

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.overview import grain
from lib.ask.picks import with_picks
from lib.ask.query import ask
from lib.ask.stats import wilson

LABELS = ("negative", "neutral", "positive", "abstained")
_DAILY = 21  # beyond three weeks a day's few sentences make intervals too wide to read


def distribution(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a label: label, sentences, share, low, high (95 % interval of the share of all), pick."""
    frame = ask(
        connection,
        filters,
        "SELECT 'all' AS whole, label, count(*) AS sentences FROM sentence_rows GROUP BY ALL",
    )
    return with_picks(_shares(frame, ["whole"]), "sentence", "label")


def over_time(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a day (or week, month) and label: when, label, sentences, share, low, high, pick."""
    column = grain(connection, filters, _DAILY)
    frame = ask(
        connection,
        filters,
        f"""SELECT {column} AS "when", label, count(*) AS sentences FROM sentence_rows
            WHERE {column} IS NOT NULL GROUP BY ALL ORDER BY "when" """,
    )
    return with_picks(_shares(frame, ["when"]), "sentence", "label", **{column: "when"})


def by_publisher(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """Return a row a publisher and label: publisher_id, publisher, label, sentences, share, low, high, pick."""
    frame = ask(
        connection,
        filters,
        """SELECT s.publisher_id, any_value(d.publisher) AS publisher, label, count(*) AS sentences
           FROM sentence_rows s JOIN dated d USING (article_id)
           GROUP BY s.publisher_id, label ORDER BY publisher""",
    )
    return with_picks(_shares(frame, ["publisher_id", "publisher"]), "sentence", "publisher_id", "label")


def toward(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int = 15) -> pd.DataFrame:
    """Return a row an entity and label, for the entities that most sentences name, those first.

    Columns: entity_id, kind, name_ar, name_en, label, sentences (with a tone that name the entity; those where the
    engine abstained have no target), share (of these), low, high, pick.
    """
    frame = ask(
        connection,
        filters,
        """, most AS (SELECT entity_id, count(*) AS named FROM target_rows GROUP BY ALL
             ORDER BY named DESC, entity_id LIMIT ?)
           SELECT entity_id, any_value(e.kind) AS kind, any_value(e.name_ar) AS name_ar,
             any_value(e.name_en) AS name_en, label, count(*) AS sentences
           FROM target_rows JOIN most USING (entity_id) JOIN entities e USING (entity_id)
           GROUP BY entity_id, label ORDER BY any_value(named) DESC, entity_id""",
        [limit],
    )
    shares = _shares(frame, ["entity_id", "kind", "name_ar", "name_en"])
    return with_picks(shares, "target", "entity_id", "label")


def of_entity(connection: duckdb.DuckDBPyConnection, filters: Filters, entity_id: str) -> pd.DataFrame:
    """Return a row a label of the decided sentences that name the entity.

    Columns: entity_id, label, sentences, share (of these), low, high, pick; none when no such sentence is decided.
    """
    frame = ask(
        connection,
        filters,
        "SELECT entity_id, label, count(*) AS sentences FROM target_rows WHERE entity_id = ? GROUP BY ALL",
        [entity_id],
    )
    shares = _shares(frame, ["entity_id"])
    return with_picks(shares[shares["label"] != "abstained"], "target", "entity_id", "label")


def leaning(frame: pd.DataFrame) -> pd.DataFrame:
    """Add to counts of sentences (columns negative, neutral, positive) which tone leads, and how surely.

    `tone` is the label of most decided sentences, neutral where two tie, abstained where none is decided; `surely` is
    the low end of the 95 % interval of its share of them.
    """
    leads = [_leads(*counts) for counts in zip(*(frame[label].tolist() for label in LABELS[:3]), strict=True)]
    return frame.assign(tone=[tone for tone, _ in leads], surely=[surely for _, surely in leads])


@lru_cache(maxsize=4096)  # most places are named in few sentences: the same counts come again and again
def _leads(*counts: int) -> tuple[str, float]:
    most, decided = max(counts), sum(counts)
    if not decided:
        return "abstained", 1.0
    tone = LABELS[counts.index(most)] if counts.count(most) == 1 else "neutral"
    return tone, wilson(counts[LABELS.index(tone)], decided)[0]


def _shares(frame: pd.DataFrame, group: list[str]) -> pd.DataFrame:
    """Give each group a row for every label, its share of the group's total, and the Wilson interval of that share.

    Groups keep their order; a label that a group lacks is a row of zero sentences, whose interval still says much.
    """
    groups = frame[group].drop_duplicates()
    every = groups.merge(pd.DataFrame({"label": LABELS}), how="cross").merge(frame, how="left", on=[*group, "label"])
    counts = every["sentences"].fillna(0).astype(int)
    totals = counts.groupby(every[group[0]]).transform("sum")
    bounds = [wilson(count, total) for count, total in zip(counts, totals, strict=True)]
    return every.assign(
        sentences=counts,
        total=totals,
        share=counts / totals,
        low=[low for low, _ in bounds],
        high=[high for _, high in bounds],
    )
