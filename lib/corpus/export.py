"""A corpus as files that other programs open."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.corpus.schema import TABLES
from lib.corpus.sheet import spreadsheet
from lib.corpus.store import open_corpus
from lib.errors import CorpusError

_NESTED = {field.name for schema in TABLES.values() for field in schema if pa.types.is_list(field.type)}


def _csv(table: pa.Table, path: Path) -> None:
    frame = table.to_pandas()
    for column in _NESTED & set(frame.columns):
        frame[column] = [json.dumps(list(value), ensure_ascii=False, default=float) for value in frame[column]]
    path.write_bytes(spreadsheet(frame))


def _jsonl(table: pa.Table, path: Path) -> None:
    table.to_pandas().to_json(path, orient="records", lines=True, force_ascii=False, date_format="iso")


def _parquet(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path)


_WRITERS: dict[str, Callable[[pa.Table, Path], None]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}


def export(corpus: Path, out: Path, file_format: str) -> list[Path]:
    """Write every table of the corpus to `out` in the named format and return the files."""
    connection = open_corpus(corpus)
    if out.resolve().is_relative_to(corpus.resolve()):
        raise CorpusError(f"{out} lies in the corpus itself, which export never changes: choose another --out.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(f"{out} cannot be written ({error.strerror}): choose another --out.") from error
    files = []
    for name, schema in TABLES.items():
        path = out / f"{name}.{file_format}"
        rows: pa.Table = connection.execute(f"SELECT * FROM {name}").to_arrow_table()
        _WRITERS[file_format](rows.cast(schema), path)
        files.append(path)
    return files
