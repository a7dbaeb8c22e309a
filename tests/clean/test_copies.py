from datetime import UTC, datetime, timedelta

import pytest

from lib.clean.copies import Copy, copies

DAY = datetime(2024, 12, 8, tzinfo=UTC)
SENTENCES = [
    "أعلنت وزارة النقل صباح الأحد إعادة فتح المطار أمام الرحلات المدنية.",
    "وقالت الوزارة إن أولى الرحلات ستصل من الدوحة قبل ظهر الاثنين.",
    "وأضاف المدير العام للطيران أن فرق الصيانة عملت ثلاثة أيام متواصلة.",
    "وكان المطار قد أغلق منذ نهاية الشهر الماضي بسبب أضرار في المدرج.",
    "ونقلت وكالات عن مسافرين ارتياحهم لعودة الحركة إلى المدينة.",
    "ويتوقع أن ترتفع الرحلات إلى عشر رحلات يومية بحلول الربيع.",
]
TEXT = " ".join(SENTENCES)
OTHER = "سجل المنتخب هدفين في الشوط الثاني من مباراة الأمس. وفاز بذلك على ضيفه بنتيجة لم يتوقعها أحد من جمهوره."


def kinds(*articles):
    """What `copies` says of articles named a, b, c … and published a day apart unless a day is given."""
    rows = []
    for at, article in enumerate(articles):
        body, day = article if isinstance(article, tuple) else (article, at)
        rows.append(("abcdef"[at], body, None if day is None else DAY + timedelta(days=day)))
    return [(found.copy_of, found.copy_kind) for found in copies(rows)]


NONE = (None, None)


def test_an_original_is_its_own_story():
    assert copies([("b", OTHER, DAY), ("a", TEXT, None)]) == [Copy("b", None, None), Copy("a", None, None)]


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        TEXT.replace(". ", ".\n\n"),
        TEXT.replace("أ", "ا").replace("ة", "ه"),
        TEXT.replace("وقالت", "وقالَتْ").replace(".", " !"),
    ],
)
def test_the_same_words_are_a_verbatim_copy(body):
    assert kinds(TEXT, OTHER, body) == [NONE, NONE, ("a", "verbatim")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (" ".join(SENTENCES[:2]), ("a", "trimmed")),
        (" ".join(SENTENCES[::2]), ("a", "trimmed")),
        (" ".join(["مطار دمشق يعود.", *SENTENCES[:3]]), ("a", "trimmed")),
        (" ".join(["عاد المطار إلى العمل أمس وفق مصادر محلية.", *SENTENCES[1:]]), ("a", "trimmed")),
        (" ".join(reversed(SENTENCES)), NONE),
        (" ".join([*SENTENCES[:2], *OTHER.split(". ")]), NONE),
        (SENTENCES[0], NONE),
        (TEXT.replace("الأحد", "أمس").replace("الدوحة", "عمان").replace("ثلاثة", "أربعة"), NONE),
        (OTHER, NONE),
        ("", NONE),
    ],
)
def test_whole_sentences_in_order_are_a_trimmed_copy(body, said):
    assert kinds(TEXT, body) == [NONE, said]


def test_an_extended_text_is_a_copy_only_when_most_of_it_is_the_earlier_one():
    assert kinds(" ".join(SENTENCES[:4]), TEXT) == [NONE, ("a", "trimmed")]
    assert kinds(" ".join(SENTENCES[:2]), TEXT) == [NONE, NONE]


@pytest.mark.parametrize(
    ("days", "original"),
    [((2, 1, 0), 2), ((0, 0, 0), 0), ((None, 3, None), 1), ((None, None, None), 0)],
)
def test_the_earliest_is_the_original_then_the_lowest_id(days, original):
    found = kinds(*((TEXT, day) for day in days))
    assert found[original] == NONE
    assert {said for at, said in enumerate(found) if at != original} == {("abc"[original], "verbatim")}


def test_undated_the_longer_is_the_original():
    assert kinds((" ".join(SENTENCES[:4]), None), (TEXT, None)) == [("b", "trimmed"), NONE]


def test_a_copy_of_a_copy_belongs_to_the_first_story():
    short = " ".join(SENTENCES[:3])
    found = copies([("a", TEXT, DAY), ("b", short, DAY + timedelta(1)), ("c", short, DAY + timedelta(2))])
    assert found[1:] == [Copy("a", "a", "trimmed")] * 2


def test_a_stock_sentence_does_not_make_copies():
    stock = (
        "وكان هذا قد ورد في نشرة الوكالة الوطنية صباح اليوم، وتناقلته صحف محلية وعربية ودولية كثيرة تباعا طوال النهار."
    )
    bodies = [f"{stock} وهذا الخبر رقم {number} وحده دون غيره في هذه القائمة." for number in range(60)]
    rows = [(f"{at:03}", body, DAY + timedelta(at)) for at, body in enumerate([*bodies, stock])]
    assert all(found.copy_of is None for found in copies(rows))
