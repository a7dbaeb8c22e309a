"""Behind every mark of a chart stand its sentences, and behind each sentence its article."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.driving import click_mark, counts, evidence, sentences, settled, visit

pytestmark = pytest.mark.browser
_BAR = 3  # neither the longest nor one of many that tie


def test_a_bar_opens_as_many_articles_as_it_says_and_each_sentence_opens_its_article(server, page):
    visit(page, server, page="entities", lang="en")
    bar = page.locator(".st-key-chart-frequency .barlayer .point").nth(_BAR)
    number = int(bar.locator(".bartext").text_content())
    click_mark(page, "frequency", bar.locator("path"))
    panel = evidence(page)
    rows, _, articles, _ = counts(panel)
    assert articles == number
    assert rows >= articles
    shown = sentences(panel)
    assert shown.count() == min(rows, 12)
    expect(shown.filter(has=page.locator("mark"))).to_have_count(shown.count())

    link = panel.get_by_role("link").first
    sentence, title = shown.first.inner_text(), link.inner_text()
    link.click()
    reader = page.locator("[data-testid=stMain] div[dir=rtl]")
    expect(reader.get_by_role("heading", name=title)).to_be_visible()
    marked = reader.locator("span[style*=underline]")
    expect(marked).to_have_count(1)
    assert sentence in marked.inner_text()
    page.go_back()
    assert sentences(evidence(page)).first.inner_text() == sentence


def test_the_evidence_downloads_as_csv_that_excel_opens_with_a_line_a_row(server, page):
    visit(page, server, page="entities", lang="ar", pick="mention~kind~PERS", at="frequency")
    panel = evidence(page)
    with page.expect_download() as download:
        panel.locator(".st-key-csv-evidence button").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(lines) == counts(panel)[0]
    assert lines[0]["text"]


def test_a_chart_downloads_as_svg(server, page):
    visit(page, server, page="overview", lang="ar")
    chart = page.locator(".st-key-chart-top")
    chart.scroll_into_view_if_needed()
    chart.hover()
    with page.expect_download() as download:
        chart.locator(".modebar-btn[data-title='Download plot']").click()
    assert download.value.suggested_filename == "mijhar-top.svg"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("<svg")
    settled(page)
