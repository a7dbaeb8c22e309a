"""Answers are kept by what they depend on."""

import pytest

from lib.ask.facts import FACTS
from lib.show.corpus import PLACED
from tests.conftest import ROOT

NARROWED = [f"{name}_rows" for name, fact in FACTS.items() if fact.roles]


@pytest.mark.parametrize("path", sorted((ROOT / "lib" / "ask").glob("*.py")), ids=lambda path: path.stem)
def test_a_question_that_roles_narrow_is_asked_with_them(path):
    reads = any(rows in path.read_text(encoding="utf-8") for rows in NARROWED)
    assert not reads or f"lib.ask.{path.stem}" in PLACED
