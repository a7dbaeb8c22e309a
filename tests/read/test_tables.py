import io

import pytest

from lib.errors import InputError
from lib.read import tables
from lib.read.tables import read


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_delimiter_is_the_one_of_the_header(delimiter, encoding):
    rows = [("title", "text"), ("عنوان, أول; نعم", "سطر"), ("ثان", "متن")]
    written = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    records = list(read(io.BytesIO(written.encode(encoding))))
    assert [record.fields for record in records] == [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [record.number for record in records] == [1, 2]


def test_a_cell_holds_line_breaks_and_quotes():
    (record,) = read(io.BytesIO('title,text\nع,"سطر\n\n""قال"", ثم"\n'.encode()))
    assert record.fields["text"] == 'سطر\n\n"قال", ثم'


def test_rows_of_another_length():
    records = list(read(io.BytesIO("title,text\nأ,ب,\nأ\n\nأ,ب,ت\n".encode())))
    assert records[0].fields == {"title": "أ", "text": "ب"}
    assert records[1].fields == {"title": "أ"}
    assert records[2].problem == "The row has 3 cells where the header has 2."


def test_a_long_cell_is_read_and_an_endless_one_is_not(monkeypatch):
    (record,) = read(io.BytesIO(b"text\n" + b"x" * 200_000))
    assert len(str(record.fields["text"])) == 200_000
    limit = tables.csv.field_size_limit(100)
    try:
        with pytest.raises(InputError, match="quotation mark that is never closed"):
            list(read(io.BytesIO(b'text\n"' + b"x\n" * 200)))
    finally:
        tables.csv.field_size_limit(limit)
