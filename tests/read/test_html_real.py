"""Real news pages: headline, paragraphs and day, and no menu."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from lib.read.dates import read_date
from lib.read.html import read
from lib.read.text import decoded

REAL = (
    "LBCGroup_2026_01_08.html", "assabah.com.tn.article.html", "goose3_cnn_arabic.html", "htmldate_1550981615.html",
    "htmldate_1623715966.html", "htmldate_1731695567.html",
)  # fmt: skip


def real(shared, name):
    with (shared / "pages" / "html" / name).open("rb") as stream:
        (record,) = read(decoded(stream).pieces)
    return record.fields


@pytest.mark.parametrize("name", REAL)
def test_real_pages_yield_their_headline_and_paragraphs_without_menus(shared, name):
    found = real(shared, name)
    source = (shared / "pages" / "html" / name).read_text(errors="replace")
    assert found["title"] in " ".join(source.replace("&quot;", '"').split())
    assert not any(mark in found["title"] for mark in ("|", "CNN", "Sputnik"))
    # The shortest line of a body names who held the interview; a menu's entries are shorter.
    assert [line for line in found["body"].split("\n") if len(line) < 18] == []
    assert found["url"].startswith("http")
    assert found["publisher"]
    assert found["language"] == "ar" or "1731695567" in name
    assert "سياسة الخصوصية" not in found["body"]


def test_the_real_page_with_known_paragraphs_yields_them(shared):
    told = json.loads((shared / "pages/html/LBCGroup_2026_01_08.expected.json").read_text())["V1"]
    found = real(shared, "LBCGroup_2026_01_08.html")
    assert found["body"].split("\n") == told["body"]["sections"][0]["paragraphs"]
    assert found["title"] == told["title"]
    assert read_date(found["published"]) == datetime.fromisoformat(told["publishing_date"])


def test_the_real_page_with_a_known_beginning_yields_it(shared):
    told = json.loads((shared / "pages/html/goose3_cnn_arabic.json").read_text())["expected"]
    found = real(shared, "goose3_cnn_arabic.html")
    assert found["body"].startswith(told["cleaned_text"])
    assert found["url"] == told["final_url"]


def test_real_pages_yield_their_day(shared):
    """In the site's own zone, at most fourteen hours from UTC."""
    gold = json.loads((shared / "pages/html/htmldate_gold_dates.json").read_text())
    for name, told in gold.items():
        day = datetime.fromisoformat(told["gold_date"]).replace(tzinfo=UTC)
        published = read_date(real(shared, name)["published"])
        assert day - timedelta(hours=14) <= published < day + timedelta(hours=38)
        assert (published.hour, published.minute) != (0, 0)
