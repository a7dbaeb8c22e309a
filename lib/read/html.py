"""A web page: one article, its text found by trafilatura and checked against the page's own paragraphs.

Nothing is fetched: addresses in the page are text, and no entity or document type is ever loaded.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from html import unescape
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from lib.errors import InputError
from lib.read.lines import Line, lines, plain
from lib.read.metadata import Page, described
from lib.read.prose import drop_notes, inside, lead, main_box
from lib.read.record import Record
from lib.read.text import normalised, whole

# The largest of six pages of Arabic news sites has 475,000 characters in 2,533 elements, 27 deep. A page beyond these
# bounds, chosen, is no article. Beyond the last, characters times elements, trafilatura is not asked: it takes a second
# for two thousand million, and the page's own lines stand in for its answer.
_LONGEST_PAGE = 8 * 2**20
_MOST_ELEMENTS, _DEEPEST = 50_000, 256
_MOST_WORK = 20_000_000_000

# Shares of the page's own main text, and of the text that its JSON-LD tells, below which an extraction has lost much
# of it. Chosen: captions, notes and teasers between the paragraphs make up less than the rest.
_LEAST_OF_LINES, _LEAST_OF_TOLD = 0.6, 0.7
# Characters below which a page that does not say it is an article is none; three lines of prose, chosen.
_LEAST_TEXT = 180
_LANGUAGE = 2  # characters of a front page's path: none, or a language as in /ar/

_NO_ARTICLE = "The page holds no article: {}; give the page of one article."

# trafilatura says what it thinks of a page in warnings; what it finds is checked here, and said to the user once.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAG = re.compile(r"</?(?:p|br|div|span|strong|b|a|li|ul|h\d)\b[^<>]{0,500}>", re.IGNORECASE)


def read(pieces: Iterator[str]) -> Iterator[Record]:
    """Yield one record: title, body, author, publisher, published, url, language, "" where the page does not say.

    A page without an article is a record with a problem; InputError when it is too large or too deep to be read.
    """
    tree = _parsed(normalised(whole(pieces)))
    page = described(tree)
    found = lines(tree)
    if drop_notes(tree, main_box(found)):
        found = lines(tree)
    main = inside(main_box(found), found)
    body = _own(_body(tree, page, main), page.title, found, main)
    if problem := _problem(page, main, body):
        yield Record(1, problem=problem)
        return
    yield Record(
        1,
        {
            "title": page.title,
            "body": "\n".join([*lead(found, page.title, page.lead, body), body]),
            "author": page.author,
            "publisher": page.publisher,
            "published": page.published,
            "url": page.url,
            "language": page.language,
        },
    )


def _parsed(text: str) -> HtmlElement:
    if len(text) > _LONGEST_PAGE:
        raise InputError(f"the page has more than {_LONGEST_PAGE:,} characters; check that it is one article's.")
    # Without huge_tree libxml2 drops what exceeds its limits, such as a text of 10 MB, and says nothing.
    text = _CONTROLS.sub(" ", text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise InputError("the page is empty; give the page of one article.") from error
    elements, depth = _size(tree)
    if depth > _DEEPEST or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(f"the page nests its elements more than {_DEEPEST} deep; check that it is one article's.")
    if elements > _MOST_ELEMENTS:
        raise InputError(f"the page has more than {_MOST_ELEMENTS:,} elements; check that it is one article's.")
    return tree


def _size(tree: HtmlElement) -> tuple[int, int]:
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return elements, deepest


def _body(tree: HtmlElement, page: Page, main: Sequence[Line]) -> str:
    """Return the extracted text, unless it holds far less than the page's main box, or than its JSON-LD tells."""
    least = sum(len(line.text) for line in main if line.is_prose) * _LEAST_OF_LINES
    text = _extracted(tree, recall=False)
    if len(text) < least:
        text = max(text, _extracted(tree, recall=True), key=len)
    if len(text) < least:
        text = "\n".join(line.text for line in main if not line.is_link)
    told = _paragraphs(page.text)
    if plain(text) == plain(told):
        return max(text, told, key=lambda lines: lines.count("\n"))
    return told if len(text) < len(told) * _LEAST_OF_TOLD else text


def _own(body: str, title: str, found: Sequence[Line], main: Sequence[Line]) -> str:
    """Return the body without the headline above it, and without lines that stand only in menus, as links or boxed."""
    shown = {line.text for line in main} | {line.text for line in found if not line.boxed and not line.is_link}
    menus = {line.text for line in found} - shown if main else set()
    kept = [line for line in map(str.strip, body.split("\n")) if line and line.strip("- ") not in menus]
    while kept and plain(kept[0]) == title:
        kept = kept[1:]
    return "\n".join(kept)


def _extracted(tree: HtmlElement, *, recall: bool) -> str:
    if _size(tree)[0] * sum(map(len, tree.itertext())) > _MOST_WORK:
        return ""
    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=False, favor_recall=recall)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return ""  # its mistakes on odd pages cost only its answer: the page's own lines are still there
    return str(getattr(found, "text", None) or "")


def _paragraphs(told: str) -> str:
    """Return JSON-LD's text, in which some sites leave tags, as lines."""
    told = normalised(unescape(told)).strip()
    if _TAG.search(told):
        return "\n".join(line.text for line in lines(_parsed(told)))
    return "\n".join(line for line in map(str.strip, told.split("\n")) if line)


def _problem(page: Page, main: Sequence[Line], body: str) -> str:
    """Say why a page holds no article: no text, or, where it does not say it is one, headlines of others."""
    if not body.strip():
        return _NO_ARTICLE.format("there is no text in it")
    prose = sum(line.is_prose for line in main)
    if len(body) < _LEAST_TEXT and not (page.article and prose):
        return _NO_ARTICLE.format("its text is too short")
    if not page.article and (_is_front(page.url) or sum(line.is_teaser for line in main) >= max(prose, 1)):
        return _NO_ARTICLE.format("it is a list of headlines")
    return ""


def _is_front(url: str) -> bool:
    path = urlsplit(url).path.strip("/") if url else "unknown"
    return len(path) <= _LANGUAGE
