"""Each report once: every count moves by exactly the copies in the selection, and by nothing else."""

from datetime import date

import pytest

from lib.ask import articles, overview
from lib.ask.evidence import size
from lib.ask.facts import FACTS
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from tests.ask.test_questions import COUNTS, QUESTIONS, ROWS

SELECTIONS = {
    "all": {},
    "two weeks": {"first_day": date(2024, 12, 8), "last_day": date(2024, 12, 21)},
    "a name": {"entities": ("bashar-al-assad",)},
    "a word": {"text": "دمشق"},
    "a kind": {"kinds": ("PERS",)},
}


def repeated(connection, **chosen):
    """The selected articles that repeat the story of another selected one, found without the question under test."""
    seen, again = set(), []
    ids = articles.listing(connection, Filters(**chosen), 10_000)["article_id"]
    rows = connection.execute(
        "SELECT article_id, story_id FROM dated ORDER BY story_id <> article_id, day NULLS LAST, article_id"
    ).fetchall()
    for article_id, story_id in rows:
        if article_id in set(ids):
            again += [article_id] if story_id in seen else []
            seen.add(story_id)
    return again


@pytest.mark.parametrize("chosen", SELECTIONS.values(), ids=SELECTIONS)
def test_the_switch_moves_the_articles_by_the_copies_shown(connection, chosen):
    again = repeated(connection, **chosen)
    every, once = (overview.totals(connection, Filters(**chosen, once=once)) for once in (False, True))
    assert every.articles - once.articles == every.copies == len(again)
    assert once.copies == 0
    assert {overview.repeats(connection, Filters(**chosen, once=once)) for once in (False, True)} == {len(again)}


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("chosen", SELECTIONS.values(), ids=SELECTIONS)
def test_every_fact_moves_by_the_rows_of_the_copies(connection, chosen, fact):
    every, once = (size(connection, Filters(**chosen, once=once), Pick(fact)).rows for once in (False, True))
    left_out = sum(
        size(connection, Filters(**chosen), Pick(fact, (("article_id", article_id),))).rows
        for article_id in repeated(connection, **chosen)
    )
    assert every - once == left_out
    if chosen == {}:
        assert left_out, "the sample has copies, and each holds something to count"


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_number_is_the_size_of_its_evidence_when_each_report_counts_once(connection, question):
    filters = Filters(once=True)
    for row in question(connection, filters).head(ROWS).to_dict("records"):
        found = size(connection, filters, Pick.from_text(row["pick"]))
        for column, expected in COUNTS.items():
            if column in row:
                assert row[column] == expected(found), (row, found)


def test_a_story_is_counted_where_its_original_is_left_out(connection):
    """A publisher that only copied still has its reports: once, not never."""
    copied = connection.execute(
        "SELECT publisher_id, count(*) FROM dated WHERE copy_of IS NOT NULL GROUP BY ALL ORDER BY 2 DESC, 1"
    ).fetchall()
    publisher_id, copies = copied[0]
    total = overview.totals(connection, Filters(publishers=(publisher_id,), once=True)).articles
    assert copies
    assert total == overview.totals(connection, Filters(publishers=(publisher_id,))).articles
