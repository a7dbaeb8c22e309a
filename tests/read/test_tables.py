import pytest

from lib.errors import InputError
from lib.read import tables
from lib.read.tables import read


def records(written):
    return list(read(iter([written])))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "\x01", "\x1f", "^", "~", "؛", "¦"])
def test_the_delimiter_is_the_one_of_the_header(delimiter):
    rows = [("title", "text"), ("عنوان, أول; نعم", "سطر"), ("ثان", "متن")]
    written = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    found = records(written)
    assert [record.fields for record in found] == [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [(record.number, record.line) for record in found] == [(1, 2), (2, 3)]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", ":"])
def test_excels_line_about_the_delimiter_is_followed_and_counted(delimiter):
    (record,) = records(f"sep={delimiter}\ntitle{delimiter}text\nأ{delimiter}متن\n")
    assert (record.fields, record.line) == ({"title": "أ", "text": "متن"}, 3)


def test_one_column_is_a_table_too():
    assert [record.fields for record in records("text\nقال، ثم غادر؛ نعم\n")] == [{"text": "قال، ثم غادر؛ نعم"}]


ESCAPED = (
    ('أ,"قال \\"نعم\\", ثم\nغادر"\n', 'قال "نعم", ثم\nغادر'),
    ('أ,"\\"نعم\\""\n', '"نعم"'),
    # doubled quotation marks are none of these, whatever stands before them
    ('أ,"قال \\""نعم\\"" ثم"\n', 'قال \\"نعم\\" ثم'),
    ('أ,"في C:\\"\n', "في C:\\"),
)


@pytest.mark.parametrize(("row", "text"), ESCAPED)
def test_a_quotation_mark_may_be_escaped_by_a_backslash(row, text):
    (record,) = records(f"title,text\n{row}")
    assert record.fields == {"title": "أ", "text": text}


def test_a_cell_holds_line_breaks_and_quotes():
    (record,) = records('title,text\nع,"سطر\n\n""قال"", ثم"\n')
    assert record.fields["text"] == 'سطر\n\n"قال", ثم'


def test_a_row_has_the_line_it_begins_in():
    found = records('\n"title",text\nأ,"سطر\n\nسطر"\n\nب,متن\n"ت\nث",متن')
    assert [(record.number, record.line) for record in found] == [(1, 3), (2, 7), (3, 8)]
    assert found[2].fields == {"title": "ت\nث", "text": "متن"}


def test_rows_of_another_length():
    found = records("title,text\nأ,ب,\nأ\n\nأ,ب,ت\n")
    assert found[0].fields == {"title": "أ", "text": "ب"}
    assert found[1].fields == {"title": "أ"}
    assert found[2].problem == "The row has 3 cells where the header has 2."


def test_a_long_cell_is_read():
    (record,) = records("text\n" + "x" * 200_000)
    assert len(str(record.fields["text"])) == 200_000


NEVER_CLOSED = (
    # what is written below the header → the titles read, the lines given up
    ('أ,متن\nب,"متن\nت,متن\nث,متن\n', "أتث", [3]),
    ('أ,متن\nب,"متن', "أ", [3]),
    ('"أ,متن\nب,متن\n', "ب", [2]),
    ('أ,"متن\nب,"متن"\nت,"متن"\n', "بت", [2]),
    ('أ,"متن\nب,متن\nت,"متن\nث,متن\n', "بث", [2, 4]),
    ('أ,"متن\n\nثان\n', "", [2]),
)


@pytest.mark.parametrize(("written", "titles", "given_up"), NEVER_CLOSED)
def test_a_quotation_mark_that_is_never_closed_costs_its_line(written, titles, given_up):
    found = records(f"title,text\n{written}")
    problems = [record for record in found if record.problem]
    assert [record.line for record in problems] == given_up
    assert all(record.problem.startswith("A quotation mark is opened here and never closed") for record in problems)
    assert [record.fields["title"] for record in found if "text" in record.fields] == list(titles)
    assert [record.number for record in found] == list(range(1, len(found) + 1))


def test_a_row_that_never_ends_is_not_held(monkeypatch):
    monkeypatch.setattr(tables, "_LONGEST_ROW", 100)
    found = records('title,text\nأ,"متن\n' + "ب,متن\n" * 1000)
    assert [record.line for record in found if record.problem] == [2]
    assert len(found) == 1001


def test_blank_lines_without_end_are_not_held(monkeypatch):
    monkeypatch.setattr(tables, "_LONGEST_ROW", 1000)
    table = tables._Lines(iter([""] * 10_000))
    assert len(list(table)) <= 1001


def test_a_table_of_nothing_but_open_quotation_marks_is_given_up(monkeypatch):
    monkeypatch.setattr(tables, "_PATIENCE", 10_000)
    with pytest.raises(InputError, match="too many quotation marks are opened and never closed"):
        records("title,text\n" + 'أ"ب,"ت\n' * 1000)


def test_an_open_quotation_mark_in_the_header_is_an_error():
    with pytest.raises(InputError, match=r"^line 1: a quotation mark is opened here and never closed"):
        records('title,"text\nأ,ب\n')


def test_a_table_of_too_many_columns_is_an_error():
    with pytest.raises(InputError, match="has 300,000 columns, and at most 16,384 are read"):
        records("," * 299_999 + "\n")
