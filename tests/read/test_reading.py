import gzip
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from lib.errors import InputError
from lib.read import Article, Rejected, articles, sources, text
from lib.read.reading import FORMATS as FORMATS_READ

BODY = "غادر الوفد العاصمة مساء الأحد."
ROW = {"title": "عنوان", "text": BODY}


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def jsonl(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


FORMATS = {
    "a.txt": f"عنوان\n\n{BODY}".encode(),
    "a.csv": f"title,text\nعنوان,{BODY}\n".encode("utf-8-sig"),
    "a.tsv": f"title\ttext\nعنوان\t{BODY}\n".encode(),
    "a.jsonl": jsonl(ROW).encode(),
    "a.JSONL": jsonl(ROW).encode(),
    "a.json": json.dumps([ROW]).encode(),
    "b.json": json.dumps(ROW).encode(),
    "a.jsonl.gz": gzip.compress(jsonl(ROW).encode()),
    "a.json.gz": gzip.compress(json.dumps([ROW]).encode()),
    "a.csv.gz": gzip.compress(f"title,text\nعنوان,{BODY}\n".encode()),
    "a.txt.gz": gzip.compress(f"عنوان\n\n{BODY}".encode()),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_yields_the_article(tmp_path, name):
    (article,) = articles(write(tmp_path / name, FORMATS[name]))
    assert isinstance(article, Article)
    assert (article.title, article.body.strip(), article.input, article.record) == ("عنوان", BODY, name, 1)
    assert (article.publisher, article.published, article.language) == ("", None, "ar")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_inside_a_zip(tmp_path, name):
    (article,) = articles(zipped(tmp_path / "صحف.zip", {f"مجلد/{name}": FORMATS[name]}))
    assert (article.title, article.body.strip(), article.input) == ("عنوان", BODY, f"صحف.zip/مجلد/{name}")


def test_a_record_is_read_with_all_its_fields(tmp_path):
    record = {
        "headline": " عنوان ",
        "content": "سطر\r\nوغادر\x00.",
        "source": {"id": None, "name": "الصحيفة"},
        "authors": ["كاتبة", "كاتب"],
        "time": "Wed, 28 Feb 2018 11:34:31 +0400",
        "date": "2018-02-28",
        "url": "https://www.example.org/1",
        "lang": "ar-SY",
    }
    (article,) = articles(write(tmp_path / "a.jsonl", jsonl(record)))
    published = datetime(2018, 2, 28, 7, 34, 31, tzinfo=UTC)
    assert article == Article(
        "عنوان", "سطر\nوغادر.", "الصحيفة", "كاتبة, كاتب", published, "https://www.example.org/1", "ar-SY", "a.jsonl", 1
    )


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"time": "11:30", "date": "2018-02-28"}, "published", datetime(2018, 2, 28, tzinfo=UTC)),
        ({"date": "غدا"}, "published", None),
        ({"date_extracted": "2015-07-27 18:39:22"}, "published", datetime(2015, 7, 27, 18, 39, 22, tzinfo=UTC)),
        ({"date_extracted": "2015-07-27", "date": "2015-07-26"}, "published", datetime(2015, 7, 26, tzinfo=UTC)),
        ({"url": "https://www.example.org/x"}, "publisher", "example.org"),
        ({"source": "http://news.example.org/rss"}, "publisher", "news.example.org"),
        ({"source": "nan", "url": "https://example.org"}, "publisher", "example.org"),
        ({"url": "http://[broken"}, "publisher", ""),
        ({"language": None}, "language", "ar"),
        ({"text": ["فقرة أولى", "فقرة ثانية"]}, "body", "فقرة أولى\nفقرة ثانية"),
        ({"text": "\ufeffنص\ud83d مقطوع"}, "body", "نص مقطوع"),
    ],
)
def test_fields_fall_back_to_what_is_known(tmp_path, record, field, value):
    (article,) = articles(write(tmp_path / "a.json", json.dumps([ROW | record])))
    assert getattr(article, field) == value


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "The record is empty."),
        ('{"title": "", "text": ""}', "The record is empty."),
        ('{"title": "عنوان", "text": " \\n"}', "The record has no text."),
        ('{"title": "عنوان", "text": null}', "The record has no text."),
        ('{"text": "An English text"}', "The text is not Arabic: 0 of 13 letters are Arabic."),
        ('{"text": "1234 ..."}', "The text is not Arabic: 0 of 0 letters are Arabic."),
        ('{"text": "Mostly English with one word دمشق"}', "The text is not Arabic: 4 of 28 letters are Arabic."),
        ('{"text": "غادر', "Line 2 is not valid JSON"),
        ('"نص"', "Record 2 is not an object"),
    ],
)
def test_a_record_that_is_no_article_is_rejected_and_the_next_is_read(tmp_path, line, reason):
    found = list(articles(write(tmp_path / "a.jsonl", f"{jsonl(ROW)}{line}\n{jsonl(ROW)}")))
    assert [type(row) for row in found] == [Article, Rejected, Article]
    assert found[1].reason.startswith(reason)
    assert [row.record for row in found] == [1, 2, 3]


def test_a_folder_is_read_in_order_with_its_folders_as_publishers(tmp_path):
    top = tmp_path / "صحف"
    for name in ("ب/2.txt", "ب/1.txt", "أ/3.txt", "0.txt", ".خفي.txt", ".git/4.txt"):
        write(top / name, f"عنوان\n{BODY}")
    write(top / "ب/صفحة.pdf", b"%PDF")
    zipped(top / "ت.zip", {"خ/5.txt": FORMATS["a.txt"], "ح/6.txt": FORMATS["a.txt"], "__MACOSX/x.txt": b"x"})
    found = list(articles(top))
    assert [(row.input, getattr(row, "publisher", None)) for row in found] == [
        ("صحف/0.txt", ""),
        ("صحف/أ/3.txt", "أ"),
        ("صحف/ب/1.txt", "ب"),
        ("صحف/ب/2.txt", "ب"),
        ("صحف/ب/صفحة.pdf", None),
        ("صحف/ت.zip/ح/6.txt", "ح"),
        ("صحف/ت.zip/خ/5.txt", "خ"),
    ]
    assert found[4].reason.startswith("Files of kind .pdf are not read")


def damaged_zip(path):
    zipped(path, {"a.txt": FORMATS["a.txt"] * 50})
    data = bytearray(path.read_bytes())
    data[60:80] = bytes(20)
    return bytes(data)


def encrypted_zip(path):
    zipped(path, {"a.txt": FORMATS["a.txt"]})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


BROKEN = {
    "empty.txt": (b"", "the file is empty"),
    "empty.csv": (b"", "the file is empty"),
    "header.csv": (b"title,text\n", "holds no records"),
    "blank.jsonl": (b"\n\n", "holds no records"),
    "none.json": (b"[]", "holds no records"),
    "columns.csv": (
        "رقم,اسم\n1,سمير\n".encode(),
        "no column holds the text; the columns are رقم, اسم: name one with --columns",
    ),
    "columns.json": (b'[{"a": 1, "b": 2}]', "no column holds the text; the columns are a, b"),
    "windows.txt": (BODY.encode("cp1256"), "convert the file to UTF-8"),
    "broken.json": (b'[{"text": ]', "the JSON is broken in record 1"),
    "broken.jsonl.gz": (b"not gzip", "damaged or unreadable"),
    "cut.jsonl.gz": (gzip.compress(jsonl(ROW).encode())[:-20], "damaged or unreadable"),
    "page.docx": (b"PK", "files of kind .docx are not read; the kinds are .txt"),
    "noname": (b"x", "files of kind .none. are not read"),
    "broken.zip": (b"PK not a zip", "the zip is damaged"),
    "none.zip": (b"PK\x05\x06" + bytes(18), "the zip holds no files"),
    "encrypted.zip": (encrypted_zip, "the zip is encrypted"),
}


def broken(folder, name):
    data = BROKEN[name][0]
    return write(folder / name, data(folder / name) if callable(data) else data)


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_one_clear_error(tmp_path, name):
    with pytest.raises(InputError, match=BROKEN[name][1]) as caught:
        list(articles(broken(tmp_path, name)))
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize("name", BROKEN)
def test_in_a_folder_it_is_rejected_and_the_rest_is_read(tmp_path, name):
    broken(tmp_path, name)
    write(tmp_path / "a.txt", FORMATS["a.txt"])
    kinds = {type(row): row for row in articles(tmp_path)}
    assert set(kinds) == {Article, Rejected}
    assert BROKEN[name][1].replace(".none.", "(none)")[4:] in kinds[Rejected].reason


def test_a_damaged_member_of_a_zip_is_rejected_and_the_rest_is_read(tmp_path):
    path = tmp_path / "a.zip"
    write(path, damaged_zip(path))
    (row,) = articles(path)
    assert isinstance(row, Rejected)
    assert row.reason.startswith("The file is damaged or unreadable")


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        articles(tmp_path / "لا شيء")
    with pytest.raises(InputError, match="holds no files"):
        list(articles(tmp_path))


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_UNZIPPED", 100)
    with pytest.raises(InputError, match="unpacks to more than"):
        list(articles(zipped(tmp_path / "a.zip", {"a.txt": "ا" * 101})))


def test_names_outside_a_zip_are_only_names(tmp_path):
    before = sorted(tmp_path.parent.rglob("*"))
    path = zipped(tmp_path / "a.zip", {"../../خارج.txt": FORMATS["a.txt"], "/etc/مطلق.txt": FORMATS["a.txt"]})
    assert {row.title for row in articles(path)} == {"عنوان"}
    assert sorted(tmp_path.parent.rglob("*")) == sorted([*before, path])


def test_columns_are_the_users_to_name_in_tables_only(tmp_path):
    write(tmp_path / "a.csv", f"أ,ب\nعنوان,{BODY}\n")
    write(tmp_path / "b.txt", FORMATS["a.txt"])
    found = list(articles(tmp_path, {"title": "أ", "body": "ب"}))
    assert [(row.title, row.body.strip()) for row in found] == [("عنوان", BODY)] * 2
    with pytest.raises(InputError, match="no column 'ت' for body; the columns are أ, ب"):
        list(articles(tmp_path / "a.csv", {"body": "ت"}))


@pytest.mark.parametrize(
    ("suffix", "written"),
    [
        (".json", json.dumps([ROW] * 9000)),
        (".jsonl", jsonl(ROW) * 9000),
        (".csv", "title,text\n" + f"عنوان,{BODY}\n" * 9000),
    ],
)
def test_a_large_file_is_read_piece_by_piece(monkeypatch, suffix, written):
    monkeypatch.setattr(text, "_CHUNK", 1000)
    stream = io.BytesIO(written.encode())
    records = FORMATS_READ[suffix].read(stream)
    next(records)
    assert stream.tell() <= 3000
    assert sum(1 for _ in records) == 8999


def test_the_seeds_are_two_articles_with_their_own_titles(shared):
    found = list(articles(shared / "seeds"))
    assert [row.title for row in found] == [
        json.loads((shared / "gold/seed_000.json").read_text())["title"],
        next(line for line in (shared / "seeds/002_c7778b4f077c8d96.txt").read_text().split("\n")[1:] if line),
    ]


@pytest.mark.parametrize(
    ("name", "count", "rejected", "dated"),
    [("ant_2018_sample.jsonl.gz", 6000, 0, 6000), ("saudinewsnet_2015-07-27.zip", 1387, 10, 1387)],
)
def test_real_corpora_are_read_whole(shared, name, count, rejected, dated):
    found = list(articles(shared / "corpora" / name))
    read = [row for row in found if isinstance(row, Article)]
    assert (len(read), len(found) - len(read)) == (count, rejected)
    assert sum(row.published is not None for row in read) == dated
    assert all(row.publisher and row.title for row in read)
