"""Cleaning whole texts: hostile ones without looking back, real ones to their gold."""

import json

import pytest

from lib.clean import clean
from lib.read import articles
from tests.clean.furniture import FIRST, TITLE

HOSTILE = {
    "one word": "ا" * 1_000_000,
    "blanks": " " * 100_000,
    "lines": "سطر\n" * 200_000,
    "blank lines": "\n \n" * 100_000,
    "openings": "اقرأ أيضا:\n" * 50_000,
    "headlines": "مواضيع ذات صلة\nخبر عن الطقس اليوم\n" * 30_000,
    "titles": f"{TITLE}\n" * 30_000,
    "joints": "مدينةال" * 100_000,
    "bars": "| " * 200_000,
    "tags": "ت. " + "سمات " * 100_000,
    "sections": "أخبار " * 100_000,
    "tags of markup": "<a> " * 100_000,
    "dates": "10:30 " * 100_000,
    "marks": "\u202b" * 300_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_cleaned_without_looking_back(body):
    """No time is asserted: what is quadratic does not end before the tests' patience does."""
    assert len(clean(TITLE, body).body) <= len(body)
    assert len(clean(body, f"{FIRST}\n{body}").body) <= len(body) + len(FIRST) + 1


def test_the_first_seed_is_cleaned_to_its_gold_body(shared):
    gold = json.loads((shared / "gold/seed_000.json").read_text())
    seed = next(articles(shared / "seeds"))
    cleaned = clean(seed.title, seed.body)
    assert cleaned.body.replace("\u00a0", " ") == gold["body"].strip()
    assert not any(words in cleaned.body for words in gold["boilerplate_must_go"])


def test_the_second_seed_loses_menu_title_and_button(shared):
    seed = list(articles(shared / "seeds"))[1]
    cleaned = clean(seed.title, seed.body)
    assert [passage.rule for passage in cleaned.removed] == ["menu", "back to top"]
    assert seed.title not in cleaned.body
    assert cleaned.body.startswith("كشفت وكالة “رويترز”")
    assert cleaned.body.endswith("من المجال الجوي السوري.")


def test_little_of_a_clean_corpus_is_touched(shared):
    """ANT is clean but for disclaimers and links to other articles: 183 passages of 6,000 articles when last read."""
    found = list(articles(shared / "corpora/ant_2018_sample.jsonl.gz"))[::3]
    touched = sum(bool(clean(row.title, row.body).removed) for row in found)
    assert 0.01 <= touched / len(found) <= 0.05
