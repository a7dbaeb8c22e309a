import json
import random

import pytest

from lib.clean import RULE_NAMES, Removed, clean
from lib.clean.passages import lines
from lib.clean.rules import RULES
from lib.read import articles

TITLE = "الوزير يفتتح معرض الكتاب في العاصمة بحضور ناشرين من عشرين بلدا"
FIRST = "افتتح وزير الثقافة صباح الخميس معرض الكتاب السنوي في العاصمة، بحضور ناشرين من عشرين بلدا، وتجول بين أجنحته."
LAST = "وقال مدير المعرض إن عدد الزوار بلغ في اليوم الأول عشرة آلاف زائر، وإن المعرض مستمر حتى نهاية الأسبوع المقبل."

# What stands between, above or below paragraphs and is not the article's, by the rule that should take it.
FURNITURE = {
    "sample": (
        "نص تجريبي كُتب لهذا المشروع.",
        "«هذا نصّ تجريبي، والصحيفة متخيَّلة»",
        "تنبيه: نص تجريبي لا يمثل خبرا حقيقيا.",
        "هذا المقال نص تجريبي لا يعكس موقف أحد.",
        "This is a sample text written for testing.",
    ),
    "newsletter": (
        "اشترك فى النشرة البريدية لتصلك الأخبار أولا بأول",
        "اشترك الآن في نشرتنا اليومية.",
        "سجّل في القائمة البريدية",
        "Subscribe to our daily newsletter",
        "Sign up for our weekly newsletter",
        "أدخل بريدك الإلكتروني",
    ),
    "follow us": (
        "تابعنا على مواقع التواصل الاجتماعى",
        "تابعونا على فيسبوك وتويتر",
        "تابعوا آخر أخبار الصحيفة عبر قناتنا على تلغرام",
        "تابع أحدث الأخبار على واتساب",
        "حمّل تطبيق الصحيفة الآن",
        "تابعوا آخر الأخبار عبر تطبيق الصحيفة",
        "اضغط هنا لمتابعة الصحيفة على واتساب",
        "أرسل لنا خبرا من حيك عبر واتساب",
        "Follow us on X",
        "تابعوا كل جديد على صفحتنا",
        "Download our app",
    ),
    "back to top": ("زر الذهاب إلى الأعلى", "العودة إلى أعلى الصفحة", "إلى الأعلى", "Back to top"),
    "previous and next": (
        "السابق أسعار الذهب ترتفع في تعاملات اليوم",
        "التالى: تشكيل المنتخب لمباراة الغد",
        "المقال السابق",
        "« Previous post",
        "Next: Markets close higher",
        "Next article",
    ),
    "share": (
        "شارك",
        "شارك هذا الخبر:",
        "شارك المقال على فيسبوك",
        "فيسبوك تويتر واتساب",
        "شارك: فيسبوك | إكس | واتساب",
        "شارك المقال: فيسبوك | لينكدإن | طباعة",
        "شارك على فيسبوك شارك على تويتر شارك عبر البريد",
        "طباعة | إرسال | حفظ",
        "Facebook | Twitter | WhatsApp",
        "نسخ الرابط",
        "Share this article",
        "Share on Facebook",
        "فيسبوك · إكس · نسخ الرابط",
    ),
    "read also": (
        "اقرأ أيضاً: الأمطار تغمر شوارع المدينة",
        "إقرأ أيضا| الأمطار تغمر شوارع المدينة",
        "- قد يهمك.. الأمطار تغمر شوارع المدينة",
        "شاهد أيضا: موكب الافتتاح بالفيديو",
        "مواضيع ذات صلة",
        "الأكثر قراءة",
        "شاهد: موكب الافتتاح",
        "للمزيد من التفاصيل اضغط هنا",
        "...المزيد",
        "مقالات أخرى للكاتبالحرب والسلامفي انتظار المطر",
        "Read also: Rain floods the city",
        "اقرأ: (الأمطار تغمر شوارع المدينة)",
        "نرشح لك",
        "Most read",
        "Related articles",
        "Load more",
    ),
    "tags": (
        "الوسوم: معرض، كتاب، ثقافة",
        "كلمات مفتاحية",
        "#معرض_الكتاب #ثقافة",
        "سمات المعرض الكتاب الثقافة",
        "Tags: books",
    ),
    "photo credit": (
        "تصوير: مراد علي",
        "صورة أرشيفية",
        "صورة أرشيفية للمعرض في العام الماضي",
        "وزير الثقافة – صورة أرشيفية",
        "زوار المعرض (أرشيف)",
        "(الصورة من الصفحة الرسمية للمعرض)",
        "(أ ف ب)",
        "مصدر الصورة Getty Images",
        "التعليق على الصورة، زوار المعرض أمام المدخل.",
        "Photo: AFP",
    ),
    "caption": ("وزير الثقافة مراد علي - مدير المعرض سالم حسن", "جانب من حفل الافتتاح"),
    "copyright": (
        "جميع الحقوق محفوظة © 2024",
        "**حقوق النشر محفوظة لمجلة الكتاب",
        "© 2024 الصحيفة",
        "All rights reserved",
    ),
    "disclaimer": (
        "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
        "الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة.",
    ),
    "contact": ("للتواصل مع الكاتب أرسل رسالة", "writer@example.org", "فاكس: 6923348"),
    "comments": ("أضف تعليقا", "التعليقات (3)", "لا توجد تعليقات", "Leave a comment"),
    "advertisement": ("إعلان", "Advertisement"),
    "support us": ("ادعمونا", "Support our journalism"),
    "cookies": ("نستخدم في موقعنا ملفات تعريف الارتباط لتحسين تجربتك", "We use cookies to improve your experience"),
    "page controls": ("تخطى إلى المحتوى", "استمع إلى المقال 3:15", "Skip to content", "متصفحك لا يدعم تشغيل الفيديو"),
    "link": (
        "رابط الخبر: https://example.org/1",
        "https://example.org/1",
        "The post Rain floods the city appeared first on The Orbit.",
    ),
    "markup": ('content="افتتح الوزير المعرض صباح اليوم. " />', 'alt="الوزير" />', "<br><br>", "var ads = load();"),
    "timestamp": (
        "الخميس، 5 كانون الأول/ديسمبر 2024، آخر تحديث 18:00 (GMT+0400)",
        "1600 (GMT+04:00) - 18/02/09",
        "Last updated: 5 December 2024",
        "5 min read",
        "آخر تحديث: الخميس 5 ديسمبر 2024 - 10:30",
        "نُشر في: 2024/12/05",
        "عدد المشاهدات: 1203",
    ),
    "menu": (
        "الرئيسية | أخبار | سياسة | رياضة",
        "الرئيسية > ثقافة > معرض الكتاب",
        "أسعار العملات | الذهب | النفط | العملات الرقمية",
        "الرئيسية سياسة اقتصاد وأعمال رياضة فن",
        "Home News Sport Business Opinion",
        "ارتفاع أسعار الفائدةالبنك المركزي يطمئن المودعين!وزير المالية: لا ضرائب جديدةمن يشتري ديون الشركة؟أسهم تهبط",
    ),
    "title": (
        TITLE,
        f"{TITLE}.",
        f"{TITLE} - صحيفة الكتاب",
        f"صحيفة الكتاب | أخبار العاصمة اليوم | {TITLE}",
        "معرض الكتاب في العاصمة",
        "في العاصمة الوزير يفتتح معرض الكتاب أمس",
        "الوَزير يَفتتح مَعرض الكتاب في العاصمه",
    ),
}

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


def between(line):
    return f"{FIRST}\n\n{line}\n\n{LAST}"


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


def restored(cleaned):
    """The body with its removed passages put back where they say they stood."""
    text = cleaned.body
    for passage in reversed(cleaned.removed):
        put = f"\n{passage.text}" if passage.at == len(cleaned.body) else f"{passage.text}\n"
        text = text[: passage.at] + put + text[passage.at :]
    return text


@pytest.mark.parametrize("seed", range(60))
def test_removed_passages_put_back_at_their_offsets_give_the_original_lines(seed):
    rnd = random.Random(seed)
    pieces = [FIRST, LAST, "عنوان فرعي", "  سطر قصير  ", "شارك هذا الخبر", "\u202bإعلان\u202c", TITLE, "\u00a0", " \t "]
    pieces += [FURNITURE["menu"][0], f"{LAST} سمات معرض كتاب"]
    ends = ["\n", "\n\n", "\n\n\n", "\n \n\n\n", "     ", "\u2028"]
    body = "".join(rnd.choice(pieces) + rnd.choice(ends) for _ in range(rnd.randint(1, 14)))
    cleaned = clean(TITLE, body)
    offsets = [passage.at for passage in cleaned.removed]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(cleaned.body) for at in offsets)
    assert "".join(" ".join(lines(restored(cleaned))).split()) == "".join(" ".join(lines(body)).split())


@pytest.mark.parametrize(("rule", "line"), [(rule, lines[0]) for rule, lines in FURNITURE.items()])
def test_a_rule_that_is_switched_off_takes_nothing(rule, line):
    body = f"{FIRST}\n\n{LAST}\n\n{line}\n\nBack to top\n\nإعلان" if rule != "caption" else between(line)
    cleaned = clean(TITLE, body, keep={rule})
    assert line in cleaned.body
    assert rule not in {passage.rule for passage in cleaned.removed}
    assert [cleaned.body[start:end] for start, end in cleaned.spared][:1] == [line]


def test_all_rules_switched_off_leave_the_text():
    body = "\n\n".join([TITLE, FIRST, *(lines[0] for lines in FURNITURE.values()), LAST])
    assert clean(TITLE, body, keep=set(RULE_NAMES)).body == body
    assert clean(TITLE, body, keep=set(RULE_NAMES)).removed == ()


def test_the_names_of_the_rules():
    assert set(RULE_NAMES) == {rule.name for rule in RULES} | {"broken title", "caption", "menu", "recurring", "title"}
    assert set(FURNITURE) < set(RULE_NAMES)
    assert len(RULE_NAMES) == len(set(RULE_NAMES))


HOSTILE = {
    "one word": "ا" * 1_000_000,
    "blanks": " " * 100_000,
    "lines": "سطر\n" * 200_000,
    "blank lines": "\n \n" * 100_000,
    "openings": "اقرأ أيضا:\n" * 50_000,
    "headlines": "مواضيع ذات صلة\nخبر عن الطقس اليوم\n" * 30_000,
    "titles": f"{TITLE}\n" * 30_000,
    "joints": "مدينةال" * 100_000,
    "bars": "| " * 200_000,
    "tags": "ت. " + "سمات " * 100_000,
    "sections": "أخبار " * 100_000,
    "tags of markup": "<a> " * 100_000,
    "dates": "10:30 " * 100_000,
    "marks": "\u202b" * 300_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_cleaned_without_looking_back(body):
    """No time is asserted: what is quadratic does not end before the tests' patience does."""
    assert len(clean(TITLE, body).body) <= len(body)
    assert len(clean(body, f"{FIRST}\n{body}").body) <= len(body) + len(FIRST) + 1


def test_the_first_seed_is_cleaned_to_its_gold_body(shared):
    gold = json.loads((shared / "gold/seed_000.json").read_text())
    seed = next(articles(shared / "seeds"))
    cleaned = clean(seed.title, seed.body)
    assert cleaned.body.replace("\u00a0", " ") == gold["body"].strip()
    assert not any(words in cleaned.body for words in gold["boilerplate_must_go"])


def test_the_second_seed_loses_menu_title_and_button(shared):
    seed = list(articles(shared / "seeds"))[1]
    cleaned = clean(seed.title, seed.body)
    assert [passage.rule for passage in cleaned.removed] == ["menu", "back to top"]
    assert seed.title not in cleaned.body
    assert cleaned.body.startswith("كشفت وكالة “رويترز”")
    assert cleaned.body.endswith("من المجال الجوي السوري.")


def test_little_of_a_clean_corpus_is_touched(shared):
    """ANT is clean but for disclaimers and links to other articles: 183 passages of 6,000 articles when last read."""
    found = list(articles(shared / "corpora/ant_2018_sample.jsonl.gz"))[::3]
    touched = sum(bool(clean(row.title, row.body).removed) for row in found)
    assert 0.01 <= touched / len(found) <= 0.05
