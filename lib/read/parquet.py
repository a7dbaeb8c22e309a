"""Parquet: a table by columns, read a few rows at a time; what stands in many rows is decoded once."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import types

from lib.errors import InputError
from lib.read.limits import MAX_COLUMNS, MAX_RATIO, MAX_UNZIPPED, is_bomb
from lib.read.names import shown
from lib.read.record import Record
from lib.read.text import MAX_RECORD

# Rows at a time. Chosen: some hundreds of kilobytes of news.
_BATCH = 256
# Parquet is read from its end, so what cannot go back, a gzip or a zip's member, is held whole: chosen, an eighth of
# the memory that reading may take.
_LONGEST_HELD = 192 * 2**20
_PAGE = 2**20
_PLAIN = (
    types.is_binary, types.is_large_binary, types.is_integer, types.is_floating, types.is_timestamp, types.is_date,
)  # fmt: skip


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield a record for each row, with those of its columns that can be text, numbers or dates."""
    stream, size = _seekable(stream)
    try:
        metadata = pq.read_metadata(stream)
        _check(metadata, size)
        texts = [leaf.path for leaf in map(metadata.schema.column, range(metadata.num_columns)) if _is_text(leaf)]
        names = _readable(metadata.schema.to_arrow_schema())
        file = pq.ParquetFile(stream, metadata=metadata, read_dictionary=texts, buffer_size=_PAGE)
        numbers, decoded = count(1), 0
        for batch in file.iter_batches(_BATCH, columns=names):
            columns = [_values(column) for column in batch.columns]
            decoded += sum(_size(value) for column in columns for value in column)
            if is_bomb(size, decoded):
                raise InputError(
                    f"the file decodes to more than {MAX_RATIO} times its size, as no news does; check it."
                )
            if decoded > MAX_UNZIPPED:
                raise InputError(f"the file decodes to more than {MAX_UNZIPPED / 2**30:.0f} GiB; split it.")
            for row in zip(*columns, strict=True):
                yield Record(next(numbers), dict(zip(batch.schema.names, row, strict=True)))
    except MemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError, LookupError, NotImplementedError) as error:
        raise InputError(f"the Parquet file is damaged ({shown(str(error))}); fetch or write it again.") from error


def _seekable(stream: BinaryIO) -> tuple[BinaryIO, int]:
    if not isinstance(stream, io.BufferedReader):
        held = stream.read(_LONGEST_HELD + 1)
        if len(held) > _LONGEST_HELD:
            raise InputError(f"a Parquet file of more than {_LONGEST_HELD >> 20} MiB is not read packed; unpack it.")
        return io.BytesIO(held), len(held)
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return stream, size


def _check(metadata: pq.FileMetaData, size: int) -> None:
    if metadata.num_columns > MAX_COLUMNS:
        raise InputError(
            f"the table has {metadata.num_columns:,} columns, and at most {MAX_COLUMNS:,} are read; keep fewer."
        )
    if is_bomb(size, sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))):
        raise InputError(f"the file unpacks to more than {MAX_RATIO} times its size, as no news does; check it.")


def _is_text(leaf: pq.ColumnSchema) -> bool:
    return leaf.physical_type == "BYTE_ARRAY" and leaf.logical_type.type in ("STRING", "NONE", "JSON", "ENUM")


def _readable(schema: pa.Schema) -> list[str]:
    """Return the columns to read: texts, also as lists or under a name, numbers and dates; never blobs and vectors."""
    names = [field.name for field in schema if _is_plain(field.type) or _is_list(field.type)]
    names += [
        f"{field.name}.name"
        for field in schema
        if types.is_struct(field.type) and field.type.get_field_index("name") >= 0
        if _is_plain(field.type.field("name").type)
    ]
    if not names:
        raise InputError("no column holds the text; a column of text is needed, with a name such as body.")
    return names


def _is_plain(kind: pa.DataType) -> bool:
    return _is_string(kind) or any(test(_of(kind)) for test in _PLAIN)


def _is_list(kind: pa.DataType) -> bool:
    return (types.is_list(kind) or types.is_large_list(kind)) and _is_string(kind.value_type)


def _is_string(kind: pa.DataType) -> bool:
    return bool(types.is_string(_of(kind)) or types.is_large_string(_of(kind)))


def _of(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if types.is_dictionary(kind) else kind


def _values(column: pa.Array) -> list[object]:
    kind = column.type
    if types.is_dictionary(kind):
        at = column.indices.to_pylist()
        held = {one: _decoded(column.dictionary[one]) for one in set(at) if one is not None}
        return [held.get(one) for one in at]
    if types.is_timestamp(kind) or types.is_date(kind):
        return [_moment(one) for one in column.cast(pa.timestamp("s"), safe=False).cast(pa.int64()).to_pylist()]
    if types.is_struct(kind):
        return [{"name": one} for one in _values(column.flatten()[0])]
    if types.is_list(kind) or types.is_large_list(kind):
        items = iter(_values(column.flatten()))
        return [[next(items) for _ in range(length or 0)] for length in column.value_lengths().to_pylist()]
    return list(column.to_pylist())


def _size(value: object) -> int:
    return sum(map(_size, value)) if isinstance(value, list) else len(value) if isinstance(value, str) else 8


def _decoded(value: pa.Scalar) -> object:
    """Return a text; a column of bytes holds UTF-8, as Spark and Impala write it, or nothing."""
    if not (types.is_binary(value.type) or types.is_string(value.type)):
        return value.as_py()
    data = value.as_buffer()
    if data.size > MAX_RECORD:
        raise InputError(f"a value is longer than {MAX_RECORD:,} bytes, as no article is; check the file.")
    try:
        return data.to_pybytes().decode()
    except UnicodeDecodeError:
        return "" if types.is_binary(value.type) else data.to_pybytes().decode(errors="replace")


def _moment(seconds: int | None) -> str:
    try:
        return "" if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
