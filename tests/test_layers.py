"""The import rule of the house: who may know whom."""

import ast
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# room → the rooms of ours it may import, itself aside; lib.errors is everybody's.
ROOMS = {
    "lib.errors": set(),
    "lib.read": set(),
    "lib.arabic": set(),
    "lib.clean": {"lib.arabic"},
    "lib.annotate": {"lib.arabic"},
    "lib.annotate.engines.ner_training": {"lib.annotate", "lib.arabic", "lib.annotate.engines.ner_torch"},
    "lib.annotate.engines.ner_torch": {"lib.annotate"},
    "lib.annotate.engines.camel": {"lib.annotate"},  # a room of its own, so that torch stays in it
    "lib.corpus": {"lib.read", "lib.clean", "lib.annotate", "lib.arabic"},
    "lib.ask": {"lib.corpus", "lib.arabic"},
    "lib.draw": set(),
    "lib.show": {"lib.ask", "lib.draw", "lib.corpus"},
    "lib.terminal": set(),
    "lib.__main__": {"lib.terminal", "lib.read", "lib.annotate", "lib.corpus"},
    "pages": {"lib.show", "lib.ask", "lib.draw"},
    "app": {"lib.show"},
}
# an outside package → the only rooms that may import it
KEPT = {
    "streamlit": {"lib.show", "pages", "app"},
    "plotly": {"lib.draw", "lib.show"},
    "camel_tools": {"lib.arabic", "lib.annotate.engines.camel"},
    "torch": {"lib.annotate.engines.camel", "lib.annotate.engines.ner_torch"},
    "transformers": set(),
}
EXPLORER = ("lib.ask", "lib.draw", "lib.show", "pages", "app")
SOURCES = [ROOT / "app.py", *sorted((ROOT / "lib").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]


def room(module):
    return next((one for one in sorted(ROOMS, key=len, reverse=True) if f"{module}.".startswith(f"{one}.")), None)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import hides which room it reaches"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_the_rooms_it_may(path):
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    here = room(module)
    if here is None:
        assert module == "lib.__init__"
        return
    allowed = ROOMS[here] | {here, "lib.errors"}
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in KEPT or here in KEPT[top], f"{module} imports {name}"
        if top == "lib":
            assert room(name) in allowed, f"{module} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.name)
def test_a_page_is_a_short_story(path):
    text = path.read_text(encoding="utf-8")
    assert path.parent.parent.name == "pages", "a page directly in pages/ breaks the first link after a server start"
    assert len(text.splitlines()) <= 40
    for word in ("def ", "SELECT", "groupby", "unsafe_allow_html"):
        assert word not in text


def test_the_running_app_imports_neither_torch_nor_the_build(corpus):
    """A hosted dashboard stays small: what annotates is never loaded by what shows, whichever pages are opened."""
    script = f"""
import sys
from streamlit.testing.v1 import AppTest
from lib.show.state import PAGES
for page in PAGES:
    at = AppTest.from_file({str(ROOT / "app.py")!r}, default_timeout=60)
    at.query_params["page"] = page
    at.run()
    assert not at.exception, at.exception
heavy = {{"torch", "transformers", "sklearn", "lib.corpus.build"}} & set(sys.modules)
never = ("camel_tools.ner", "lib.annotate", "lib.read", "lib.clean")
heavy |= {{name for name in sys.modules if name.startswith(never)}}
sys.exit(f"the app imported {{sorted(heavy)}}" if heavy else 0)
"""
    environment = {"MIJHAR_CORPUS": str(corpus), "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
