"""Running a question: its SQL reads the facts of the selected articles as `mention_rows`, `article_rows` and so on."""

from collections.abc import Sequence

import duckdb
import pandas as pd

from lib.ask.facts import FACTS
from lib.ask.filters import Filters
from lib.ask.selection import selection


def ask(
    connection: duckdb.DuckDBPyConnection, filters: Filters, sql: str, values: Sequence[object] = ()
) -> pd.DataFrame:
    """Return the answer to `sql` over the selection; `values` fill its question marks.

    Common tables of its own stand first in `sql`, each after a comma, since those of the facts stand before it.
    """
    chosen = selection(connection, filters)
    among = "" if chosen is None else " AND article_id IN (SELECT article_id FROM selected)"
    rows = [f"selected AS (SELECT article_id FROM {'dated' if chosen is None else 'chosen'})"]
    bound: list[object] = []
    # Only the facts that the question reads: making sense of all takes longer than most questions do.
    for name, fact in ((name, fact) for name, fact in FACTS.items() if f"{name}_rows" in sql):
        narrow = [(column, filters.kinds) for column in fact.kinds] + [(column, filters.roles) for column in fact.roles]
        narrow = [(column, kept) for column, kept in narrow if kept]
        narrowed = "".join(f" AND list_contains(?, {column})" for column, _ in narrow)
        rows.append(
            f"{name}_rows AS (SELECT *{fact.within} FROM {name}_{'sure' if filters.sure else 'all'}"
            f" WHERE true{among}{narrowed})"
        )
        bound += [list(kept) for _, kept in narrow]
    cursor = connection.cursor()
    if chosen is not None:
        cursor.register("chosen", chosen)
    return cursor.execute(f"WITH {', '.join(rows)} {sql}", [*bound, *values]).df()
