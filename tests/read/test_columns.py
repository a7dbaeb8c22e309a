import pytest

from lib.errors import InputError
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
)


@pytest.mark.parametrize(("found", "field", "columns"), GUESSED)
def test_usual_names_are_guessed_the_most_precise_first(found, field, columns):
    assert Columns(found, {}).of(found)[field] == columns


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
