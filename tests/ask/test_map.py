"""Where and on which way: counts add up over roles, tones and countries, and every leg has its sentence."""

import shutil

import duckdb
import pandas as pd
import pytest

from lib.ask import journeys, place, places
from lib.ask.corpus import connect
from lib.ask.evidence import evidence, size
from lib.ask.facts import FACTS
from lib.ask.filters import Filters
from lib.ask.picks import Pick
from lib.ask.tone import LABELS, leaning
from lib.draw.labels import ROLES
from tests.ask.test_questions import HAPPENS

ALL = Filters()
DAMASCUS = "C1001"


def test_roles_part_the_mentions_of_places(connection):
    every = places.places(connection, ALL)["mentions"].sum()
    each = {role: places.places(connection, Filters(roles=(role,)))["mentions"].sum() for role in ROLES}
    assert sum(each.values()) == every
    assert each["metonym"] > 0
    assert places.places(connection, Filters(roles=HAPPENS))["mentions"].sum() == every - each["metonym"]


def test_a_role_that_nothing_has_leaves_no_place_and_no_country(connection):
    for question in (places.places, places.countries, places.unresolved):
        assert not len(question(connection, Filters(roles=("nowhere",))))


def test_countries_hold_the_mentions_of_their_places(connection):
    placed = places.places(connection, ALL)
    landed = placed[placed["country"].fillna("") != ""]
    sums = landed.groupby("country")["mentions"].sum()
    rows = places.countries(connection, ALL).set_index("country")["mentions"]
    assert dict(rows) == dict(sums)


def test_a_place_is_named_in_sentences_of_one_tone_each(connection):
    for row in places.places(connection, ALL).to_dict("records"):
        found = size(connection, ALL, Pick.from_text(row["pick"]))
        assert sum(row[label] for label in LABELS) == found.sentences


@pytest.mark.parametrize(
    ("negative", "neutral", "positive", "tone"),
    [(3, 1, 0, "negative"), (1, 1, 5, "positive"), (2, 0, 2, "neutral"), (1, 1, 1, "neutral"), (0, 0, 0, "abstained")],
)
def test_the_leading_tone_is_that_of_most_decided_sentences(negative, neutral, positive, tone):
    frame = pd.DataFrame([{"negative": negative, "neutral": neutral, "positive": positive}])
    assert leaning(frame)["tone"][0] == tone


def test_more_sentences_make_a_tone_surer():
    frame = pd.DataFrame({"negative": [1, 10], "neutral": [0, 0], "positive": [0, 0]})
    few, many = leaning(frame)["surely"]
    assert 0 < few < many < 1


def test_a_place_s_parts_add_up_to_its_mentions(connection):
    (row,) = place.about(connection, ALL, DAMASCUS).to_dict("records")
    for part in (place.roles, place.forms):
        assert part(connection, ALL, DAMASCUS)["mentions"].sum() == row["mentions"]
    tones = place.tones(connection, ALL, DAMASCUS).set_index("label")["sentences"]
    assert all(tones.get(label, 0) == row[label] for label in LABELS)
    assert list(tones.index) == [label for label in LABELS if label in tones.index]


def test_a_place_has_reasons_and_never_rivals_itself(connection):
    assert len(place.reasons(connection, ALL, DAMASCUS))
    rivals = place.rivals(connection, ALL, DAMASCUS)
    assert len(rivals)
    assert DAMASCUS not in set(rivals["rival_id"])
    assert rivals["score"].is_monotonic_decreasing


def test_what_points_nowhere_has_a_reason(connection):
    assert all(len(why) for why in places.unresolved(connection, ALL)["reasons"])


def test_a_corpus_of_before_reasons_were_kept_has_none(corpus, tmp_path):
    shutil.copytree(corpus, tmp_path / "old")
    with duckdb.connect() as database:
        kept = f"SELECT * EXCLUDE (reasons) FROM '{corpus}/place_mentions.parquet'"
        database.execute(f"COPY ({kept}) TO '{tmp_path}/old/place_mentions.parquet'")
    old = connect(tmp_path / "old")
    assert place.reasons(old, ALL, DAMASCUS).empty
    assert len(place.rivals(old, ALL, DAMASCUS))
    assert all(not len(why) for why in places.unresolved(old, ALL)["reasons"])


def test_the_legs_of_pairs_and_of_the_story_are_all_legs(travelled):
    pairs, story = journeys.journeys(travelled, ALL), journeys.story(travelled, ALL)
    every = size(travelled, ALL, Pick("leg")).rows
    assert pairs["legs"].sum() == story["legs"].sum() == journeys.legs(travelled, ALL) == every > 50
    for row in [*pairs.to_dict("records"), *story.to_dict("records")]:
        found = size(travelled, ALL, Pick.from_text(row["pick"]))
        assert (row["legs"], row["articles"], row["reports"]) == (found.rows, found.articles, found.reports)


def test_the_story_goes_by_date_and_what_has_none_comes_last(travelled):
    dates = journeys.story(travelled, ALL)["date"]
    dated = dates.dropna()
    assert dated.is_monotonic_increasing
    assert 0 < len(dated) < len(dates)
    assert dates.isna()[len(dated) :].all()


def test_a_leg_marks_both_its_ends_in_the_sentence(travelled):
    rows = evidence(travelled, ALL, Pick.from_text(journeys.journeys(travelled, ALL)["pick"][0]))
    assert rows[["start", "end", "other_start", "other_end"]].notna().all().all()
    assert (rows["start"] != rows["other_start"]).all()


def test_a_leg_says_who_travelled_from_where_to_where_and_when(travelled):
    told = journeys.story(travelled, ALL).dropna(subset=["date", "traveller_entity_id"]).iloc[0]
    for row in evidence(travelled, ALL, Pick.from_text(told["pick"])).to_dict("records"):
        for column in ("date", "traveller_name_ar", "from_name_ar", "to_name_en"):
            assert row[column] == told[column] or (pd.isna(row[column]) and pd.isna(told[column]))


def test_every_fact_that_has_a_role_is_narrowed_by_it():
    assert {name for name, fact in FACTS.items() if fact.roles} == {"place", "reason", "rival"}
