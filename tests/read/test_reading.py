import gzip
import json
import zipfile

import pytest

from lib.errors import InputError
from lib.read import reading
from lib.read.article import Article, File, Rejected
from lib.read.reading import FORMATS as FORMATS_READ
from lib.read.reading import rows_of
from lib.read.sources import sources
from lib.read.streams import Checked

BODY = "غادر الوفد العاصمة مساء الأحد."
ROW = {"title": "عنوان", "text": BODY}


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def rows(path, columns=None):
    return [row for source in sources(path) for row in rows_of(source, columns or {})]


def articles(path, columns=None):
    return [row for row in rows(path, columns) if not isinstance(row, File)]


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


def test_a_folder_is_read_in_order_with_its_folders_as_publishers(tmp_path):
    top = tmp_path / "صحف"
    for name in ("ب/2.txt", "ب/1.txt", "أ/3.txt", "0.txt", ".خفي.txt", ".git/4.txt"):
        write(top / name, f"عنوان\n{BODY}")
    write(top / "ب/صفحة.pdf", b"%PDF")
    zipped(top / "ت.zip", {"خ/5.txt": FORMATS["a.txt"], "ح/6.txt": FORMATS["a.txt"], "__MACOSX/x.txt": b"x"})
    found = articles(top)
    assert [(row.input, getattr(row, "publisher", None)) for row in found] == [
        ("صحف/.git", None),
        ("صحف/.خفي.txt", None),
        ("صحف/0.txt", ""),
        ("صحف/أ/3.txt", "أ"),
        ("صحف/ب/1.txt", "ب"),
        ("صحف/ب/2.txt", "ب"),
        ("صحف/ب/صفحة.pdf", None),
        ("صحف/ت.zip/__MACOSX", None),
        ("صحف/ت.zip/ح/6.txt", "ح"),
        ("صحف/ت.zip/خ/5.txt", "خ"),
    ]
    reasons = [row.reason for row in found if isinstance(row, Rejected)]
    assert [reason.split(";")[0] for reason in reasons] == [
        "Hidden files and folders are not read",
        "Hidden files and folders are not read",
        "Files of kind .pdf are not read",
        "Hidden files and folders are not read",
    ]


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
    "none.txt": (bytes(range(128, 160)) * 9, "encoding"),
    "broken.json": (b'[{"text": ]', "the JSON is broken in record 1"),
    "broken.jsonl.gz": (b"not gzip", "named .gz but is not gzip"),
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
        articles(broken(tmp_path, name))
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize("name", BROKEN)
def test_in_a_folder_it_is_rejected_and_the_rest_is_read(tmp_path, name):
    broken(tmp_path, name)
    write(tmp_path / "a.txt", FORMATS["a.txt"])
    kinds = {type(row): row for row in articles(tmp_path)}
    assert set(kinds) == {Article, Rejected}
    assert BROKEN[name][1].replace(".none.", "(none)")[4:] in kinds[Rejected].reason


def test_a_damaged_member_of_a_zip_is_rejected(tmp_path):
    path = tmp_path / "a.zip"
    write(path, damaged_zip(path))
    (row,) = articles(path)
    assert row.reason.startswith("The file is damaged or unreadable")


def test_what_came_before_the_damage_is_kept(tmp_path):
    data = gzip.compress("".join(jsonl(ROW | {"title": f"عنوان {number}"}) for number in range(50_000)).encode())
    write(tmp_path / "a.jsonl.gz", data[: len(data) // 2])
    *read, broken = articles(tmp_path)
    assert [row.record for row in read] == list(range(1, len(read) + 1))
    assert len(read) > 10_000
    assert (broken.record, broken.line) == (len(read) + 1, 0)
    assert broken.reason.startswith("The file is damaged or unreadable")


def test_a_packed_stream_of_small_pieces_is_read_in_time_that_grows_with_it():
    """Once it summed its pieces at each: a Parquet file of 170 MB in gzip took more than a minute."""

    class Pieces(list):
        def read1(self, size):
            return self.pop() if self else b""

        def close(self):
            pass

    given = Checked(Pieces([b"x"] * 300_000), lambda given, end: None)
    assert len(given.read(10**6)) == 300_000


def test_what_came_before_the_damage_is_kept_in_a_small_file_too(tmp_path):
    write(tmp_path / "a.json", json.dumps([ROW, ROW])[:-1] + ', {"text": ]')
    write(tmp_path / "b.txt", FORMATS["a.txt"])
    first, second, broken, *_ = articles(tmp_path)
    assert (first.title, second.title, broken.record) == ("عنوان", "عنوان", 3)


def test_of_many_files_each_is_mapped_by_the_columns_that_it_has(tmp_path):
    write(tmp_path / "a.csv", f"رأس,كلام\nعنوان,{BODY}\n")
    write(tmp_path / "b.jsonl", jsonl(ROW))
    found = [row for row in articles(tmp_path, {"title": "رأس", "body": "كلام"}) if isinstance(row, Article)]
    assert [(row.title, row.body) for row in found] == [("عنوان", BODY)] * 2


def test_after_its_rows_a_file_says_how_it_was_read(tmp_path):
    write(tmp_path / "a.csv", f"title,text,date,time\nعنوان,{BODY},2024-12-08,\n,,,\n")
    write(tmp_path / "b.txt", FORMATS["a.txt"])
    write(tmp_path / "c.pdf", b"%PDF-1.7")
    write(tmp_path / "d.jsonl", "{")
    found = [row for row in rows(tmp_path) if isinstance(row, File)]
    at = tmp_path.name
    columns = {"title": "title", "body": "text", "published": "time, date"}
    assert found == [
        File(f"{at}/a.csv", "csv", "utf-8", columns, ["title", "text", "date", "time"], 2, 1),
        File(f"{at}/b.txt", "txt", "utf-8", {}, [], 1, 0),
        File(f"{at}/d.jsonl", "jsonl", "utf-8", {}, [], 1, 1),
    ]


def test_a_file_without_texts_is_read_for_its_headlines(tmp_path):
    """As Media Cloud and GDELT export: the address and the headline of each article, and not the article."""
    write(
        tmp_path / "a.csv",
        "title,url,language\nغادر الوفد العاصمة مساء الأحد,https://example.org/1,ar\n,https://x,ar\n",
    )
    article, rejected, file = rows(tmp_path / "a.csv")
    assert (article.title, article.body, article.publisher) == ("غادر الوفد العاصمة مساء الأحد", "", "example.org")
    assert rejected.reason == "The record has neither a headline nor a text."
    assert file.columns == {"title": "title", "url": "url", "language": "language"}


def test_texts_that_begin_after_the_first_records_are_read(tmp_path):
    lines = jsonl({"title": "غادر الوفد العاصمة"}) * 150 + jsonl(ROW)
    found = articles(write(tmp_path / "a.jsonl", lines))
    assert [row.body for row in found] == [""] * 150 + [BODY]


def test_records_after_a_hundred_broken_ones_are_read(tmp_path):
    found = articles(write(tmp_path / "a.jsonl", "{\n" * 150 + jsonl(ROW)))
    assert [type(row) for row in found] == [Rejected] * 150 + [Article]


def test_a_file_of_nothing_but_rejected_records_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_HOPELESS", 50)
    write(tmp_path / "a.jsonl", "{\n" * 80)
    write(tmp_path / "b.jsonl", jsonl(ROW) + "{\n" * 80)
    found = articles(tmp_path)
    assert [row.input[-7:] for row in found] == ["a.jsonl"] * 51 + ["b.jsonl"] * 81
    assert found[50].reason == "Its first 50 records hold no article; check its columns, or split it."
    assert found[50].record == 51


def test_columns_are_the_users_to_name_in_tables_only(tmp_path):
    write(tmp_path / "a.csv", f"أ,ب\nعنوان,{BODY}\n")
    write(tmp_path / "b.txt", FORMATS["a.txt"])
    found = articles(tmp_path, {"title": "أ", "body": "ب"})
    assert [(row.title, row.body.strip()) for row in found] == [("عنوان", BODY)] * 2
    with pytest.raises(InputError, match="no column 'ت' for body; the columns are أ, ب"):
        articles(tmp_path / "a.csv", {"body": "ت"})


@pytest.mark.parametrize(
    ("suffix", "written"),
    [
        (".json", json.dumps([ROW] * 9000)),
        (".jsonl", jsonl(ROW) * 9000),
        (".csv", "title,text\n" + f"عنوان,{BODY}\n" * 9000),
    ],
)
def test_a_large_file_is_read_piece_by_piece(suffix, written):
    given = iter([written[at : at + 1000] for at in range(0, len(written), 1000)])
    records = FORMATS_READ[suffix].text(given)
    next(records)
    assert len(list(given)) > len(written) / 1000 - 5


def test_the_seeds_are_two_articles_with_their_own_titles(shared):
    found = articles(shared / "seeds")
    assert [row.title for row in found] == [
        json.loads((shared / "gold/seed_000.json").read_text())["title"],
        next(line for line in (shared / "seeds/002_c7778b4f077c8d96.txt").read_text().split("\n")[1:] if line),
    ]


@pytest.mark.parametrize(
    ("name", "count", "rejected", "dated"),
    [("ant_2018_sample.jsonl.gz", 6000, 0, 6000), ("saudinewsnet_2015-07-27.zip", 1387, 10, 1387)],
)
def test_real_corpora_are_read_whole(shared, name, count, rejected, dated):
    found = articles(shared / "corpora" / name)
    read = [row for row in found if isinstance(row, Article)]
    assert (len(read), len(found) - len(read)) == (count, rejected)
    assert sum(row.published is not None for row in read) == dated
    assert all(row.publisher and row.title for row in read)
