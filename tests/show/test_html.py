"""Article text becomes HTML in one place, escaped; marks keep words whole."""

import pytest

from lib.draw.labels import isolated
from lib.show.html import Mark, link, marked, struck, table, words

HOSTILE = '<img src="https://example.org/x" onerror="alert(1)">&"\''


@pytest.mark.parametrize(
    "made",
    [
        marked(HOSTILE, []),
        marked(HOSTILE, [Mark(0, len(HOSTILE), "#2C8E88", HOSTILE)]),
        marked(f"قال {HOSTILE}", [Mark(0, 3, "#2C8E88")]),
        link(f"?q={HOSTILE}", HOSTILE),
        struck(HOSTILE, HOSTILE),
        words(HOSTILE),
        table([HOSTILE], [[words(HOSTILE)]]),
    ],
)
def test_nothing_hostile_survives(made):
    assert "<img" not in made
    assert 'src="' not in made
    assert 'onerror="' not in made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("عنوان", "عنوان"),
        ("\u202bعنوان\u202c", "\u202bعنوان\u202c"),
        ("\u202e25 عنوان", "\u202b25 عنوان\u202c"),
        ("عنوان\u202c\u2069", "عنوان"),
        ("\u2067أ\u202dب\u2069ج", "\u2067أ\u202aب\u202c\u2069ج"),
        ("\u2066أ\u2067ب", "\u2066أ\u2067ب\u2069\u2069"),
        ("\u200fعنوان\u200e", "\u200fعنوان\u200e"),
    ],
)
def test_marks_of_direction_end_where_their_text_ends(text, shown):
    assert words(text) == f"<bdi>{shown}</bdi>"
    assert isolated(text) == f"\u2068{shown}\u2069"


@pytest.mark.parametrize(
    ("text", "marks", "offset", "expected"),
    [
        ("زار دمشق", [(4, 8)], 0, ["دمشق"]),
        ("زار دمشق", [(104, 108)], 100, ["دمشق"]),
        ("زار دمشق أمس", [(4, 8), (0, 3)], 0, ["زار", "دمشق"]),
        ("بشار الأسد", [(0, 10), (5, 10)], 0, ["بشار الأسد"]),
        ("دمشق", [(4, 8)], 0, []),
        ("دمشق", [(-2, 2)], 0, []),
    ],
)
def test_marks_are_the_text_they_span(text, marks, offset, expected):
    made = marked(text, [Mark(start, end, "#2C8E88") for start, end in marks], offset)
    assert [piece.split("</mark>")[0].split(">", 1)[1] for piece in made.split("<mark")[1:]] == expected


def test_a_mark_has_no_box_that_would_break_letters_apart():
    made = marked("وبوتين", [Mark(1, 6, "#2C8E88")])
    assert "padding" not in made
    assert "border:" not in made
