"""The selected articles, found once for all the questions of a screen."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from weakref import WeakKeyDictionary

import duckdb
import pyarrow as pa

from lib.ask.filters import Filters, selected

_KEPT = 8  # selections a corpus: a screen asks of two or three

_found: WeakKeyDictionary[duckdb.DuckDBPyConnection, OrderedDict[Filters, pa.Table]] = WeakKeyDictionary()
_lock = Lock()


def selection(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pa.Table | None:
    """Return the ids (column article_id) of the articles that the filters select, None when that is all of them.

    The last selections of a corpus are remembered: a search takes longer than most of the questions asked of it.
    """
    chosen = replace(filters, kinds=(), roles=())  # these choose what is counted in the articles
    if chosen == Filters(sure=chosen.sure):
        return None
    with _lock:
        kept = _found.setdefault(connection, OrderedDict())
        if chosen in kept:
            kept.move_to_end(chosen)
            return kept[chosen]
    sql, values = selected(connection, chosen)
    table = connection.cursor().sql(sql, params=values).to_arrow_table()
    with _lock:
        kept[chosen] = table
        while len(kept) > _KEPT:
            kept.popitem(last=False)
    return table
