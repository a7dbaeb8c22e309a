import io
import json
from datetime import UTC, datetime

import pytest

from lib.read.article import Article, File, Rejected
from lib.read.messages import encoded, message, received, rows_message

PUBLISHED = datetime(1999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
ROWS = [
    Article("عنوان", 'نص "بين علامتين"\n\\ 📰 \u2028', "ناشر", "كاتبة", PUBLISHED, "https://example.org", "ar", "a", 1),
    Article("", "نص", "", "", None, "", "ar", "a", 2),
    Rejected("a", 3, 7, "سبب"),
    File("a", ".csv", "windows-1256", {"body": "النص, text"}, ["النص", "text", "id"], 3, 1),
]


def framed(text):
    data = text.encode("utf-16-le")
    return len(data).to_bytes(4, "big") + data


def test_rows_arrive_as_they_were_and_notices_between_them():
    told = message("source", "a") + rows_message([encoded(row) for row in ROWS]) + message("end")
    stream = io.BytesIO(told)
    assert received(stream) == ("source", "a")
    assert received(stream) == ("rows", ROWS)
    assert received(stream) == ("end", "")
    assert received(stream) is None


def test_what_millions_of_rejected_rows_repeat_is_held_once():
    row = Rejected("a.csv", 1, 2, "The record has no text.")
    told = [received(io.BytesIO(rows_message([encoded(row)])))[1][0] for _ in range(2)]
    assert told == [row, row]
    assert told[0].input is told[1].input
    assert told[0].reason is told[1].reason


def test_lone_surrogates_are_replaced():
    assert received(io.BytesIO(message("source", "a\udcff\ud83d"))) == ("source", "a??")


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"\x00",
        b"\x00\x00\x00\x08abc",
        b"\xff\xff\xff\xff" + b"x" * 100,
        b"\x00\x00\x00\x03abc",
        framed("Traceback"),
        framed("1"),
        framed("{}"),
        framed('["rows"]'),
        framed('["rows", 1]'),
        framed('["rows", [1]]'),
        framed('["rows", [[]]]'),
        framed('["rows", [["Popen", "rm"]]]'),
        framed('["rows", [["Article", "too few"]]]'),
        framed(json.dumps(["rows", [["Article", *"abcd", "no date", *"efgh"]]])),
        framed(json.dumps(["rows", [["Article", *"abcd", 1, *"efgh"]]])),
        framed("[" * 100_000),
    ],
)
def test_what_is_no_message_is_the_end(told):
    assert received(io.BytesIO(told)) is None
