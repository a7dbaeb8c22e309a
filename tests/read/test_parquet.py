import gzip
import io
import zipfile
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.errors import InputError
from lib.read import limits, parquet
from lib.read.article import Article, File, Rejected
from lib.read.parquet import read
from lib.read.reading import rows_of
from lib.read.sources import sources

BODY = "غادر الوفد العاصمة مساء الأحد."
TABLE = pa.table({"title": ["عنوان", None, "ثالث"], "text": [BODY, BODY, ""], "date": [date(2024, 12, 8)] * 3})


def written(table, **options):
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def rows(path, columns=None):
    return [row for source in sources(path) for row in rows_of(source, columns or {})]


def fields(column):
    (record,) = read(io.BytesIO(written(pa.table({"text": column}))))
    return record.fields["text"]


def test_a_table_is_read_with_its_dates_and_without_lines(tmp_path):
    (tmp_path / "a.parquet").write_bytes(written(TABLE))
    first, second, third, file = rows(tmp_path / "a.parquet")
    assert (first.title, first.body, first.published) == ("عنوان", BODY, datetime(2024, 12, 8, tzinfo=UTC))
    assert (second.title, second.record) == ("", 2)
    assert third == Rejected("a.parquet", 3, 0, "The record has no text.")
    columns = {"title": "title", "body": "text", "published": "date"}
    assert file == File("a.parquet", "parquet", "", columns, ["title", "text", "date"], 3, 1)


@pytest.mark.parametrize("options", [{}, {"use_dictionary": False}, {"compression": "zstd"}, {"row_group_size": 1}])
def test_it_is_read_however_it_was_written(options):
    assert [record.fields["title"] for record in read(io.BytesIO(written(TABLE, **options)))] == ["عنوان", None, "ثالث"]


def test_it_is_read_in_a_zip_and_in_gzip(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.parquet", written(TABLE))
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(written(TABLE)))
    found = [row.input for row in rows(tmp_path) if isinstance(row, Article)]
    assert found == [f"{tmp_path.name}/a.zip/a.parquet"] * 2 + [f"{tmp_path.name}/b.parquet.gz"] * 2


VALUES = (
    (pa.array(["نص"], pa.large_string()), "نص"),
    (pa.array(["نص"]).dictionary_encode(), "نص"),
    (pa.array(["نص".encode()]), "نص"),
    (pa.array([b"\xff\xd8\xff"]), ""),
    (pa.array([["فقرة", None, "ثانية"]]), ["فقرة", None, "ثانية"]),
    (pa.array([[]], pa.list_(pa.string())), []),
    (pa.array([{"id": 3, "name": "الصحيفة"}]), {"name": "الصحيفة"}),
    (pa.array([None], pa.string()), None),
    (pa.array([7]), 7),
    (pa.array([datetime(2024, 12, 8, 3, tzinfo=UTC)], pa.timestamp("ns", "Asia/Riyadh")), "2024-12-08T03:00:00+00:00"),
    (pa.array([datetime(2024, 12, 8, 3)], pa.timestamp("ms")), "2024-12-08T03:00:00+00:00"),
    (pa.array([2**60], pa.timestamp("ms")), ""),
)


@pytest.mark.parametrize(("column", "value"), VALUES, ids=lambda one: str(getattr(one, "type", "")))
def test_texts_numbers_and_dates_are_values(column, value):
    assert fields(column) == value


def test_vectors_and_blobs_are_not_read():
    table = TABLE.append_column("embedding", pa.array([[0.5] * 9] * 3))
    table = table.append_column("image", pa.array([{"bytes": b"x", "path": "y"}] * 3))
    assert set(next(read(io.BytesIO(written(table)))).fields) == {"title", "text", "date"}


def spoiled(table):
    data = bytearray(written(table))
    data[8:60] = bytes(52)
    return bytes(data)


BROKEN = (
    (lambda: written(TABLE)[:-20], "the Parquet file is damaged"),
    (lambda: written(TABLE)[:100], "the Parquet file is damaged"),
    (lambda: b"PAR1", "the Parquet file is damaged"),
    (lambda: spoiled(TABLE), "the Parquet file is damaged"),
    (lambda: written(pa.table({f"c{number}": [1] for number in range(16_385)})), "has 16,385 columns, and at most"),
    (lambda: written(pa.table({"vector": [[1.0]]})), "no column holds the text"),
)


@pytest.mark.parametrize(("data", "said"), BROKEN)
def test_a_file_that_cannot_be_read_is_one_sentence(data, said):
    with pytest.raises(InputError, match=said) as caught:
        list(read(io.BytesIO(data())))
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize("nested", [False, True])
def test_a_text_in_millions_of_rows_is_not_decoded_for_each(monkeypatch, nested):
    """40 GB of Arabic in a file of some kilobytes: stopped at a limit, here a small one."""
    monkeypatch.setattr(limits, "RATIO_FROM", 2**22)
    value = pa.DictionaryArray.from_arrays(pa.array([0] * 200_000, pa.int32()), ["دمشق " * 22_000])
    column = pa.ListArray.from_arrays(pa.array(range(200_001), pa.int32()), value) if nested else value
    given = read(io.BytesIO(written(pa.table({"text": column}))))
    with pytest.raises(InputError, match="decodes to more than 200 times its size"):
        assert sum(1 for _ in given) < 5_000


def test_a_file_that_decodes_to_too_much_is_given_up_however_large_it_is(monkeypatch):
    monkeypatch.setattr(parquet, "MAX_UNZIPPED", 1000 * len(BODY))
    given = read(io.BytesIO(written(pa.table({"text": [BODY] * 2000}))))
    with pytest.raises(InputError, match="decodes to more than"):
        assert sum(1 for _ in given) < 1000


def test_a_page_that_unpacks_to_too_much_is_refused_unread(monkeypatch):
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    table = pa.table({"text": ["x" * 2**20 + str(number) for number in range(8)]})
    with pytest.raises(InputError, match="unpacks to more than 200 times its size"):
        list(read(io.BytesIO(written(table, use_dictionary=False, compression="zstd"))))
