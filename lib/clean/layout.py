"""Furniture known by its shape and place: menus, headlines run together, captions."""

import re
from itertools import groupby

from lib.arabic.normalize import fold
from lib.clean.passages import Passage

# Places where two headlines meet without a space: after ؟ or !, and after ة and ى, which only end words. A run of
# letters that no Arabic word is long enough for is such a place too.
_JOINT = re.compile(r"[؟!؛…»”ةى][ء-ي]|ًا[ء-ي]|[ء-غف-ي]{16}")
_JOINTS = 3
_SENTENCE_END = re.compile(r"(?<!\.)\.(?:\s|$)")
_SHORTEST_RUN = 60  # three headlines have more characters

_SEPARATORS = ("|", "/", "•", "·", "›", "»", ">", " - ", " – ")
_BETWEEN_ITEMS = re.compile(r"\s*[|/•·›»>]+\s*|\s+[-–]\s+")
_MENU_ITEMS = 3  # and four where only the bars between them, no known section, say that they are a menu
_LONGEST_MENU = 300

# Two words a side at least: one may be a town, as in the headings of a list of roads or matches (مكة - جدة).
_NAMES = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,4} [-–—] [^\W\d_]+(?: [^\W\d_]+){1,4}")
_DASHES = (" - ", " – ", " — ")
# Words that make a line a clause, not names side by side; unfolded, since على folds into the name علي.
_CLAUSE = re.compile(r"\b(?:في|فى|من|[إا]لى|على|عن|[أإا]ن|لا|ما|هل|كيف|لماذا|مع|بعد|قبل|حتى|كما|قد|لم|لن|هذا|هذه)\b")
_PROSE = 80
# «دبي، الإمارات العربية المتحدة (CNN) --»: where the article begins; a line between it and the page's own lines
# above it belongs to the picture. Of 169 CNN page dumps 154 have one, of 95 characters at most.
_DATELINE = re.compile(r"[^.:«»\"()]{0,60}\([^()]{2,30}\)\s*[-–—ـ]")
_LONGEST_CAPTION = 120

# Section names of Arabic news sites, as their menus write them.
_SECTIONS = (
    "الرئيسية", "الصفحة الرئيسية", "أخبار", "الأخبار", "آخر الأخبار", "أهم الأخبار", "سياسة", "السياسة", "اقتصاد",
    "الاقتصاد", "اقتصاد وأعمال", "مال وأعمال", "أعمال", "رياضة", "الرياضة", "ثقافة", "الثقافة", "ثقافة وفن",
    "ثقافة وفنون", "فن", "فنون", "فن ومشاهير", "مشاهير", "منوعات", "المنوعات", "محليات", "المحليات", "عربي", "عالمي",
    "عربي ودولي", "عرب وعالم", "العرب والعالم", "عربية", "دولية", "دولي", "دوليات", "العالم", "عالم", "العالم العربي",
    "الخليج العربي", "الخليج", "المغرب العربي", "الشرق الأوسط", "أفريقيا", "آسيا", "أوروبا", "مصر", "سوريا", "لبنان",
    "العراق", "فلسطين", "الأردن", "اليمن", "ليبيا", "تونس", "السعودية", "أميركا", "أمريكا", "صحة", "الصحة", "طب وصحة",
    "علوم", "علوم وتكنولوجيا", "تكنولوجيا", "تقنية", "التقنية", "رأي", "الرأي", "آراء", "مقالات", "مقالات الرأي",
    "كتاب", "الكتاب", "كتاب وآراء", "حوادث", "مجتمع", "المجتمع", "المرأة", "مرأة", "أسرة", "سيارات", "سفر", "سياحة",
    "فيديو", "فيديوهات", "صور", "بالصور", "ألبومات", "كاريكاتير", "إنفوغرافيك", "ملفات", "ملفات خاصة", "تقارير",
    "تقارير خاصة", "تقارير وتحليلات", "تحليلات", "تحقيقات", "حوارات", "بودكاست", "برامج", "البرامج", "راديو وتلفزيون",
    "بث مباشر", "البث المباشر", "مباشر", "شارك برأيك", "بالصوت والصورة", "عرض الصحف", "جريدة الجرائد", "اتصل بنا",
    "من نحن", "عن الموقع", "سياسة الخصوصية", "شروط الاستخدام", "اتفاقية الاستخدام", "أعلن معنا", "الإعلانات", "وظائف",
    "الأرشيف", "بحث", "البحث", "القائمة", "خريطة الموقع", "هيئة التحرير", "تسجيل الدخول", "دخول", "اشترك", "عاجل",
    "العربية", "arabic", "english", "français", "home", "news", "world", "middle east", "politics", "economy", "sport",
    "sports", "business", "culture", "opinion", "health", "technology", "science", "video", "videos", "photos", "live",
    "contact us", "contact", "about us", "about", "privacy policy", "terms of use", "terms of service", "advertise",
    "careers", "search", "menu", "login", "log in", "sign in", "register", "subscribe", "newsletters", "podcasts",
)  # fmt: skip
SECTIONS = frozenset(fold(name) for name in _SECTIONS)
_OPENING = frozenset(name.split()[0] for name in SECTIONS)
_LONGEST_SECTION = max(map(len, _SECTIONS)) + 4
_MOST_WORDS = 3  # of a section's name


def mark_menus(filled: list[Passage]) -> None:
    """Mark menus and headlines run together among an article's passages that are not blank."""
    for passage in filled:
        if not passage.rule and (_glued(passage.bare) or _menu(passage)):
            passage.rule = "menu"
    _mark_sections(filled)


def mark_captions(filled: list[Passage]) -> None:
    """Mark captions; what stands above them must be marked already."""
    _mark_above_dateline(filled)
    left = [passage for passage in filled if not passage.rule]
    for before, passage, after in zip(left, left[1:], left[2:], strict=False):
        if _caption(passage) and len(before.bare) > _PROSE and len(after.bare) > _PROSE:
            passage.rule = "caption"


def _glued(text: str) -> bool:
    if len(text) < _SHORTEST_RUN or (text[-1] == "." and text[-2] != "."):
        return False
    return sum(1 for _ in _JOINT.finditer(text)) >= _JOINTS and not _SENTENCE_END.search(text)


def _menu(passage: Passage) -> bool:
    """A line of items between bars, or of nothing but section names."""
    bare = passage.bare
    if len(bare) > _LONGEST_MENU:
        return False
    if sum(map(bare.count, _SEPARATORS)) < _MENU_ITEMS - 1:
        return _sections(bare) >= _MENU_ITEMS
    items = [item for item in _BETWEEN_ITEMS.split(passage.folded) if item]
    if len(items) < _MENU_ITEMS or any(len(item.split()) > 4 for item in items):
        return False
    piped = bare.count("|") > _MENU_ITEMS - 1 and not any(map(str.isdigit, bare))
    return piped or sum(item in SECTIONS for item in items) >= 2


def _sections(line: str) -> int:
    """Count the section names that a line consists of, longest first; 0 when anything else is in it."""
    if fold(line.split(maxsplit=1)[0]) not in _OPENING:
        return 0
    parts = line.split()
    count = at = 0
    while at < len(parts):
        long = next((n for n in range(_MOST_WORDS, 0, -1) if fold(" ".join(parts[at : at + n])) in SECTIONS), 0)
        if not long:
            return 0
        at += long
        count += 1
    return count


def _section(passage: Passage) -> bool:
    return len(passage.bare) <= _LONGEST_SECTION and passage.folded in SECTIONS


def _mark_sections(filled: list[Passage]) -> None:
    """Mark runs of lines that are nothing but section names; a single one may be a heading and stays."""
    for known, group in groupby(filled, key=_section):
        run = list(group) if known else []
        if len(run) >= _MENU_ITEMS:
            for passage in run:
                passage.rule = passage.rule or "menu"


def _mark_above_dateline(filled: list[Passage]) -> None:
    """Mark the one line that stands between the page's own lines and the article's dateline."""
    top = next((at for at, passage in enumerate(filled) if not passage.rule), 0)
    caption, lede = filled[top : top + 1], filled[top + 1 : top + 2]
    if not top or not lede or filled[top - 1].rule not in ("title", "timestamp"):
        return
    if len(caption[0].bare) <= _LONGEST_CAPTION and len(lede[0].bare) > _PROSE and _DATELINE.match(lede[0].bare):
        caption[0].rule = "caption"


def _caption(passage: Passage) -> bool:
    """Two names or titled names side by side, between two paragraphs: what stands under a picture of two people."""
    bare = passage.bare
    short = len(bare) <= _LONGEST_CAPTION and any(dash in bare for dash in _DASHES)
    return short and bool(_NAMES.fullmatch(bare)) and not _CLAUSE.search(bare)
