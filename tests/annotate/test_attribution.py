"""Every reported statement is found once, with its own speaker, kind and relay."""

import re
from dataclasses import replace

import pytest

from lib.annotate.attribution import attributions
from lib.annotate.document import Attribution, Document, Kind, Mention

# Names that the examples use: mentions are given, so that these tests judge attribution alone.
NAMES: dict[str, Kind] = {
    "سامي الحلبي": "PERS",
    "الحلبي": "PERS",
    "ليلى منصور": "PERS",
    "منصور": "PERS",
    "كريم": "PERS",
    "نادر يوسف": "PERS",
    "رويترز": "ORG",
    "فرانس برس": "ORG",
    "بلومبرغ": "ORG",
    "الأناضول": "ORG",
    "لوموند": "ORG",
    "موديز": "ORG",
    "وزارة الصحة": "ORG",
    "وزارة الداخلية": "ORG",
    "الأمم المتحدة": "ORG",
    "المرصد السوري لحقوق الإنسان": "ORG",
    "البيت الأبيض": "ORG",
    "الكرملين": "ORG",
    "داعش": "ORG",
    "يونيسف": "ORG",
    "نوكيا": "ORG",
    "سكاي نيوز عربية": "ORG",
    "روسيا": "LOC",
    "إيران": "LOC",
    "موسكو": "LOC",
    "واشنطن": "LOC",
    "سوريا": "LOC",
    "حلب": "LOC",
    "عمّان": "LOC",
    "الشرق الأوسط": "ORG",
    "الاتحاد": "ORG",
    "الدفاع المدني": "ORG",
    "السويس": "LOC",
}


def read(text: str) -> tuple[Document, list[Attribution]]:
    document = Document.from_text("a", "", text, "", None)
    return document, attributions(document, mentions_of(document))


def mentions_of(document: Document) -> list[Mention]:
    text = document.body
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                sentence = next(s.sentence for s in document.sentences if s.start <= hit.start() < s.end)
                found.append(Mention(sentence, "body", *hit.span(), name, NAMES[name], 1.0))
    return sorted(found, key=lambda mention: mention.start)


def short(row: Attribution) -> tuple[str, str, str, bool, str | None, str | None]:
    speaker, via = (mention and mention.text for mention in (row.speaker, row.via))
    return row.cue, row.source, row.kind, row.named, speaker, via


# text → (cue, source, kind, named, speaker, via)
ONE = [
    # the verb first, its subject behind it
    ("قال سامي الحلبي إن المدرسة ستفتح غدا.", ("قال", "سامي الحلبي", "person", True, "سامي الحلبي", None)),
    (
        "وقال وزير التعليم سامي الحلبي إن المدرسة ستفتح.",
        ("وقال", "وزير التعليم سامي الحلبي", "official", True, "سامي الحلبي", None),
    ),
    (
        "وقالت وزيرة الثقافة، ليلى منصور، إن المتحف جاهز.",
        ("وقالت", "وزيرة الثقافة، ليلى منصور", "official", True, "ليلى منصور", None),
    ),
    (
        "قال سامي الحلبي، مدير المستشفى، إن الجرحى بخير.",
        ("قال", "سامي الحلبي، مدير المستشفى", "official", True, "سامي الحلبي", None),
    ),
    ("وقالت وزارة الصحة إن اللقاح وصل.", ("وقالت", "وزارة الصحة", "institution", True, "وزارة الصحة", None)),
    (
        "وأعلنت وزارة الداخلية، الخميس، أن الطريق مغلق.",
        ("وأعلنت", "وزارة الداخلية", "institution", True, "وزارة الداخلية", None),
    ),
    ("وذكرت وكالة رويترز أن الميناء توقف.", ("وذكرت", "وكالة رويترز", "medium", True, "رويترز", None)),
    ('وذكرت صحيفة "لوموند" أن الاتفاق قريب.', ("وذكرت", 'صحيفة "لوموند"', "medium", True, "لوموند", None)),
    (
        "أفادت الأمم المتحدة بأن آلاف النازحين عادوا.",
        ("أفادت", "الأمم المتحدة", "institution", True, "الأمم المتحدة", None),
    ),
    ("وأشارت يونيسف إلى أن الأطفال في خطر.", ("وأشارت", "يونيسف", "institution", True, "يونيسف", None)),
    ("وأكدت روسيا أن القاعدة باقية.", ("وأكدت", "روسيا", "institution", True, "روسيا", None)),
    ("فقال كريم: لن أغادر بيتي.", ("فقال", "كريم", "person", True, "كريم", None)),
    (
        "وأوضح المرصد السوري لحقوق الإنسان أن القصف توقف.",
        ("وأوضح", "المرصد السوري لحقوق الإنسان", "institution", True, "المرصد السوري لحقوق الإنسان", None),
    ),
    ("ويرى كريم أن السوق سيتعافى.", ("ويرى", "كريم", "person", True, "كريم", None)),
    ("واعتبرت إيران أن العقوبات ظالمة.", ("واعتبرت", "إيران", "institution", True, "إيران", None)),
    ("وتوقعت وكالة موديز أن ينمو الاقتصاد.", ("وتوقعت", "وكالة موديز", "institution", True, "موديز", None)),
    # sources without a name
    ("وقالت مصادر مطلعة إن الوفد وصل.", ("وقالت", "مصادر مطلعة", "unnamed", False, None, None)),
    ("قال شهود إن النار اندلعت ليلا.", ("قال", "شهود", "unnamed", False, None, None)),
    ("وقال مسؤول كبير إن القرار نهائي.", ("وقال", "مسؤول كبير", "unnamed", False, None, None)),
    (
        "وأضافت 3 مصادر طبية رفضت الكشف عن هويتها أن العدد مرشح للارتفاع.",
        ("وأضافت", "3 مصادر طبية", "unnamed", False, None, None),
    ),
    ("وقال أحدهم إن الباب كان مفتوحا.", ("وقال", "أحدهم", "unnamed", False, None, None)),
    ("وقال دبلوماسيون إن الجلسة تأجلت.", ("وقال", "دبلوماسيون", "unnamed", False, None, None)),
    ("وقالت فرق الإغاثة إن القرية معزولة.", ("وقالت", "فرق الإغاثة", "unnamed", False, None, None)),
    ("وأوضحت مصادر رويترز أن الرحلة تأخرت.", ("وأوضحت", "مصادر رويترز", "unnamed", False, None, "رويترز")),
    ("وقال متحدث باسم الجيش إن الجسر دمر.", ("وقال", "متحدث باسم الجيش", "official", False, None, None)),
    ("وقال رئيس البلدية إن المياه عادت.", ("وقال", "رئيس البلدية", "official", False, None, None)),
    ("قال المتحدث باسم الكرملين إن اللقاء قائم.", ("قال", "المتحدث باسم الكرملين", "official", False, None, None)),
    # documents
    ("وذكر تقرير أن الأسعار ارتفعت.", ("وذكر", "تقرير", "document", False, None, None)),
    ("وأظهرت دراسة حديثة أن النوم يحمي القلب.", ("وأظهرت", "دراسة حديثة", "document", False, None, None)),
    (
        "وجاء في بيان وزارة الداخلية أن المتهم اعترف.",
        ("وجاء في", "بيان وزارة الداخلية", "document", True, "وزارة الداخلية", None),
    ),
    # the subject first
    ("كريم قال: سأعود قريبا.", ("قال", "كريم", "person", True, "كريم", None)),
    ("وكانت روسيا قد أعلنت أن قواتها ستنسحب.", ("أعلنت", "روسيا", "institution", True, "روسيا", None)),
    ("لكن متحدثا باسم الشركة قال إن الخدمة عادت.", ("قال", "متحدثا باسم الشركة", "official", False, None, None)),
    (
        "استقبل السكان الوزير سامي الحلبي الذي قال إن الماء سيصل.",
        ("قال", "الوزير سامي الحلبي", "official", True, "سامي الحلبي", None),
    ),
    # verbs that report without أن
    ("أدانت إيران الهجوم على السفارة.", ("أدانت", "إيران", "institution", True, "إيران", None)),
    ("أعلنت نوكيا إغلاق مصنعها.", ("أعلنت", "نوكيا", "institution", True, "نوكيا", None)),
    ("ونفت وزارة الداخلية صحة الخبر.", ("ونفت", "وزارة الداخلية", "institution", True, "وزارة الداخلية", None)),
    (
        "وتبنى الهجوم مجهولون، وأعلن تنظيم داعش مسؤوليته عنه.",
        ("وأعلن", "تنظيم داعش", "institution", True, "داعش", None),
    ),
    (
        "وأعربت الأمم المتحدة عن قلقها من المعارك.",
        ("وأعربت", "الأمم المتحدة", "institution", True, "الأمم المتحدة", None),
    ),
    ("ورحبت واشنطن بالاتفاق الجديد.", ("ورحبت", "واشنطن", "institution", True, "واشنطن", None)),
    ("ودعا كريم إلى ضبط النفس.", ("ودعا", "كريم", "person", True, "كريم", None)),
    ("وطالبت يونيسف بوقف القتال.", ("وطالبت", "يونيسف", "institution", True, "يونيسف", None)),
    ("وحذرت وزارة الصحة من موجة حر.", ("وحذرت", "وزارة الصحة", "institution", True, "وزارة الصحة", None)),
    ("وشدد سامي الحلبي على ضرورة الحوار.", ("وشدد", "سامي الحلبي", "person", True, "سامي الحلبي", None)),
    # بحسب and its kin
    ("بحسب رويترز، توقفت الرحلات من المطار.", ("بحسب", "رويترز", "medium", True, "رويترز", None)),
    ("قتل عشرة مدنيين في الغارة، وفق وزارة الصحة.", ("وفق", "وزارة الصحة", "institution", True, "وزارة الصحة", None)),
    ("انخفض الإنتاج هذا العام، وفقا لتقرير رسمي.", ("وفقا", "لتقرير رسمي", "document", False, None, None)),
    (
        "توقفت الحركة في الميناء، بحسب ما أعلن متحدث باسم الشرطة.",
        ("بحسب ما أعلن", "متحدث باسم الشرطة", "official", False, None, None),
    ),
    (
        "بدأ الانسحاب فجرا، حسبما ذكرت وكالة الأناضول.",
        ("حسبما ذكرت", "وكالة الأناضول", "medium", True, "الأناضول", None),
    ),
    ("عاد الهدوء إلى المدينة، نقلا عن شهود عيان.", ("نقلا عن", "شهود عيان", "unnamed", False, None, None)),
    ("هذه أسوأ أزمة منذ عقود، على حد قول كريم.", ("على حد قول", "كريم", "person", True, "كريم", None)),
    ("أودت الغارات - كما تقول رويترز - بحياة المئات.", ("كما تقول", "رويترز", "medium", True, "رويترز", None)),
    # relays: the statement is the last speaker's
    ("نقلت رويترز عن مسؤول تركي قوله إن الحدود مفتوحة.", ("نقلت", "مسؤول تركي", "unnamed", False, None, "رويترز")),
    (
        "ونقلت وكالة الأناضول عن وزير الدفاع سامي الحلبي قوله إن العملية انتهت.",
        ("ونقلت", "وزير الدفاع سامي الحلبي", "official", True, "سامي الحلبي", "الأناضول"),
    ),
    (
        "كشفت وكالة بلومبرغ نقلا عن مصادر مطلعة أن الصفقة تمت.",
        ("كشفت", "مصادر مطلعة", "unnamed", False, None, "بلومبرغ"),
    ),
    ("ونقل عن سامي الحلبي قوله إن الانتخابات ستجري.", ("ونقل", "سامي الحلبي", "person", True, "سامي الحلبي", None)),
    ("وأفادت وكالة رويترز بأن كريم قال إنه سيستقيل.", ("وأفادت", "كريم", "person", True, "كريم", "رويترز")),
    (
        "وقال سامي الحلبي لوكالة فرانس برس إن الوضع صعب.",
        ("وقال", "سامي الحلبي", "person", True, "سامي الحلبي", "فرانس برس"),
    ),
    (
        "وقالت وزارة الصحة إن الوباء انحسر، وفق ما نقلت رويترز.",
        ("وقالت", "وزارة الصحة", "institution", True, "وزارة الصحة", "رويترز"),
    ),
    ("وبحسب رويترز، قال مسؤول إن السفينة غرقت.", ("قال", "مسؤول", "unnamed", False, None, "رويترز")),
    ("وقيل إن القائد هرب.", ("وقيل", "", "unnamed", False, None, None)),
    ("أُعلن أن الطريق مغلق.", ("أُعلن", "", "unnamed", False, None, None)),
    # whom one speaks to is no source
    ("قال لـ«الشرق الأوسط» مصدر أمني إن الحدود مغلقة.", ("قال", "مصدر أمني", "unnamed", False, None, "الشرق الأوسط")),
    ("وكشف كريم لـ«الشرق الأوسط» أن اللقاء تأجل.", ("وكشف", "كريم", "person", True, "كريم", "الشرق الأوسط")),
    # media are media: a club, a canal and a civil service are none
    ("وقال الاتحاد إن البطولة تأجلت.", ("وقال", "الاتحاد", "institution", True, "الاتحاد", None)),
    ("وذكرت صحيفة الاتحاد أن البطولة تأجلت.", ("وذكرت", "صحيفة الاتحاد", "medium", True, "الاتحاد", None)),
    ("وذكرت «الشرق الأوسط» أن اللقاء تأجل.", ("وذكرت", "«الشرق الأوسط»", "medium", True, "الشرق الأوسط", None)),
    (
        "وأعلنت وكالة الدفاع المدني أن الحريق أخمد.",
        ("وأعلنت", "وكالة الدفاع المدني", "institution", True, "الدفاع المدني", None),
    ),
    ("قال كريم في قناة السويس إن السفينة عبرت.", ("قال", "كريم", "person", True, "كريم", None)),
    # numbers and duals of people
    ("وقال شخصان إن الباب كان مغلقا.", ("وقال", "شخصان", "unnamed", False, None, None)),
    ("وذكر ثلاثة دبلوماسيين أن الجلسة تأجلت.", ("وذكر", "ثلاثة دبلوماسيين", "unnamed", False, None, None)),
    ("أحدث الإحصاءات تشير إلى أن البطالة تراجعت.", ("تشير", "أحدث الإحصاءات", "document", False, None, None)),
    # a title behind a name that no mention marks
    (
        "وأكد فلان الفلاني المتحدث الرسمي أن السفينة وصلت.",
        ("وأكد", "فلان الفلاني المتحدث الرسمي", "official", True, None, None),
    ),
    ("وقالت «مجهولكو» إن أرباحها زادت.", ("وقالت", "«مجهولكو»", "institution", True, None, None)),
    # words beside the subject
    ("وأشار مجددا كريم إلى أن الماء قليل.", ("وأشار", "كريم", "person", True, "كريم", None)),
    ("كريم يلفت الانتباه إلى أن الماء قليل.", ("يلفت", "كريم", "person", True, "كريم", None)),
    (
        'قال كريم في حديث مع برنامج "أوراق" إن الكتاب جاهز.',
        ("قال", "كريم", "person", True, "كريم", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text for text, _ in ONE])
def test_one_statement(text, expected):
    _, rows = read(text)
    assert [short(row) for row in rows] == [expected]


# Several statements: who goes on speaking. text → (cue, speaker, kind)
MORE = [
    (
        "أعلن سامي الحلبي أن المعرض سيفتح، مضيفا أن الدخول مجاني.",
        [("أعلن", "سامي الحلبي", "person"), ("مضيفا", "سامي الحلبي", "person")],
    ),
    ("قال كريم إن الماء قليل.\nوأضاف أن الناس يغادرون.", [("قال", "كريم", "person"), ("وأضاف", "كريم", "person")]),
    ('قال كريم إن الماء قليل.\nوتابع: "لن نرحل".', [("قال", "كريم", "person"), ("وتابع", "كريم", "person")]),
    (
        "قال كريم إن الماء قليل. وقالت ليلى منصور إن المطر قريب. وأضاف أن البئر جفت.",
        [("قال", "كريم", "person"), ("وقالت", "ليلى منصور", "person"), ("وأضاف", "كريم", "person")],
    ),
    (
        "أعلنت وزارة الصحة أن اللقاح وصل. وأكدت الوزارة أن التوزيع يبدأ غدا.",
        [("أعلنت", "وزارة الصحة", "institution"), ("وأكدت", "وزارة الصحة", "institution")],
    ),
    ("التقى وزير النفط سامي الحلبي الصحفيين. وقال الوزير إن الأسعار ستنخفض.", [("وقال", "سامي الحلبي", "official")]),
    ("وصل وزير النفط سامي الحلبي إلى حلب. وقال الحلبي إن الأسعار ستنخفض.", [("وقال", "الحلبي", "official")]),
    (
        "بحسب رويترز، بدأت الرحلة فجرا.\nوأكّدت أن الطائرة وصلت.",
        [("بحسب", "رويترز", "medium"), ("وأكّدت", "رويترز", "medium")],
    ),
    (
        "قالت مصادر إن الوفد وصل. وأشارت المصادر إلى أن اللقاء طويل.",
        [("قالت", None, "unnamed"), ("وأشارت", None, "unnamed")],
    ),
    (
        "نفت إيران أن تكون قد أرسلت جنودا، قائلة إن الخبر كاذب.",
        [("نفت", "إيران", "institution"), ("قائلة", "إيران", "institution")],
    ),
    (
        "اعترفت نوكيا بالخطأ، مؤكدة أن الإصلاح جار ومشيرة إلى أن الخدمة ستعود.",
        [("اعترفت", "نوكيا", "institution"), ("مؤكدة", "نوكيا", "institution"), ("ومشيرة", "نوكيا", "institution")],
    ),
    (
        "افتتح الوزير سامي الحلبي المعرض. وقال معاليه إن الدخول مجاني.",
        [("وقال", "سامي الحلبي", "official")],
    ),
    (
        "قال كريم إن الماء قليل. وقالت مصادر إن البئر جفت. وأضافوا أن المطر قريب.",
        [("قال", "كريم", "person"), ("وقالت", None, "unnamed"), ("وأضافوا", None, "unnamed")],
    ),
    ("قال كريم إن الماء قليل، وهو يرى أن المطر قريب.", [("قال", "كريم", "person"), ("يرى", "كريم", "person")]),
    (
        "طالبت يونيسف بوقف القتال داعية الدول إلى الحوار.",
        [("طالبت", "يونيسف", "institution"), ("داعية", "يونيسف", "institution")],
    ),
    (
        "نشرت وكالة بلومبرغ تحقيقا طويلا. وذكرت الوكالة نقلا عن مصدر مقرب من الكرملين أن اللقاء تأجل.",
        [("وذكرت", None, "unnamed")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text for text, _ in MORE])
def test_who_goes_on(text, expected):
    _, rows = read(text)
    assert [(row.cue, row.speaker and row.speaker.text, row.kind) for row in rows] == expected


# Words that look like reports and are none.
NONE = [
    "أعلن الحرب على الفقر.",
    "خلصت روسيا إلى أنها لا تستطيع البقاء.",
    "أظهرت الأمطار أن السد ضعيف.",
    "نقل الجنود المصابين إلى المستشفى.",
    "لم تعلن أي جهة مسؤوليتها عن الانفجار.",
    "أضاف اللاعب الهدف الثاني في الدقيقة الأخيرة.",
    "وتابع الفريق تدريباته في عمّان.",
    "عبر اللاجئون الحدود ليلا.",
    "سكن الأهالي في مدينة حلب القديمة.",
    "كشف الطبيب على المريض.",
    "رأي الناس في المدينة معروف.",
    "وصلت إشارة من السفينة إلى الميناء.",
    "هذه إضافة مهمة إلى المتحف.",
    "ويذكر أن المهرجان يقام كل عام.",
    "كما قال.",
    'نقلا عن "الوطن".',
    "تجمع العشرات عقب المباراة في حلب.",
    "يجب تطبيق القواعد وفق الجدول المعتاد.",
    "ورد الفريق بهدفين في الشوط الثاني.",
    'كتب على الجدار "هنا حلب".',
    "توقفت الحركة بناء على طلب كريم.",
    "تراجعت الأسعار مما يؤكد أن السوق هادئة.",
    "جرى رفض المشروع في حلب بعد نشر التقرير.",
    "سافر كريم عبر شبكة الطرق عن قصد.",
    "زارت المدينة إبان الحرب أن الحدود مفتوحة.",
    "قال الله تعالى: «اقرأ».",
    "تخرج الجامعة طالبا لا يبحث بجد.",
    "كانت الخطوة غير متوقعة من كريم.",
    "وجاء في المركز الأول فيلم قصير.",
    "نقل المصابون في حافلة تدعى «الأمل».",
    "يجري العمل وفق رؤية المملكة.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statement(text):
    assert read(text)[1] == []


# title → (source, kind, speaker, claim), or None
TITLES = [
    ("الكرملين: لا لقاء قريبا", ("الكرملين", "institution", "الكرملين", "لا لقاء قريبا")),
    ("بلومبرغ: الصفقة تمت", ("بلومبرغ", "medium", "بلومبرغ", "الصفقة تمت")),
    ('"رويترز": الميناء توقف', ("رويترز", "medium", "رويترز", "الميناء توقف")),
    ("مصدر حكومي: الموازنة جاهزة", ("مصدر حكومي", "unnamed", None, "الموازنة جاهزة")),
    ("الوزير سامي الحلبي: المدرسة ستفتح", ("الوزير سامي الحلبي", "official", "سامي الحلبي", "المدرسة ستفتح")),
    ("تقرير: الأسعار ترتفع", ("تقرير", "document", None, "الأسعار ترتفع")),
    ("سوريا: أمطار غزيرة في حلب", None),
    ("عام بعد الحرب: ما الذي تغير", None),
    ("كريم في حلب: آمال كبيرة", None),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_names_its_source_before_the_colon(title, expected):
    document = Document.from_text("a", title, "", "", None)
    found = [replace(mention, part="title") for mention in mentions_of(Document.from_text("a", "", title, "", None))]
    rows = [
        (row.source, row.kind, row.speaker and row.speaker.text, title[row.claim_start : row.claim_end])
        for row in attributions(document, found)
    ]
    assert rows == ([expected] if expected else [])


# text → direct, claim
CLAIMS = [
    ('قال كريم: "سنعود غدا".', True, "سنعود غدا"),
    ("قال كريم: «سنعود غدا».", True, "سنعود غدا"),
    ("وقال كريم ”سنعود غدا“.", True, "سنعود غدا"),
    ('وقالت رويترز إن "الميناء مغلق تماما".', True, "الميناء مغلق تماما"),
    ("قال كريم إن الماء قليل.", False, "الماء قليل"),
    ("قال كريم إنه سيعود.", False, "إنه سيعود"),
    ("وحذرت وزارة الصحة من موجة حر.", False, "موجة حر"),
    ("قتل عشرة مدنيين في الغارة، وفق وزارة الصحة.", False, "قتل عشرة مدنيين في الغارة"),
    ("بحسب رويترز، توقفت الرحلات.", False, "توقفت الرحلات"),
    (
        'قال كريم إن فريق "النسور" خسر المباراة الأخيرة أمام ضيفه.',
        False,
        'فريق "النسور" خسر المباراة الأخيرة أمام ضيفه',
    ),
]


@pytest.mark.parametrize(("text", "direct", "claim"), CLAIMS)
def test_claim(text, direct, claim):
    document, [row] = read(text)
    assert (row.direct, document.body[row.claim_start : row.claim_end]) == (direct, claim)


def test_spans_are_the_text_shown():
    for text, _ in [*ONE, *MORE]:
        document, rows = read(text)
        for row in rows:
            assert document.body[row.cue_start : row.cue_end] == row.cue
            assert (row.source_start is None) == (row.source == "")
            assert row.source == "" or document.body[row.source_start : row.source_end] == row.source
            sentence = document.sentences[row.sentence]
            assert sentence.start <= row.cue_start < row.cue_end <= sentence.end


def test_a_quoted_verb_is_the_speakers_own():
    _, rows = read('قال كريم: "أعلنت إيران أن الحدود مغلقة".')
    assert [row.cue for row in rows] == ["قال"]


def test_text_without_arabic_or_words():
    assert read("")[1] == []
    assert read("Nothing to read here: 12, 13.")[1] == []
