"""What makes a record an article: its fields as text, and what an article must have."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from lib.read.article import Article, Rejected
from lib.read.dates import read_date
from lib.read.language import detect
from lib.read.language_names import ARABIC_SCRIPT, english, iso_639_1
from lib.read.record import Record
from lib.read.source import Source
from lib.read.text import normalised

_LETTER = re.compile(r"[^\W\d_]+")
_NOT_ARABIC = re.compile(r"[^\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
# Chosen low: the least Arabic of 8,724 articles of ANT 2018 and SaudiNewsNet has 79 % Arabic letters.
_ARABIC_SHARE = 0.2
# Characters of a title or a text. Chosen: a book of 40,000 words. Who annotates takes 7 seconds for one of so many, but
# 90 for four times as many, and 9.7 GB for the seven million that one page may have.
_LONGEST = 2**18
_NOTHING = frozenset({"", "nan", "none", "null", "n/a", "na", "-"})
_LONGEST_NOTHING = max(map(len, _NOTHING))

# Lists of paragraphs or authors are lists of texts; what is nested deeper than this is no text.
_DEPTH = 4

Where = Mapping[str, tuple[str, ...]]


def article(source: Source, record: Record, where: Where, *, headlines: bool = False) -> Article | Rejected:
    """Return a record's article, or why it is none; with `headlines` a title is enough."""
    fields = record.fields
    title, body = _first(fields, where["title"]).strip(), _first(fields, where["body"], "\n")
    language = iso_639_1(_first(fields, where["language"]))
    if problem := _problem(title, body, language, headlines=headlines):
        return Rejected(source.name, record.number, record.line, problem)
    url = _first(fields, where["url"]).strip()
    dates = (read_date(_plain(fields.get(column))) for column in where["published"])
    return Article(
        title=title,
        body=body if body.strip() else "",
        publisher=_publisher(_first(fields, where["publisher"]).strip(), url, source.folder),
        author=_first(fields, where["author"]).strip(),
        published=next((date for date in dates if date), None),
        url=url,
        language="ar",
        input=source.name,
        record=record.number,
    )


def _first(fields: Mapping[str, object], columns: tuple[str, ...], joint: str = ", ") -> str:
    for column in columns:
        text = _text(fields.get(column), joint)
        if len(text) > _LONGEST_NOTHING or text.strip().casefold() not in _NOTHING:
            return text
    return ""


def _text(value: object, joint: str, depth: int = _DEPTH) -> str:
    """Return a value as text: a list joined, an object by its name, as news services give {"source": {"name": …}}."""
    if isinstance(value, str):
        return normalised(value)
    value = _plain(value)
    if depth and isinstance(value, list):
        return joint.join(filter(None, (_text(item, joint, depth - 1) for item in value)))
    if depth and isinstance(value, dict):
        return _text(value.get("name"), joint, depth - 1)
    if isinstance(value, str):
        return normalised(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _plain(value: object) -> object:
    """Return what MongoDB's exports wrap: {"$date": {"$numberLong": "1518000000000"}}, {"$oid": …}."""
    for _ in range(_DEPTH):
        if not (isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("$")):
            break
        value = next(iter(value.values()))
    return value


def _problem(title: str, body: str, told: str, *, headlines: bool) -> str:
    if not title and headlines:
        return "The record has neither a headline nor a text."
    if not headlines and not body.strip():
        return "The record has no text."
    if (length := max(len(title), len(body))) > _LONGEST:
        return f"The text has {length:,} characters, and at most {_LONGEST:,} are read as one article; split it."
    text = f"{title}\n{body}"
    language = detect(text) or (told if told in ARABIC_SCRIPT else "")
    if language not in ("ar", ""):
        return f"The text is {english(language)}, not Arabic."
    return "" if _is_arabic(text) else _share(text)


def _is_arabic(text: str) -> bool:
    """Say whether enough letters are Arabic; most texts show it in their first third, at a third of the cost."""
    enough = len(text) * _ARABIC_SHARE
    return any(_arabic(part) > enough for part in (text[: len(text) // 3], text))


def _share(text: str) -> str:
    letters, arabic = sum(map(len, _LETTER.findall(text))), _arabic(text)
    if arabic and arabic >= letters * _ARABIC_SHARE:
        return ""
    return f"The text is not Arabic: {arabic} of {letters} letters are Arabic."


def _arabic(text: str) -> int:
    return len(_NOT_ARABIC.sub("", text))


def _publisher(named: str, url: str, folder: str) -> str:
    """Return the publisher as named, or else the host of its address, or else the folder a plain text lies in."""
    if named and not named.casefold().startswith(("http://", "https://")):
        return named
    try:
        host = urlsplit(named or url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or folder
