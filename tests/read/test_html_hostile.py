"""Saved pages that would fetch, flood or hang: nothing is lost, nothing is asked of another host."""

import socket

import pytest

from lib.errors import InputError
from lib.read import html
from lib.read.html import read
from tests.read.pages import BODY, H1, HEADLINE, PARAGRAPHS, fields, page, paragraphs

ENTITIES = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
HOSTILE = {
    "a text of twelve million bytes": f"<article>{H1}<p>{BODY} {'كلمة ' * 1_300_000}</p></article>",
    "a word of a million letters": f"<article>{H1}{paragraphs()}<p>{'ا' * 1_000_000}</p></article>",
    "an attribute of a million letters": f"<article>{H1}<div data-x='{'ا' * 1_000_000}'>{paragraphs()}</div></article>",
    "billion laughs": f'<!DOCTYPE html [<!ENTITY l0 "ضحك">{ENTITIES}]><body>{H1}{paragraphs()}<p>&l11;</p></body>',
    "an external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y">'
    f" %y;]><html><body>{H1}{paragraphs()}<p>&x;</p></body></html>",
    "an included file": f'<html xmlns:xi="http://www.w3.org/2001/XInclude"><body>{H1}{paragraphs()}'
    '<xi:include href="file:///etc/passwd" parse="text"/></body></html>',
    "zeros and half characters": f"<article>{H1}{paragraphs()}".replace("مكتبة", "مكت\x00\ud800بة"),
    "control characters": f"<article>{H1}<p>\x01\x0b{PARAGRAPHS[0]}\x1f</p>{paragraphs(PARAGRAPHS[1:])}",
    "a script that never ends": f"<article>{H1}{paragraphs()}</article><script>{'x' * 100_000}",
    "JSON-LD nested without end": f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{H1}{paragraphs()}",
    "two hundred boxes in one another": "<div>" * 200 + H1 + paragraphs(),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_lose_nothing_and_fetch_nothing(monkeypatch, name):
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a page was fetched"))
    found = fields(HOSTILE[name])
    assert found["title"] == HEADLINE
    assert found["body"].replace("\n", " ").startswith(BODY.replace("\n", " "))
    assert "root:" not in found["body"]
    assert "ضحكضحك" not in found["body"]
    if "twelve million" in name:
        assert found["body"].count("كلمة") == 1_300_000


def test_a_page_that_would_take_too_long_is_read_by_its_own_lines(monkeypatch):
    monkeypatch.setattr(html, "bare_extraction", lambda *_, **__: pytest.fail("it was asked"))
    words = "".join(f"<p>{PARAGRAPHS[at % 4]}<b>{at}</b></p>" for at in range(12_000))
    assert fields(page(f"<article>{H1}{words}</article>"))["body"].count("\n") == 11_999


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<div>" * 100_000 + H1 + paragraphs(), "nests its elements more than 256 deep"),
        ("<div>" * 300 + BODY, "nests its elements more than 256 deep"),
        ("<b>" * 100_000 + BODY, "nests its elements more than 256 deep"),
        ("<p>سطر</p>" * 60_000, "more than 50,000 elements"),
        ("ا" * (8 * 2**20 + 1), "more than 8,388,608 characters"),
        ("", "the page is empty"),
        (" \n ", "the page is empty"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_page_beyond_all_bounds_is_one_clear_sentence(html, said):
    with pytest.raises(InputError, match=said):
        list(read(iter([html])))
