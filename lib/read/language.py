"""Which language is a text in? Those written in Arabic letters are told by their own words and letters.

py3langid tells the others, and is loaded only when there is such text: 0.14 seconds for the module, 0.45 for its model.
For Arabic letters it is not asked: it takes short Persian for Uzbek, Jawi Malay for Arabic, and knows no Sorani.
"""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The commonest words of each language that are not common words of another one here: و, من, ما, هم, بعد tell nothing.
# General knowledge of the languages. Arabic is folded before, as it may be typed on a Persian keyboard.
_WORDS = {
    "ar": "في على إلى الى أن إن التي الذي الذين اللذين هذا هذه ذلك تلك كان كانت يكون قد لم لن ليس عن مع كما قال "
    "قالت وقال أو ثم حتى هو هي منذ خلال أنه أنها بأن وأن عند عندما وفي ومن وعلى وكان وقد ولم ولا إذا لكن "
    "أكثر أمام أمس هناك بسبب فيما مما عليه فيه منه منها لها أيضا",
    "fa": "است این که از در با را برای آن می شود شد شده های کرد کرده بود نیز یا اما باید کند گفت وی خود یک تا "
    "اگر هر دارد دارند پس چه دیگر نمی کنند شدن همین خواهد بوده هستند دو درباره",
    "ur": "کے کی ہے میں اور سے کا کو نے ہیں پر یہ کہ بھی وہ تھا تھی تھے کر گیا گئی ہو ہوئے ایک اس جو لیے نہیں "
    "رہا رہے ہوا جس تک کیا کہا گا گے",
    "ps": "د په چې کې له دی ده شوي سره ته یې نه وویل شي هغه کړي کړه څخه یو چی دې وو خپل ډېر بیا کوي پورې وه",
    "ckb": "لە بە کە ئەم بۆ لەگەڵ ئەو هەر بوو بکات دەکات ئەوە یەک هەموو دوای پێش نێوان لەسەر کرد دەبێت هەیە لەو "
    "ئێمە نییە",
    "ug": "ۋە بىلەن بىر بۇ ئۇ ئۈچۈن بولۇپ قىلىپ دەپ ھەم بولغان قىلغان كېيىن ئىدى دېدى ئارقىلىق يىلى بولسا",
    "ms": "يڠ دان دڠن اين ايت اونتوق دري تيدق كڤد كفد داڤت دافت دالم سباڬاي سباݢاي اكن تله اوليه جوڬ جوݢ اتاو "
    "مريك كران لبيه",
    "sd": "جي جو جا آهي آهن کي سان ۾ ۽ تي کان نه اهو ته به وارو ڪري ڪيو هئي",
}
# Letters that one of them alone writes; ې ۆ ە ھ ڤ are several's. پ چ ژ گ stand in Arabic names too, and tell Persian
# only where no letter of the others is.
_LETTERS = {
    "ar": "ةإأؤ",
    "fa": "پچژگ",
    "ur": "ٹڈڑںےۓہ",
    "ps": "ښځڅډړږۍټڼ",
    "ckb": "ێڵڕ",
    "ug": "ۈۋڭۇ",
    "ms": "ڠڽڬݢۏ",
    "sd": "ٻڀٺٽٿڦڳڱڃڄڇڌڍڏڊ۾۽",
}
_ARTICLE = re.compile(r"(?<!\w)(?:[وفبك]?ال|لل)\w{3}")  # Arabic's own: others have it in borrowed names only

_OWNER = {letter: language for language, letters in _LETTERS.items() for letter in letters}
_OWNED = re.compile(f"[{''.join(_OWNER)}]")
_ELSEWHERE = re.compile(f"[{''.join(letters for language, letters in _LETTERS.items() if language not in 'ar fa')}ەېۆ]")
_ARABIC = frozenset(_WORDS["ar"].split())
_KEYBOARD = str.maketrans("یک", "يك")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT = re.compile("[\u0620-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+")

# Characters looked at, first for plain Arabic, then for anything: some five lines and fifteen.
_GLANCE, _SAMPLE = 300, 1000
# Chosen. At a glance Arabic shows so many articles and feminine endings, a third of what its news have in the mean;
# else a language needs so many points, one in so many words, and twice the next one's: a short title may stay unsaid.
_ARTICLES, _ENDINGS = 4, 3
_POINTS, _ONE_IN, _LEAD = 2, 12, 2
# py3langid's probability that counts as sure, and the letters below which it only guesses; chosen on sentences.
_SURE, _LETTERS_NEEDED = 0.8, 20
_CODES = {"hbo": "he", "wuu": "zh", "yue": "zh", "nn": "no", "uzs": "uz"}


def detect(text: str) -> str:
    """Return the ISO 639 code of a text's language ("ar", "fa", "ckb", "en" …), "" when it cannot be said."""
    plain = text.count(" ال", 0, _GLANCE) >= _ARTICLES and text.count("ة", 0, _GLANCE) >= _ENDINGS
    if plain and not _ELSEWHERE.search(text, 0, _GLANCE):
        return "ar"
    return _weighed(text[:_SAMPLE])


def _weighed(text: str) -> str:
    words = _WORD.findall(text)
    if len(_SCRIPT.findall(text)) * 2 < len(words):
        return _asked(text) if sum(map(len, words)) >= _LETTERS_NEEDED else ""
    points = Counter(_OWNER[letter] for letter in _OWNED.findall(text))
    if _ELSEWHERE.search(text):
        del points["fa"]
    points["ar"] += len(_ARTICLE.findall(text))
    for word in words:
        points.update(_index().get(word, ()))
        if word.translate(_KEYBOARD) in _ARABIC:
            points["ar"] += 1
    (best, most), (_, next_most) = (*points.most_common(2), ("", 0), ("", 0))[:2]
    return best if most >= max(_POINTS, len(words) / _ONE_IN, next_most * _LEAD) else ""


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Return which languages other than Arabic have a word; of Arabic's the spelling on a keyboard is folded first."""
    words = {word for language in _WORDS if language != "ar" for word in _WORDS[language].split()}
    return {
        word: tuple(language for language in _WORDS if language != "ar" and word in _WORDS[language].split())
        for word in words
    }


def _asked(text: str) -> str:
    language, probability = _identifier().classify(text)
    code = _CODES.get(language, language)
    return code if probability >= _SURE and len(code) == 2 else ""


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 0.6 seconds with its model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
