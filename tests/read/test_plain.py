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


@pytest.mark.parametrize(
    "text",
    ["العنوان\tالنص\tالتاريخ\nخبر\tمتن\t2024", 'id\t"Full Text"\n1\tمتن'],
)
def test_a_table_with_tabs_is_said_as_excel_names_it_txt(text):
    with pytest.raises(InputError, match=r"named \.txt but is a table with tabs; rename it to \.tsv"):
        fields(text)


@pytest.mark.parametrize("text", ["عنوان\tفرعي\nمتن\tالخبر", "العنوان\tالنص\nمتن بلا جدول", "النص\nالمصدر\tالخبر"])
def test_tabs_in_a_text_make_no_table(text):
    assert fields(text)["title"] == text.partition("\n")[0]


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_file_without_text_is_empty(text):
    with pytest.raises(InputError, match="the file is empty"):
        fields(text)
