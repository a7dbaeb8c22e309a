"""Tables with separators: CSV, TSV and their relatives, one article a row under a header."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from lib.errors import InputError
from lib.read.record import Record
from lib.read.text import MAX_RECORD, chunks, lines

# The module's own limit of 128 KiB a cell is shorter than a long article with its page around it.
csv.field_size_limit(MAX_RECORD)

_DELIMITERS = ",;\t|"


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield a record for each row; the delimiter is the one that cuts the header into most columns."""
    rows = (line + "\n" for line in lines(chunks(stream)))
    first = next(rows, "")
    delimiter = max(_DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark))))
    header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter))]
    try:
        for number, row in enumerate(filter(None, csv.reader(rows, delimiter=delimiter)), 1):
            yield _record(number, header, row)
    except csv.Error as error:
        raise InputError(
            f"the table cannot be read ({error}); look for a quotation mark that is never closed."
        ) from error


def _record(number: int, header: list[str], row: list[str]) -> Record:
    if any(map(str.strip, row[len(header) :])):
        return Record(number, problem=f"The row has {len(row)} cells where the header has {len(header)}.")
    return Record(number, dict(zip(header, row, strict=False)))
