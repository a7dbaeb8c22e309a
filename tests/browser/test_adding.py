"""A researcher brings files, sees what is read in them, builds, opens, and shares the link."""

import json
import re
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.driving import choose, headline, settled, visit
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

ROWS = [
    (
        "عاد المطار إلى العمل",
        "أعلنت وزارة النقل في دمشق صباح الأحد إعادة فتح المطار أمام الرحلات المدنية. "
        "وقال المدير إن أولى الرحلات ستصل من الدوحة.",
    ),
    (
        "اجتماع في الدوحة",
        "عقد وزير الخارجية القطري اجتماعا في الدوحة مع المبعوث الأممي إلى سوريا. وأكد الجانبان أهمية الحوار.",
    ),
]


@pytest.fixture(scope="module")
def brought(tmp_path_factory):
    """What a researcher may have: a table whose columns have names of their own, in an old encoding, and a note."""
    folder = tmp_path_factory.mktemp("brought")
    lines = ["رأس,كلام,يوم", *(f'{title},"{body}",0{day}/12/2024' for day, (title, body) in enumerate(ROWS, 8))]
    (folder / "تصدير.csv").write_bytes("\n".join(lines).encode("cp1256"))
    (folder / "صورة.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "مقال.json").write_text(
        json.dumps([{"title": "ثالث", "text": ROWS[0][1] + " ثم غادر."}]), encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def library_server(browser, corpus, tmp_path_factory):
    with serving(corpus, MIJHAR_LIBRARY=str(tmp_path_factory.mktemp("corpora"))) as address:
        yield address


def test_files_become_a_corpus_that_a_link_opens(library_server, browser, brought):
    with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as window:
        page = window.new_page()
        visit(page, library_server, page="add", lang="en")
        page.locator("input[type=file]").set_input_files([*sorted(map(str, brought.iterdir()))])
        page.get_by_text("Correct the columns").wait_for()
        settled(page)
        said = page.get_by_test_id("stMain").inner_text()
        assert "windows-1256" in said
        assert headline(page) == "1", "the table's columns have names that nobody knows"
        assert "No column holds the text; the columns are رأس, كلام, يوم" in said
        page.get_by_text("Correct the columns").click()
        page.get_by_role("button", name="Read with these columns").wait_for()
        for field, column in {"Title": "رأس", "Text": "كلام", "Date": "يوم"}.items():
            widget = page.get_by_test_id("stExpander").get_by_label(field, exact=True)
            choose(widget, column)
        page.get_by_role("button", name="Read with these columns").click()
        page.get_by_text("title = رأس; body = كلام; published = يوم").wait_for()
        settled(page)
        assert headline(page) == "3"
        name = page.get_by_label("Name of the corpus")
        name.fill("تجربة")
        name.press("Enter")
        settled(page)
        page.get_by_role("button", name="Build", exact=True).click()
        page.get_by_role("link", name=re.compile("^Open")).click(timeout=60_000)
        page.wait_for_url("**corpus=**")
        settled(page)
        assert headline(page) == "3"
        link = page.url
    with closing(browser.new_context()) as other:
        page = other.new_page()
        page.goto(link)
        settled(page)
        assert headline(page) == "3"
        assert parse_qs(urlsplit(page.url).query)["corpus"]
