import io

import pytest

from lib.errors import InputError
from lib.read import text
from lib.read.text import decoded, lines, normalised, whole

ARABIC = "عاد الوفد إلى دمشق\nوغادر حلب مساء الأحد"


def read(data):
    return "".join(decoded(io.BytesIO(data)).pieces)


@pytest.mark.parametrize("chunk", [3, 7, 1 << 20])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_pieces_of_any_length(monkeypatch, encoding, chunk):
    monkeypatch.setattr(text, "_CHUNK", max(chunk, 8) if "16" in encoding or "32" in encoding else chunk)
    assert read(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize(
    ("written", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1256", "windows-1256")],
)
def test_the_encoding_is_told(written, name):
    assert decoded(io.BytesIO(ARABIC.encode(written))).encoding == name


def test_line_ends_are_line_feeds_even_where_a_piece_cuts_them(monkeypatch):
    monkeypatch.setattr(text, "_CHUNK", 3)
    assert read("دمشق\r\nحلب\r".encode()) == "دمشق\nحلب\n"


BROKEN = (
    (
        "utf-8",
        "دمشق".encode(),
        b"\xff" + "حلب".encode(),
        "UTF-8 only as far as byte 8, which is 0xFF; convert the file",
    ),
    ("utf-8", "دمشق".encode(), b"\xd8", "UTF-8 only as far as byte 8, which is 0xD8"),
    ("utf-8-sig", "دمشق".encode("utf-8-sig"), b"\xff", "UTF-8 only as far as byte 11, which is 0xFF"),
    ("utf-8", b"a,b\n" * 300_000, "دمشق".encode("cp1256"), "UTF-8 only as far as byte 1,200,000, which is 0xCF"),
    ("utf-16", "دمشق".encode("utf-16"), b"\xd8", "UTF-16 only as far as byte 10, which is 0xD8"),
    ("utf-32", "دمشق".encode("utf-32"), b"\xd8\xff\xff\xff", "UTF-32 only as far as byte 20, which is 0xD8"),
)


@pytest.mark.parametrize("chunk", [5, 1 << 20])
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken[-1][:40])
def test_text_that_breaks_is_kept_up_to_the_byte_that_is_named(monkeypatch, chunk, broken):
    encoding, before, after, said = broken
    monkeypatch.setattr(text, "_CHUNK", chunk)
    pieces = decoded(io.BytesIO(before + after)).pieces
    got = []
    with pytest.raises(InputError, match=said):
        got.extend(pieces)
    assert "".join(got) == before.decode(encoding)


@pytest.mark.parametrize(("data", "said"), [(b"", "the file is empty"), (b"PK\x03\x04" + bytes(60), "byte 0x03 at 2")])
def test_what_is_no_text_is_said_before_anything_is_read(data, said):
    with pytest.raises(InputError, match=said):
        decoded(io.BytesIO(data))


def test_only_what_is_taken_is_read(monkeypatch):
    monkeypatch.setattr(text, "_CHUNK", 100)
    stream = io.BytesIO(b"x" * 10_000)
    next(decoded(stream).pieces)
    assert stream.tell() == 100


def test_lines_are_cut_at_line_feeds_only():
    assert list(lines(iter(["ا\u2028ب", "ت\nث\n", "\nج"]))) == ["ا\u2028بت", "ث", "", "ج"]


@pytest.mark.parametrize("taken", [lambda pieces: list(lines(pieces)), whole])
def test_an_endless_line_or_text_is_not_held(monkeypatch, taken):
    monkeypatch.setattr(text, "MAX_RECORD", 10)
    with pytest.raises(InputError, match="longer than 10 characters"):
        taken(iter(["ا" * 6, "ا" * 6]))


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("سطر\r\nسطر\rسطر", "سطر\nسطر\nسطر"),
        ("د\x00مشق\ufeff\ud800", "دمشق"),
        (" مُدَرِّسٌ  ـ «١٢٣»\u00a0؛", " مُدَرِّسٌ  ـ «١٢٣» ؛"),
    ],
)
def test_nothing_else_is_changed(raw, kept):
    assert normalised(raw) == kept
