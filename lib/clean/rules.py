"""What site furniture says: one table of phrases, in Arabic and English."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lib.arabic.normalize import fold
from lib.clean.passages import Passage

# How many passages may follow. Chosen: the seeds' and the sample's feet have five lines at most.
_FOOT, _ANYWHERE = 7, 1 << 30
_ESCAPES = re.compile(r"(\\.)")


@dataclass(frozen=True)
class Rule:
    """A line is furniture when it begins with a word of `first` and `then` matches, folded, what follows that word.

    In `first`, 0 stands for any number; a sign (#) or `holds` (texts of which the line has one) only say which lines
    are worth trying, and `then` matches them whole. A line has at most `longest` characters, and at most `before`
    passages follow it. When nothing else is on its line, `below` says whether the headline under it goes too, or a
    whole list of them; all that follow go in any case when nothing but headlines does.
    """

    name: str
    first: str
    then: str
    longest: int
    before: int = _ANYWHERE
    below: Literal["", "headline", "list"] = ""
    holds: tuple[str, ...] = ()

    def matches(self, passage: Passage, to_come: int) -> bool:
        """Say whether a passage with `to_come` others after it is this rule's."""
        if len(passage.bare) > self.longest or to_come > self.before:
            return False
        return self._pattern.match(passage.folded) is not None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and signs of `first`, folded."""
        return frozenset(map(fold, self.first.split()))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = [r"\d+[^\W\d]*" if word == "0" else word for word in self.words if word[0].isalnum()]
        then = "".join(part if part.startswith("\\") else fold(part) for part in _ESCAPES.split(self.then))
        return re.compile(rf"[\W_]*(?:{'|'.join(words)})(?!\w)(?:{then})" if words else then)


_NETWORKS = "|".join(
    (
        "فيسبوك", "فيس بوك", "الفيسبوك", "تويتر", "إكس", "منصة إكس", "انستغرام", "انستقرام", "انستجرام", "يوتيوب",
        "اليوتيوب", "تيك توك", "واتساب", "واتس اب", "الواتساب", "تليجرام", "تلغرام", "تيليغرام", "تليغرام", "تلجرام",
        "سناب شات", "سنابشات", "لينكد إن", "لينكدإن", "ثريدز", "نبض", "مسنجر", "جوجل نيوز", "غوغل نيوز", "أخبار جوجل",
        "أخبار غوغل", "البريد الإلكتروني", "facebook", "twitter", "x", "instagram", "youtube", "tiktok", "whatsapp",
        "telegram", "linkedin", "pinterest", "snapchat", "threads", "google news", "nabd", "rss", "reddit", "email",
        "messenger", "viber", "tumblr", "copy link",
    )
)  # fmt: skip
_BUTTONS = (
    "شارك طباعة إطبع اطبع إرسال ارسال حفظ نسخ البريد share tweet print pin "
    + " ".join({name.split()[0] for name in _NETWORKS.split("|")})
)  # fmt: skip
_SHARED = "(?: (?:هذا|هذه))?(?: ?(?:ال)?(?:مقال|خبر|موضوع|صفحة|مقالة|قصة|تقرير))?"
_MEDIA = f"{_NETWORKS}|مواقع التواصل|وسائل التواصل|منصات|تطبيق"
_LATEST = "آخر|أحدث|كل|جميع|أهم|أبرز|المزيد|أخبار|أخبارنا|حسابنا|صفحتنا|قناتنا"
_OURS = "موقعنا|تطبيقنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|قناتنا|قنواتنا|نشرتنا|منصاتنا"
_END = r"\s*[:.…!|»>←]*\s*$"
_NO_POINT = r"(?!.*\.$)"  # what ends in a point is a sentence
_DAYS = "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat"  # noqa: E501
_DATES = (
    f"{_DAYS} يناير فبراير مارس أبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون الثاني "
    "الأول شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec gmt utc am pm at ago "
    "م ص ه صباحا مساء الساعة بتوقيت غرينتش جرينتش جرينيتش مكة المكرمة آخر تحديث نشر"
).replace(" ", "|")

# Origin: furniture lines read in the seeds, in ANT 2018, SaudiNewsNet 2015, BBC and CNN page dumps and this project's
# sample (which therefore proves nothing about them), and the usual wording of Arabic and English news templates.
# `longest` is chosen: well above such lines, well below a paragraph.
RULES: tuple[Rule, ...] = (
    Rule("sample", "", r"[(«\[*]*\s*(?:[^:.]{1,60}[:،] ?)?(?:هذا |هذه )?(?:و?المادة |و?المقال |و?الخبر |و?التقرير )?"
         "نص تجريبي", 300, holds=("تجريب",)),
    Rule("sample", "sample this", "(?: is a sample)? text", 300),
    Rule("newsletter", "اشترك اشتركوا سجل سجلوا انضم انضموا الاشتراك للاشتراك اشتراك",
         "(?: الآن| معنا| مجانا)* (?:في|إلى|ب) ?(?:النشرة|نشرتنا|نشرة|النشرات|نشراتنا|القائمة البريدية|قائمتنا|قناتنا|"
         "قنواتنا|خدمة (?:الإشعارات|الرسائل|الأخبار))", 160),
    Rule("newsletter", "النشرة نشرتنا", f" البريدية| (?:الإخبارية|اليومية|الأسبوعية){_END}", 160),
    Rule("newsletter", "للاطلاع", " على .{1,60} اشترك", 160),
    Rule("newsletter", "أدخل ضع اكتب أضف", r" (?:عنوان )?بريدك\b" + _NO_POINT, 120),
    Rule("newsletter", "احصل احصلوا لتصلك لتصلكم", r" .{0,80}(?:بريدك|بريدكم|هاتفك|إشعارات)\b", 160),
    Rule("newsletter", "subscribe sign", r"(?: up)?(?: now| today| here)? (?:to|for)\b.*(?:newsletter|channel|updates|"
         rf"alerts|news|email|mailing list)|(?: up| now)?{_END}", 160),
    Rule("newsletter", "get receive join", " (?:our|the|daily|breaking) .*(?:newsletter|inbox|mailing list|alerts)",
         160),
    Rule("newsletter", "newsletter enter", f"(?: sign ?up| your e-?mail.*)?{_END}", 120),
    # «تابع» alone also tells that someone went on speaking: it needs an object that only a site would name.
    Rule("follow us", "تابعنا تابعونا تابعوا", f" .{{0,60}}(?:على|عبر|في) .{{0,30}}(?:{_MEDIA})", 160),
    Rule("follow us", "تابعنا تابعونا", _END, 160),
    Rule("follow us", "تابع لمتابعة", rf" (?:{_LATEST})\b.{{0,60}}(?:على|عبر|في) .{{0,30}}(?:{_MEDIA})", 160),
    Rule("follow us", "تابع تابعوا لمتابعة زوروا زر", rf" .{{0,80}}(?:{_OURS})\b", 160),
    Rule("follow us", "اضغط إضغط انقر أرسل أرسلوا راسلونا راسلنا انضم انضموا تواصلوا",
         rf"(?: هنا| لنا| إلينا| معنا)?\b.{{0,80}}(?:{_NETWORKS})", 160),
    Rule("follow us", _OURS.replace("|", " "), f" (?:على|في|عبر) .{{0,20}}(?:{_NETWORKS}){_END}", 90),
    Rule("follow us", "حمل حملوا نزل", " (?:الآن )?(?:تطبيق|التطبيق)" + _NO_POINT, 160),
    Rule("follow us", "تحميل", f" التطبيق{_END}", 60),
    Rule("follow us", "follow", r" us\b| @", 160),
    Rule("follow us", "like find join download get", r" (?:us on|(?:our|the) (?:free )?app)\b" + _NO_POINT, 160),
    Rule("support us", "ادعمنا ادعمونا تبرع donate", f"(?: الآن| لنا| now)?{_END}", 60),
    Rule("support us", "ادعم ادعموا ساهم ساهموا تبرعوا", " .{0,20}(?:دعمنا|موقعنا|صحيفتنا|الصحافة المستقلة)", 120),
    Rule("support us", "support", " (?:us|our (?:work|journalism)|independent journalism)", 120),
    Rule("back to top", "زر الذهاب العودة الرجوع اذهب عد عودة إلى", "(?: (?:الذهاب|العودة|الرجوع))?(?: إلى| ل)? ?"
         f"(?:ل?لأعلى|(?:ال|بال)?أعلى|بداية)(?: الصفحة)?{_END}", 60),
    Rule("back to top", "لأعلى للأعلى", _END, 30),
    Rule("back to top", "back scroll go", f" to(?: the)? top{_END}", 60),
    Rule("previous and next", "المقال الخبر الموضوع المقالة المنشور التدوينة",
         r" (?:السابق|التالي)ة?(?:\s|:|$)(?!.*[.؟!]$)", 220, before=_FOOT),
    Rule("previous and next", "السابق التالي السابقة التالية", r"(?:\s|:|$)(?!.*[.؟!]$)", 220, before=_FOOT),
    Rule("previous and next", "previous next prev", r"(?: (?:article|post|story|page))?(?:\s*[:»›>→]|$)", 220,
         before=_FOOT),
    Rule("share", "شارك شاركوا شاركنا شاركها شاركه مشاركة",
         f"{_SHARED}(?: (?:على|عبر|مع)(?: (?:{_NETWORKS}|أصدقائك|الأصدقاء|مواقع التواصل(?: الاجتماعي)?))?)?{_END}",
         120),
    Rule("share", _BUTTONS, rf"(?:{_SHARED}\s*[:|])?(?:[\W_]*(?:{_NETWORKS}|شارك|على|عبر|بوك|توك|شات|إن|نيوز|"
         r"الإلكتروني|البريد|طباعة|إرسال|ارسال|حفظ|نسخ|الرابط|share|tweet|print|pin|on|link|news)(?!\w))*[\W_]*$", 120),
    Rule("share", "أرسل إرسال", f" (?:إلى|ل) ?صديق{_END}", 60),
    Rule("share", "تم نسخ", f"(?: نسخ)? الرابط{_END}", 60),
    Rule("share", "share click", r" (?:this|on|via|to (?:share|print|email))\b", 120),
    Rule("read also", "اقرأ أقرأ اقرؤوا اقرأوا اقرأي شاهد شاهدوا تابع طالع طالعوا انظر لقراءة",
         r" (?:أيضا|كذلك|المزيد)\b" + _NO_POINT, 220, below="headline"),
    Rule("read also", "اقرأ أقرأ اقرؤوا شاهد شاهدوا طالع", r"\s*[:|]" + _NO_POINT, 220, below="headline"),
    Rule("read also", "قد ربما", r" (?:يهمك|يعجبك|يهمكم|تهمك|يعجبكم)\b" + _NO_POINT, 220, below="headline"),
    Rule("read also", "للمزيد لمزيد", " (?:من )?(?:ال)?(?:تفاصيل|أخبار|معلومات)? ?(?:اضغط|انقر|زوروا|تابع|اقرأ)"
         + _NO_POINT, 220, below="headline"),
    Rule("read also", "مواضيع موضوعات أخبار مقالات روابط وصلات قصص عناوين تقارير المواضيع الموضوعات المقالات",
         r" (?:(?:ذات|لها) (?:ال)?(?:صلة|علاقة)|مشابهة|مقترحة|متعلقة|أخرى للكاتب)" + _NO_POINT, 220, below="list"),
    Rule("read also", "الأكثر", rf" (?:قراءة|مشاهدة|تداولا|تعليقا|شعبية|مشاركة|رواجا){_END}", 60, below="list"),
    Rule("read also", "حول اخترنا نرشح ذات المزيد", f" (?:(?:حول )?هذه القصة|لك|لكم|صلة){_END}", 60, below="list"),
    Rule("read also", "related", r" (?:articles|stories|topics|news|links|posts)" + _NO_POINT, 220, below="list"),
    Rule("read also", "recommended most more trending popular editor's you",
         f"(?: (?:for you|read|viewed|popular|on this story|stories|news|now|picks|m(?:ay|ight) also like))?{_END}", 60,
         below="list"),
    Rule("read also", "read see", r" (?:also|more|next)\b" + _NO_POINT, 220, below="headline"),
    Rule("read also", "المزيد التفاصيل", _END, 40),
    Rule("read also", "عرض تحميل load show view", f" (?:المزيد|الكل|more|all){_END}", 40),
    Rule("tags", "الوسوم وسوم سمات الكلمات كلمات هاشتاغ هاشتاج tags tag keywords",
         r"(?: (?:ال)?(?:مفتاحية|دلالية))?(?:\s*[:|#]|\s*$)", 300),
    Rule("tags", "#", r"(?:#\w+[\s،,|]*)+$", 200, before=_FOOT),
    Rule("tags", "سمات", r"(?: \w+){1,20}$", 200, before=0),
    Rule("photo credit", "مصدر صدر التعليق image", " (?:على )?الصورة| (?:source|caption|credit)", 250),
    Rule("photo credit", "تصوير عدسة الصورة صورة الصور صور", r"\s*[:/|]" + _NO_POINT, 200),
    Rule("photo credit", "صورة الصورة", " (?:أرشيفية|تعبيرية|متداولة|توضيحية|من (?:ال)?(?:أرشيف|صفحة|حساب|موقع))"
         + _NO_POINT, 200),
    Rule("photo credit", "photo photograph getty credit file", r"\s*(?:by\b|credit|:| images\b| photo\b)" + _NO_POINT,
         200),
    Rule("photo credit", "( [", r"[(\[]\s*(?:أ ?\.?ف ?\.?ب\.?|رويترز|أرشيفية|أرشيف|أ ب|الأناضول|د ب أ|getty|afp|reuters"
         r"|ap)\s*[)\]]$", 30),
    Rule("photo credit", "أرشيفية أرشيف getty afp", f"(?: photo| images)?{_END}", 30),
    Rule("photo credit", "", r"[^.:]{3,80}[-–—(/] ?(?:صورة |الصورة )?(?:أرشيفية|أرشيف|من الأرشيف|تعبيرية|توضيحية)\)?$",
         110, holds=("رشيف", "تعبيري", "توضيحي")),
    Rule("caption", "جانب", " من [^.،؛:]*$", 70),
    Rule("copyright", "جميع كافة كل", " ?(?:ال)?حقوق (?:ال)?(?:محفوظة|النشر|الطبع|نشر|الملكية)", 200),
    Rule("copyright", "حقوق الحقوق", " (?:(?:النشر|الطبع|الملكية).*)?محفوظة", 200),
    Rule("copyright", "copyright all c", r" rights reserved|\)? ?©?\s*\d{4}|\b.*(?:rights reserved|©)", 200),
    Rule("copyright", "©", "©", 200),
    Rule("disclaimer", "جميع كل هذا هذه المقال المقالات المقالة الآراء التعليقات آراء مقالات",
         r"\b.{0,90}(?:(?:ت|ي)مثل رأي|(?:ت|ي)عبر(?:ان)? (?:إلا |بالضرورة )?عن (?:رأي|آراء|وجهة|وجهات))", 250),
    Rule("disclaimer", "", ".{0,60}مس[ؤئ]ولة? عن (?:محتوى|محتويات|مضمون) (?:المواقع|الروابط|الصفحات|التعليقات)", 200,
         holds=("المواقع", "الروابط", "الصفحات", "التعليقات")),
    Rule("disclaimer", "the", " .{0,60}not responsible for the content", 200),
    Rule("cookies", "نستخدم يستخدم هذا نحن باستخدامك بمتابعتك we this by",
         r"\b.{0,120}(?:ملفات تعريف (?:ال)?ارتباط|كوكيز|cookies)\b", 300),
    Rule("page controls", "تخطى تخطي تخط انتقل skip",
         r" (?:(?:إلى|to) .{1,30}$|.{1,60} و?واصل القراءة$|.{1,30} المشاركة, \d)" + _NO_POINT, 90),
    Rule("page controls", "نهاية", r" .{1,30} المشاركة(?:, \d+)?$", 60),
    Rule("page controls", "استمع تشغيل حجم تكبير تصغير مدة listen play",
         rf" (?:إلى (?:ال)?(?:خبر|مقال|مقالة)|(?:ال)?(?:فيديو|صوت|خط)|to this article|video)[\s:،,\d]*{_END}", 50),
    Rule("page controls", "متصفحك المتصفح your هل", r"\b.{0,40}(?:لا يدعم|غير مدعوم|not support|بعرض المحتوى من)", 160),
    Rule("link", "رابط الرابط", r" (?:ال)?(?:خبر|مقال|موضوع|مختصر|أصلي|قصير|دائم)\b" + _NO_POINT, 260),
    Rule("link", "http https www", r"[:.]\S+$", 300, before=1),
    Rule("link", "المصدر رابط source", r"\s*:?\s*(?:https?:|www\.)\S*$", 300),
    Rule("link", "the", " post .{1,200} (?:appeared first on|first appeared) ", 320),
    Rule("link", "ظهرت", " المقالة .{1,200} أولا (?:على|في) ", 320),
    Rule("markup", "content alt src href class style width height name property id rel type target",
         r"(?:-\w+)?\s*=\s*[\"'].*", 900),
    Rule("markup", "<", r"(?:<[^<>]*>\s*)+$", 300),
    Rule("markup", "var function window document jquery googletag", r"[\s(.=].*[;{})]$", 300),
    Rule("contact", "للتواصل تبدأ", " مع الكاتب| بالرمز .*الرسالة", 90),
    Rule("contact", "أرسل", " رسالة (?:sms|نصية)", 90),
    Rule("contact", "0", r"\s*-\s*(?:stc|mobily|zain|موبايلي|زين)$", 90),
    Rule("contact", "أبلغ هل إذا report",
         " (?:عن خطأ|(?:وجدت|لاحظت) خطأ|an? (?:error|typo)|كنت تعتقد.{0,20} أن المقال)", 160),
    Rule("contact", "", r"(?:(?:البريد الإلكتروني|إيميل|بريد|e-?mail)\s*[:/]?\s*)?[\w.+-]+@[\w-]+(?:[. ]\w+)+\s*$",
         90, holds=("@",)),
    Rule("contact", "فاكس هاتف ت تليفون جوال fax tel phone", r"\s*[:/]\s*[\d\s+()-]{6,}$", 60),
    Rule("comments", "أضف اترك أكتب إضافة", f" (?:تعليقا?|ردا?)(?: لك| هنا)?{_END}", 60),
    Rule("comments", "التعليقات تعليقات comments", rf"(?: \(?\d+\)?)?{_END}", 60),
    Rule("comments", "لا leave 0 no post", f"(?: a)? (?:توجد تعليقات|comments?|reply|تعليقات?){_END}", 60),
    Rule("advertisement", "إعلان إعلانات advertisement advertisements sponsored loading", _END, 30),
    Rule("advertisement", "جاري", f" التحميل{_END}", 30),
    Rule("timestamp", "آخر تاريخ نشر تم", r" (?:تحديث|النشر|في|بتاريخ|يوم)\b.*(?:\d:\d\d|\d{4})" + _NO_POINT, 90),
    Rule("timestamp", "last published posted updated", r"(?: updated?)?(?: on| at)?\b.*(?:\d:\d\d|\d{4})" + _NO_POINT,
         90),
    Rule("timestamp", f"{_DAYS} 0", r"(?=.*(?::\d\d|gmt|[/-]\d\d?[/-]\d\d))"
         rf"(?:[\W_]*(?:\d+|{_DATES})(?!\w))*[\W_]*$", 90),
    Rule("timestamp", "عدد مشاهدات المشاهدات الزيارات زيارات القراءات",
         rf"(?: (?:ال)?(?:مشاهدات|زيارات|قراءات))?\s*:?\s*\d+{_END}", 50),
    Rule("timestamp", "مدة وقت", r" القراءة.*\d", 50),
    Rule("timestamp", "0", f" (?:مشاهدة|مشاهدات|(?:دقائق|دقيقة) (?:لل?)?قراءة|min(?:ute)?s? read|views?){_END}", 40),
)  # fmt: skip
