import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The material beside the project; without it a test skips, except in CI, where it has to be there."""
    if not SHARED.is_dir() and os.environ.get("CI") != "true":
        pytest.skip(f"{SHARED.name}/ does not lie beside the project")
    return SHARED
