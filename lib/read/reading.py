"""From any file to articles: each format's reader, and how the reading of one file goes and ends."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO, cast

from lib.errors import InputError
from lib.read import fields, gdelt, jsons, plain, tables
from lib.read.article import Article, File, Rejected
from lib.read.columns import Columns
from lib.read.names import shown
from lib.read.record import Record
from lib.read.signatures import mismatch
from lib.read.source import Source
from lib.read.streams import DAMAGE, Checked
from lib.read.text import decoded


def _html(pieces: Iterator[str]) -> Iterator[Record]:
    from lib.read import html  # noqa: PLC0415 - what finds an article in a page takes a second to load

    return html.read(pieces)


def _parquet(stream: BinaryIO) -> Iterator[Record]:
    from lib.read import parquet  # noqa: PLC0415 - Arrow is large, and only this format needs it

    return parquet.read(stream)


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is read: by its text, or by its bytes; `mapped` when its columns are the user's to name."""

    text: Callable[[Iterator[str]], Iterator[Record]] | None = None
    binary: Callable[[BinaryIO], Iterator[Record]] | None = None
    mapped: bool = True


# A new format is one module with a `read` and one row here.
FORMATS: dict[str, Format] = {
    ".txt": Format(plain.read, mapped=False),
    ".csv": Format(tables.read),
    ".tsv": Format(tables.read),
    ".jsonl": Format(jsons.read_lines),
    ".ndjson": Format(jsons.read_lines),
    ".json": Format(jsons.read_array),
    ".html": Format(_html, mapped=False),
    ".htm": Format(_html, mapped=False),
    ".xhtml": Format(_html, mapped=False),
    ".parquet": Format(binary=_parquet),
}

# JSON records may differ in their keys; a file's columns are those of its first records taken together.
_SAMPLE = 100
# Chosen: rejected records, half a minute's, behind which a file without an article is given up; 64 MiB of text may
# hold thirty million.
_HOPELESS = 1_000_000
# The bytes that show what a file is; an HTML page may begin with comments.
_HEAD = 1024

Row = Article | Rejected


@dataclass(slots=True)
class _Progress:
    """What is known of a file while it is read."""

    format: str = ""
    encoding: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    rows: Counter[type[Row]] = field(default_factory=Counter)

    def counted(self, row: Row) -> Row:
        self.rows[type(row)] += 1
        return row


def rows_of(source: Source, columns: Mapping[str, str]) -> Iterator[Row | File]:
    """Yield the rows of one source, and then, when its format is known, how it was read.

    `columns` maps our field → the file's column. A source within a folder or zip that cannot be read, or breaks off,
    is a rejected row; one that was given alone is an InputError. A large file is never held whole.
    """
    progress = _Progress()
    try:
        for row in _rows(source, columns, progress):
            yield progress.counted(row)
            if progress.rows[Rejected] >= _HOPELESS and not progress.rows[Article]:
                raise InputError(f"its first {_HOPELESS:,} records hold no article; check its columns, or split it.")
        if not progress.rows:
            raise InputError("the file holds no records; give one that holds articles.")
    except (InputError, *DAMAGE) as error:
        reason = (
            str(error)
            if isinstance(error, InputError)
            else f"the file is damaged or unreadable ({shown(str(error))}); check or fetch it."
        )
        if not source.nested:
            raise InputError(f"{source.name}: {reason}") from error
        after = progress.rows.total()
        yield progress.counted(Rejected(source.name, after and after + 1, 0, reason[:1].upper() + reason[1:]))
    if progress.format:
        total, rejected = progress.rows.total(), progress.rows[Rejected]
        how = (progress.format, progress.encoding, progress.columns, progress.found)
        yield File(source.name, *how, total, rejected)


def _rows(source: Source, columns: Mapping[str, str], progress: _Progress) -> Iterator[Row]:
    if source.problem:
        raise InputError(source.problem)
    if source.suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise InputError(f"files of kind {source.suffix or '(none)'} are not read; the kinds are {known} and .zip.")
    kind = FORMATS[source.suffix]
    with source.open() as stream:
        head = cast(Checked, stream).peek(_HEAD)[:_HEAD]
        if head and (problem := mismatch(head, source.suffix)):
            raise InputError(problem)
        progress.format = source.suffix.removeprefix(".")
        records = _records(kind, stream, progress)
        sample, rest = _begun(records)
        found = dict.fromkeys(key for record in sample for key in record.fields)
        records = chain(sample, rest)
        if gdelt.is_events(found):
            yield from (Rejected(source.name, one.number, one.line, gdelt.NO_HEADLINE) for one in records)
            return
        if gdelt.is_gkg(found):
            records = map(gdelt.unfolded, records)
            found |= dict.fromkeys(gdelt.PARTS)
        chosen = columns if kind.mapped else {}
        progress.found = list(found) if kind.mapped else []
        if source.nested:  # of many files each is mapped by those columns that it has
            chosen = {field: column for field, column in chosen.items() if column in found}
        where = Columns(list(found), chosen) if found else None
        progress.columns = where.used() if where and kind.mapped else {}
        for record in records:
            if record.fields and where is None:
                where = Columns(list(record.fields), chosen)
            yield _row(source, record, where)


def _begun(records: Iterator[Record]) -> tuple[list[Record], Iterator[Record]]:
    """Return the first records and those that follow; a file that breaks off among the first does so behind them."""
    sample: list[Record] = []
    try:
        for record in islice(records, _SAMPLE):
            sample.append(record)
    except (InputError, *DAMAGE) as error:
        return sample, _raising(error)
    return sample, records


def _raising(error: BaseException) -> Iterator[Record]:
    raise error
    yield


def _records(kind: Format, stream: BinaryIO, progress: _Progress) -> Iterator[Record]:
    if kind.binary:
        return kind.binary(stream)
    text = decoded(stream)
    progress.encoding = text.encoding
    return cast(Callable[[Iterator[str]], Iterator[Record]], kind.text)(text.pieces)


def _row(source: Source, record: Record, where: Columns | None) -> Row:
    if record.problem:
        return Rejected(source.name, record.number, record.line, record.problem)
    if where is None or not any(record.fields.values()):
        return Rejected(source.name, record.number, record.line, "The record is empty.")
    return fields.article(source, record, where.of(record.fields), headlines=where.headlines)
