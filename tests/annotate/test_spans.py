"""Where names begin and end: marks, titles, verbs and heads leave; fields, fathers and heads that belong come in."""

import pytest

from lib.annotate.naming.spans import spans
from lib.arabic.normalize import fold

# The engine's names are in brackets with their kind; what comes out likewise.
CASES = [
    ("a title before a longer name", "[العميد سعيد علي العامري|PERS] وصل", ["سعيد علي العامري/PERS"]),
    ("a surname that is a title too", "[صالح آل الشيخ|PERS] وصل", ["صالح آل الشيخ/PERS"]),
    ("a title behind a clitic", "هنأ بنجاحه [للدكتور سعيد العامري|PERS]", ["سعيد العامري/PERS"]),
    ("an acting president's name", "قال الرئيس [بالإنابة سعيد العامري|PERS]", ["سعيد العامري/PERS"]),
    ("a profession", "تصدى [الحارس العامري|PERS] للكرة", ["العامري/PERS"]),
    ("an adverb behind", "زيارة [لافروف قبيل|PERS] القمة", ["لافروف/PERS"]),
    ("a clause behind a ministry", "قالت [وزارة الصحة إن|ORG] الوباء", ["وزارة الصحة/ORG"]),
    ("a clause far before the end", "قالت [وزارة الصحة إن سيارات الإسعاف|ORG] وصلت", ["وزارة الصحة/ORG"]),
    ("the same letters in a channel", "قناة [سي ان ان|ORG] قالت", ["سي ان ان/ORG"]),
    ("a blessing", "الملك [فيصل - رحمه|PERS] الله", ["فيصل/PERS"]),
    ("a blessing inside", "الملك [فيصل يرحمه الله|PERS] أمس", ["فيصل/PERS"]),
    ("a surname like a blessing", "قالت [دانييلا رحمة|PERS] أمس", ["دانييلا رحمة/PERS"]),
    ("a second person behind a clitic", "نصيحة [هاني شاكر لشيرين|PERS]", ["هاني شاكر/PERS", "لشيرين/PERS"]),
    ("a surname like a clitic and a name", "قال [جبران باسيل|PERS] أمس", ["جبران باسيل/PERS"]),
    ("surnames with a mark between", "لقاء [كيري - لافروف|PERS]", ["كيري/PERS", "لافروف/PERS"]),
    ("one body in two", "[هيئة السياحة|ORG] [والتراث الوطني|ORG]", ["هيئة السياحة والتراث الوطني/ORG"]),
    ("a field the engine left", "[وزارة التجارة|ORG] والصناعة أمس", ["وزارة التجارة والصناعة/ORG"]),
    ("several fields", "[وزارة البيئة|ORG] والمياه والزراعة", ["وزارة البيئة والمياه والزراعة/ORG"]),
    ("a field and its adjective", "[وزارة الطاقة|ORG] والثروة المعدنية", ["وزارة الطاقة والثروة المعدنية/ORG"]),
    ("two bodies stay two", "[داعش|ORG] [والقاعدة|ORG]", ["داعش/ORG", "والقاعدة/ORG"]),
    ("two headed bodies too", "[وزارة الدفاع|ORG] [والحرس الوطني|ORG]", ["وزارة الدفاع/ORG", "والحرس الوطني/ORG"]),
    ("a head that belongs", "تحرك مؤسسة [النقد العربي|ORG]", ["مؤسسة النقد العربي/ORG"]),
    ("a head that does not", "قالت صحيفة [الشرق الجديد|ORG]", ["الشرق الجديد/ORG"]),
    ("a university named after a king", "في جامعة الملك [خالد|PERS] أمس", ["جامعة الملك خالد/ORG"]),
    ("an airport too", "بمطار الملك [خالد|PERS] الدولي", ["بمطار الملك خالد الدولي/LOC"]),
    ("a king", "قال الملك [خالد|PERS] أمس", ["خالد/PERS"]),
    ("a city that is less than its bare name", "وصل إلى مدينة [غزة|LOC] أمس", ["مدينة غزة/LOC"]),
    ("the bare name", "وصل إلى [غزة|LOC] أمس", ["غزة/LOC"]),
    ("a city that is its bare name", "في مدينة [حلب|LOC] وبدولة [الإمارات|LOC]", ["حلب/LOC", "الإمارات/LOC"]),
    ("an office and its place", "[أمين دمشق|PERS] قال", ["دمشق/LOC"]),
    ("agencies", "[وكالتا تاس|PERS] قالتا", ["تاس/ORG"]),
    ("an adjective like a country", "دعم [مالي|LOC] كبير", []),
    ("the country", "في [مالي|LOC] وجيش [مالي|LOC] أمس", ["مالي/LOC", "مالي/LOC"]),
    ("common nouns", "[المجلس البلدي|ORG] في [المنطقة|LOC] بعون [الله|PERS]", []),
    ("a common noun behind a clitic", "قالت [للحكومة|ORG]", []),
]


def found(marked: str, score: float = 0.9) -> list[str]:
    words: list[str] = []
    tags: list[tuple[str, float]] = []
    for piece in marked.replace("[", "\n[").replace("]", "]\n").split("\n"):
        name, _, kind = piece.strip("[]").partition("|")
        for at, word in enumerate(name.split()):
            words.append(word)
            tags.append((f"{'I' if at else 'B'}-{kind}" if kind else "O", score))
    cut = spans(tags, [fold(word) for word in words], 0.45)
    return [f"{' '.join(words[span.first : span.last])}/{span.kind}" for span in cut]


@pytest.mark.parametrize(("marked", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_name_ends_where_it_ends(marked: str, names: list[str]) -> None:
    assert found(marked) == names


def test_a_doubtful_name_is_none() -> None:
    assert found("قال [لافروف|PERS]", score=0.4) == []
