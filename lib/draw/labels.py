"""Labels of what is drawn, in both languages of the interface."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Language = Literal["ar", "en"]
Ground = Literal["light", "dark"]


@dataclass(frozen=True)
class Screen:
    """What a figure is drawn for: the interface's language, a light or dark ground, and whether it is a phone's."""

    language: Language
    ground: Ground
    narrow: bool = False


KINDS = {
    "PERS": {"ar": "أشخاص", "en": "People"},
    "LOC": {"ar": "أماكن", "en": "Places"},
    "ORG": {"ar": "منظمات", "en": "Organisations"},
    "MISC": {"ar": "أخرى", "en": "Other"},
}
TONES = {
    "negative": {"ar": "سلبي", "en": "Negative"},
    "neutral": {"ar": "محايد", "en": "Neutral"},
    "positive": {"ar": "إيجابي", "en": "Positive"},
    "abstained": {"ar": "غير محسوم", "en": "Undecided"},
}
SOURCES = {
    "person": {"ar": "شخص", "en": "Person"},
    "official": {"ar": "مسؤول", "en": "Official"},
    "institution": {"ar": "مؤسسة", "en": "Institution"},
    "medium": {"ar": "وسيلة إعلام", "en": "Medium"},
    "unnamed": {"ar": "مصدر غير محدد", "en": "Unspecified source"},
    "document": {"ar": "وثيقة", "en": "Document"},
}
NAMED = {True: {"ar": "مسمّى", "en": "Named"}, False: {"ar": "غير مسمّى", "en": "Not named"}}
ROLES = {
    "event": {"ar": "مكان الحدث", "en": "Event"},
    "origin": {"ar": "منطلق", "en": "Origin"},
    "destination": {"ar": "وجهة", "en": "Destination"},
    "transit": {"ar": "عبور", "en": "Transit"},
    "dateline": {"ar": "مكان الكتابة", "en": "Dateline"},
    "metonym": {"ar": "بمعنى الحكومة", "en": "Stands for a government"},
    "mention": {"ar": "ذِكر", "en": "Mention"},
}
RULES = {
    "advertisement": {"ar": "إعلان", "en": "Advertisement"},
    "back to top": {"ar": "زر العودة إلى الأعلى", "en": "Back to top"},
    "broken title": {"ar": "العنوان مكسّراً كلمة في كل سطر", "en": "Title, a word a line"},
    "caption": {"ar": "تعليق على صورة", "en": "Caption"},
    "comments": {"ar": "التعليقات", "en": "Comments"},
    "cookies": {"ar": "تنبيه ملفات تعريف الارتباط", "en": "Cookie notice"},
    "contact": {"ar": "بيانات اتصال", "en": "Contact"},
    "copyright": {"ar": "حقوق النشر", "en": "Copyright"},
    "disclaimer": {"ar": "إخلاء مسؤولية", "en": "Disclaimer"},
    "follow us": {"ar": "تابعونا", "en": "Follow us"},
    "link": {"ar": "رابط المقال", "en": "Link to the article"},
    "markup": {"ar": "بقايا شيفرة الصفحة", "en": "Page markup"},
    "menu": {"ar": "قائمة أو عناوين مجاورة", "en": "Menu or neighbouring headlines"},
    "newsletter": {"ar": "نشرة بريدية", "en": "Newsletter"},
    "page controls": {"ar": "أدوات الصفحة", "en": "Page controls"},
    "photo credit": {"ar": "مصدر صورة", "en": "Photo credit"},
    "previous and next": {"ar": "السابق والتالي", "en": "Previous and next"},
    "read also": {"ar": "اقرأ أيضاً", "en": "Read also"},
    "recurring": {"ar": "سطر يتكرر في مقالات الناشر", "en": "Recurs across the publisher's articles"},
    "sample": {"ar": "تنبيه النص التجريبي", "en": "Sample-text notice"},
    "share": {"ar": "مشاركة", "en": "Share"},
    "support us": {"ar": "ادعمونا", "en": "Support us"},
    "tags": {"ar": "وسوم", "en": "Tags"},
    "timestamp": {"ar": "وقت وعدّادات", "en": "Time and counters"},
    "title": {"ar": "تكرار العنوان", "en": "Title repeated"},
}
# What joined a written form to its entity, by the name of the linking's rule.
JOINED = {
    "listed": {"ar": "مذكورة في جدول الأسماء المعروفة", "en": "The table of well-known names lists this form"},
    "same": {"ar": "الاسم نفسه بإملائه أو بإملاء آخر", "en": "The same name, spelt otherwise"},
    "clitic": {"ar": "الاسم نفسه وقبله حرف متصل", "en": "The same name behind a joined letter (and, so, in, to, as)"},
    "sound": {"ar": "الاسم الأجنبي نفسه منقولاً بحروف أخرى", "en": "The same foreign name in other letters"},
    "title": {"ar": "الاسم نفسه مع لقب أو منصب", "en": "The same name with a title or an office"},
    "father": {"ar": "الشخص نفسه مع اسم أبيه أو دونه", "en": "The same person with or without the father's name"},
    "article": {"ar": "صيغة قصيرة واسمها الكامل في المقال نفسه", "en": "A short form; the article has the full name"},
    "corpus": {"ar": "صيغة قصيرة تعني هذا الاسم في المدونة", "en": "A short form; in this corpus it means this name"},
    "kin": {"ar": "اسم قريب يتمّه اسم العائلة في النص", "en": "A relative, named in full by the family name"},
    "country": {"ar": "مؤسسة يذكر النص بلدها", "en": "An institution whose country the text names"},
}  # fmt: skip
UNITS = {
    "articles": {"ar": "مقالات", "en": "Articles"},
    "reports": {"ar": "أخبار مستقلة", "en": "Independent reports"},
    "mentions": {"ar": "ورود", "en": "Mentions"},
    "sentences": {"ar": "جمل", "en": "Sentences"},
    "statements": {"ar": "تصريحات منسوبة", "en": "Statements"},
    "legs": {"ar": "مراحل سفر", "en": "Legs"},
}
# Why a name points to its place, or to none, by the name of the reason (place_mentions.reasons).
REASONS = {
    "only": {"ar": "لا مكان آخر بهذا الاسم في المعجم الجغرافي", "en": "The gazetteer knows no other of this name"},
    "size": {"ar": "أكبر الأماكن التي تحمل هذا الاسم أو أشهرها", "en": "The largest or best known of this name"},
    "state": {"ar": "اسم دولة", "en": "The usual name of a country"},
    "word": {"ar": "كلمة بجواره تدل على نوع المكان", "en": "A word beside it tells what kind of place it is"},
    "country": {"ar": "يذكر المقال بلده أو أماكن فيه", "en": "The article names its country, or places in it"},
    "area": {"ar": "يذكر المقال المنطقة التي يقع فيها", "en": "The article names the area that it lies in"},
    "near": {"ar": "قريب من مكان آخر يذكره المقال", "en": "It lies near another place that the article names"},
    "peer": {"ar": "يذكر المقال مناطق مثله في بلده", "en": "The article names other areas of its kind in its country"},
    "again": {"ar": "يذكره المقال في موضع أوضح", "en": "The article names it elsewhere, more surely"},
    "publisher": {"ar": "يقع في بلد الناشر", "en": "It lies in the publisher's country"},
    "seat": {"ar": "المقصود المدينة لا المنطقة المسماة باسمها", "en": "The town is meant, not the area named after it"},
    "whole": {"ar": "المقصود المنطقة لا مدينتها", "en": "The area is meant, not the town it is named after"},
    "doubt": {"ar": "لا يرجح مكان على سائر ما يحمل الاسم", "en": "No place of this name is likelier than the rest"},
    "everyday": {"ar": "كلمة شائعة أو اسم شخص", "en": "An everyday word or a person's name"},
    "adjective": {"ar": "صفة وليست اسماً", "en": "An adjective, not a name"},
    "kind": {"ar": "معروف، لكن ليس من النوع المذكور بجواره", "en": "Known, but not as the kind told beside it"},
    "abroad": {"ar": "مكان صغير في بلد لا يذكره المقال", "en": "A small place in a country not named there"},
    "unknown": {"ar": "ليس في المعجم الجغرافي", "en": "Not in the gazetteer"},
    "generic": {"ar": "اسم لا يدل على نقطة بعينها", "en": "It stands for no one point"},
}  # fmt: skip
FEATURES = {
    "country": {"ar": "بلد", "en": "country"},
    "capital": {"ar": "عاصمة", "en": "capital"},
    "city": {"ar": "مدينة", "en": "city"},
    "town": {"ar": "بلدة", "en": "town"},
    "village": {"ar": "قرية", "en": "village"},
    "neighbourhood": {"ar": "حي", "en": "neighbourhood"},
    "governorate": {"ar": "محافظة", "en": "governorate"},
    "district": {"ar": "منطقة إدارية", "en": "district"},
    "subdistrict": {"ar": "ناحية", "en": "subdistrict"},
    "region": {"ar": "إقليم", "en": "region"},
    "sea": {"ar": "بحر", "en": "sea"},
    "strait": {"ar": "مضيق", "en": "strait"},
    "river": {"ar": "نهر", "en": "river"},
    "island": {"ar": "جزيرة", "en": "island"},
    "mountain": {"ar": "جبل", "en": "mountain"},
    "air base": {"ar": "قاعدة جوية", "en": "air base"},
    "airport": {"ar": "مطار", "en": "airport"},
    "port": {"ar": "ميناء", "en": "port"},
    "crossing": {"ar": "معبر", "en": "crossing"},
    "camp": {"ar": "مخيم", "en": "camp"},
    "palace": {"ar": "قصر", "en": "palace"},
    "prison": {"ar": "سجن", "en": "prison"},
    "base": {"ar": "قاعدة", "en": "base"},
    "naval base": {"ar": "قاعدة بحرية", "en": "naval base"},
    "dam": {"ar": "سد", "en": "dam"},
    "canal": {"ar": "قناة", "en": "canal"},
    "plant": {"ar": "محطة أو مصنع", "en": "plant"},
    "oil field": {"ar": "حقل نفط", "en": "oil field"},
    "landmark": {"ar": "معلم", "en": "landmark"},
}
DATES = {"ar": "%-d/%-m/%Y", "en": "%-d %b %Y"}  # plotly ships no Arabic month names, so Arabic dates are in digits

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
# What opens an embedding, override or isolate → what closes it.
_CLOSES = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE)
_MILDER = {0x202D: "\u202a", 0x202E: "\u202b"}
_DIRECTED = re.compile("[\u202a-\u202e\u2066-\u2069]")


def isolated(text: str) -> str:
    """Return the text with its own direction kept apart from its surroundings'. Never store the result."""
    return f"{_FIRST_STRONG_ISOLATE}{paired(text)}{_POP_ISOLATE}"


def paired(text: str) -> str:
    """Return the text with each mark of direction closed and none that closes what it did not open (UAX #9, X1-X8).

    A title may hold such marks, by its publisher's care or malice: unpaired they would turn the page around it. An
    override, which would show 25 as 52, becomes an embedding, which keeps the order of what it holds.
    """
    if not _DIRECTED.search(text):
        return text
    text = text.translate(_MILDER)
    kept: list[str] = []
    opened: list[str] = []
    for character in text:
        if character in _CLOSES:
            opened.append(_CLOSES[character])
        elif character in _CLOSES.values():
            if character not in opened:
                continue
            while opened[-1] != character:
                kept.append(opened.pop())
            opened.pop()
        kept.append(character)
    return "".join(kept + opened[::-1])


def plotted(text: str) -> str:
    """Return the text as plotly must have it: isolated, and with the marks that plotly would read as markup escaped."""
    return isolated(text.replace("&", "&amp;").replace("<", "&lt;"))


def names(frame: pd.DataFrame, language: Language, before: str = "") -> list[str]:
    """Return each row's name in the language (columns name_ar, name_en), or the other language's where it has none."""
    wanted, other = (
        frame[f"{before}name_{code}"].fillna("") for code in (language, "en" if language == "ar" else "ar")
    )
    return wanted.where(wanted != "", other).tolist()


def joined(rule: str, language: Language) -> str:
    """Return what a rule of linking says of a written form; one without a label is shown as it is, none as a dash."""
    return JOINED[rule][language] if rule in JOINED else rule or "—"


def said(table: Mapping[str, Mapping[str, str]], name: str, language: Language) -> str:
    """Return what a table of labels says of a name; one that it lacks is shown as it is."""
    return table[name][language] if name in table else name


def distinct(labels: Iterable[str]) -> list[str]:
    """Return the labels, each that repeats an earlier one with a number: Streamlit tells options by their labels."""
    seen: Counter[str] = Counter()
    told = []
    for label in labels:
        seen[label] += 1
        told.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return told


def shortened(text: str, longest: int = 34) -> str:
    """Return the text cut at a length that leaves room for the bars, with an ellipsis when it was cut."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
