"""Files made to fill a machine, to mislead or to break a reader: each costs one sentence, and the rest is read."""

import gzip
import json

import pytest

from lib.errors import InputError
from lib.read import limits
from lib.read.article import Article
from tests.read.beside import BODY, TEXT, reasons, rows, said, zipped

ROW = {"title": "عنوان", "text": BODY}
LINE = (json.dumps(ROW, ensure_ascii=False) + "\n").encode()


# Gzip


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.txt.gz"])
def test_a_gzip_bomb_is_stopped_while_it_is_read(tmp_path, monkeypatch, name):
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"text\n" + b" " * 2**24))
    assert "unpacks to more than 200 times its size" in reasons(path)[-1]
    zipped(tmp_path / "a.zip", {name: path.read_bytes()})
    assert sum("unpacks to more than 200 times its size" in reason for reason in reasons(tmp_path / "a.zip")) == 2


def test_what_news_reaches_is_far_from_a_bomb(shared):
    packed = (shared / "corpora" / "ant_2018_sample.jsonl.gz").read_bytes()
    assert len(gzip.decompress(packed)) < limits.MAX_RATIO / 20 * len(packed)


# Names that are not what the file is

DISGUISES = {
    "zip.csv": (b"PK\x03\x04" + bytes(60), "named .csv but is a zip or an Office file; rename it to .zip"),
    "zip.txt": (b"PK\x03\x04" + bytes(60), "named .txt but is a zip"),
    "zip.html": (b"PK\x03\x04" + bytes(60), "named .html but is a zip"),
    "gzip.csv": (gzip.compress(LINE), "named .csv but is a gzip file; add .gz to its name"),
    "twice.jsonl.gz": (gzip.compress(gzip.compress(LINE)), "named .jsonl but is a gzip file"),
    "pdf.csv": (b"%PDF-1.7\n", "named .csv but is a PDF"),
    "parquet.csv": (b"PAR1" + bytes(60), "named .csv but is a Parquet file; rename it to .parquet"),
    "page.csv": ("\ufeff\n<!-- x -->\n<!DOCTYPE html><p>".encode(), "named .csv but is a web page; rename it to .html"),
    "page.json": (b"<html lang='ar'>", "named .json but is a web page"),
    "page.txt": (b"<?xml version='1.0'?>\n<!DOCTYPE html>", "named .txt but is a web page"),
    "feed.jsonl": (b"<?xml version='1.0'?>\n<rss>", "named .jsonl but is an XML file"),
    "image.csv": (b"\x89PNG\r\n\x1a\n" + bytes(60), "named .csv but is an image"),
    "photo.txt": (b"\xff\xd8\xff\xe0" + bytes(60), "named .txt but is an image"),
    "sheet.csv": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "named .csv but is an old Office file"),
    "table.parquet": (b"title,text\n", "named .parquet but is not a Parquet file"),
    "zip.parquet": (b"PK\x03\x04" + bytes(60), "named .parquet but is a zip"),
    "table.csv.gz": (b"title,text\n", "named .gz but is not gzip; take .gz off its name"),
    "text.zip": (b"title,text\n", "The zip is damaged"),
    "empty.csv.gz": (b"", "The file is empty"),
    "empty.parquet": (b"", "The Parquet file is damaged"),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_file_that_is_not_what_its_name_says_is_said(tmp_path, name):
    (tmp_path / name).write_bytes(DISGUISES[name][0])
    said(reasons(tmp_path / name), DISGUISES[name][1])


@pytest.mark.parametrize("comments", [b"<!---->" * 150, b"<!-- x -->\n" * 100, b"<!--" * 300])
def test_comments_without_end_do_not_hold_the_reader_up(tmp_path, comments):
    (tmp_path / "a.txt").write_bytes(comments + TEXT)
    (article,) = rows(tmp_path / "a.txt")
    assert BODY in f"{article.title}\n{article.body}"


# Tables


def test_a_quotation_mark_that_is_never_closed_is_found_by_its_line(tmp_path):
    good = f"عنوان,{BODY}\n"
    (tmp_path / "a.csv").write_text(f'title,text\n{good * 3}عنوان,"{BODY}\n{good * 2000}', encoding="utf-8")
    *before, broken, after = rows(tmp_path / "a.csv")[:5]
    assert [type(row) for row in (*before, after)] == [Article] * 4
    assert (broken.record, broken.line) == (4, 5)
    assert broken.reason.startswith("A quotation mark is opened here and never closed")
    assert len(rows(tmp_path / "a.csv")) == 2004


def test_a_row_of_too_many_cells_is_rejected_however_many_there_are(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\n" + "أ,ب,ت\n" * 100_000 + f"عنوان,{BODY}\n", encoding="utf-8")
    found = rows(tmp_path / "a.csv")
    assert len(found) == 100_001
    assert {row.reason for row in found[:-1]} == {"The row has 3 cells where the header has 2."}
    assert (found[-2].line, found[-1].title) == (100_001, "عنوان")


def test_a_table_of_300_000_columns_is_one_sentence(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"," * 300_000 + b"\n" + b"," * 300_000)
    said(reasons(tmp_path / "a.csv"), "The table has 300,001 columns, and at most 16,384 are read")


# JSON

DEEP = {
    "array.json": (b"[" * 100_000, "nested too deeply"),
    "object.json": (b'{"a":' * 100_000, "nested too deeply"),
    "wrapped.json": (b'{"articles":' + b"[" * 100_000, "nested too deeply"),
    "line.jsonl": (b'{"a":' * 100_000 + b"\n" + LINE, "The JSON is nested too deeply"),
    "list.jsonl": (b"[" * 100_000 + b"\n" + LINE, "The JSON is nested too deeply"),
    "value.jsonl": (b'{"title": "x", "text": ' + b"[" * 900 + b"]" * 900 + b"}\n", "The record has no text"),
    "number.jsonl": (b'{"text": ' + b"9" * 100_000 + b"}\n", "The line is not valid JSON"),
}


@pytest.mark.parametrize("name", DEEP)
def test_json_without_bottom_is_one_sentence(tmp_path, name):
    (tmp_path / name).write_bytes(DEEP[name][0])
    said(reasons(tmp_path / name), DEEP[name][1])


def test_keys_without_end_are_read(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW | {f"k{number}": number for number in range(100_000)}))
    (article,) = rows(tmp_path / "a.jsonl")
    assert article.body == BODY


# Texts

KEPT = (
    ("\\ud83d", ""),
    ("\\u0000", ""),
    ("\u202eعنوان\u202c", "\u202eعنوان\u202c"),
    ("ا" * 250_000, "ا" * 250_000),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("\t", "\t"),
)


@pytest.mark.parametrize(("written", "kept"), KEPT, ids=lambda one: ascii(one)[:20])
def test_odd_characters_are_kept_as_data_or_dropped_where_nothing_can_hold_them(tmp_path, written, kept):
    text = f'{{"title": "خبر {written}خبر", "text": "{BODY} {written}."}}'
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    (article,) = rows(tmp_path / "a.jsonl")
    assert (article.title, article.body) == (f"خبر {kept}خبر", f"{BODY} {kept}.")
    (article.title + article.body).encode()


@pytest.mark.parametrize("field", ["title", "text"])
@pytest.mark.parametrize("long", ["ا" * 1_000_000, "نص " * 350_000])
def test_a_text_that_no_article_has_is_rejected_and_the_next_is_read(tmp_path, field, long):
    long = json.dumps(ROW | {field: long}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_bytes(long.encode() + b"\n" + LINE)
    (reason,) = reasons(tmp_path / "a.jsonl")
    assert reason.startswith("The text has 1,0")
    assert reason.endswith("characters, and at most 262,144 are read as one article; split it.")


def test_zero_bytes_in_a_table_are_dropped(tmp_path):
    (tmp_path / "a.csv").write_text(f"title,text\nعن\x00وان,{BODY * 9}\x00\n", encoding="utf-8")
    (article,) = rows(tmp_path / "a.csv")
    assert (article.title, article.body) == ("عنوان", BODY * 9)


def test_an_endless_line_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("lib.read.text.MAX_RECORD", 2**21)
    (tmp_path / "a.jsonl").write_bytes(LINE + b'{"text": "' + b"x" * 2**22)
    said(reasons(tmp_path / "a.jsonl"), "A line is longer than")


def test_alone_a_file_that_cannot_be_read_is_an_error_with_its_name(tmp_path):
    (tmp_path / "سطر\nثان.csv").write_bytes(DISGUISES["pdf.csv"][0])
    with pytest.raises(InputError) as caught:
        rows(tmp_path / "سطر\nثان.csv")
    assert str(caught.value) == "سطر\\nثان.csv: the file is named .csv but is a PDF; save its text as .txt."
