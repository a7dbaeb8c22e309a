"""Pages written for this test in the shapes that news sites have; and the real ones, when they are here."""

import io
import json
import socket
from datetime import UTC, datetime, timedelta

import pytest

from lib.errors import InputError
from lib.read import html
from lib.read.dates import read_date
from lib.read.html import read
from lib.read.text import decoded

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
CAPTION = "<figure><img src='/a.jpg'><figcaption>المكتبة من الداخل صباح الأحد (تصوير: سامر)</figcaption></figure>"
SHAPES = {
    "paragraphs": f"<article>{H1}{CAPTION}<div class='text'>{paragraphs()}</div></article>",
    "paragraphs in nested boxes": f"<div><div>{H1}</div><div class='text'><div>{paragraphs()}</div></div></div>",
    "a box for each paragraph": f"<main>{H1}"
    + "".join(f"<div class='r'><p>{t}</p></div>" for t in PARAGRAPHS)
    + "</main>",
    "lines cut by br": f"<div>{H1}<div class='story'>{'<br><br>'.join(PARAGRAPHS)}</div></div>",
    "lines in bare boxes": f"<div>{H1}" + "".join(f"<div>{t}</div>" for t in PARAGRAPHS) + "</div>",
    "an old table": f"<table><tr><td>{MENU}</td><td>{H1}<font>{'<br>'.join(PARAGRAPHS)}</font></td></tr></table>",
    "links and bold words": f"<article>{H1}"
    + paragraphs([PARAGRAPHS[0].replace("مكتبة عامة", "<a href='/t'>مكتبة</a> <b>عامة</b>"), *PARAGRAPHS[1:]])
    + "</article>",
    "no headline in the text": f"<div class='entry-content'>{paragraphs()}</div>",
    "the headline again": f"<article>{H1}<div><p>{HEADLINE}</p>{paragraphs()}</div></article>",
    "others below": f"<article>{H1}<div>{paragraphs()}</div></article><section class='related'>{TEASERS}</section>",
    "share buttons and comments": f"<article>{H1}<div class='share-box'>{MENU}</div><div>{paragraphs()}</div></article>"
    "<div id='comments'><p>تعليق طويل من قارئ يقول فيه إن هذه المكتبة كانت حلما لأهل الحي منذ سنوات طويلة.</p></div>",
    "the site's terms": f"<article>{H1}<div>{paragraphs()}<div><p>نرحب بالنقاش، وننصح بقراءة <a href='/terms.html'>شروط"
    " الاستخدام</a> قبل نشر التعليقات.</p><p>الآراء الواردة أدناه لأصحابها فقط.</p></div></div></article>",
    "unclosed tags": f"<div>{H1}<div><p>" + "<p>".join(PARAGRAPHS),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_body_is_the_articles_paragraphs_and_nothing_else(shape):
    found = fields(page(SHAPES[shape], f"<title>{HEADLINE}</title><meta property='og:type' content='article'>"))
    assert found["body"].split("\n") == list(PARAGRAPHS)
    assert found["title"] == HEADLINE


LEADS = (
    f"<article>{H1}<div class='article-lead'><p>{LEAD}</p></div><div class='text'>{paragraphs()}</div></article>",
    f"<article><header>{H1}<h2 class='sub-title'>{LEAD}</h2></header><div class='text'>{paragraphs()}</div></article>",
    f"<div>{H1}<div itemprop='description'>{LEAD}</div><div class='text'>{paragraphs()}</div></div>",
    f"<div>{H1}<h3>{LEAD}</h3><div class='text'>{paragraphs()}</div></div>",
)


@pytest.mark.parametrize("article", LEADS)
def test_the_lines_that_sum_the_article_up_come_first(article):
    assert fields(page(article, f'<meta name="description" content="{LEAD}">'))["body"] == f"{LEAD}\n{BODY}"


def test_a_text_that_only_json_ld_tells_is_read():
    data = ld(**{"@type": "NewsArticle", "headline": HEADLINE, "articleBody": BODY})
    assert fields(page("<div id='app'></div>", data))["body"] == BODY
    tagged = ld(**{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "articleBody": paragraphs()}]})
    assert fields(page(f"<p>{PARAGRAPHS[0]}</p>", tagged))["body"] == BODY


@pytest.mark.parametrize("lost", ["", PARAGRAPHS[0]])
def test_an_extraction_that_loses_most_of_the_text_is_not_believed(monkeypatch, lost):
    monkeypatch.setattr(html, "_extracted", lambda tree, recall: lost)
    assert fields(page(SHAPES["paragraphs"]))["body"] == BODY


def test_a_mistake_of_the_extraction_costs_only_its_answer(monkeypatch):
    monkeypatch.setattr(html, "bare_extraction", lambda *_, **__: {}["missing"])
    assert fields(page(SHAPES["paragraphs"]))["body"] == BODY


SITE = '<meta property="og:site_name" content="صحيفة الضفة">'
TITLES = {
    f'<meta property="og:title" content="{HEADLINE}"><title>{HEADLINE} | صحيفة الضفة</title>': "",
    f'{SITE}<meta property="og:title" content="{HEADLINE} - صحيفة الضفة"><title>{HEADLINE} - صحيفة الضفة</title>': "",
    f'<meta property="og:title" content="{HEADLINE} | صحيفة الضفة">': H1,
    f'<meta property="og:title" content="{HEADLINE} - أخبار محلية - صحيفة الضفة">': H1,
    f"<title>{HEADLINE} | صحيفة الضفة</title>": "",
    f"{SITE}<title>{HEADLINE} – صحيفة الضفة</title>": "<h1>صحيفة الضفة</h1>",
    f"<title>صحيفة الضفة: {HEADLINE}</title>": f'<h1 itemprop="headline">{HEADLINE}</h1>',
    ld(**{"@type": "NewsArticle", "headline": HEADLINE.replace("مكتبة", "&quot;مكتبة&quot;")}): "",
    "": H1 + f"<h1>{HEADLINE} مرة أخرى</h1>",
}


@pytest.mark.parametrize("head", TITLES)
def test_the_title_is_the_headline_without_the_site(head):
    found = fields(page(f"<div>{TITLES[head]}{paragraphs()}</div>", head))
    assert found["title"].replace('"', "") == HEADLINE


MOMENT = "2024-12-08T10:30:00+00:00"
DATES = (
    (ld(**{"@type": "NewsArticle", "datePublished": "2024-12-08T13:30:00+03:00"}), "", MOMENT),
    ('<meta property="article:published_time" content="2024-12-08T13:30+0300">', "", MOMENT),
    ('<meta itemprop="datePublished" content="2024-12-08T10:30:00Z">', "", MOMENT),
    ('<meta property="article:published_time" content="الأحد، 08 ديسمبر 2024 - 10:30 ص">', "", MOMENT),
    ("", '<span property="dc:date" content="2024-12-08T13:30:00+03:00">الأحد 8 ديسمبر</span>', MOMENT),
    ("", '<time itemprop="datePublished" datetime="2024-12-08T10:30:00Z">اليوم</time>', MOMENT),
    ("", '<div class="meta"><span>الأحد، 8 ديسمبر 2024، آخر تحديث 13:30 (GMT+0300)</span></div>', MOMENT),
    ("", '<div class="meta"><time datetime="2024-12-08T10:30:00Z">قبل ساعة</time></div>', MOMENT),
    # a day and its moment, a change a month later, a broken script, a day alone, none
    ('<meta name="date" content="2024-12-08"><meta name="pubdate" content="2024-12-08T10:30:00Z">', "", MOMENT),
    (f'<meta name="lastmod" content="2025-01-08T10:30Z"><meta name="pubdate" content="{MOMENT}">', "", MOMENT),
    ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"قال "نعم" أمس","datePublished":'
     '"2024-12-08T10:30:00Z"}</script>', "", MOMENT),
    ('<link rel="canonical" href="https://example.org/2024/12/08/library.html">', "", "2024-12-08T00:00:00+00:00"),
    ("", "", ""),
    ("", "<div>© 2024</div>", ""),
)  # fmt: skip


@pytest.mark.parametrize(("head", "line", "published"), DATES)
def test_the_moment_of_publication_is_read_where_pages_tell_it(head, line, published):
    assert fields(page(f"<div>{H1}{line}{paragraphs()}</div>", head))["published"] == published


def test_what_else_the_page_tells():
    data = {"@type": "NewsArticle", "author": [{"@type": "Person", "name": "سلمى خوري"}, {"name": "زياد عون"}]}
    head = (
        '<link rel="canonical" href="https://example.org/a/1"><meta property="og:url" content="https://example.org/x">'
        '<meta property="og:site_name" content="https://example.org">' + SITE
    )
    found = fields(page(SHAPES["paragraphs"], head + ld(**data)))
    assert (found["author"], found["publisher"]) == ("سلمى خوري, زياد عون", "صحيفة الضفة")
    assert (found["url"], found["language"]) == ("https://example.org/a/1", "ar")


@pytest.mark.parametrize("canonical", ["/a/1", "http://[broken", "javascript:alert(1)", "https://", ""])
def test_an_address_that_is_none_is_passed_over(canonical):
    head = f'<link rel="canonical" href="{canonical}"><meta property="og:url" content="https://example.org/a/1">'
    assert fields(page(SHAPES["paragraphs"], head))["url"] == "https://example.org/a/1"


@pytest.mark.parametrize(
    ("marked", "author"),
    [
        ('<meta name="author" content="سلمى خوري">', "سلمى خوري"),
        ('<meta name="author" content="example"><span class="post-author">بقلم: سلمى خوري</span>', "سلمى خوري"),
        ('<meta name="author" content="صحيفة الضفة">', ""),
        ('<meta property="article:author" content="https://www.facebook.com/salma">', ""),
        ('<meta name="author" content="Developed by Web House">', ""),
        (
            '<div itemprop="author" itemscope><span itemprop="name">سلمى خوري</span><p>صحفية تكتب عن المدن</p></div>',
            "سلمى خوري",
        ),
    ],
)
def test_an_author_is_a_person_and_not_the_site(marked, author):
    head = f'<link rel="canonical" href="https://www.example.org/a/1">{SITE}'
    assert fields(page(f"<div>{H1}{marked}{paragraphs()}</div>", head))["author"] == author


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (page(TEASERS, "<title>صحيفة الضفة</title>"), "list of headlines"),
        (page(SHAPES["paragraphs"], '<link rel="canonical" href="https://example.org/ar/">'), "list of headlines"),
        (page("<p>خطأ 404: الصفحة التي تبحث عنها غير موجودة.</p>"), "too short"),
        (page(""), "too short"),
        (page("", "<meta property='og:type' content='article'>"), "too short"),
        ("<html></html>", "no text"),
        ("<!DOCTYPE html><html><body><script>var a = 1;</script></body></html>", "no text"),
    ],
)
def test_a_page_without_an_article_is_said_to_have_none(html, said):
    (record,) = read(iter([html]))
    assert record.fields == {}
    assert record.problem.startswith("The page holds no article: ")
    assert said in record.problem
    assert record.problem.endswith("; give the page of one article.")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR">',
        '<meta charset="iso-8859-1">',
    ],
)
def test_pages_of_every_encoding_are_read_whatever_they_declare(encoding, declared):
    html = (
        declared.format(encoding)
        + f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{SHAPES["paragraphs"]}</body></html>'
    )
    (record,) = read(decoded(io.BytesIO(html.encode(encoding))).pieces)
    assert (record.fields["title"], record.fields["body"]) == (HEADLINE, BODY)


ENTITIES = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
HOSTILE = {
    "a text of twelve million bytes": f"<article>{H1}<p>{BODY} {'كلمة ' * 1_300_000}</p></article>",
    "a word of a million letters": f"<article>{H1}{paragraphs()}<p>{'ا' * 1_000_000}</p></article>",
    "an attribute of a million letters": f"<article>{H1}<div data-x='{'ا' * 1_000_000}'>{paragraphs()}</div></article>",
    "billion laughs": f'<!DOCTYPE html [<!ENTITY l0 "ضحك">{ENTITIES}]><body>{H1}{paragraphs()}<p>&l11;</p></body>',
    "an external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y">'
    f" %y;]><html><body>{H1}{paragraphs()}<p>&x;</p></body></html>",
    "an included file": f'<html xmlns:xi="http://www.w3.org/2001/XInclude"><body>{H1}{paragraphs()}'
    '<xi:include href="file:///etc/passwd" parse="text"/></body></html>',
    "zeros and half characters": f"<article>{H1}{paragraphs()}".replace("مكتبة", "مكت\x00\ud800بة"),
    "control characters": f"<article>{H1}<p>\x01\x0b{PARAGRAPHS[0]}\x1f</p>{paragraphs(PARAGRAPHS[1:])}",
    "a script that never ends": f"<article>{H1}{paragraphs()}</article><script>{'x' * 100_000}",
    "JSON-LD nested without end": f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{H1}{paragraphs()}",
    "two hundred boxes in one another": "<div>" * 200 + H1 + paragraphs(),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_lose_nothing_and_fetch_nothing(monkeypatch, name):
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a page was fetched"))
    found = fields(HOSTILE[name])
    assert found["title"] == HEADLINE
    assert found["body"].replace("\n", " ").startswith(BODY.replace("\n", " "))
    assert "root:" not in found["body"]
    assert "ضحكضحك" not in found["body"]
    if "twelve million" in name:
        assert found["body"].count("كلمة") == 1_300_000


def test_a_page_that_would_take_too_long_is_read_by_its_own_lines(monkeypatch):
    monkeypatch.setattr(html, "bare_extraction", lambda *_, **__: pytest.fail("it was asked"))
    words = "".join(f"<p>{PARAGRAPHS[at % 4]}<b>{at}</b></p>" for at in range(12_000))
    assert fields(page(f"<article>{H1}{words}</article>"))["body"].count("\n") == 11_999


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<div>" * 100_000 + H1 + paragraphs(), "nests its elements more than 256 deep"),
        ("<div>" * 300 + BODY, "nests its elements more than 256 deep"),
        ("<b>" * 100_000 + BODY, "nests its elements more than 256 deep"),
        ("<p>سطر</p>" * 60_000, "more than 50,000 elements"),
        ("ا" * (8 * 2**20 + 1), "more than 8,388,608 characters"),
        ("", "the page is empty"),
        (" \n ", "the page is empty"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_page_beyond_all_bounds_is_one_clear_sentence(html, said):
    with pytest.raises(InputError, match=said):
        list(read(iter([html])))


REAL = (
    "LBCGroup_2026_01_08.html", "assabah.com.tn.article.html", "goose3_cnn_arabic.html", "htmldate_1550981615.html",
    "htmldate_1623715966.html", "htmldate_1731695567.html",
)  # fmt: skip


def real(shared, name):
    with (shared / "pages" / "html" / name).open("rb") as stream:
        (record,) = read(decoded(stream).pieces)
    return record.fields


@pytest.mark.parametrize("name", REAL)
def test_real_pages_yield_their_headline_and_paragraphs_without_menus(shared, name):
    found = real(shared, name)
    source = (shared / "pages" / "html" / name).read_text(errors="replace")
    assert found["title"] in " ".join(source.replace("&quot;", '"').split())
    assert not any(mark in found["title"] for mark in ("|", "CNN", "Sputnik"))
    # The shortest line of a body names who held the interview; a menu's entries are shorter.
    assert [line for line in found["body"].split("\n") if len(line) < 18] == []
    assert found["url"].startswith("http")
    assert found["publisher"]
    assert found["language"] == "ar" or "1731695567" in name
    assert "سياسة الخصوصية" not in found["body"]


def test_the_real_page_with_known_paragraphs_yields_them(shared):
    told = json.loads((shared / "pages/html/LBCGroup_2026_01_08.expected.json").read_text())["V1"]
    found = real(shared, "LBCGroup_2026_01_08.html")
    assert found["body"].split("\n") == told["body"]["sections"][0]["paragraphs"]
    assert found["title"] == told["title"]
    assert read_date(found["published"]) == datetime.fromisoformat(told["publishing_date"])


def test_the_real_page_with_a_known_beginning_yields_it(shared):
    told = json.loads((shared / "pages/html/goose3_cnn_arabic.json").read_text())["expected"]
    found = real(shared, "goose3_cnn_arabic.html")
    assert found["body"].startswith(told["cleaned_text"])
    assert found["url"] == told["final_url"]


def test_real_pages_yield_their_day(shared):
    """In the site's own zone, at most fourteen hours from UTC."""
    gold = json.loads((shared / "pages/html/htmldate_gold_dates.json").read_text())
    for name, told in gold.items():
        day = datetime.fromisoformat(told["gold_date"]).replace(tzinfo=UTC)
        published = read_date(real(shared, name)["published"])
        assert day - timedelta(hours=14) <= published < day + timedelta(hours=38)
        assert (published.hour, published.minute) != (0, 0)
