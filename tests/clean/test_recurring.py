"""Lines that recur across a publisher's articles go; what only looks so stays."""

import pytest

from lib.clean import clean, without_recurring

# Eight articles on eight subjects: their title, lede and close.
STORIES = (
    (
        "افتتاح جسر جديد فوق النهر",
        "افتتح وزير النقل صباح الخميس الجسر الجديد الذي يربط ضفتي النهر بعد عامين من العمل المتواصل.",
        "وكلف الجسر ثلاثين مليون دينار، وصمم ليحمل أربعين ألف سيارة في اليوم بحسب المهندسين الذين أشرفوا عليه.",
    ),
    (
        "منتخب اليد يبلغ نصف النهائي",
        "تغلب منتخب كرة اليد على ضيفه بفارق هدفين في مباراة شهدت إثارة كبيرة حتى الثواني الأخيرة.",
        "ويلتقي المنتخب في الدور المقبل الفائز من مباراة الغد، ويستعيد حارسه الأول الذي تعافى من إصابة في الكتف.",
    ),
    (
        "موسم زيتون وفير في الجبال",
        "توقع مزارعون في القرى الجبلية موسما وفيرا من الزيتون هذا العام بعد أمطار الربيع الغزيرة.",
        "وتبدأ المعاصر عملها منتصف الشهر المقبل، ويأمل أصحابها أن تستقر الأسعار عند مستوياتها في الموسم الماضي.",
    ),
    (
        "مكتبة متنقلة للأطفال",
        "تجوب حافلة ملونة شوارع الأحياء البعيدة وعلى رفوفها ألفا كتاب يستعيرها الأطفال من غير مقابل.",
        "وتقول صاحبة الفكرة إن الأطفال يقرؤون في المتوسط كتابين في الأسبوع، وإن حافلة ثانية ستنطلق في الصيف.",
    ),
    (
        "اكتشاف فسيفساء رومانية",
        "عثر فريق من الأثريين على أرضية من الفسيفساء الرومانية تحت مبنى قديم كان يستخدم مخزنا للحبوب.",
        "وسترمم القطعة في مختبر المتحف الوطني قبل عرضها، وقد يستغرق ذلك ستة أشهر وفق تقدير المرممين هناك.",
    ),
    (
        "المصرف المركزي يثبت الفائدة",
        "أبقى المصرف المركزي سعر الفائدة من غير تغيير في اجتماعه الشهري خلافا لتوقعات معظم المحللين.",
        "وانخفض التضخم في الشهر الماضي للمرة الثالثة على التوالي، غير أن أسعار الغذاء واصلت ارتفاعها البطيء.",
    ),
    (
        "عاصفة رملية تغلق المطار",
        "أغلق المطار الدولي مدرجيه ست ساعات بسبب عاصفة رملية خفضت مدى الرؤية إلى أقل من مئتي متر.",
        "وحولت ثماني رحلات إلى مطارات مجاورة، وعادت الملاحة إلى طبيعتها قبيل الفجر بحسب سلطة الطيران المدني.",
    ),
    (
        "رحيل الممثلة سعاد نصار",
        "رحلت الممثلة سعاد نصار عن سبعين عاما بعد مسيرة بدأت على خشبة المسرح الجامعي في مطلع شبابها.",
        "وتركت الراحلة عشرين فيلما وأكثر من أربعين مسرحية، نال بعضها جوائز في مهرجانات عربية ودولية كثيرة.",
    ),
)
NUMBER = len(STORIES)

FOOT = (
    "صحيفة المدار: الخبر كما هو",
    "مراد علي، المدار، العاصمة",
    "المدار.. معكم على مدار الساعة",
    "كل صباح في صندوقك: أهم ما كتبته المدار",
    "The Orbit: news as it is",
    "\u202bصحيفة المدار: الخبر كما هو\u202c",
)
STAYS_AT_THE_FOOT = (
    "*نقلا عن صحيفة المدار",
    "المصدر: وكالات",
    "والله من وراء القصد",
    "إنا لله وإنا إليه راجعون",
    "رحم الله الفقيدة",
    "ولم يصدر عن الحكومة أي تعليق حتى الآن.",
    "يذكر أن البلاد تشهد أزمة اقتصادية منذ عامين.",
)
STAYS_ABOVE = ("العاصمة - المدار", "مراد علي – المدار", "بسم الله الرحمن الرحيم", "العاصمة (وكالة المدار)", "مراد علي")
STAYS_BETWEEN = ("خلفية", "ردود الفعل", "ماذا نعرف حتى الآن؟", "وقال المتحدث في ختام المؤتمر الصحفي:")


def article(story, head="", between="", foot=""):
    title, lede, close = STORIES[story]
    return clean(title, "\n\n".join(filter(None, (head, lede, between, close, foot))))


def corpus(several=range(NUMBER), publisher="المدار", **lines):
    """Articles of one publisher, of which `several` have the lines."""
    return [(publisher, article(at, **lines) if at in several else article(at)) for at in range(NUMBER)]


def recurring(cleaned):
    return [passage.text for passage in cleaned.removed if passage.rule == "recurring"]


@pytest.mark.parametrize("several", [range(NUMBER), range(4)])
@pytest.mark.parametrize("line", FOOT)
def test_a_line_at_the_foot_of_many_articles_goes(line, several):
    found = without_recurring(corpus(several, foot=line))
    assert [recurring(cleaned) for cleaned in found] == [[line] if at in several else [] for at in range(NUMBER)]
    assert [cleaned.body for cleaned in found] == [cleaned.body for _, cleaned in corpus()]
    assert all(passage.at == len(cleaned.body) for cleaned in found for passage in cleaned.removed)


@pytest.mark.parametrize(
    "lines",
    [
        {"head": "صحيفة يومية مستقلة تصدر في العاصمة"},
        {"head": "أخبار"},
        {"between": "زوروا معرض صور المدار على شبكاتنا"},
        {"foot": "هل أعجبك ما قرأت؟ أرسله إلى من يهمه."},
        {
            "head": "صحيفة يومية مستقلة تصدر في العاصمة",
            "foot": "المدار.. معكم على مدار الساعة\nصحيفة المدار: الخبر كما هو",
        },
    ],
)
def test_a_line_in_the_same_place_of_most_articles_goes(lines):
    found = without_recurring(corpus(**lines))
    assert [cleaned.body for cleaned in found] == [cleaned.body for _, cleaned in corpus()]


@pytest.mark.parametrize(
    "lines",
    [
        *({"foot": line} for line in STAYS_AT_THE_FOOT),
        *({"head": line} for line in STAYS_ABOVE),
        *({"between": line} for line in STAYS_BETWEEN),
    ],
)
def test_what_is_the_articles_own_stays_however_often_it_returns(lines):
    articles = corpus(**lines)
    assert without_recurring(articles) == [cleaned for _, cleaned in articles]


def test_the_background_of_a_running_story_stays():
    background = "تشهد العاصمة منذ الربيع إضرابا لعمال النقل يطالبون فيه بزيادة الأجور وتحديث الحافلات القديمة."
    told = [
        (
            f"إضراب النقل: {title}",
            f"{lede}\n\nوقال عمال النقل إن الإضراب مستمر حتى زيادة الأجور.\n\n{close}\n\n{background}",
        )
        for title, lede, close in STORIES
    ]
    articles = [("المدار", clean(title, body)) for title, body in told]
    assert without_recurring(articles) == [cleaned for _, cleaned in articles]


def test_copies_and_versions_are_one_article():
    title, lede, close = STORIES[0]
    versions = [clean(title, f"{lede}\n\n{close}\n\nجسر العمر") for _ in range(3)]
    versions += [clean(f"تحديث {at}: {title}", f"{lede}\n\nإضافة {at}.\n\n{close}\n\nجسر العمر") for at in range(5)]
    articles = [("المدار", cleaned) for cleaned in versions] + corpus()
    assert without_recurring(articles) == [cleaned for _, cleaned in articles]


def test_few_articles_and_unknown_publishers_stay():
    articles = [*corpus(publisher="", foot=FOOT[0]), *corpus(publisher="صحيفة أخرى", foot=FOOT[0])[:4]]
    assert without_recurring(articles) == [cleaned for _, cleaned in articles]


def test_publishers_are_told_apart():
    articles = [row for pair in zip(corpus(foot=FOOT[0]), corpus(publisher="المرصد"), strict=True) for row in pair]
    found = without_recurring(articles)
    assert [bool(recurring(cleaned)) for cleaned in found] == [True, False] * NUMBER


def test_verse_stays():
    refrain = "يا جبل البعيد\nخلفك حبايبنا"
    articles = [("المدار", clean(f"أغنية {at}", f"سطر أول {at}\nسطر ثان {at}\n{refrain}")) for at in range(9)]
    assert without_recurring(articles) == [cleaned for _, cleaned in articles]


def test_a_neighbours_headline_goes():
    other = "افتتاح جسر جديد فوق النهر"
    articles = [*corpus()[:7], ("المدار", article(7, foot=other))]
    assert recurring(without_recurring(articles)[-1]) == [other]


def test_neighbours_ledes_at_the_foot_go_and_all_below_them():
    places = ("الشمال", "الجنوب", "الساحل", "الوادي", "البادية", "المرفأ", "الجزيرة", "السهل", "الهضبة", "الواحة")
    ledes = [
        f"أعلنت بلدية {place} افتتاح حديقة عامة جديدة قرب السوق القديم وسط المدينة الأسبوع المقبل" for place in places
    ]
    told = [
        (f"{title} {number}", f"{lede} رقم {number}.\n\n{close} رقم {number}.", [*ledes[number % 10 :][:2], ledes[0]])
        for number, (title, lede, close) in enumerate(STORIES * 4)
    ]
    articles = [
        ("المدار", clean(title, "\n\n".join([body, *under, "عبارة لا مثيل لها."]))) for title, body, under in told
    ]
    found = without_recurring(articles)
    assert [cleaned.body for cleaned in found] == [clean(title, body).body for title, body, _ in told]
    one = [articles[0], *corpus()]
    assert without_recurring(one) == [cleaned for _, cleaned in one]


def test_what_was_removed_before_keeps_its_place_and_order():
    articles = corpus(head="الرئيسية | أخبار | سياسة | رياضة", between="شارك هذا الخبر", foot=f"{FOOT[0]}\nإعلان")
    for before, after in zip((cleaned for _, cleaned in articles), without_recurring(articles), strict=True):
        assert [passage.rule for passage in after.removed] == ["menu", "share", "recurring", "advertisement"]
        assert [passage.order for passage in after.removed] == [0, 1, 2, 3]
        assert [passage.at for passage in after.removed[:2]] == [passage.at for passage in before.removed[:2]]
        assert [passage.at for passage in after.removed[2:]] == [len(after.body)] * 2


def test_recurring_lines_can_be_kept():
    articles = corpus(foot=FOOT[0])
    assert without_recurring(articles, keep={"recurring"}) == [cleaned for _, cleaned in articles]


def test_lines_that_a_switched_off_rule_spared_stay():
    rows = [(title, f"{lede}\n\n{close}\n\nشارك هذا الخبر") for title, lede, close in STORIES]
    articles = [("المدار", clean(title, body, keep={"share"})) for title, body in rows]
    assert without_recurring(articles, keep={"share"}) == [cleaned for _, cleaned in articles]
    assert all(cleaned.body.endswith("شارك هذا الخبر") for _, cleaned in articles)


def test_an_article_of_nothing_else_keeps_its_text_and_an_empty_one_stays_empty():
    articles = [*corpus(foot=FOOT[0]), ("المدار", clean("عنوان بلا نص", "")), ("المدار", clean("شعار", FOOT[0]))]
    found = without_recurring(articles)
    assert [cleaned.body for cleaned in found[-2:]] == ["", FOOT[0]]
