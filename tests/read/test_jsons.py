import io
import json

import pytest

from lib.errors import InputError
from lib.read import jsons, text
from lib.read.jsons import read_array, read_lines

RECORDS = [{"title": f"خبر {number}", "text": "نص " * number} for number in range(1, 30)]
WRITTEN = (
    json.dumps(RECORDS),
    json.dumps(RECORDS, ensure_ascii=False, indent=4),
    "\n".join(json.dumps(record) for record in RECORDS),
    "".join(json.dumps(record, ensure_ascii=False) for record in RECORDS),
)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("chunk", [7, 100, 1 << 20])
def test_an_array_or_a_row_of_objects_is_read_in_pieces(monkeypatch, written, chunk):
    monkeypatch.setattr(text, "_CHUNK", chunk)
    records = list(read_array(io.BytesIO(written.encode())))
    assert [record.fields for record in records] == RECORDS
    assert [record.number for record in records] == list(range(1, 30))


@pytest.mark.parametrize("written", ["[]", " [ ] ", "[\n\n]"])
def test_an_empty_array_has_no_records(written):
    assert list(read_array(io.BytesIO(written.encode()))) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[{"a": 1}, {"a": ]', "broken in record 2"),
        ('[{"a": 1}, {"a": "', "broken in record 2"),
        ('[{"a": 1} {"a": 2}]', "breaks off after record 1"),
        ('[{"a": 1}', "breaks off after record 1"),
        ('[{"a": 1},', "broken in record 2"),
        ('"نص"', "not a JSON array"),
        ("<html>", "not a JSON array"),
        ("[" + '{"a":' * 200_000, "nested too deeply to be articles .record 1."),
    ],
)
def test_a_broken_array_is_said_with_its_record(written, said):
    with pytest.raises(InputError, match=said):
        list(read_array(io.BytesIO(written.encode())))


def test_a_broken_line_is_a_problem_of_its_own():
    written = '{"a": 1}\n\n{"a": \n[1, 2]\n' + '{"a":' * 200_000 + '\n{"a": 2}'
    records = list(read_lines(io.BytesIO(written.encode())))
    assert [record.number for record in records] == [1, 3, 4, 5, 6]
    assert [bool(record.problem) for record in records] == [False, True, True, True, False]
    assert records[1].problem.startswith("Line 3 is not valid JSON")
    assert records[2].problem == "Record 4 is not an object with named fields."
    assert "nested too deeply" in records[3].problem


def test_a_record_without_end_is_not_held(monkeypatch):
    monkeypatch.setattr(text, "_CHUNK", 10)
    monkeypatch.setattr(jsons, "MAX_RECORD", 30)
    stream = io.BytesIO(b'[{"a": "' + b"x" * 1000)
    with pytest.raises(InputError, match="broken in record 1"):
        list(read_array(stream))
    assert stream.tell() < 100
