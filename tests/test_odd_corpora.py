"""Corpora that are nothing like the sample: hostile, undated, alone, placeless. Every page still tells the truth."""

import json
import os
import subprocess
import sys

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.ask import articles
from lib.ask.corpus import connect
from lib.ask.filters import Filters
from lib.corpus.build import build
from lib.show.state import PAGES
from tests.conftest import ROOT

BODY = "قالت وزارة الخارجية الروسية في موسكو إن الرئيس بشار الأسد غادر دمشق إلى موسكو."
HOSTILE = '<img src="http://198.51.100.7/x.png" onerror="alert(1)"><script>alert(1)</script> \u202eعنوان\u202c'
CORPORA = {
    "hostile": [{"title": HOSTILE, "text": f"{HOSTILE} {BODY}", "publisher": f"<a href='http://198.51.100.7'>{HOSTILE}</a>"}],
    "undated": [{"title": f"عنوان {number}", "text": f"{BODY} {number}", "publisher": "ناشر"} for number in range(3)],
    "alone": [{"title": "عنوان", "text": BODY, "publisher": "", "date": "2024-12-08"}],
    "placeless": [{"title": "عنوان", "text": "وصل سكان قرية زعترانة إلى بلدة قرنفلانة فجراً.", "date": "2024-12-08"}],
    "headlines": [{"title": BODY, "url": "https://news.example.org/1", "date": "2024-12-08", "language": "ar"}],
    "turned": [{"title": "\u202e\u2066عنوان \u2069\u2069\u202c\u202c", "text": f"\u2067{BODY}", "date": "2024-12-08"}],
    "silent": [{"title": "عنوان", "text": "الطقس معتدل والسماء صافية في أغلب الأنحاء غداً.", "date": "2024-12-08"}],
}  # fmt: skip


@pytest.fixture(scope="module", params=CORPORA)
def odd(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "a.json").write_text(json.dumps(CORPORA[request.param], ensure_ascii=False), encoding="utf-8")
    build([folder / "a.json"], folder / "corpus")
    return folder / "corpus"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_odd_corpus_renders_and_escapes(odd, page, monkeypatch):
    monkeypatch.setenv("MIJHAR_CORPUS", str(odd))
    st.cache_data.clear()
    st.cache_resource.clear()
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["page"] = page
    at.run()
    assert not at.exception, at.exception
    shown = "\n".join(str(one.proto.body) for one in at.get("html"))
    assert "<img" not in shown
    assert "<script" not in shown
    assert "<a href='http" not in shown


@pytest.mark.parametrize("name", ["publisher", "entity", "kind", "focus", "compare", "pick", "open", "period"])
def test_a_link_cannot_carry_markup_into_a_notice(corpus, name, monkeypatch):
    """Streamlit's notices are markdown: an image or a link in a parameter would be loaded or offered."""
    monkeypatch.setenv("MIJHAR_CORPUS", str(corpus))
    st.cache_resource.clear()
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params.update({"page": "articles" if name == "open" else "entities", "at": "frequency"})
    at.query_params[name] = "![x](http://198.51.100.7/b.png) http://198.51.100.7"
    at.run()
    assert not at.exception
    (notice,) = at.warning
    for markup in ("![", "](", "://"):
        assert markup not in notice.value


def test_days_are_utc_wherever_the_server_stands(corpus):
    """An article of the evening belongs to the same day, and so to the same link, in Tokyo as in Damascus."""
    script = f"""
from pathlib import Path
from lib.ask import articles
from lib.ask.corpus import connect
from lib.ask.filters import Filters
connection = connect(Path({str(corpus)!r}))
print(connection.cursor().execute("SELECT article_id, day, published FROM dated ORDER BY article_id").fetchall())
"""
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles")
    }
    assert len(told) == 1
    assert "datetime.date(2024, 12, 8)" in told.pop()


def test_a_long_search_is_answered_at_once_and_repeats_count_once(corpus):
    connection = connect(corpus)
    once = articles.hits(connection, Filters(text="موسكو"))
    assert articles.hits(connection, Filters(text="موسكو موسكو والموسكو")) == once
    assert articles.hits(connection, Filters(text=" ".join(f"كلمة{number}" for number in range(500)))) == 0
