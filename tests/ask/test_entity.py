"""One name: doubt stands apart and can be left out, copies are one report, and what is said of it is said of it."""

import shutil
from dataclasses import replace

import duckdb
import pytest

from lib.ask import entities, entity, tone
from lib.ask.corpus import connect
from lib.ask.evidence import evidence, size
from lib.ask.facts import FACTS
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from tests.ask.test_questions import COUNTS, QUESTIONS, ROWS, SELECTIONS

ONE = "bashar-al-assad"
SURE = Filters(sure=True)
NAMED = ("mention", "pair", "target", "place", "beside", "said", "reason", "rival")  # facts that count names


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("filters", SELECTIONS.values(), ids=SELECTIONS)
def test_a_number_is_the_size_of_its_evidence_when_only_sure_names_count(doubted, question, filters):
    filters = replace(filters, sure=True)
    for row in question(doubted, filters).head(ROWS).to_dict("records"):
        found = size(doubted, filters, Pick.from_text(row["pick"]))
        for column, expected in COUNTS.items():
            if column in row:
                assert row[column] == expected(found), (row, found)


@pytest.mark.parametrize("fact", FACTS)
def test_sure_names_only_leaves_out_what_rests_on_an_uncertain_one(doubted, fact):
    every, sure = (size(doubted, Filters(sure=only), Pick(fact)).rows for only in (False, True))
    assert sure < every if fact in NAMED else sure == every


def test_sure_names_only_leaves_out_exactly_the_uncertain_mentions(doubted):
    every, sure = (size(doubted, Filters(sure=only), Pick("mention")).rows for only in (False, True))
    assert every - sure == entities.uncertain(doubted, SURE) == entities.uncertain(doubted, Filters()) > 0
    assert size(doubted, SURE, Pick("mention", (("uncertain", "true"),))).rows == 0


def test_an_article_that_names_someone_in_doubt_alone_does_not_name_them_for_sure(doubted):
    row = doubted.execute(
        "SELECT entity_id, article_id FROM mentions GROUP BY ALL HAVING bool_and(uncertain) ORDER BY ALL LIMIT 1"
    ).fetchone()
    picked = Pick("article", (("article_id", row[1]),))
    assert size(doubted, Filters(entities=(row[0],)), picked).rows == 1
    assert size(doubted, Filters(entities=(row[0],), sure=True), picked).rows == 0


def test_a_corpus_of_before_doubt_was_kept_has_none(corpus, tmp_path):
    shutil.copytree(corpus, tmp_path / "old")
    with duckdb.connect() as database:
        for table, gained in {"mentions": "uncertain, rule", "entities": "romanised"}.items():
            kept = f"SELECT * EXCLUDE ({gained}) FROM '{corpus}/{table}.parquet'"
            database.execute(f"COPY ({kept}) TO '{tmp_path}/old/{table}.parquet'")
    old = connect(tmp_path / "old")
    assert entity.about(old, Filters(), ONE).uncertain == entities.uncertain(old, Filters()) == 0
    assert not entity.about(old, Filters(), ONE).romanised
    assert set(entity.forms(old, Filters(), ONE)["rule"]) == {""}


def test_sure_and_uncertain_forms_make_up_all_mentions(doubted):
    one = entity.about(doubted, Filters(), ONE)
    sure, doubt = (entity.forms(doubted, Filters(), ONE, uncertain)["mentions"].sum() for uncertain in (False, True))
    assert (sure + doubt, doubt) == (one.mentions, one.uncertain)
    assert 0 < doubt < sure


@pytest.mark.parametrize("filters", SELECTIONS.values(), ids=SELECTIONS)
def test_the_card_says_what_frequency_says(doubted, filters):
    rows = entities.frequency(doubted, filters).set_index("entity_id")
    one = entity.about(doubted, filters, ONE)
    counts = tuple(rows.loc[ONE][list(entities.UNITS)]) if ONE in rows.index else (0, 0, 0)
    assert (one.articles, one.reports, one.mentions) == counts


def test_a_romanised_name_is_told(doubted):
    assert entity.about(doubted, Filters(), "moscow").romanised
    assert entity.about(doubted, Filters(), "nobody-at-all") is None


def test_copies_of_a_text_are_one_report(connection):
    one = entity.about(connection, Filters(), ONE)
    once = entity.about(connection, Filters(once=True), ONE)
    assert one.reports < one.articles
    assert once.reports == once.articles
    stories = set(evidence(connection, Filters(), Pick("mention", (("entity_id", ONE),)))["story_id"])
    assert len(stories) == one.reports


@pytest.mark.parametrize("unit", entities.UNITS)
def test_the_unit_orders_the_rows(connection, unit):
    for rows in (
        entities.frequency(connection, Filters(), unit),
        entity.by_publisher(connection, Filters(), ONE, unit),
        entity.places(connection, Filters(), ONE, unit),
    ):
        assert list(rows[unit]) == sorted(rows[unit], reverse=True)


def test_shares_are_of_what_the_publisher_wrote(connection):
    for unit in ("articles", "reports"):
        rows = entities.shares(connection, Filters(), [ONE, "moscow"], unit)
        assert len(rows) == 2 * rows["publisher_id"].nunique()
        for row in rows.itertuples():
            whole = size(connection, Filters(), Pick("article", (("publisher_id", row.publisher_id),)))
            assert row.size == getattr(whole, unit)
            assert row.share == getattr(row, unit) / row.size
            assert row.low <= row.share <= row.high


def test_kinds_narrow_both_names_of_a_pair(connection):
    rows = entities.together(connection, Filters(kinds=("PERS",)))
    assert len(rows)
    assert set(rows["kind"]) | set(rows["other_kind"]) == {"PERS"}


def test_companions_are_those_of_the_pairs(connection):
    rows = entity.companions(connection, Filters(), ONE, 1000)
    pairs = entities.together(connection, Filters(), 10_000)
    own = pairs[(pairs["entity_id"] == ONE) | (pairs["other_id"] == ONE)]
    other = own["kind"].where(own["other_id"] == ONE, own["other_kind"])
    assert dict(zip(rows["pick"], rows["sentences"], strict=True)) == {
        pick: count for pick, count, kind in zip(own["pick"], own["sentences"], other, strict=True) if kind != "LOC"
    }


def test_a_place_beside_a_name_is_another_s(connection):
    rows = evidence(connection, Filters(), Pick("beside", (("entity_id", "damascus"),)))
    assert len(rows)
    assert (rows["start"] != rows["other_start"]).all()
    assert "damascus" not in set(entity.places(connection, Filters(), "damascus")["place_id"])


def test_what_is_said_of_a_name_names_it_in_the_claim_and_is_not_its_own(connection):
    rows = evidence(connection, Filters(), Pick("said", (("entity_id", ONE),)))
    assert len(rows)
    claims = connection.execute(
        "SELECT article_id, cue_start, claim_start, claim_end, speaker_entity_id FROM attributions"
    ).fetchall()
    found = {(article, cue): (start, end, speaker) for article, cue, start, end, speaker in claims}
    for row in rows.itertuples():
        start, end, speaker = found[row.article_id, row.start]
        assert start <= row.other_start < row.other_end <= end
        assert speaker != ONE


def test_sources_of_what_is_said_add_up(connection):
    rows = entity.said(connection, Filters(), ONE)
    assert rows["statements"].sum() == size(connection, Filters(), Pick("said", (("entity_id", ONE),))).rows
    assert set(rows["named"]) == {True, False}
    assert not rows["pick"].duplicated().any()


def test_the_tone_of_a_name_is_what_the_tones_of_all_say(connection):
    own = tone.of_entity(connection, Filters(), ONE)
    rows = tone.toward(connection, Filters())
    rows = rows[(rows["entity_id"] == ONE) & (rows["label"] != "abstained")]
    assert list(own["sentences"]) == list(rows["sentences"])
    assert list(own["pick"]) == list(rows["pick"])
    assert own["share"].sum() == pytest.approx(1)
