"""Searching as a reader of Arabic means it."""

import pytest

from lib.arabic.normalize import fold
from lib.arabic.search import variants
from lib.ask import articles
from lib.ask.filters import Filters
from lib.ask.search import phrases

FOUND = [
    ("بوتين", "وبوتين"),
    ("بوتين", "لبوتين"),
    ("الحكومة", "حكومة"),
    ("الحكومة", "للحكومة"),
    ("حكومة", "والحكومة"),
    ("حكومة", "حكومته"),
    ("حكومة", "حكومتها"),
    ("الأسد", "الاسد"),
    ("أسد", "والأسد"),
    ("مستشفى", "مستشفي"),
    ("سوريا", "سُوريا"),
    ("حميميم", "حمیمیم"),
    ("دمشق", "بدمشق"),
    ("دمشق", "دمـشق"),
    ("Reuters", "reuters"),
    ("٢٠٢٤", "2024"),
]
NOT_FOUND = [
    ("بوتين", "بوتينية"),
    ("والد", "لد"),
    ("لبنان", "بنان"),
    ("بيت", "بيتزا"),
    ("حلب", "الحلبها"),
    ("موسكو", "سكو"),
]


@pytest.mark.parametrize(("query", "written"), FOUND)
def test_a_word_finds_its_written_forms(query, written):
    assert fold(written) in variants(query)


@pytest.mark.parametrize(("query", "written"), NOT_FOUND)
def test_a_word_does_not_find_another(query, written):
    assert fold(written) not in variants(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("بوتين الأسد", [["بوتين"], ["الأسد"]]),
        ('"قاعدة حميميم" روسيا', [["قاعدة", "حميميم"], ["روسيا"]]),
        ("«هيئة تحرير الشام»", [["هيئة", "تحرير", "الشام"]]),
        ("  ؟ ! ", []),
        ('"', []),
    ],
)
def test_quotes_keep_a_phrase_together(query, expected):
    assert phrases(query) == expected


def test_a_hit_is_the_text_it_marks(connection):
    filters = Filters(text="موسكو")
    rows = articles.concordance(connection, filters, 1000)
    assert len(rows) == articles.hits(connection, filters) > 10
    assert all(fold(hit) in variants("موسكو") for hit in rows["hit"])


def test_a_hit_stands_in_its_context(connection):
    for row in articles.concordance(connection, Filters(text="الأسد"), 1000).itertuples():
        title, body = connection.execute(
            "SELECT title, body FROM articles WHERE article_id = ?", [row.article_id]
        ).fetchone()
        text = title if row.part == "title" else body
        assert row.before + row.hit + row.after in text
        assert text[row.start : row.end] == row.hit


def test_one_spelling_of_a_name_finds_the_others(connection):
    hits = {row.hit for row in articles.concordance(connection, Filters(text="بوتن"), 1000).itertuples()}
    assert any("بوتين" in hit for hit in hits)
    assert any("بوتن" in hit for hit in hits)


def test_all_words_must_be_in_the_article(connection):
    both = set(articles.listing(connection, Filters(text="بوتين الدوحة"), 1000)["article_id"])
    either = [set(articles.listing(connection, Filters(text=word), 1000)["article_id"]) for word in ("بوتين", "الدوحة")]
    assert both == either[0] & either[1]


def test_a_phrase_is_rarer_than_its_words(connection):
    apart = articles.hits(connection, Filters(text="قاعدة حميميم"))
    together = articles.hits(connection, Filters(text='"قاعدة حميميم"'))
    assert 0 < together < apart
