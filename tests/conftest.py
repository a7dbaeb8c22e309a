"""What many tests need: the sample built for real, and the shared material when it is there."""

import os
from pathlib import Path

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
def shared():
    """The folder of shared material; a test that needs it skips without it, except where CI must have it."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SHARED} is missing, and CI must have it")
        pytest.skip(f"{SHARED} is not here")
    return SHARED
