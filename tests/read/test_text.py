import io

import pytest

from lib.errors import InputError
from lib.read import text
from lib.read.text import chunks, lines, normalised

ARABIC = "دمشق\nحلب"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_marked_encodings_are_read(encoding):
    assert "".join(chunks(io.BytesIO(ARABIC.encode(encoding)))) == ARABIC


def test_a_letter_cut_by_the_end_of_a_piece_is_whole(monkeypatch):
    monkeypatch.setattr(text, "_CHUNK", 3)
    assert "".join(chunks(io.BytesIO("دمشق\r\nحلب\r".encode()))) == "دمشق\nحلب\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        ("دمشق".encode("cp1256"), "byte 0xCF at 0 is not UTF-8"),
        (b"abcdef\xff\xfe", "byte 0xFF at 6 is not UTF-8"),
        ("دمشق".encode() + b"\xd8", "byte 0xD8 at 8 is not UTF-8"),
        (ARABIC.encode("utf-16-le"), "encoding is unknown"),
        (b"PK\x03\x04" + bytes(60), "encoding is unknown"),
    ],
)
def test_an_unknown_encoding_is_said_with_its_byte(monkeypatch, data, said):
    monkeypatch.setattr(text, "_CHUNK", 5 if b"abc" in data else 1000)
    with pytest.raises(InputError, match=said):
        "".join(chunks(io.BytesIO(data)))


def test_lines_are_cut_at_line_feeds_only():
    assert list(lines(iter(["ا\u2028ب", "ت\nث\n", "\nج"]))) == ["ا\u2028بت", "ث", "", "ج"]


def test_an_endless_line_is_not_held(monkeypatch):
    monkeypatch.setattr(text, "MAX_RECORD", 10)
    with pytest.raises(InputError, match="longer than 10 characters"):
        list(lines(iter(["ا" * 6, "ا" * 6])))


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
