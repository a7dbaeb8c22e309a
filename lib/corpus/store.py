"""A corpus on disk: written whole or not at all, opened read-only."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lib.corpus.manifest import Manifest
from lib.corpus.schema import GAINED, TABLES
from lib.errors import CorpusError

Row = Mapping[str, object]
# NOTE: the time zone belongs to the database: `SET` would hold for one cursor, and days would be the server's.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_ROWS_PER_GROUP = 100_000  # Parquet's customary row-group size: large enough to compress, small enough to skip


@contextmanager
def writing(target: Path) -> Iterator[Path]:
    """Yield a temporary folder beside `target`; it takes the target's name only when the block ends without error.

    An older corpus of that name stays as it is until then. A target that exists and is no corpus is refused.
    """
    if target.exists() and not (target / "manifest.json").is_file() and any(_entries(target)):
        raise CorpusError(f"{target} exists and is not a Mijhar corpus: nothing was written, choose another --out.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise CorpusError(f"{target} cannot be written ({error.strerror}): choose another --out.") from error
    work.chmod(0o755)
    try:
        yield work
        if target.exists():
            older = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
            target.rename(older / target.name)
            work.rename(target)
            shutil.rmtree(older)
        else:
            work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _entries(target: Path) -> Iterator[Path]:
    return target.iterdir() if target.is_dir() else iter([target])


def write_table(folder: Path, table: str, rows: Iterable[Row]) -> int:
    """Write one table of the contract and return its row count; an absent column is null, an unknown one an error."""
    schema = TABLES[table]
    written = 0
    with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
        for batch in _batches(rows):
            unknown = {name for row in batch for name in row} - set(schema.names)
            if unknown:
                raise CorpusError(f"Table {table} has no column {', '.join(sorted(unknown))}: add it to the schema.")
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            written += len(batch)
    return written


def _batches(rows: Iterable[Row]) -> Iterator[list[dict[str, object]]]:
    batch: list[dict[str, object]] = []
    for row in rows:
        batch.append(dict(row))
        if len(batch) == _ROWS_PER_GROUP:
            yield batch
            batch = []
    if batch:
        yield batch


def open_corpus(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a corpus read-only: an in-memory DuckDB connection with one view a table, in UTC, no extension downloads."""
    Manifest.from_json(folder / "manifest.json")
    connection = duckdb.connect(":memory:", config=_SETTINGS)
    # NOTE: GLOBAL, for the cursors too: without it days would be those of the server's own time zone.
    connection.execute("SET GLOBAL TimeZone = 'UTC'")
    for table in TABLES:
        files = _files(folder, table)
        try:
            connection.execute(_view(connection, table, files))
        except duckdb.Error as error:
            raise CorpusError(f"{files} cannot be read: the corpus is damaged, build it again.") from error
    return connection


def _view(connection: duckdb.DuckDBPyConnection, table: str, files: str | None) -> str:
    """Return the SQL of a table's view; what the contract gained after the corpus was built is null, or no row."""
    if files is None:
        return f"CREATE VIEW {table} AS SELECT {', '.join(map(_null, TABLES[table].names))} WHERE false"
    read = f"read_parquet({_quoted(files)})"
    held = {name for name, *_ in connection.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()}
    gained = "".join(f", {_null(name)}" for name in TABLES[table].names if name not in held)
    return f"CREATE VIEW {table} AS SELECT *{gained} FROM {read}"


def _null(column: str) -> str:
    return f'NULL AS "{column}"'


def _files(folder: Path, table: str) -> str | None:
    """Return the table's file, or the pattern of its part files when it is a folder.

    None when the contract gained the table later; CorpusError when it is missing.
    """
    parts = folder / table
    if parts.is_dir():
        return f"{parts}/*.parquet"
    file = folder / f"{table}.parquet"
    if not file.is_file() and table in GAINED:
        return None
    if not file.is_file():
        raise CorpusError(f"{folder} lacks {table}.parquet: the corpus is damaged, build it again.")
    return str(file)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
