"""The corpus that questions are asked of."""

from pathlib import Path

import duckdb

from lib.ask.facts import create_views
from lib.corpus.manifest import Manifest
from lib.corpus.sheet import spreadsheet
from lib.corpus.store import open_corpus

__all__ = ["Manifest", "connect", "manifest", "spreadsheet"]


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a corpus for questions; take a `.cursor()` in each thread. CorpusError when it is not one."""
    connection = open_corpus(folder)
    create_views(connection)
    return connection


def manifest(folder: Path) -> Manifest:
    """Return what the corpus is, from what and by what it was built."""
    return Manifest.from_json(folder / "manifest.json")
