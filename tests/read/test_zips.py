"""Zips made to fill a machine, to mislead or to break a reader: each costs one sentence, and the rest is read."""

import io
import stat
import struct
import zipfile
import zlib

import pytest

from lib.read import limits, zips
from lib.read.article import Article
from tests.read.beside import BODY, TEXT, reasons, rows, said, zipped


def patched(path, *changes):
    """Change fields of the first member in both its headers: (offset in the local one, in the central one, value)."""
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    for local, far, form, value in changes:
        struct.pack_into(form, data, local, value)
        struct.pack_into(form, data, central + far, value)
    path.write_bytes(data)
    return path


def test_a_member_that_unpacks_to_a_thousand_times_its_size_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    zipped(tmp_path / "a.zip", {"bomb.csv": b"text\n" + bytes(2**22), "good.txt": TEXT})
    said(reasons(tmp_path / "a.zip"), "unpacks to more than 200 times its size")
    assert sum(isinstance(row, Article) for row in rows(tmp_path / "a.zip")) == 1


def test_a_zip_that_unpacks_to_too_much_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "MAX_UNZIPPED", 100)
    said(reasons(zipped(tmp_path / "a.zip", {"a.txt": "ا" * 101})), "The zip unpacks to more than")


def test_a_zip_of_too_many_files_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "MAX_MEMBERS", 20)
    said(reasons(zipped(tmp_path / "a.zip", {f"{number}.txt": "" for number in range(21)})), "The zip holds 21 files")


def test_a_hundred_thousand_members_are_not_listed(tmp_path):
    path = zipped(tmp_path / "a.zip", {})
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0)
    listed = b"".join(entry + b"%05d" % number for number in range(100_000))
    path.write_bytes(listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 34_464, 34_464, len(listed), 0, 0))
    said(reasons(path), "The zip holds 100,000 files, and at most 50,000 are read")


@pytest.mark.parametrize("far", [False, True])
def test_a_list_of_members_too_long_to_hold_is_not_read(tmp_path, monkeypatch, far):
    monkeypatch.setattr(zips, "MAX_DIRECTORY", 1000)
    path = zipped(tmp_path / "a.zip", {f"{number}.txt": "" for number in range(30)})
    if far:
        data = path.read_bytes()
        end = data.rindex(b"PK\x05\x06")
        size, start = struct.unpack_from("<2L", data, end + 12)
        record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 30, 30, size, start)
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
        path.write_bytes(data[:end] + record + locator + data[end : end + 8] + b"\xff" * 12 + b"\0\0")
    said(reasons(path), "The zip lists more files than the 50,000")


def test_a_zip_in_a_zip_is_not_opened(tmp_path):
    inner = io.BytesIO()
    zipped(inner, {"a.txt": TEXT})
    said(reasons(zipped(tmp_path / "a.zip", {"b.zip": inner.getvalue()})), "A zip inside a zip is not opened")


def test_members_that_lie_over_one_another_are_not_opened(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT * 9}, zipfile.ZIP_STORED)
    data = path.read_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    many = data[start:end] * 50
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50, 50, len(many), start, 0)
    path.write_bytes(data[:start] + many + tail)
    said(reasons(path), "lie over one another")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (10, "damaged or unreadable (Bad CRC-32"),
        (0, "damaged or unreadable (Bad CRC-32"),
        (100_000, "bytes long where its zip declares 100,000"),
    ],
)
def test_a_member_of_another_size_than_declared_is_said(tmp_path, method, size, sentence):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT}, method)
    said(reasons(patched(path, (22, 24, "<L", size))), sentence)


def test_a_member_is_never_read_beyond_what_it_declares(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT * 1000})
    patched(path, (22, 24, "<L", len(TEXT)), (14, 16, "<L", zlib.crc32(TEXT)))
    (article,) = rows(path)
    assert article.body.strip() == BODY


@pytest.mark.parametrize(
    "name", ["../../خارج.txt", "/etc/مطلق.txt", "أ/../../x.txt", "..\\x.txt", "C:\\x.txt", "C:/x.txt"]
)
def test_a_name_that_leads_out_of_the_zip_is_rejected_and_nothing_is_written(tmp_path, name):
    (tmp_path / "أ/ب").mkdir(parents=True)
    path = zipped(tmp_path / "أ/ب/a.zip", {name: TEXT})
    before = sorted(tmp_path.rglob("*"))
    (row,) = rows(path)
    assert row.reason.startswith("The name leads out of the zip")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_device_in_a_zip_is_rejected(tmp_path, kind):
    member = zipfile.ZipInfo("a.txt")
    member.create_system, member.external_attr = 3, (kind | 0o777) << 16
    said(reasons(zipped(tmp_path / "a.zip", {member: b"/etc/passwd"})), "a link or a device, not a file")


def test_an_encrypted_member_is_rejected_and_the_rest_is_read(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT, "b.txt": TEXT})
    patched(path, (6, 8, "<H", 1))
    said(reasons(path), "The file is encrypted; unpack the zip with its password")
    assert [row.input for row in rows(path) if isinstance(row, Article)] == ["a.zip/b.txt"]


@pytest.mark.parametrize("method", [9, 14, 93, 99])
def test_an_unknown_compression_is_named(tmp_path, method):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT})
    said(reasons(patched(path, (8, 10, "<H", method))), f"compressed by a method ({method}) that is not read")


@pytest.mark.parametrize("cut", [4, 22, 60, -4, -30])
def test_a_zip_that_is_cut_off_is_damaged(tmp_path, cut):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT})
    path.write_bytes(path.read_bytes()[:cut])
    said(reasons(path), "The zip is damaged")


def test_two_headers_that_disagree_about_a_name_are_damage(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT})
    path.write_bytes(path.read_bytes().replace(b"a.txt", b"b.txt", 1))
    said(reasons(path), "The file is damaged in its zip (File name in directory")


def test_a_name_of_a_zip_is_shown_on_one_line(tmp_path):
    path = zipped(tmp_path / "a.zip", {"سطر\nثان\u202e.txt": TEXT, "ا" * 9000 + ".txt": TEXT})
    assert [len(row.input) for row in rows(path)] == [240, 24]
    assert rows(path)[1].input == "a.zip/سطر\\nثان\\u202e.txt"
