"""The encoding is told from the bytes, or an error names one of them: never guessed in silence."""

import random
import zlib

import pytest

from lib.errors import InputError
from lib.read.encodings import detect

TEXTS = {
    "three words": "غادرت البعثة المطار",
    "a headline": "انتخاب رئيسة للبلدية بعد سباق طويل",
    "a sentence": "وقالت مديرة المتحف إن القاعة الجديدة ستفتح أبوابها في الربيع، «إذا انتهى الترميم على موعده».",
    "long": "عقد مجلس المدينة جلسة أمس لبحث خطة النقل، ولم يصل إلى قرار؛ فهل يعود غدا؟ قال العضو إن ذلك ممكن. " * 200,
    "mixed": "أعلنت شركة Northwind أن تطبيقها City Bus يعمل الآن على iOS وAndroid في ثلاث مدن، وفق بيانها (PDF).",
    "vowelled": "كَتَبَ الوَلَدُ دَرْسًا ثُمَّ خَرَجَ إِلى الحَدِيقَةِ مَعَ أُخْتِهِ الصَّغِيرَةِ",
    "page": "<html><head><script>var width = 100;</script><title>خبر من السوق اليوم</title></head><body class='news'>",
}
# What Windows-1256 holds and ISO-8859-6 does not.
WINDOWS = "التقى پهلوان وچنار وژاله وگلنار في بلدة صغيرة، وقالوا: «سنعود» ثم “ربما” – هكذا…"

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
    "cp1256": "windows-1256",
    "iso8859-6": "iso-8859-6",
}


@pytest.mark.parametrize("written", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_arabic_of_any_length_is_told(text, written):
    assert detect(TEXTS[text].encode(written, "ignore")) == ENCODINGS[written]


@pytest.mark.parametrize("written", sorted(set(ENCODINGS) - {"iso8859-6"}))
def test_letters_of_names_and_quotation_marks_are_arabic_too(written):
    assert detect(WINDOWS.encode(written)) == ENCODINGS[written]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_head_may_end_inside_a_character(cut):
    assert detect(TEXTS["a sentence"].encode()[:-cut]) == "utf-8"
    assert detect(TEXTS["a sentence"].encode("utf-16-le")[:-cut]) == "utf-16-le"


@pytest.mark.parametrize("text", ["", "plain English", '{"text": "\\u062f\\u0645"}', "Élysée", "Москва", "東京"])
def test_other_text_in_utf_8_is_utf_8(text):
    assert detect(text.encode()) == "utf-8"


def test_utf_8_with_a_damaged_byte_stays_utf_8():
    data = TEXTS["a sentence"].encode()
    assert detect(data[:60] + b"\xc7" + data[60:]) == "utf-8"


@pytest.mark.parametrize("written", ["cp1256", "iso8859-6"])
def test_a_declared_charset_tips_the_balance_and_no_more(written):
    """The name below is too short to be told alone; the French of the last lines stays an error however declared."""
    page = '<meta charset="{}"><title>{}</title>'
    name = "سعاد حسن"
    with pytest.raises(InputError):
        detect(name.encode(written))
    assert detect(page.format(ENCODINGS[written], name).encode(written)) == ENCODINGS[written]
    with pytest.raises(InputError):
        detect(page.format(ENCODINGS[written], "Élysée déçu").encode("latin-1"))


def test_a_wrong_declaration_does_not_mislead():
    page = f'<meta charset="iso-8859-6"><p>{TEXTS["a sentence"]}</p>'
    assert detect(page.encode("cp1256")) == "windows-1256"


random.seed(8)
FOREIGN = {
    "French": "À l'été, le musée a fermé ; déçue, la présidente s'est tournée vers la région.".encode("latin-1"),
    "French capitals": "LE MUSÉE A FERMÉ À L'ÉTÉ, DÉÇUE, ÉLÉONORE".encode("latin-1"),
    "English quotes": "“We’re open”, she said – “all summer…” ".encode("cp1252") * 20,
    "Russian": "Музей откроет новый зал весной, сказала директор".encode("cp1251"),
    "Russian in KOI8-R": "Музей откроет новый зал весной, сказала директор".encode("koi8-r"),
    "Hebrew": "המוזיאון יפתח אולם חדש באביב, אמרה המנהלת".encode("cp1255"),
    "Greek": "Το μουσείο θα ανοίξει νέα αίθουσα την άνοιξη".encode("cp1253"),
    "Turkish": "Müze ilkbaharda yeni bir salon açacağını söyledi, şöyle dedi".encode("cp1254"),
    "Chinese": "博物馆将于春天开放新的展厅馆长说".encode("gbk"),
    "Arabic of DOS": TEXTS["a sentence"].encode("cp720", "ignore"),
    "random bytes": random.randbytes(5000),
    "random letters": bytes(random.randrange(0xC0, 0x100) for _ in range(5000)),
    "compressed": zlib.compress(TEXTS["long"].encode()),
    "zeros": b"PK\x03\x04" + bytes(500),
    "small numbers": b"".join(random.randrange(1700).to_bytes(2, "little") for _ in range(3000)),
    "letters that both tables have": "أخبار خاصة ثابتة صادرة حادة".encode("cp1256"),
    "one letter": b"ascii only, but for \xe9 and so on",
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_not_arabic_is_an_error_that_names_a_byte(name):
    with pytest.raises(InputError, match=r"\(byte 0x[0-9A-F]{2} at [\d,]+.*convert the file to UTF-8\.$") as caught:
        detect(FOREIGN[name])
    assert str(caught.value).count("\n") == 0
