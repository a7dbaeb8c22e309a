"""From any input to articles: each format's reader, and what makes a record an article."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from lib.errors import InputError
from lib.read import jsons, plain, tables
from lib.read.article import Article, Rejected
from lib.read.columns import Columns
from lib.read.dates import read_date
from lib.read.record import Record
from lib.read.sources import Source, sources
from lib.read.text import normalised


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is read; `mapped` when its columns are the user's to name."""

    read: Callable[[BinaryIO], Iterator[Record]]
    mapped: bool = True


# A new format is one module with a `read` and one row here.
FORMATS: dict[str, Format] = {
    ".txt": Format(plain.read, mapped=False),
    ".csv": Format(tables.read),
    ".tsv": Format(tables.read),
    ".jsonl": Format(jsons.read_lines),
    ".ndjson": Format(jsons.read_lines),
    ".json": Format(jsons.read_array),
}

# JSON records may differ in their keys; a file's columns are those of its first records taken together.
_SAMPLE = 100
_DAMAGE = (zlib.error, EOFError, zipfile.BadZipFile, NotImplementedError, OSError)

_LETTER = re.compile(r"[^\W\d_]+")
_NOT_ARABIC = re.compile(r"[^\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
# Chosen low: the least Arabic of 8,724 articles of ANT 2018 and SaudiNewsNet has 79 % Arabic letters.
_ARABIC_SHARE = 0.2
_NOTHING = frozenset({"", "nan", "none", "null", "n/a", "na", "-"})


def articles(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Article | Rejected]:
    """Yield each record at `path` as an article, or as a rejected record with its reason, in a stable order.

    `path` is a .txt, .csv, .tsv, .jsonl or .json (also .gz), a zip of these, or a folder of all of them. `columns`
    maps our field → the file's column. InputError when the path as a whole cannot be read; within a folder or zip
    a file that cannot be read is a rejected record instead. A large file is never held whole.
    """
    return chain.from_iterable(_read(source, columns or {}) for source in sources(path))


def _read(source: Source, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    last = 0
    try:
        for row in _rows(source, columns):
            last = row.record
            yield row
        if not last:
            raise InputError("the file holds no records; give one that holds articles.")
    except (InputError, *_DAMAGE) as error:
        reason = str(error) if isinstance(error, InputError) else f"the file is damaged or unreadable ({error})."
        if not source.nested:
            raise InputError(f"{source.name}: {reason}") from error
        yield Rejected(source.name, last + 1, reason[0].upper() + reason[1:])


def _rows(source: Source, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    with source.open() as stream:
        if source.suffix not in FORMATS:
            known = ", ".join(FORMATS)
            raise InputError(f"files of kind {source.suffix or '(none)'} are not read; the kinds are {known} and .zip.")
        kind = FORMATS[source.suffix]
        records = kind.read(stream)
        sample = list(islice(records, _SAMPLE))
        found = dict.fromkeys(key for record in sample for key in record.fields)
        if found:
            where = Columns(list(found), columns if kind.mapped else {})
        for record in chain(sample, records):
            if record.problem:
                yield Rejected(source.name, record.number, record.problem)
            elif not any(record.fields.values()):
                yield Rejected(source.name, record.number, "The record is empty.")
            else:
                yield _article(source, record, where.of(record.fields))


def _article(source: Source, record: Record, where: Mapping[str, tuple[str, ...]]) -> Article | Rejected:
    def first(field: str, joint: str = ", ") -> str:
        values = (_text(record.fields.get(column), joint) for column in where[field])
        return next((value for value in values if value.strip().casefold() not in _NOTHING), "")

    title, body, url = first("title").strip(), first("body", "\n"), first("url").strip()
    if problem := _problem(title, body):
        return Rejected(source.name, record.number, problem)
    dates = (read_date(record.fields.get(column)) for column in where["published"])
    return Article(
        title=title,
        body=body,
        publisher=_publisher(first("publisher").strip(), url, source.folder),
        author=first("author").strip(),
        published=next((date for date in dates if date), None),
        url=url,
        language=first("language").strip() or "ar",
        input=source.name,
        record=record.number,
    )


def _text(value: object, joint: str) -> str:
    """Return a value as text: a list joined, an object by its name, as news services give {"source": {"name": …}}."""
    if isinstance(value, str):
        return normalised(value)
    if isinstance(value, list):
        return joint.join(filter(None, (_text(item, joint) for item in value)))
    if isinstance(value, dict):
        return _text(value.get("name"), joint)
    return "" if value is None or isinstance(value, bool) else str(value)


def _problem(title: str, body: str) -> str:
    if not body.strip():
        return "The record has no text."
    letters = "".join(_LETTER.findall(f"{title} {body}"))
    arabic = len(_NOT_ARABIC.sub("", letters))
    if arabic < len(letters) * _ARABIC_SHARE or not arabic:
        return f"The text is not Arabic: {arabic} of {len(letters)} letters are Arabic."
    return ""


def _publisher(named: str, url: str, folder: str) -> str:
    """Return the publisher as named, or else the host of its address, or else the folder a plain text lies in."""
    if named and not named.casefold().startswith(("http://", "https://")):
        return named
    try:
        host = urlsplit(named or url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or folder
