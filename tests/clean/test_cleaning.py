import pytest

from lib.clean import Removed, clean
from lib.clean.passages import lines
from tests.clean.furniture import FIRST, FURNITURE, LAST, TITLE, between

# Words of the article that look a little like furniture.
WORDS = (
    "تابع الرئيس حديثه عبر تويتر قائلا إن القرار نهائي",
    "تابعوا المباراة في بيوتهم.",
    "انضم إلى قناة الجزيرة عام 2005",
    "سجل في قائمة الهدافين هدفه العاشر",
    "شاركت في المعرض عشرون دارا",
    "شارك في المعرض ناشرون من عشرين بلدا",
    "المزيد من القوات في الطريق إلى المدينة",
    "السابق لأوانه أن نحكم على المعرض، قال المدير.",
    "صور المعرض على جدران المدينة القديمة",
    "إعلان نتائج المسابقة اليوم",
    "نشر في القاهرة ثلاثة كتب.",
    "سمات الشخصية القيادية",
    "حقوق الإنسان في صلب النقاش",
    "المقال يتناول تاريخ المدينة",
    "الشرق الأوسط",
    "دمشق - حلب",
    "ماذا قال الوزير؟",
    "كتب للأطفال",
    "شاهد الزوار عرضا للدمى",
    "الأكثر قراءة في المعرض روايات التاريخ",
    "حفظ النصوص القديمة",
    "اضغط هنا على الجرح حتى يصل المسعف.",
    "النتائج: فريق 3 | فريق 2 | فريق 1 | فريق 0",
    "*نقلا عن صحيفة الكتاب",
    "مراد علي - سالم حسن في القاعة الكبرى",
    "Penguin Random House",
    "تبدأ القصة في دمشق - بيروت - القاهرة",
    "2011",
    "10:30 صباح يوم لا ينسى",
    "15 مارس 2011",
    "The post office reopened",
    "هذا الموقع يستقبل الزوار كل يوم",
    "ادعم الوزير فكرة المعرض المتنقل",
    "تخطى العداء منافسيه جميعا",
    "أخبار المعرض",
    "لا",
)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in FURNITURE.items() for line in lines])
def test_furniture_goes_and_is_kept_beside(rule, line):
    last = line.startswith(("سمات", "https"))
    cleaned = clean(TITLE, f"{FIRST}\n{LAST}\n\n{line}" if last else between(line))
    at = len(cleaned.body) if last else cleaned.body.index(LAST)
    assert cleaned.removed == (Removed(0, line, rule, at),)
    assert cleaned.body.replace("\n", "") == FIRST + LAST


@pytest.mark.parametrize("line", WORDS)
def test_the_articles_words_stay(line):
    cleaned = clean(TITLE, between(line))
    assert (cleaned.body, cleaned.removed) == (between(line), ())


def test_words_inside_a_paragraph_never_go():
    line = f"{FIRST} تابعونا على فيسبوك. شارك هذا الخبر. جميع الحقوق محفوظة. {LAST}"
    assert clean(TITLE, line).body == line


def test_the_kept_text_is_unchanged_character_by_character():
    body = "\n\n  سطر  أول\u00a0وفيه ـ تطويل، وتَشكيل.  \n \n\n\n\nسطر ثان\tهنا.\nسطر ثالث.\n\n"
    assert clean("عنوان", body).body == "سطر  أول\u00a0وفيه ـ تطويل، وتَشكيل.  \n\nسطر ثان\tهنا.\nسطر ثالث."


def test_a_title_broken_over_lines_is_one_passage():
    body = "      ".join(f"{word}\n" for word in TITLE.split())
    cleaned = clean(TITLE, f"{body}\n{FIRST}")
    assert cleaned.body == FIRST
    assert cleaned.removed == (Removed(0, "\n".join(TITLE.split()), "broken title", 0),)


def test_a_menu_is_a_run_of_section_names():
    cleaned = clean(TITLE, f"الرئيسية\nسياسة\nرياضة\n{FIRST}\n{LAST}")
    assert [passage.text for passage in cleaned.removed] == ["الرئيسية", "سياسة", "رياضة"]
    assert cleaned.body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"حظك اليوم وتوقعات الأبراجموعد مباريات اليوم{TITLE}", False),
        (f"{TITLE}أسعار العملات اليوم", False),
        (f"متى يكون السعال خطيرا؟{TITLE}", False),
        (f"وكتبت الصحيفة تحت عنوان «{TITLE}» أن المعرض يستمر أسبوعين بمشاركة دور نشر من عشرين بلدا.", True),
        (f"وجاء في خبر عاجل: {TITLE} من دول كثيرة للمرة الأولى منذ افتتاحه قبل عشرين عاما.", True),
    ],
)
def test_headlines_that_touch_the_title_are_a_menu(line, kept):
    assert (line in clean(TITLE, f"{line}\n{FIRST}\n{LAST}").body) == kept


def test_a_page_dump_is_cut_at_runs_of_blanks():
    cleaned = clean(TITLE, f"الرئيسية   \t\t  العالم   \t\t  رياضة        {FIRST}        روابط ذات علاقة")
    assert cleaned.body == FIRST
    assert len(cleaned.removed) == 4


def test_headlines_after_read_also_go_down_to_the_end():
    cleaned = clean(TITLE, f"{FIRST}\n\nاقرأ أيضا:\nالأمطار تغمر شوارع المدينة\nمن يفوز بالكأس؟")
    assert cleaned.body == FIRST
    assert {passage.rule for passage in cleaned.removed} == {"read also"}


def test_read_also_between_paragraphs_takes_one_headline():
    cleaned = clean(TITLE, f"{FIRST}\n\nاقرأ أيضا:\nالأمطار تغمر شوارع المدينة\nعنوان فرعي\n{LAST}")
    assert cleaned.body == f"{FIRST}\n\nعنوان فرعي\n{LAST}"


def test_tags_behind_the_last_paragraph_go():
    cleaned = clean(TITLE, f"{FIRST}\n{LAST} سمات معرض كتاب ثقافة")
    assert cleaned.body == f"{FIRST}\n{LAST}"
    assert cleaned.removed == (Removed(0, "سمات معرض كتاب ثقافة", "tags", len(cleaned.body)),)


def test_previous_and_next_are_at_the_end_only():
    body = "\n".join(["السابق أسعار الذهب ترتفع", *([FIRST] * 9)])
    assert clean(TITLE, body).removed == ()


def test_verse_keeps_the_line_it_is_called_by():
    title = "قف بالديار التي لم يعفها القدم"
    verse = f"{title}\nبلى وغيرها الأرواح والديم"
    assert clean(title, verse).body == verse
    assert clean(title, f"{FIRST}\n{verse}").removed == ()


@pytest.mark.parametrize("body", [TITLE, "شارك هذا الخبر", "تابعونا على فيسبوك\n\n\n\nإعلان"])
def test_an_article_that_would_vanish_keeps_its_text(body):
    cleaned = clean(TITLE, body)
    assert cleaned.body == body.replace("\n\n\n\n", "\n\n")
    assert cleaned.removed == ()


def test_removed_passages_stand_in_the_order_of_the_text():
    cleaned = clean(TITLE, f"{TITLE}\n{FIRST}\nشارك\n{LAST}\nإعلان")
    assert [(passage.order, passage.rule) for passage in cleaned.removed] == [
        (0, "title"),
        (1, "share"),
        (2, "advertisement"),
    ]


def test_a_title_is_one_line():
    assert clean(" عنوان\n  الخبر ", FIRST).title == "عنوان الخبر"


@pytest.mark.parametrize(
    "around", ["\u202b{}\u202c", "\u200f\u200e{}", "\u2067{}\u2069", "\u200b {}\ufeff", "\u202d{}\u200b"]
)
@pytest.mark.parametrize("line", ["شارك هذا الخبر", "الرئيسية | أخبار | سياسة | رياضة", TITLE, "Back to top", "إعلان"])
def test_invisible_marks_hide_no_furniture(line, around):
    cleaned = clean(TITLE, between(around.format(line)))
    assert cleaned.body == f"{FIRST}\n\n{LAST}"
    assert line in cleaned.removed[0].text


def test_invisible_marks_of_the_articles_own_stay():
    body = f"\u202b{FIRST}\u202c\n\u200fعنوان فرعي\n{LAST}\u200e"
    assert (clean(TITLE, body).body, clean(TITLE, body).removed) == (body, ())


def test_a_page_dump_loses_its_own_title_its_menu_and_its_caption():
    head = [
        f"\u202dThe Orbit\u202c - \u202eثقافة\u202c - \u202e{TITLE}\u202c",
        'content="ملخص" />',
        "الرئيسية",
        "ثقافة",
        "رياضة",
    ]
    head += ["آخر تحديث:   الخميس, 5 ديسمبر, 2024, 12:52 GMT", TITLE, "الوزير بين رفوف الكتب"]
    cleaned = clean(TITLE, (" " * 12).join([*head, f"العاصمة (المدار) -- {FIRST}", LAST]))
    assert lines(cleaned.body) == [f"العاصمة (المدار) -- {FIRST}", LAST]
    rules = ["title", "markup", "menu", "menu", "menu", "timestamp", "title", "caption"]
    assert [passage.rule for passage in cleaned.removed] == rules


def test_a_page_s_title_goes_where_no_title_is_known():
    cleaned = clean("", f"صحيفة المدار | {TITLE}\n{TITLE}\n{FIRST}\n{LAST}")
    assert lines(cleaned.body) == [TITLE, FIRST, LAST]


def test_a_list_of_related_headlines_goes_whole_between_paragraphs():
    headlines = ["الأمطار تغمر شوارع المدينة القديمة", "من يفوز بكأس العالم هذا العام؟"]
    cleaned = clean(TITLE, "    ".join([FIRST, "روابط ذات علاقة", *headlines, LAST]))
    assert lines(cleaned.body) == [FIRST, LAST]
    assert [passage.text for passage in cleaned.removed] == ["روابط ذات علاقة", *headlines]


def test_a_link_behind_the_last_paragraph_goes():
    cleaned = clean(TITLE, f"{FIRST}\n{LAST} رابط الخبر بصحيفة المدار: {TITLE}")
    assert cleaned.body == f"{FIRST}\n{LAST}"
    assert [passage.rule for passage in cleaned.removed] == ["link"]


def test_a_headline_alone_is_an_article():
    assert (clean(TITLE, "").title, clean(TITLE, "").body, clean(TITLE, "").removed) == (TITLE, "", ())
