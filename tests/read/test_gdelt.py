import json

import pytest

from lib.read import gdelt
from lib.read.article import Article, File, Rejected
from lib.read.reading import rows_of
from lib.read.record import Record
from lib.read.sources import sources

TITLE = "غادر الوفد العاصمة مساء الأحد"
ESCAPED = "".join(f"&#x{ord(letter):x};" for letter in TITLE)
EXTRAS = f"<PAGE_LINKS>http://a</PAGE_LINKS><PAGE_TITLE>{ESCAPED}</PAGE_TITLE><PAGE_AUTHORS>كاتبة</PAGE_AUTHORS>"
RAW = ["20241208033000-T12", "20241208033000", "1", "example.org", "https://example.org/1", *[""] * 20]
RAW += ["srclc:ara;eng:Moses 2.1.1", EXTRAS]


def rows(path, data):
    path.write_text(data, encoding="utf-8")
    return [row for source in sources(path) for row in rows_of(source, {})]


def gkg(**changed):
    return dict(zip(gdelt._GKG, RAW, strict=True)) | changed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", json.dumps(gkg())),
        ("20241208033000.translation.gkg.csv", "\t".join(RAW) + "\n"),
        ("a.tsv", "\t".join(gdelt._GKG) + "\n" + "\t".join(RAW) + "\n"),
    ],
)
def test_the_headline_of_the_knowledge_graph_is_in_its_extras(tmp_path, name, data):
    article, file = rows(tmp_path / name, data)
    assert isinstance(article, Article)
    assert (article.title, article.body, article.author, article.publisher) == (TITLE, "", "كاتبة", "example.org")
    assert (article.url, article.published.isoformat()) == ("https://example.org/1", "2024-12-08T03:30:00+00:00")
    assert file.columns["title"] == "Extras: PAGE_TITLE"
    assert "body" not in file.columns


def test_a_record_of_the_graph_without_a_title_is_rejected(tmp_path):
    found = rows(tmp_path / "a.jsonl", f"{json.dumps(gkg())}\n{json.dumps(gkg(Extras='<PAGE_LINKS>x</PAGE_LINKS>'))}")
    assert [type(row) for row in found] == [Article, Rejected, File]
    assert found[1].reason == "The record has neither a headline nor a text."


EVENTS = (
    "GLOBALEVENTID,SQLDATE,Actor1Name,SOURCEURL\n7,20241208,SYRIA,https://example.org\n8,20241208,SYRIA,https://x\n",
    "\t".join(["1213", "20241208", *["x"] * 59]) + "\n" + "\t".join(["1214", "20241208", *["x"] * 59]) + "\n",
    "\t".join(["1213", "20241208", *["x"] * 56]) + "\n" + "\t".join(["1214", "20241208", *["x"] * 56]) + "\n",
    "\t".join(["1213", "20241208033000", *["x"] * 14]) + "\n" + "\t".join(["1214", "20241208033000", *["x"] * 14]),
    "DATE\tNUMARTS\tCAMEOEVENTIDS\tSOURCEURLS\n20241208\t1\t7\tx\n20241208\t1\t7\tx\n",
)


@pytest.mark.parametrize("data", EVENTS)
def test_each_event_is_rejected_because_it_has_no_headline(tmp_path, data):
    *found, file = rows(tmp_path / "a.csv", data)
    assert [row.reason for row in found] == [gdelt.NO_HEADLINE] * 2
    assert (file.records, file.rejected) == (2, 2)


@pytest.mark.parametrize(
    "answer",
    [
        'URL,MobileURL,Date,Title\nhttps://example.org/1,,2024-12-08 03:30:00,"{title}"\n',
        '{{"articles": [{{"url": "https://example.org/1", "url_mobile": "", "title": "{title}", "language": "Arabic",'
        ' "seendate": "20241208T033000Z", "domain": "example.org", "sourcecountry": "Syria"}}]}}',
    ],
)
def test_an_answer_of_the_doc_api_is_a_list_of_headlines(tmp_path, answer):
    path = tmp_path / ("a.csv" if answer.startswith("URL") else "a.json")
    article, _ = rows(path, answer.format(title=TITLE))
    assert (article.title, article.publisher, article.url) == (TITLE, "example.org", "https://example.org/1")
    assert article.published.isoformat() == "2024-12-08T03:30:00+00:00"


def test_only_the_known_parts_of_extras_become_fields():
    record = gdelt.unfolded(
        Record(1, {"Extras": "<PAGE_TITLE>أ &amp; ب</PAGE_TITLE><PAGE_ALTURL_AMP>x</PAGE_ALTURL_AMP>"})
    )
    assert record.fields["Extras: PAGE_TITLE"] == "أ & ب"
    assert len(record.fields) == 2
