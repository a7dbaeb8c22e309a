"""The rows behind a number."""

from dataclasses import dataclass

import duckdb
import pandas as pd

from lib.ask.filters import Filters
from lib.ask.picks import Pick
from lib.ask.query import ask

# What a fact's rows say of themselves, beside where they stand.
_STATEMENT = ("source", "kind", "named", "cue")
_LEG = ("date", *(f"{one}_name_{code}" for one in ("traveller", "from", "to") for code in ("ar", "en")))
_OWN = {"mention": ("uncertain",), "attribution": _STATEMENT, "said": _STATEMENT, "leg": _LEG}


@dataclass(frozen=True)
class Size:
    """How many rows a pick has, in how many sentences of how many articles, which tell how many reports."""

    rows: int
    sentences: int
    articles: int
    reports: int


def size(connection: duckdb.DuckDBPyConnection, filters: Filters, pick: Pick) -> Size:
    """Count the rows behind a pick."""
    counts = ask(
        connection,
        filters,
        f"""SELECT count(*) AS n, count(DISTINCT article_id || '#' || sentence) AS sentences,
              count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS reports
            FROM {pick.fact}_rows WHERE {_conditions(pick)}""",
        _values(pick),
    )
    return Size(*(int(value) for value in counts.iloc[0]))


def evidence(
    connection: duckdb.DuckDBPyConnection, filters: Filters, pick: Pick, limit: int | None = None, offset: int = 0
) -> pd.DataFrame:
    """Return the rows behind a pick, newest article first, each with its sentence.

    Columns: article_id, story_id, copy_kind, copy_share, title, publisher, published, url, sentence, part, start, end,
    other_start, other_end (spans in the part, null when there is nothing to mark), sentence_start, sentence_end and
    text (the whole sentence); of a mention also uncertain, of a statement source, kind, named and cue, of a
    leg its date and the names (name_ar, name_en) of traveller_, from_ and to_; null is what the text does not tell.
    """
    own = "".join(f", r.{column}" for column in _OWN.get(pick.fact, ()))
    page = f"LIMIT {int(limit)} OFFSET {int(offset)}" if limit is not None else ""
    return ask(
        connection,
        filters,
        f"""SELECT r.article_id, d.story_id, d.copy_kind, d.copy_share, d.title, d.publisher, d.published, d.url,
              r.sentence, r.part, r.start, r."end",
              r.other_start, r.other_end, s.start AS sentence_start, s."end" AS sentence_end,
              substring(if(r.part = 'title', d.title, d.body), s.start + 1, s."end" - s.start) AS text{own}
            FROM (SELECT * FROM {pick.fact}_rows WHERE {_conditions(pick)}) r
              JOIN sentences s USING (article_id, sentence) JOIN dated d ON d.article_id = r.article_id
            ORDER BY d.published DESC NULLS LAST, r.article_id, r.sentence, r.start {page}""",
        _values(pick),
    )


def _conditions(pick: Pick) -> str:
    return " AND ".join(f"coalesce(CAST({column} AS VARCHAR), '') = ?" for column, _ in pick.where) or "true"


def _values(pick: Pick) -> list[object]:
    return [value for _, value in pick.where]
