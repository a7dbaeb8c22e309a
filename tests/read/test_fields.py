import json
from datetime import UTC, datetime

import pytest

from lib.read.article import Article, File, Rejected
from lib.read.reading import rows_of
from lib.read.sources import sources

BODY = "غادر الوفد العاصمة مساء الأحد."
ROW = {"title": "عنوان", "text": BODY}


def articles(path, text):
    path.write_text(text, encoding="utf-8")
    return [row for source in sources(path) for row in rows_of(source, {}) if not isinstance(row, File)]


def jsonl(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


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
    (article,) = articles(tmp_path / "a.jsonl", jsonl(record))
    published = datetime(2018, 2, 28, 7, 34, 31, tzinfo=UTC)
    assert article == Article(
        "عنوان", "سطر\nوغادر.", "الصحيفة", "كاتبة, كاتب", published, "https://www.example.org/1", "ar", "a.jsonl", 1
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
        ({"language": "Arabic"}, "language", "ar"),
        ({"language": "en"}, "language", "ar"),  # a site's setting; no English is written in Arabic letters
        ({"date": {"$date": "2018-02-28T07:34:31Z"}}, "published", datetime(2018, 2, 28, 7, 34, 31, tzinfo=UTC)),
        (
            {"date": {"$date": {"$numberLong": "1519803271000"}}},
            "published",
            datetime(2018, 2, 28, 7, 34, 31, tzinfo=UTC),
        ),
        ({"_id": {"$oid": "5a96"}, "url": {"$oid": "5a96"}}, "url", "5a96"),
        ({"text": [[[["فقرة"]]], [[[[["عميقة"]]]]]]}, "body", "فقرة"),
        ({"text": ["فقرة أولى", "فقرة ثانية"]}, "body", "فقرة أولى\nفقرة ثانية"),
        ({"text": "\ufeffنص\ud83d مقطوع"}, "body", "نص مقطوع"),
    ],
)
def test_fields_fall_back_to_what_is_known(tmp_path, record, field, value):
    (article,) = articles(tmp_path / "a.json", json.dumps([ROW | record]))
    assert getattr(article, field) == value


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "The record is empty."),
        ('{"title": "", "text": ""}', "The record is empty."),
        ('{"title": "عنوان", "text": " \\n"}', "The record has no text."),
        ('{"title": "عنوان", "text": null}', "The record has no text."),
        ('{"text": "1234 ..."}', "The text is not Arabic: 0 of 0 letters are Arabic."),
        ('{"text": "An English text"}', "The text is "),
        ('{"text": "Mostly English with one word دمشق"}', "The text is "),
        ('{"text": "غادر', "The line is not valid JSON"),
        ('"نص"', "The record is not an object"),
    ],
)
def test_a_record_that_is_no_article_is_rejected_and_the_next_is_read(tmp_path, line, reason):
    found = articles(tmp_path / "a.jsonl", f"{jsonl(ROW)}{line}\n{jsonl(ROW)}")
    assert [type(row) for row in found] == [Article, Rejected, Article]
    assert found[1].reason.startswith(reason)
    assert [row.record for row in found] == [1, 2, 3]
    assert found[1].line == 2


PERSIAN = "رئیس جمهور گفت که این برنامه برای کشور مهم است و باید از آن حمایت کرد تا مردم بتوانند آینده خود را بسازند."
LANGUAGES = (
    # the text, the language its record gives, the reason why it is rejected
    (PERSIAN, "", "The text is Persian, not Arabic."),
    (PERSIAN, "ar", "The text is Persian, not Arabic."),
    ("The president said that the plan is important for the country.", "", "The text is English, not Arabic."),
    ("خبر", "fa-IR", "The text is Persian, not Arabic."),
    ("خبر", "Urdu", "The text is Urdu, not Arabic."),
    ("خبر", "Arabic", ""),
    ("خبر", "", ""),
    (BODY, "fa", ""),
)


@pytest.mark.parametrize(("text", "told", "reason"), LANGUAGES)
def test_a_text_decides_its_language_and_its_record_where_it_is_too_short(tmp_path, text, told, reason):
    (row,) = articles(tmp_path / "a.jsonl", jsonl({"text": text, "language": told}))
    assert getattr(row, "reason", "") == reason
    assert getattr(row, "language", "ar") == "ar"
