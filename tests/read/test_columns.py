import pytest

from lib.errors import InputError
from lib.read import columns
from lib.read.columns import Columns, columns_from_toml

GUESSED = (
    (("headline", "content"), "body", ("content",)),
    (("Headline", "Full-Text", "text"), "body", ("Full-Text", "text")),
    (("العنوان", "النص", "التاريخ"), "body", ("النص",)),
    (("العنوان", "النص", "التاريخ"), "published", ("التاريخ",)),
    (("abstract", "text", "time", "date"), "body", ("text",)),
    (("abstract", "text", "time", "date"), "published", ("time", "date")),
    (("title", "abstract"), "body", ("abstract",)),
    (("source", "text"), "publisher", ("source",)),
    (("text",), "publisher", ()),
    (
        ("id", "indexed_date", "media_name", "media_url", "publish_date", "title"),
        "publisher",
        ("media_name", "media_url"),
    ),
    (
        ("id", "indexed_date", "media_name", "media_url", "publish_date", "title"),
        "published",
        ("publish_date", "indexed_date"),
    ),
    (("stories_id", "guid", "url", "title", "collect_date", "ap_syndicated"), "url", ("url", "guid")),
    (("URL", "MobileURL", "Date", "Title"), "url", ("URL", "MobileURL")),
    (("URL", "MobileURL", "Date", "Title"), "published", ("Date",)),
    (("url", "url_mobile", "title", "seendate", "domain", "language", "sourcecountry"), "published", ("seendate",)),
    (("url", "url_mobile", "title", "seendate", "domain", "language", "sourcecountry"), "publisher", ("domain",)),
    (("DATE", "SourceCommonName", "DocumentIdentifier", "Extras: PAGE_TITLE"), "title", ("Extras: PAGE_TITLE",)),
    (("DATE", "SourceCommonName", "DocumentIdentifier", "Extras: PAGE_TITLE"), "url", ("DocumentIdentifier",)),
)


@pytest.mark.parametrize(("found", "field", "columns"), GUESSED)
def test_usual_names_are_guessed_the_most_precise_first(found, field, columns):
    assert Columns(found, {}).of(found)[field] == columns


def test_without_a_column_of_text_a_file_holds_headlines():
    where = Columns(["title", "words"], {})
    assert where.headlines
    assert where.used() == {"title": "title"}
    assert where.of(["title", "text"])["body"] == ("text",)
    assert not Columns(["title", "text"], {}).headlines


def test_used_columns_are_listed_in_the_order_they_are_tried():
    assert Columns(["date", "text", "time"], {"title": "date"}).used() == {
        "title": "date",
        "body": "text",
        "published": "time, date",
    }


def test_sets_of_columns_are_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(columns, "_REMEMBERED", 10)
    where = Columns(["title", "text"], {})
    for number in range(50):
        assert where.of(["text", str(number)])["body"] == ("text",)
    assert len(where._known) <= 10


def test_a_chosen_column_wins():
    where = Columns(["title", "text", "مادة"], {"body": "مادة"}).of(["title", "text", "مادة"])
    assert where["body"] == ("مادة",)
    assert where["title"] == ("title",)


@pytest.mark.parametrize(
    ("found", "chosen", "said"),
    [
        (("title", "words"), {"body": "content"}, "no column 'content' for body; the columns are title, words"),
        (("title", "words"), {"content": "words"}, "'content', which is no field; the fields are title, body"),
        (("a", "b"), {}, "no column holds the text; the columns are a, b: name one with --columns"),
    ],
)
def test_a_missing_column_is_said_with_those_that_exist(found, chosen, said):
    with pytest.raises(InputError, match=said):
        Columns(found, chosen)


@pytest.mark.parametrize("text", ['[columns]\nbody = "مادة"\n', 'body = "مادة"\n', '\ufeffbody = "مادة"\n'])
def test_a_map_is_a_table_or_top_level_pairs(tmp_path, text):
    (tmp_path / "map.toml").write_text(text, encoding="utf-8")
    assert columns_from_toml(tmp_path / "map.toml") == {"body": "مادة"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("body = ", "is not TOML"),
        ("", "is empty"),
        ("columns = 3", "is empty"),
        ('words = "content"', "'words' is no field"),
        ("body = 3", "body must name one column in quotes"),
        (None, "cannot be read"),
    ],
)
def test_a_map_that_cannot_be_used_is_said_with_its_path(tmp_path, text, said):
    path = tmp_path / "map.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        columns_from_toml(path)
    assert str(path) in str(caught.value)
