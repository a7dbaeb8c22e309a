import pytest

from lib.errors import InputError
from lib.read.plain import read

GLUED = "عنوان أول طويل عن السوق؟" * 12


def fields(text):
    (record,) = read(iter([text]))
    return dict(record.fields)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("عنوان الخبر\n\nمتن الخبر.", "عنوان الخبر", "\nمتن الخبر."),
        ("\n\n  عنوان الخبر  \nمتن الخبر.", "عنوان الخبر", "\n\nمتن الخبر."),
        (f"{GLUED}\n\nعنوان الخبر\n\nمتن الخبر.", "عنوان الخبر", f"{GLUED}\n\n\nمتن الخبر."),
        (f"{GLUED}.\n\nسطر فرعي\n\nمتن الخبر.", "", f"{GLUED}.\n\nسطر فرعي\n\nمتن الخبر."),
        (GLUED, "", GLUED),
    ],
)
def test_the_title_is_the_first_line_short_enough_to_be_one(text, title, body):
    assert fields(text) == {"title": title, "body": body}


def test_front_matter_names_the_fields():
    text = '---\nTitle: "عنوان: فرعي"\npublisher: صحيفة\n\npublished: 2024-12-08T10:00:00+03:00\n---\n\nمتن.'
    assert fields(text) == {
        "title": "عنوان: فرعي",
        "publisher": "صحيفة",
        "published": "2024-12-08T10:00:00+03:00",
        "body": "\nمتن.",
    }


def test_front_matter_without_a_title_leaves_it_to_the_text():
    assert fields("---\nauthor: كاتبة\n---\nعنوان\nمتن.") == {"author": "كاتبة", "title": "عنوان", "body": "متن."}


@pytest.mark.parametrize("text", ["---\nعنوان بلا نقطتين\n---\nمتن.", "---\nkey: لا نهاية له\nمتن."])
def test_a_rule_of_dashes_is_not_front_matter(text):
    assert fields(text)["title"] == "---"


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_file_without_text_is_empty(text):
    with pytest.raises(InputError, match="the file is empty"):
        fields(text)
