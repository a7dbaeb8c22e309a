"""JSON-LD: what a page's scripts say about its article in schema.org's words."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast

from lxml.html import HtmlElement

_SCRIPTS = "//script[contains(@type, 'ld+json')]"
_LONGEST = 2**20  # characters of one script, of which the article's text is the longest part; chosen
_DEEPEST = 8  # levels: @graph, mainEntity and lists are three or four; chosen

# schema.org's types of what is published end so: NewsArticle, LiveBlogPosting, Report, ReviewNewsArticle.
_ENDINGS = ("Article", "Posting", "Report", "Review")
# An unescaped quotation mark in a headline breaks the whole script: these pairs are then read one by one.
_PAIR = re.compile(
    r'"(headline|datePublished|dateCreated|description|inLanguage|url|articleBody)"\s*:\s*"((?:[^"\\]|\\.)*)"\s*[,}]'
)
_LOOSE_TYPE = re.compile(r'"@type"\s*:\s*"\w*(?:Article|Posting|Report)"')


def article_data(tree: HtmlElement) -> Mapping[str, object]:
    """Return the first article that the page's JSON-LD describes, {} when none does."""
    for script in tree.xpath(_SCRIPTS):
        for item in _items(_loaded((script.text or "")[:_LONGEST]), _DEEPEST):
            if any(kind.endswith(_ENDINGS) for kind in texts(item.get("@type"))):
                return item
    return {}


def texts(value: object) -> Iterator[str]:
    """Yield the texts of a value: a list's one by one, an object's name or else its address."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item) if not isinstance(item, list) else ()
    elif isinstance(value, dict):
        yield from texts(value.get("name") or value.get("@id") or "")


def _loaded(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        if not _LOOSE_TYPE.search(script):
            return {}
        pairs = dict(reversed(_PAIR.findall(script)))
        return {"@type": "Article"} | {key: _unescaped(value) for key, value in pairs.items()}


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _items(value: object, deepest: int) -> Iterator[Mapping[str, object]]:
    if isinstance(value, dict):
        yield cast(Mapping[str, object], value)
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if deepest:
        for item in below:
            yield from _items(item, deepest - 1)
