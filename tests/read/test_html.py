"""Pages written for this test in the shapes that news sites have; and the real ones, when they are here."""

import io

import pytest

from lib.read import html
from lib.read.html import read
from lib.read.text import decoded
from tests.read.pages import BODY, H1, HEADLINE, LEAD, MENU, PARAGRAPHS, TEASERS, fields, ld, page, paragraphs

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
