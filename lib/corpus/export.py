"""A corpus as files that other programs open."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa

from lib.corpus.schema import TABLES
from lib.corpus.store import open_corpus

_NESTED = {field.name for schema in TABLES.values() for field in schema if pa.types.is_list(field.type)}


def _csv(frame: pd.DataFrame, path: Path) -> None:
    # Excel reads a CSV as UTF-8 only with a byte-order mark; nested values become JSON text.
    for column in _NESTED & set(frame.columns):
        frame[column] = [json.dumps(list(value), ensure_ascii=False, default=float) for value in frame[column]]
    frame.to_csv(path, index=False, encoding="utf-8-sig")


def _jsonl(frame: pd.DataFrame, path: Path) -> None:
    frame.to_json(path, orient="records", lines=True, force_ascii=False, date_format="iso")


def _parquet(frame: pd.DataFrame, path: Path) -> None:
    frame.to_parquet(path, index=False)


_WRITERS: dict[str, Callable[[pd.DataFrame, Path], None]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
FORMATS = tuple(_WRITERS)


def export(corpus: Path, out: Path, file_format: str) -> list[Path]:
    """Write every table of the corpus to `out` in the named format and return the files."""
    connection = open_corpus(corpus)
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for table in TABLES:
        path = out / f"{table}.{file_format}"
        _WRITERS[file_format](connection.execute(f"SELECT * FROM {table}").df(), path)
        files.append(path)
    return files
