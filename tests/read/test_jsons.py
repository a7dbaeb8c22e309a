import json

import pytest

from lib.errors import InputError
from lib.read import jsons
from lib.read.jsons import read_array, read_lines

RECORDS = [{"title": f"خبر {number}", "text": "نص " * number} for number in range(1, 30)]
WRITTEN = (
    json.dumps(RECORDS),
    json.dumps(RECORDS, ensure_ascii=False, indent=4),
    "\n".join(json.dumps(record) for record in RECORDS),
    "".join(json.dumps(record, ensure_ascii=False) for record in RECORDS),
)


def pieces(written, chunk=1 << 20):
    return (written[at : at + chunk] for at in range(0, len(written), chunk))


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("chunk", [7, 100, 1 << 20])
def test_an_array_or_a_row_of_objects_is_read_in_pieces(written, chunk):
    records = list(read_array(pieces(written, chunk)))
    assert [record.fields for record in records] == RECORDS
    assert [record.number for record in records] == list(range(1, 30))


@pytest.mark.parametrize("written", ["[]", " [ ] ", "[\n\n]"])
def test_an_empty_array_has_no_records(written):
    assert list(read_array(pieces(written))) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[{"a": 1}, {"a": ]', "broken in record 2"),
        ('[{"a": 1}, {"a": "', "broken in record 2"),
        ('[{"a": 1} {"a": 2}]', "breaks off after record 1"),
        ('[{"a": 1}', "breaks off after record 1"),
        ('[{"a": ' + "1" * 5000 + "}]", "broken in record 1"),
        ('[{"a": 1},', "broken in record 2"),
        ('"نص"', "not a JSON array"),
        ("<html>", "not a JSON array"),
        ("[" + '{"a":' * 200_000, "nested too deeply to be articles .record 1."),
    ],
)
def test_a_broken_array_is_said_with_its_record(written, said):
    with pytest.raises(InputError, match=said):
        list(read_array(pieces(written)))


def test_a_broken_line_is_a_problem_of_its_own():
    written = '{"a": 1}\n\n{"a": \n[1, 2]\n"نص"\n' + '{"a":' * 200_000 + '\n{"a": 2}'
    records = list(read_lines(pieces(written)))
    assert [(record.number, record.line) for record in records] == [(1, 1), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
    assert [bool(record.problem) for record in records] == [False, True, True, True, True, False]
    assert records[1].problem.startswith("The line is not valid JSON")
    assert records[2].problem == records[3].problem == "The record is not an object with named fields."
    assert records[4].problem == "The JSON is nested too deeply to be articles."


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ('[\n{"a": 1},\n\n{"a":\n2}, {"a": 3}\n]', [2, 4, 5]),
        ('{"a": 1}{"a": 2}\n{"a": 3}', [1, 1, 2]),
        ('{"articles":\n[{"a": 1},\n{"a": 2}, {"a": 3}]}', [1, 1, 1]),
    ],
)
@pytest.mark.parametrize("chunk", [3, 1000])
def test_a_record_of_an_array_has_the_line_it_begins_in(written, lines, chunk):
    records = list(read_array(pieces(written, chunk)))
    assert [record.fields["a"] for record in records] == [1, 2, 3]
    assert [record.line for record in records] == lines


def test_lines_that_are_one_array_are_read_as_one():
    records = list(read_lines(pieces('\n[\n{"a": 1},\n\n{"a": 2}\n]\n')))
    assert [(record.number, record.line, record.fields["a"]) for record in records] == [(1, 3, 1), (2, 5, 2)]


def test_a_mark_of_order_where_one_file_was_put_behind_another_is_no_error():
    records = list(read_lines(pieces('{"a": 1}\n\ufeff{"a": 2}\n\ufeff\n')))
    assert [record.fields for record in records] == [{"a": 1}, {"a": 2}]


ARTICLES = [{"title": "أ"}, {"title": "ب"}]
WRAPPED = (
    {"status": "ok", "totalResults": 2, "articles": ARTICLES},
    {"data": ARTICLES},
    {"status": "ok", "message": "تم", "data": ARTICLES},
    {"title": {"0": "أ", "1": "ب"}},
    {"took": 3, "hits": {"total": {"value": 2}, "hits": [{"_id": "x", "_source": one} for one in ARTICLES]}},
    {"responseHeader": {"status": 0}, "response": {"numFound": 2, "docs": ARTICLES}},
    {"version": "https://jsonfeed.org/version/1.1", "title": "صحيفة", "items": ARTICLES},
)


@pytest.mark.parametrize("value", WRAPPED)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_articles_is_found_in_the_object_around_it(value, indent):
    for written in (json.dumps(value, indent=indent), json.dumps([value], indent=indent)):
        assert [record.fields for record in read_array(pieces(written))] == ARTICLES
    assert [(record.number, record.line) for record in read_lines(pieces(json.dumps(value) + "\n{}"))] == [
        (1, 1),
        (2, 1),
        (3, 2),
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"text": "متن", "items": [{"title": "خبر متصل"}]},
        {"title": "عنوان", "news": "متن", "hits": 3},
        {"title": "عنوان", "data": []},
        {"message": "منشور", "from": {"name": "صفحة"}},
        {"title": {"rendered": "أ"}, "text": {"rendered": "ب"}},
        {"title": {"0": "أ"}, "text": {"1": "ب"}},
    ],
)
def test_an_article_is_not_taken_for_what_it_holds(value):
    assert [record.fields for record in read_array(pieces(json.dumps(value)))] == [value]


def test_a_record_without_end_is_not_held(monkeypatch):
    monkeypatch.setattr(jsons, "MAX_RECORD", 30)
    given = pieces('[{"a": "' + "x" * 1000, 10)
    with pytest.raises(InputError, match="record 1 is longer than 30 characters"):
        list(read_array(given))
    assert len("".join(given)) > 900


def test_a_broken_record_is_said_without_reading_on():
    given = pieces('[{"a": x' + "x" * 10_000, 100)
    with pytest.raises(InputError, match="broken in record 1"):
        list(read_array(given))
    assert len("".join(given)) > 9_800
