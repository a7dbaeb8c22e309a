"""What many tests need: the sample built for real, and the shared material when it is there."""

import os
import shutil
from pathlib import Path
from urllib.parse import parse_qs

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
def travelled_corpus(corpus, tmp_path_factory):
    """The sample as if each sentence that names two places told of a journey between the first two.

    Legs of three days and undated ones, with and without a traveller, and some of which one end alone is told: so many,
    whatever the engine reads in the sample.
    """
    out = tmp_path_factory.mktemp("travelled") / "sample"
    shutil.copytree(corpus, out)
    with duckdb.connect() as database:
        database.execute(_LEGS.format(corpus=corpus, out=out))
    return out


_LEGS = """
COPY (
  WITH ends AS (
    SELECT article_id, sentence, list(DISTINCT place_id ORDER BY place_id) AS ids FROM '{corpus}/place_mentions.parquet'
    WHERE place_id IS NOT NULL GROUP BY ALL HAVING len(ids) > 1
  ), legs AS (SELECT *, (row_number() OVER (ORDER BY article_id, sentence) - 1)::INTEGER AS n FROM ends)
  SELECT article_id, sentence, 0::INTEGER AS "order", if(n % 10 = 7, NULL, ids[1]) AS from_place_id,
    if(n % 10 = 8, NULL, ids[2]) AS to_place_id, if(n % 2 = 0, 'bashar-al-assad', NULL) AS traveller_entity_id,
    if(n % 4 = 3, NULL, DATE '2024-12-07' + (n % 3)::INTEGER) AS date
  FROM legs ORDER BY n
) TO '{out}/journeys.parquet'
"""


@pytest.fixture(scope="session")
def travelled(travelled_corpus):
    return connect(travelled_corpus)


@pytest.fixture
def visit(corpus, monkeypatch):
    """Open the app as a first visitor with a link."""
    import streamlit as st  # noqa: PLC0415
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415

    st.cache_data.clear()
    st.cache_resource.clear()

    def opened(link="", folder=corpus):
        monkeypatch.setenv("MIJHAR_CORPUS", str(folder))
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, (value,) in parse_qs(link).items():
            at.query_params[name] = value
        at.run()
        assert not at.exception, at.exception
        return at

    return opened


@pytest.fixture(scope="session")
def shared():
    """The folder of shared material; a test that needs it skips without it, except where CI must have it."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SHARED} is missing, and CI must have it")
        pytest.skip(f"{SHARED} is not here")
    return SHARED
