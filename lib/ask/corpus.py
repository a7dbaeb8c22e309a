"""The corpus that questions are asked of."""

from pathlib import Path

import duckdb
import pandas as pd

from lib.ask.facts import create_views
from lib.corpus.manifest import Manifest
from lib.corpus.sheet import spreadsheet
from lib.corpus.store import open_corpus

__all__ = ["Manifest", "connect", "manifest", "removed_by_rule", "spreadsheet"]


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a corpus for questions; take a `.cursor()` in each thread. CorpusError when it is not one."""
    connection = open_corpus(folder)
    create_views(connection)
    return connection


def manifest(folder: Path) -> Manifest:
    """Return what the corpus is, from what and by what it was built."""
    return Manifest.from_json(folder / "manifest.json")


def removed_by_rule(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return a row a cleaning rule: rule, passages, articles; most used first."""
    return connection.cursor().execute(
        """SELECT rule, count(*) AS passages, count(DISTINCT article_id) AS articles
           FROM removed GROUP BY rule ORDER BY passages DESC, rule"""
    ).df()  # fmt: skip
