import random
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from lib.arabic.normalize import fold
from lib.clean.copies import Copy, copies
from lib.clean.numbers import values
from lib.clean.stems import root, stem
from tests.clean.versions import KINDS, corpus

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
RETOLD = (
    "عادت الرحلات المدنية إلى المطار بعد أن أعادت وزارة النقل فتحه صباح الأحد. ومن الدوحة تصل أولاها ظهر الاثنين. "
    "واحتاجت فرق الصيانة إلى 3 أيام من العمل المتواصل، وفق مدير الطيران، لإصلاح أضرار المدرج التي أغلقت المطار نهاية "
    "الشهر الماضي. وأبدى مسافرون ارتياحهم لعودة الحركة. وستبلغ الرحلات في الربيع 10 كل يوم."
)
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
    assert copies([("b", OTHER, DAY), ("a", TEXT, None)]) == [Copy("b", None, None, None), Copy("a", None, None, None)]


def test_articles_without_a_body_copy_nothing():
    assert kinds("", "", "...") == [NONE] * 3


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        TEXT.replace(". ", ".\n\n"),
        TEXT.replace("أ", "ا").replace("ة", "ه"),
        TEXT.replace("وقالت", "وقالَتْ").replace(".", " !"),
        TEXT.replace("المطار", "المطــار").replace("إلى عشر", "إلى ١٠"),
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
        (" ".join(SENTENCES[:4]).replace(". و", "، و"), ("a", "trimmed")),
        (" ".join(reversed(SENTENCES)), ("a", "retold")),
        (TEXT.replace("صباح", "فجر").replace("متواصلة", "بلا انقطاع").replace("ارتياحهم", "سرورهم"), ("a", "retold")),
        (RETOLD, ("a", "retold")),
        (" ".join([*SENTENCES[:2], *OTHER.split(". ")]), NONE),
        (SENTENCES[0], NONE),
        (TEXT.replace("الأحد", "أمس").replace("الدوحة", "عمان").replace("ثلاثة", "أربعة"), NONE),
        (OTHER, NONE),
        ("", NONE),
    ],
)
def test_what_is_trimmed_and_what_is_retold(body, said):
    assert kinds(TEXT, body) == [NONE, said]


@pytest.mark.parametrize(("days", "said"), [(1, "retold"), (7, "retold"), (30, None)])
def test_other_words_weeks_later_are_other_news(days, said):
    assert kinds(TEXT, (RETOLD, days))[1][1] == said
    assert kinds(TEXT, (" ".join(reversed(SENTENCES)), days))[1][1] == "retold"


def test_an_extended_text_is_a_copy_only_when_most_of_it_is_the_earlier_one():
    assert kinds(" ".join(SENTENCES[:4]), TEXT) == [NONE, ("a", "trimmed")]
    assert kinds(" ".join(SENTENCES[:2]), TEXT) == [NONE, NONE]


def test_a_text_inside_a_later_and_longer_one_is_retold_in_part():
    own = "افتتح معرض الزهور أبوابه في الحديقة العامة. وحضر الافتتاح مزارعون من القرى المجاورة باعوا شتولهم. "
    own += "وتستمر المسابقات حتى المساء بمشاركة طلاب المدارس. ونال أجمل ورد جائزة قدمتها بلدية الحي القديم. "
    found = copies([("a", TEXT, DAY), ("b", own + TEXT + own.replace("الزهور", "الكتب"), DAY + timedelta(1))])[1]
    assert (found.copy_of, found.copy_kind) == ("a", "retold")
    assert 0.3 < found.share < 0.7


@pytest.mark.parametrize(
    ("body", "least", "most"),
    [(TEXT, 1, 1), (" ".join(SENTENCES[:3]), 1, 1), (f"{OTHER} {TEXT}", 0.7, 0.85), (RETOLD, 0.6, 1)],
)
def test_share_says_how_much_of_the_copy_stands_in_the_original(body, least, most):
    assert least <= copies([("a", TEXT, DAY), ("b", body, DAY + timedelta(1))])[1].share <= most


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
    assert found[1:] == [Copy("a", "a", "trimmed", 1.0)] * 2


def test_a_stock_sentence_does_not_make_copies():
    stock = (
        "وكان هذا قد ورد في نشرة الوكالة الوطنية صباح اليوم، وتناقلته صحف محلية وعربية ودولية كثيرة تباعا طوال النهار."
    )
    bodies = [f"{stock} وهذا الخبر رقم {number} وحده دون غيره في هذه القائمة." for number in range(60)]
    rows = [(f"{at:03}", body, DAY + timedelta(at)) for at, body in enumerate([*bodies, stock])]
    assert all(found.copy_of is None for found in copies(rows))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("خمسة وعشرون ألفا", [25_000]),
        ("25,000 ثم 3.5 ملايين", [25_000, 3_500_000]),
        ("مئة وخمسة وعشرون", [125]),
        ("ألفين وأربعة وعشرين", [2024]),
        ("واحد وثمانون ثم أحد عشر", [81, 11]),
        ("٣ آلاف ومئتان", [3200]),
        ("من خمسة وستة إلى عشرة", [5, 6, 10]),
        ("يوم الأحد في أحد المساجد", []),
        ("ثلاثمائة وخمسة ثم ثلاث مئة", [305, 300]),
    ],
)
def test_numbers_in_words_and_figures_have_one_value(text, found):
    assert [value for _, _, value in values([fold(word) for word in text.split()])] == found


@pytest.mark.parametrize(
    "words", ["افتتح افتتاح المفتتح", "المحكمة محاكم حكم", "يستقبل استقباله", "اللاعبين لاعب", "اجتماعات اجتمع"]
)
def test_words_of_one_family_have_one_root(words):
    assert len({root(stem(fold(word))) for word in words.split()}) == 1


@pytest.fixture(scope="module")
def versions():
    return corpus(200)


@pytest.fixture(scope="module")
def said(versions):
    found = copies([(one.article_id, one.body, one.published) for one in versions])
    return {one.article_id: copy for one, copy in zip(versions, found, strict=True)}


def pairs(groups):
    """Which two articles are in one group: `groups` says each article's."""
    members = defaultdict(list)
    for article_id, group in sorted(groups.items()):
        members[group].append(article_id)
    return {pair for together in members.values() for pair in combinations(together, 2)}


# The least F1 over all pairs of originals and versions of one kind. Measured: 1.00 for all kinds but retold, .90.
@pytest.mark.parametrize("kind", KINDS)
def test_versions_are_linked_to_their_original(versions, said, kind):
    chosen = [one for one in versions if one.kind in ("", kind)]
    true = pairs({one.article_id: one.story for one in chosen})
    found = pairs({one.article_id: said[one.article_id].story_id for one in chosen})
    assert 2 * len(true & found) / (len(true) + len(found)) >= (0.8 if kind == "retold" else 0.98)


def test_nothing_is_joined_that_only_looks_alike(versions, said):
    found = pairs({one.article_id: said[one.article_id].story_id for one in versions})
    assert found <= pairs({one.article_id: one.story for one in versions})


def test_kinds_are_named_as_the_versions_were_made(versions, said):
    named = {kind: Counter(said[one.article_id].copy_kind for one in versions if one.kind == kind) for kind in KINDS}
    assert named["verbatim"] == {"verbatim": 200}
    assert named["trimmed"]["trimmed"] >= 195
    assert min(named[kind]["retold"] for kind in ("reordered", "edited", "embedded")) >= 180


def test_the_order_of_the_input_changes_nothing(versions, said):
    rows = [(one.article_id, one.body, one.published) for one in versions]
    random.Random(5).shuffle(rows)
    assert {row[0]: copy for row, copy in zip(rows, copies(rows), strict=True)} == said
