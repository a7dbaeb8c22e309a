"""What came in, as the contract's rows: the files that were read, and the records that are no articles."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from operator import attrgetter

from lib.corpus.gather import Gathered
from lib.corpus.store import Row
from lib.read import File


def intake(gathered: Gathered) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield the tables `files` and `rejected` with their rows, in an order that is not the inputs'."""
    yield "files", map(_file, sorted(gathered.files, key=attrgetter("input")))
    yield "rejected", map(asdict, sorted(gathered.rejected, key=attrgetter("input", "record")))


def _file(file: File) -> Row:
    row = asdict(file)
    del row["found"]
    return row | {"columns": "; ".join(f"{field} = {column}" for field, column in file.columns.items())}
