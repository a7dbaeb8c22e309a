"""Tables with separators: CSV, TSV and their relatives, one article a row under a header."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import TypedDict

from lib.errors import InputError
from lib.read import gdelt
from lib.read.limits import MAX_COLUMNS
from lib.read.record import Record
from lib.read.text import MAX_RECORD, lines

# The module's own limit of 128 KiB a cell is shorter than a long article with its page around it.
csv.field_size_limit(MAX_RECORD)

# The usual ones first, which win where two cut alike; then Hive's, and what people take who expect commas in a text.
_DELIMITERS = ",;\t|\x01\x1f^~؛¦"
# Excel is told the delimiter by a line of its own above the header.
_TOLD = re.compile(r"sep=(\t|[^\w\s\"])\s*", re.IGNORECASE)
# MySQL, Spark and scrapers write \" inside a cell where others double the mark; doubled, a backslash that stands before
# one is \"", and one at the end of a cell has the delimiter behind its mark.
_ESCAPED = re.compile(rf'\\"(?=[^"\s{re.escape(_DELIMITERS)}])')
# Characters of a row that spans lines. Chosen: far more than an article with its page around it, far less than what a
# quotation mark that is never closed swallows of a large file.
_LONGEST_ROW = 16 * 2**20
# Characters of one file that are read again behind such quotation marks; as many as one record may have.
_PATIENCE = MAX_RECORD
_NEVER_CLOSED = "A quotation mark is opened here and never closed; inside a cell, write each quotation mark twice."


class _Dialect(TypedDict):
    """How the cells of a table are written, in the csv module's words."""

    delimiter: str
    escapechar: str | None


def read(pieces: Iterator[str]) -> Iterator[Record]:
    """Yield a record for each row; the delimiter is the one that cuts the header into most columns.

    A row whose quotation marks do not add up is a problem of its own, and reading goes on with the line after it.
    """
    start = next(pieces, "")
    rows = _rows(_Lines(lines(chain([start], pieces))), "\\" if _ESCAPED.search(start) else None)
    line, first, problem = next(rows, (1, [], ""))
    if problem:
        raise InputError(f"line {line}: {problem[0].lower()}{problem[1:]}")
    if len(first) > MAX_COLUMNS:
        raise InputError(f"the table has {len(first):,} columns, and at most {MAX_COLUMNS:,} are read; keep fewer.")
    header = gdelt.header(first)
    if header:
        rows = chain([(line, first, "")], rows)
    else:
        header = [name.strip() for name in first]
    for number, (line, row, unclosed) in enumerate(rows, 1):
        if problem := unclosed or _length_problem(row, header):
            yield Record(number, problem=problem, line=line)
        else:
            yield Record(number, dict(zip(header, row, strict=False)), line=line)


def _length_problem(row: list[str], header: list[str]) -> str:
    if len(row) > len(header) and any(map(str.strip, row[len(header) :])):
        return f"The row has {len(row)} cells where the header has {len(header)}."
    return ""


class _Lines(Iterator[str]):
    """The lines of a table; those of the row that is being read are held, and can be given back."""

    def __init__(self, fresh: Iterator[str]) -> None:
        self._fresh = fresh
        self._again: deque[str] = deque()
        self._size = 0
        self._patience = _PATIENCE
        self.held: list[str] = []
        self.ended = False

    def begin(self) -> None:
        """Begin a row."""
        self.held, self._size = [], 0

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._fresh, None)
        if line is None or self._size > _LONGEST_ROW:
            if line is not None:
                self._again.appendleft(line)
            self.ended = True
            raise StopIteration
        self.held.append(line)
        self._size += len(line) + 1
        return line + "\n"

    def give_back(self, keep: int) -> None:
        """Give back the lines held, all but the first `keep`; InputError when too much has been given back."""
        self._again.extendleft(reversed(self.held[keep:]))
        del self.held[keep:]
        self.ended = False
        self._patience -= self._size
        if self._patience < 0:
            raise InputError("too many quotation marks are opened and never closed; write the table again.")


def _rows(table: _Lines, escape: str | None) -> Iterator[tuple[int, list[str], str]]:
    """Yield each row that is not blank: the line it begins at, its cells, and what is wrong with its quotation marks.

    NOTE: behind a quotation mark that is never closed the csv module reads on to the end of the file without a word.
    So a row of several lines, and one that meets the end, is parsed again strictly; when that fails its first line
    alone is given up.
    """
    at, delimiter = _delimiter(table)
    dialect = _Dialect(delimiter=delimiter, escapechar=escape)
    reader = csv.reader(table, **dialect)
    while True:
        table.begin()
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise InputError(f"line {at} cannot be read ({error}); check that this is a table of articles.") from error
        if row is None:
            return
        problem = ""
        if (len(table.held) > 1 or table.ended) and not _adds_up(table.held, dialect):
            problem = _NEVER_CLOSED
            table.give_back(1)
        if row or problem:
            yield at, row, problem
        at += len(table.held)


def _delimiter(table: _Lines) -> tuple[int, str]:
    """Return the line at which the table begins, which is behind one that tells the delimiter, and the delimiter."""
    table.begin()
    first = next((line for line in table if line.strip()), "")
    if told := _TOLD.fullmatch(first):
        return len(table.held) + 1, told[1]
    table.give_back(0)
    cells = {mark: next(csv.reader([first], delimiter=mark), []) for mark in _DELIMITERS}
    return 1, "\t" if gdelt.header(cells["\t"]) else max(cells, key=lambda mark: len(cells[mark]))


def _adds_up(held: list[str], dialect: _Dialect) -> bool:
    try:
        return sum(1 for _ in csv.reader((line + "\n" for line in held), strict=True, **dialect)) == 1
    except csv.Error:
        return False
