"""What site furniture says: one table of phrases, in Arabic and English, and the names of sections in menus."""

import re
from dataclasses import dataclass
from functools import cache

from lib.arabic.normalize import fold

# How many passages may follow. Chosen: the seeds' and the sample's feet have five lines at most.
_FOOT, _LAST, _ANYWHERE = 7, 0, 1 << 30


@dataclass(frozen=True, slots=True)
class Rule:
    """A line is furniture when `pattern`, folded, matches its folded beginning and it is not longer than `longest`.

    At most `before` passages may follow it in the article. A rule that `opens_list`, when nothing else is on
    its line, also takes the headline below it, or all that follow when nothing but headlines does.
    """

    name: str
    pattern: str
    longest: int
    before: int = _ANYWHERE
    opens_list: bool = False

    def matches(self, folded: str, length: int, to_come: int) -> bool:
        """Say whether a folded line of `length` characters, with `to_come` passages after it, is this rule's."""
        if not folded or length > self.longest or to_come > self.before:
            return False
        return _compiled(self.pattern).match(folded) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Patterns are written in ordinary spelling, without capitals, and folded as the lines are."""
    return re.compile(fold(pattern))


_NETWORKS = "|".join(
    (
        "فيسبوك", "فيس بوك", "تويتر", "إكس", "انستغرام", "انستقرام", "إنستجرام", "يوتيوب", "تيك توك", "واتساب",
        "واتس آب", "تليجرام", "تلغرام", "تيليغرام", "تليغرام", "سناب شات", "لينكد إن", "لينكدإن", "جوجل نيوز",
        "غوغل نيوز", "أخبار جوجل", "البريد الإلكتروني", "facebook", "twitter", "x", "instagram", "youtube",
        "tiktok", "whatsapp", "telegram", "linkedin", "pinterest", "google news", "email", "copy link",
    )
)  # fmt: skip
_END = r"\s*[:.…!|»>←]*\s*$"

# Origin: furniture lines read in the seeds, in ANT 2018, SaudiNewsNet 2015, BBC and CNN page dumps and this project's
# sample (which therefore proves nothing about them), and the usual wording of Arabic news templates. `longest` is
# chosen: well above such lines, well below a paragraph.
RULES: tuple[Rule, ...] = (
    Rule(
        "sample",
        r"[(«\[*]*\s*(?:[^:.]{1,60}[:،] ?)?(?:هذا |هذه )?(?:و?المادة |و?المقال |و?الخبر |و?التقرير )?نص تجريبي"
        r"|[(«\[*]*\s*(?:this is a )?sample text",
        300,
    ),
    Rule(
        "newsletter",
        r"(?:اشترك|إشترك|اشتركوا|سجل|سجلوا|انضم|انضموا)(?: الآن| معنا| مجانا)* (?:في|إلى|ب) ?"
        r"(?:النشرة|نشرتنا|نشرة|النشرات|القائمة البريدية|قائمتنا|قناتنا|خدمة (?:الإشعارات|الرسائل|الأخبار))"
        r"|النشرة البريدية|للاطلاع على .{1,60} اشترك"
        r"|(?:subscribe|sign up) (?:to|for)\b.*(?:newsletter|channel|updates)",
        160,
    ),
    # «تابع» alone also tells that someone went on speaking: it needs an object that only a site would name.
    Rule(
        "follow us",
        r"(?:تابع(?:نا|ونا|وا)|تابع (?:آخر|أحدث|كل|جميع|أهم|المزيد|أخبار|حسابنا|صفحتنا|قناتنا)) .{0,60}"
        rf"(?:على|عبر|في) .{{0,30}}(?:{_NETWORKS}|مواقع التواصل|وسائل التواصل|منصات|تطبيق)"
        rf"|(?:اضغط هنا|انقر هنا|أرسل لنا|أرسلوا لنا|راسلونا|انضم إلينا|انضموا إلينا)\b.{{0,80}}(?:{_NETWORKS})"
        rf"|(?:تابعنا|تابعونا){_END}|follow us\b"
        rf"|(?:حمل|حملوا|نزل) (?:الآن )?(?:تطبيق|التطبيق)(?!.*\.$)|تحميل التطبيق{_END}",
        160,
    ),
    Rule(
        "back to top",
        rf"(?:زر )?(?:الذهاب|العودة|الرجوع|اذهب|عد|عودة) (?:إلى|ل) ?(?:ال)?(?:أعلى|بداية|بالأعلى)(?: الصفحة)?{_END}"
        rf"|(?:إلى|ل)(?: )?ال?أعلى{_END}|back to top{_END}|scroll to top{_END}",
        60,
    ),
    Rule(
        "previous and next",
        r"(?:(?:المقال|الخبر|الموضوع|المقالة|المنشور)ة? )?(?:السابق|التالي)ة?(?:\s|:|$)(?!.*[.؟!]$)"
        r"|[«‹<←]*\s*(?:previous|next)(?: (?:article|post|story))?(?:\s*[:»›>→]|$)",
        220,
        before=_FOOT,
    ),
    Rule(
        "share",
        rf"(?:شارك|شاركوا|شاركنا|شاركها|شاركه|مشاركة)(?: (?:هذا|هذه))?(?: ?(?:ال)?(?:مقال|خبر|موضوع|صفحة|مقالة|قصة))?"
        rf"(?: (?:على|عبر|مع)(?: (?:{_NETWORKS}|أصدقائك|الأصدقاء|مواقع التواصل(?: الاجتماعي)?))?)?{_END}"
        rf"|(?:شارك(?: \w+)?\s*[:|]\s*)?(?:(?:(?:شارك )?(?:(?:على|عبر) )?(?:{_NETWORKS}|البريد)"
        rf"|طباعة|إرسال|حفظ|نسخ الرابط|share|tweet|print)[\s|/،,]*)+$"
        rf"|(?:أرسل|إرسال) (?:إلى|ل) ?صديق{_END}|(?:تم )?نسخ الرابط{_END}|share (?:this|on|via)\b",
        120,
    ),
    Rule(
        "read also",
        r"[-–•*(\[>»|#]*\s*(?:(?:اقرأ|إقرأ|أقرأ|اقرؤوا|اقرأي|شاهد|شاهدوا|تابع|طالع|انظر|إقرؤوا) (?:أيضا|ايضاً|كذلك)"
        r"|(?:قد|ربما) (?:يهمك|يعجبك|يهمكم|تهمك)|(?:لقراءة|إقرأ|اقرأ) المزيد"
        r"|لل?مزيد (?:من )?(?:التفاصيل|الأخبار|المعلومات)? ?(?:اضغط|إضغط|انقر|زوروا|تابع|اقرأ)"
        r"|(?:مواضيع|موضوعات|أخبار|مقالات|روابط|قصص|عناوين) (?:ذات|لها) (?:ال)?(?:صلة|علاقة)|شاهد(?:وا)?\s*[:|]"
        rf"|(?:الأكثر (?:قراءة|مشاهدة|تداولا|تعليقا|شعبية)|حول هذه القصة|اخترنا لك|اخترنا لكم){_END}"
        r"|(?:مواضيع|مقالات|أخبار) مشابهة|مقالات أخرى للكاتب"
        r"|related (?:articles|stories|topics|news|links|posts)|read (?:also|more|next)\b|see also\b|you may also like)"
        r"(?!.*\.$)",
        220,
        opens_list=True,
    ),
    Rule("read also", rf"[.…\s]*(?:المزيد|اقرأ المزيد|التفاصيل|عرض المزيد|تحميل المزيد){_END}", 40),
    Rule(
        "tags",
        r"(?:الوسوم|وسوم|سمات|(?:ال)?كلمات (?:ال)?(?:مفتاحية|دلالية)|هاشتاغ|هاشتاج|tags?|keywords)(?:\s*[:|#]|\s*$)",
        300,
    ),
    Rule("tags", r"(?:#\w+[\s،,]*)+$", 200, before=_FOOT),
    Rule("tags", r"سمات(?: \w+){1,20}$", 200, before=_LAST),
    Rule("photo credit", r"مصدر الصورة|صدر الصورة|التعليق على الصورة|image (?:source|caption|credit)", 250),
    Rule(
        "photo credit",
        r"[(\[]?\s*(?:تصوير\s*[:/|]|عدسة\s*[:/|]|(?:ال)?صورة\s*[:/|]"
        r"|(?:ال)?صور\s*[:|]|صورة (?:أرشيفية|تعبيرية|متداولة|توضيحية)"
        r"|(?:ال)?صورة من (?:ال)?(?:أرشيف|صفحة|حساب|موقع)|photo(?:graph)?\s*(?:by|credit|:)"
        r"|getty images|credit\s*:|file photo)(?!.*\.$)",
        200,
    ),
    Rule(
        "photo credit",
        r"[(\[]\s*(?:أ ?\.?ف ?\.?ب\.?|رويترز|أرشيفية|أرشيف|أ ب|الأناضول|د ب أ|getty|afp|reuters|ap)\s*[)\]]$",
        30,
    ),
    Rule("photo credit", rf"(?:أرشيفية|أرشيف|getty|afp photo){_END}", 30),
    Rule(
        "photo credit", r"[^.:]{3,80}[-–—(/] ?(?:صورة |الصورة )?(?:أرشيفية|أرشيف|من الأرشيف|تعبيرية|توضيحية)\)?$", 110
    ),
    Rule("caption", r"جانب من [^.،؛:]*$", 70),
    Rule(
        "copyright",
        r"[*©\s]*(?:جميع|كافة|كل) ?(?:ال)?حقوق (?:ال)?(?:محفوظة|النشر|الطبع|نشر)"
        r"|[*©\s]*(?:ال)?حقوق (?:النشر|الطبع|الملكية).*محفوظة|©|\(c\)\s*\d{4}|copyright\b|all rights reserved",
        200,
    ),
    Rule(
        "disclaimer",
        r"[*\s]*(?:(?:جميع|كل) )?(?:هذا |هذه )?(?:ال)?(?:مقال|مقالات|مقالة|آراء|تعليقات)\b.{0,80}"
        r"(?:(?:ت|ي)مثل رأي|(?:ت|ي)عبر(?:ان)? (?:إلا |بالضرورة )?عن (?:رأي|آراء|وجهة|وجهات))",
        250,
    ),
    Rule("contact", r"للتواصل مع الكاتب|أرسل رسالة (?:sms|نصية)|\d{4,7}\s*-\s*(?:stc|mobily|zain|موبايلي|زين)$", 90),
    Rule(
        "contact", r"(?:(?:البريد الإلكتروني|إيميل|ايميل|بريد|e-?mail)\s*[:/]?\s*)?[\w.+-]+@[\w-]+(?:[. ]\w+)+\s*$", 90
    ),
    Rule("contact", r"(?:فاكس|هاتف|ت|تليفون|جوال|fax|tel|phone)\s*[:/]\s*[\d\s+()-]{6,}$", 60),
    Rule(
        "comments",
        rf"(?:(?:أضف|اترك|أكتب|اكتب|إضافة) (?:تعليقا?|ردا?)|(?:ال)?تعليقات(?: \(?\d+\)?)?|لا توجد تعليقات){_END}",
        60,
    ),
    Rule("comments", rf"(?:leave a (?:comment|reply)|(?:\d+ )?comments){_END}", 60),
    Rule("advertisement", rf"(?:إعلان|إعلانات|advertisement|sponsored|جاري التحميل|loading){_END}", 30),
    Rule(
        "timestamp",
        r"(?:آخر تحديث|تاريخ النشر|نشر (?:في|بتاريخ|يوم)|تم النشر|last updated|published (?:on|at)|posted on)\b"
        r".*(?:\d:\d\d|\d{4})(?!.*\.$)",
        90,
    ),
    Rule(
        "timestamp", rf"(?:عدد )?(?:ال)?(?:مشاهدات|زيارات|قراءات)\s*:?\s*\d+{_END}|مدة القراءة.*\d|وقت القراءة.*\d", 50
    ),
)

# Section names of Arabic news sites, as their menus write them.
_SECTIONS = (
    "الرئيسية", "الصفحة الرئيسية", "أخبار", "الأخبار", "آخر الأخبار", "سياسة", "السياسة", "اقتصاد", "الاقتصاد",
    "اقتصاد وأعمال", "رياضة", "الرياضة", "ثقافة", "الثقافة", "ثقافة وفن", "ثقافة وفنون", "فن", "فنون", "منوعات",
    "المنوعات", "محليات", "المحليات", "عربي", "عربي ودولي", "عرب وعالم", "دولي", "العالم", "عالم", "العالم العربي",
    "الشرق الأوسط", "مصر", "سوريا", "لبنان", "السعودية", "صحة", "الصحة", "علوم وتكنولوجيا", "تكنولوجيا", "تقنية",
    "علوم", "رأي", "آراء", "مقالات", "مقالات الرأي", "كتاب", "الكتاب", "حوادث", "مجتمع", "المجتمع", "المرأة",
    "مرأة", "سيارات", "سفر", "سياحة", "فيديو", "صور", "بالصور", "ألبومات", "ملفات", "تقارير", "تقارير خاصة",
    "تحقيقات", "بودكاست", "راديو وتلفزيون", "بث مباشر", "البث المباشر", "شارك برأيك", "بالصوت والصورة", "عرض الصحف",
    "اتصل بنا", "من نحن", "عن الموقع", "سياسة الخصوصية", "شروط الاستخدام", "أعلن معنا", "وظائف", "بحث", "القائمة",
    "تسجيل الدخول", "دخول", "english", "home", "news", "sport", "sports", "business", "opinion", "video",
    "contact us", "about us", "privacy policy", "search", "menu", "login",
)  # fmt: skip
SECTIONS = frozenset(fold(name) for name in _SECTIONS)
