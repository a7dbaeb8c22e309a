"""A saved page of an article, built from its parts."""

import json

from lib.read.html import read

HEADLINE = "افتتاح مكتبة عامة جديدة في المدينة القديمة"
PARAGRAPHS = (
    "افتتحت بلدية المدينة صباح الأحد مكتبة عامة في مبنى البريد القديم، بعد عامين من الترميم شارك فيهما متطوعون.",
    "وقالت مديرة المكتبة إن القاعة الكبرى تتسع لمئتي قارئ، وإن الرفوف تضم ثلاثين ألف كتاب تبرع بمعظمها سكان الحي.",
    "وأضافت أن الدخول مجاني طوال أيام الأسبوع عدا الجمعة، وأن قسم الأطفال سيبدأ دروس القراءة في الشهر المقبل.",
    "ويأمل المجلس البلدي أن تعيد المكتبة الحياة إلى السوق المجاور الذي هجره كثير من الباعة في السنوات الأخيرة.",
)
BODY = "\n".join(PARAGRAPHS)
LEAD = "مبنى البريد القديم يتحول إلى مكتبة فيها ثلاثون ألف كتاب، والدخول إليها مجاني"
MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "اتصل بنا")
)
TEASERS = "".join(
    f'<div class="card"><h3><a href="/n/{at}">عنوان خبر آخر من أخبار اليوم رقم {at}</a></h3>'
    f"<p>ملخص قصير للخبر رقم {at} يمتد على سطر أو سطرين ويشرح للقارئ ما الذي سيجده إذا فتح الصفحة.</p></div>"
    for at in range(12)
)


def page(article, head="", around=""):
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">{head}</head><body class="has-sidebar">'
        f"<header><nav><ul>{MENU}</ul></nav></header>{article}{around}"
        f'<aside class="sidebar"><h3>الأكثر قراءة</h3><ul>{MENU}</ul></aside>'
        "<footer><p>جميع الحقوق محفوظة لموقع الخبر ٢٠٢٤، ولا يجوز نسخ المواد أو نشرها دون إذن مكتوب.</p></footer>"
        "</body></html>"
    )


def fields(text):
    (record,) = read(iter([text]))
    assert record.problem == ""
    return dict(record.fields)


def paragraphs(texts=PARAGRAPHS):
    return "".join(f"<p>{text}</p>" for text in texts)


def ld(**data):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org"} | data)}</script>'


H1 = f"<h1>{HEADLINE}</h1>"
