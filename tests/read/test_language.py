"""Sentences written for this test; what a sentence does not tell is said to be unknown."""

import subprocess
import sys

import pytest

from lib.read.language import detect

SENTENCES = (
    ("ar", "أعلنت البلدية أن الجسر الجديد سيفتح أمام السيارات في الربيع المقبل بعد عامين من العمل."),
    ("ar", "انتخاب رئيسة جديدة للبلدية"),
    ("ar", "وزير الزراعة يزور السوق المركزي في حلب"),
    ("ar", "مقتل ثلاثة في انهيار مبنى"),
    ("ar", "قال پوتين إن گلناز وچنار وصلتا إلى ڤيينا مع فريق «پيپسي» في الرحلة الأخيرة."),
    ("ar", "قال المدیر إن المشروع سیبدأ فی الخریف، وإن الشرکة ستعلن النتائج على الموقع."),  # a Persian keyboard
    ("ar", "كَتَبَ الوَلَدُ إِلى أُخْتِهِ الَّتي في المَدينَةِ رِسالَةً طَويلَةً"),
    ("ar", "شركة Northwind Logistics تطلق تطبيق City Bus Mobile في مدينة جدة"),
    ("fa", "شهرداری اعلام کرد که پل تازه پس از دو سال کار در بهار آینده به روی خودروها باز می‌شود."),
    ("fa", "وی گفت این طرح برای همه شهروندان است و باید هر چه زودتر اجرا شود."),
    ("fa", "وي گفت اين طرح براي همه شهروندان است و بايد هر چه زودتر اجرا شود."),  # an Arabic keyboard
    ("fa", "گزارش تازه درباره پارک‌های شهر"),
    ("ur", "بلدیہ نے اعلان کیا ہے کہ نیا پل دو سال کے کام کے بعد اگلی بہار میں گاڑیوں کے لیے کھول دیا جائے گا۔"),
    ("ur", "نئے پل پر کام مکمل ہو گیا ہے"),
    ("ps", "ښاروالۍ وویل چې نوی پل به له دوو کلونو کار وروسته په راتلونکي پسرلي کې د موټرو پر مخ پرانیستل شي."),
    ("ckb", "شارەوانی ڕایگەیاند کە پردە نوێیەکە دوای دوو ساڵ کارکردن لە بەهاری داهاتوودا بۆ ئۆتۆمبێل دەکرێتەوە."),
    ("ug", "شەھەرلىك ھۆكۈمەت يېڭى كۆۋرۈكنىڭ ئىككى يىللىق قۇرۇلۇشتىن كېيىن ئېچىلىدىغانلىقىنى ئېلان قىلدى."),
    ("ms", "مجليس بندران مڠومومكن بهاوا جمبتن ايت اكن دبوک اونتوق كريتا دالم تاهون هادڤن ستله دوا تاهون دان لبيه."),
    ("sd", "شهر جي انتظاميا چيو آهي ته نئين پل ٻن سالن جي ڪم کان پوءِ ايندڙ بهار ۾ گاڏين لاءِ کولي ويندي."),
    ("en", "The city council said on Monday that the new bridge will open to cars next spring."),
    ("fr", "La mairie a annoncé lundi que le nouveau pont ouvrira aux voitures au printemps prochain."),
    ("tr", "Belediye, yeni köprünün iki yıllık çalışmanın ardından gelecek bahar açılacağını duyurdu."),
    ("es", "El ayuntamiento anunció que el nuevo puente se abrirá a los coches la próxima primavera."),
    ("de", "Die Stadt teilte mit, dass die neue Brücke im kommenden Frühling für Autos geöffnet wird."),
    ("ru", "Мэрия объявила, что новый мост откроется для автомобилей следующей весной."),
    ("he", "העירייה הודיעה כי הגשר החדש ייפתח לתנועת כלי רכב באביב הקרוב לאחר שנתיים של עבודה."),
    ("ku", "Şaredariyê ragihand ku pira nû wê di biharê de ji bo erebeyan bê vekirin."),
)  # fmt: skip

UNSAID = ("", " \n", "2024", "...", "خبر عاجل", "محمد حسن", "تهران", "کابل", "OK", "BBC News", "Bonjour", "شلوم", "😀")


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_sentence_tells_its_language(language, sentence):
    assert detect(sentence) == language


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_long_text_tells_it_too(language, sentence):
    assert detect(f"{sentence}\n" * 40) == language


@pytest.mark.parametrize("text", UNSAID)
def test_what_tells_nothing_is_not_guessed(text):
    assert detect(text) == ""


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_the_first_words_of_a_sentence_tell_its_language_or_none(language, sentence):
    """As cut headlines do: of the few languages that are easily taken for another, none is."""
    words = sentence.split()
    assert {detect(" ".join(words[:length])) for length in range(1, 7)} <= {language, ""}


def test_arabic_that_quotes_another_language_is_arabic():
    assert detect(f"{SENTENCES[0][1]} وأضافت الصحيفة: {SENTENCES[8][1]} {SENTENCES[0][1] * 2}") == "ar"


def test_arabic_is_told_without_loading_a_model():
    told = "import sys; from lib.read.language import detect; print(detect(sys.argv[1]), 'py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told, SENTENCES[0][1]], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ar", "False"]
