"""What languages are called: the codes and names that data sets use, and the one that is said to a reader."""

import re
from functools import lru_cache

# ISO 639-1 (Central Kurdish has only its ISO 639-3 code) → the English name, then other codes and names in use.
# ISO 639-2 and 639-3 codes from the Library of Congress's and SIL's tables. Arabic's dialects count as Arabic.
_LANGUAGES: dict[str, tuple[str, ...]] = {
    "ar": (
        "Arabic", "ara", "arb", "العربية", "عربي", "عربية", "اللغة العربية",
        "arz", "ary", "arq", "apc", "ajp", "acm", "aeb", "afb", "apd", "ars", "acw", "ayl", "ayn",
    ),
    "fa": ("Persian", "fas", "per", "pes", "prs", "farsi", "dari", "الفارسية", "فارسي", "فارسی"),
    "ur": ("Urdu", "urd", "الأردية", "الأوردية", "اردو"),
    "ps": ("Pashto", "pus", "pbt", "pst", "pbu", "pushto", "البشتوية", "پښتو"),
    "ckb": ("Central Kurdish", "sorani", "الكردية السورانية", "کوردی"),
    "ku": ("Kurdish", "kur", "kmr", "kurmanji", "الكردية"),
    "ug": ("Uyghur", "uig", "uighur", "الأويغورية"),
    "sd": ("Sindhi", "snd", "السندية"),
    "he": ("Hebrew", "heb", "iw", "العبرية", "عبري"),
    "tr": ("Turkish", "tur", "التركية", "تركي"),
    "en": ("English", "eng", "الإنجليزية", "الانجليزية", "إنجليزي", "انجليزي"),
    "fr": ("French", "fra", "fre", "الفرنسية", "فرنسي"),
    "es": ("Spanish", "spa", "الإسبانية", "الاسبانية"),
    "de": ("German", "deu", "ger", "الألمانية", "الالمانية"),
    "it": ("Italian", "ita", "الإيطالية", "الايطالية"),
    "pt": ("Portuguese", "por", "البرتغالية"),
    "nl": ("Dutch", "nld", "dut", "الهولندية"),
    "sv": ("Swedish", "swe", "السويدية"),
    "ru": ("Russian", "rus", "الروسية", "روسي"),
    "uk": ("Ukrainian", "ukr", "الأوكرانية"),
    "el": ("Greek", "ell", "gre", "اليونانية"),
    "hy": ("Armenian", "hye", "arm", "الأرمنية"),
    "syr": ("Syriac", "aii", "السريانية"),
    "az": ("Azerbaijani", "aze", "azb", "الأذرية"),
    "zh": ("Chinese", "zho", "chi", "cmn", "الصينية"),
    "ja": ("Japanese", "jpn", "اليابانية"),
    "ko": ("Korean", "kor", "الكورية"),
    "hi": ("Hindi", "hin", "الهندية"),
    "bn": ("Bengali", "ben", "bangla", "البنغالية"),
    "id": ("Indonesian", "ind", "الإندونيسية"),
    "ms": ("Malay", "msa", "may", "الملايوية"),
    "sw": ("Swahili", "swa", "السواحيلية"),
    "so": ("Somali", "som", "الصومالية"),
    "am": ("Amharic", "amh", "الأمهرية"),
    "ber": ("Berber", "tamazight", "kab", "الأمازيغية"),
}  # fmt: skip
_CODES = {name.casefold(): code for code, names in _LANGUAGES.items() for name in (code, *names)}
# The languages of the list that are written in Arabic letters.
ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "az"})

# GDELT's TranslationInfo, and what stands before a region or script: ar-SA, ara_Arab, Arabic (Egypt).
_SOURCE = re.compile(r"srclc:\s*([a-z]+)")
_REGION = re.compile(r"\s*[-_(;,].*", re.DOTALL)


@lru_cache(maxsize=1024)
def iso_639_1(told: str) -> str:
    """Return the code of a language that is told by any code or name of it; "" for one that is not known here."""
    name = told.strip().casefold()
    if source := _SOURCE.match(name):
        name = source[1]
    return _CODES.get(name) or _CODES.get(_REGION.sub("", name), "")


def english(code: str) -> str:
    """Return a language's English name, or its code where no name is known."""
    return _LANGUAGES[code][0] if code in _LANGUAGES else f"“{code}”"
