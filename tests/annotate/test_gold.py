"""The layers on annotated real articles, end to end; the floors lie a little below what was measured."""

import pytest

from tests import gold, gold_linking


@pytest.fixture(scope="module")
def pairs(shared):
    return gold.read(shared / "gold" / "news")


def test_names_are_found_with_their_kind(pairs):
    assert gold.spans(pairs).f1 > 0.85


def test_names_are_nearly_all_touched(pairs):
    assert gold.overlap(pairs) > 0.91


def test_the_names_of_an_article_are_its_own(pairs):
    assert gold.names(pairs).f1 > 0.84


def test_places_are_near_where_they_are_or_nowhere(pairs):
    score = gold.places(pairs)
    assert score.right > 0.95 * score.found
    assert score.right > 0.85 * score.gold


def test_a_place_that_speaks_for_its_government_is_told_from_one_where_things_happen(pairs):
    assert gold.roles(pairs, "metonym").f1 > 0.85
    assert gold.roles(pairs, "event").f1 > 0.62
    assert gold.roles(pairs).f1 > 0.62


def test_statements_are_found_with_their_sources(pairs):
    cues, right = gold.statements(pairs)
    assert cues.f1 > 0.9
    assert right["kind"] > 0.9 * cues.right
    assert right["named"] > 0.9 * cues.right
    assert right["speaker"] > 0.8 * cues.right


def test_mentions_of_one_entity_are_linked_and_no_others(shared):
    linked = gold_linking.measure(shared / "ner" / "ant_news.jsonl")
    assert linked.whole.precision > 0.95
    assert linked.whole.recall > 0.93


def test_b_cubed_counts_each_mention_by_its_cluster_and_its_name():
    pairs = [("e1", "Assad"), ("e1", "Assad"), ("e1", "Putin"), ("e2", "Putin")]
    assert gold_linking.mean(gold_linking.scores(pairs)) == gold_linking.BCubed(2 / 3, 0.75)
