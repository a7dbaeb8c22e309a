"""Running a question: its SQL reads the facts of the selected articles as `mention_rows`, `article_rows` and so on."""

from collections.abc import Sequence

import duckdb
import pandas as pd

from lib.ask.facts import FACTS
from lib.ask.filters import Filters, selected

_NARROWED_BY_KIND = ("mention", "pair", "target")


def ask(
    connection: duckdb.DuckDBPyConnection, filters: Filters, sql: str, values: Sequence[object] = ()
) -> pd.DataFrame:
    """Return the answer to `sql` over the selection; `values` fill its question marks.

    Common tables of its own stand first in `sql`, each after a comma, since those of the facts stand before it.
    """
    chosen, bound = selected(connection, filters)
    rows = [f"selected AS ({chosen})"]
    for fact in FACTS:
        kinds = fact in _NARROWED_BY_KIND and filters.kinds
        rows.append(
            f"{fact}_rows AS (SELECT *{FACTS[fact].within} FROM {fact}_fact"
            " WHERE article_id IN (SELECT article_id FROM selected)"
            f"{' AND list_contains(?, kind)' if kinds else ''})"
        )
        bound += [list(filters.kinds)] if kinds else []
    cursor = connection.cursor()
    return cursor.execute(f"WITH {', '.join(rows)} {sql}", [*bound, *values]).df()
