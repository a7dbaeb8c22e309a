"""The selection that every question is asked of."""

from dataclasses import dataclass
from datetime import date

import duckdb

from lib.ask.facts import STORY
from lib.ask.search import matching


@dataclass(frozen=True)
class Filters:
    """A selection of articles; an empty field does not narrow it.

    `entities` keeps the articles that name all of them. Where a question counts mentions, `kinds` keeps only those of
    such kinds, and `roles` of places only those in such roles. Days are UTC and inclusive; a period leaves undated
    articles out. `once` counts each story once: of the selected articles that tell it, the original, or else the
    earliest. `sure` leaves out the uncertain mentions, wherever names are counted or choose articles.
    """

    first_day: date | None = None
    last_day: date | None = None
    publishers: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    text: str = ""
    once: bool = False
    sure: bool = False
    roles: tuple[str, ...] = ()


def selected(connection: duckdb.DuckDBPyConnection, filters: Filters) -> tuple[str, list[object]]:
    """Return the SQL, with its parameters, that yields the selected article ids."""
    conditions: list[str] = []
    values: list[object] = []
    for condition, value in (("day >= ?", filters.first_day), ("day <= ?", filters.last_day)):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    if filters.publishers:
        conditions.append("list_contains(?, publisher_id)")
        values.append(list(filters.publishers))
    for entity in filters.entities:
        names = "mentions_sure" if filters.sure else "mentions_all"
        conditions.append(f"article_id IN (SELECT article_id FROM {names} WHERE entity_id = ?)")
        values.append(entity)
    if filters.text.strip():
        matches, bound = matching(connection, filters.text)
        conditions.append(f"article_id IN (SELECT article_id FROM ({matches}))")
        values += bound
    first = f" QUALIFY row_number() OVER ({STORY}) = 1" if filters.once else ""
    return f"SELECT article_id FROM dated WHERE {' AND '.join(conditions) or 'true'}{first}", values
