"""What many tests need: the sample built for real, and the shared material when it is there."""

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from lib.ask.corpus import connect

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
os.environ["MIJHAR_LIBRARY"] = "/nonexistent"  # a test names its own library; nobody's corpora show up in one


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The embedded sample, built from its texts by the real engine."""
    from lib.corpus.build import build  # noqa: PLC0415

    out = tmp_path_factory.mktemp("corpora") / "sample"
    build([ROOT / "data" / "sample" / "articles"], out)
    return out


@pytest.fixture(scope="session")
def connection(corpus):
    return connect(corpus)


@pytest.fixture(scope="session")
def doubted_corpus(corpus, tmp_path_factory):
    """The sample as an engine in doubt would leave it: every seventh mention uncertain, rules and romanised names told.

    Everything that one rule joined is another's in the next sentence, so that no count can pass by reading a column
    that happens to be the same everywhere.
    """
    out = tmp_path_factory.mktemp("doubted") / "sample"
    shutil.copytree(corpus, out)
    rules = ["listed", "clitic", "article", "of the future"]
    with duckdb.connect() as database:
        for table, columns in {
            "mentions": f"(start + sentence) % 7 = 0 AS uncertain, {rules}[1 + (start % 4)::INTEGER] AS rule",
            "entities": "entity_id = 'moscow' AS romanised",
        }.items():
            path = f"{corpus}/{table}.parquet"
            database.execute(f"COPY (SELECT * REPLACE ({columns}) FROM '{path}') TO '{out}/{table}.parquet'")
    return out


@pytest.fixture(scope="session")
def doubted(doubted_corpus):
    return connect(doubted_corpus)


@pytest.fixture(scope="session")
def shared():
    """The folder of shared material; a test that needs it skips without it, except where CI must have it."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SHARED} is missing, and CI must have it")
        pytest.skip(f"{SHARED} is not here")
    return SHARED
