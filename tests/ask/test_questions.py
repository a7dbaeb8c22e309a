"""Every number of every question equals the rows of its evidence, and every span is the text it says it is."""

from datetime import date

import pandas as pd
import pytest

from lib.ask import entities, entity, journeys, names, overview, place, places, sources, tone
from lib.ask.evidence import evidence, size
from lib.ask.facts import FACTS
from lib.ask.filters import Filters
from lib.ask.picks import Pick, PickError

ONE, SOME = "bashar-al-assad", ["bashar-al-assad", "moscow", "damascus"]
HAPPENS = ("event", "origin", "destination", "transit", "dateline", "mention")
QUESTIONS = {
    "articles over time": overview.articles_over_time,
    "standing out": overview.standing_out,
    "entity frequency": entities.frequency,
    "entity trend": lambda connection, filters: entities.trend(connection, filters, SOME),
    "entities by reports": lambda connection, filters: entities.frequency(connection, filters, "reports"),
    "kinds of entities": entities.kinds,
    "entity shares": lambda connection, filters: entities.shares(connection, filters, SOME, "articles"),
    "entity shares of reports": lambda connection, filters: entities.shares(connection, filters, SOME, "reports"),
    "entities together": entities.together,
    "one's publishers": lambda connection, filters: entity.by_publisher(connection, filters, ONE),
    "one's forms": lambda connection, filters: entity.forms(connection, filters, ONE),
    "one's uncertain forms": lambda connection, filters: entity.forms(connection, filters, ONE, uncertain=True),
    "one's companions": lambda connection, filters: entity.companions(connection, filters, ONE),
    "one's places": lambda connection, filters: entity.places(connection, filters, ONE, "reports"),
    "one's tone": lambda connection, filters: tone.of_entity(connection, filters, ONE),
    "said of one": lambda connection, filters: entity.said(connection, filters, ONE),
    "said by one": lambda connection, filters: entity.says(connection, filters, "vladimir-putin"),
    "publishers": sources.publishers,
    "named or not": sources.naming,
    "cited": sources.cited,
    "relayed": sources.relayed,
    "unnamed": sources.unnamed,
    "who cites whom": sources.who_cites_whom,
    "tone": tone.distribution,
    "tone over time": tone.over_time,
    "tone by publisher": tone.by_publisher,
    "tone toward": tone.toward,
    "places": places.places,
    "countries": places.countries,
    "journeys": journeys.journeys,
    "story": journeys.story,
    "a place's roles": lambda connection, filters: place.roles(connection, filters, "C1001"),
    "a place's forms": lambda connection, filters: place.forms(connection, filters, "C1001"),
    "a place's reasons": lambda connection, filters: place.reasons(connection, filters, "C1001"),
    "a place's rivals": lambda connection, filters: place.rivals(connection, filters, "C1001"),
    "a place's tones": lambda connection, filters: place.tones(connection, filters, "C1001"),
    "unresolved": places.unresolved,
}
# A result column, and what of its evidence it must equal.
COUNTS = {
    "mentions": lambda found: found.rows,
    "legs": lambda found: found.rows,
    "statements": lambda found: found.rows,
    "sentences": lambda found: found.sentences,
    "articles": lambda found: found.articles,
    "reports": lambda found: found.reports,
}
SELECTIONS = {
    "all": Filters(),
    "a week": Filters(first_day=date(2024, 12, 8), last_day=date(2024, 12, 14)),
    "a name": Filters(entities=("bashar-al-assad",)),
    "a word": Filters(text="موسكو"),
    "people only": Filters(kinds=("PERS",)),
    "where things happen": Filters(roles=HAPPENS),
    "nothing": Filters(text="كلمةلاوجودلها"),
}
ROWS = 25  # of each answer that are checked: the top, which is what pages draw


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("filters", SELECTIONS.values(), ids=SELECTIONS)
def test_a_number_is_the_size_of_its_evidence(connection, question, filters):
    for row in question(connection, filters).head(ROWS).to_dict("records"):
        found = size(connection, filters, Pick.from_text(row["pick"]))
        for column, expected in COUNTS.items():
            if column in row:
                assert row[column] == expected(found), (row, found)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_of_the_whole_corpus_has_an_answer(connection, question):
    if question in (places.unresolved, overview.standing_out, QUESTIONS["one's uncertain forms"]):
        return  # a corpus may well have none
    assert len(question(connection, Filters()))


@pytest.mark.parametrize("fact", FACTS)
def test_evidence_spans_lie_in_their_sentence_and_its_text_is_the_body_s(connection, fact):
    rows = evidence(connection, Filters(), Pick(fact))
    assert len(rows)
    texts = {
        (article_id, part): text
        for article_id, title, body in connection.execute("SELECT article_id, title, body FROM articles").fetchall()
        for part, text in (("title", title), ("body", body))
    }
    for row in rows.itertuples():
        assert texts[row.article_id, row.part][row.sentence_start : row.sentence_end] == row.text
        for start, end in ((row.start, row.end), (row.other_start, row.other_end)):
            if not pd.isna(start):
                assert row.sentence_start <= start < end <= row.sentence_end


def test_a_page_of_evidence_continues_where_the_one_before_ended(connection):
    pick = Pick("mention")
    whole = evidence(connection, Filters(), pick, limit=30)
    parts = [evidence(connection, Filters(), pick, limit=10, offset=first) for first in (0, 10, 20)]
    assert [tuple(row) for part in parts for row in part[["article_id", "start"]].itertuples(index=False)] == [
        tuple(row) for row in whole[["article_id", "start"]].itertuples(index=False)
    ]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(first_day=date(2024, 12, 8), last_day=date(2024, 12, 8)),
        Filters(entities=("moscow", "bashar-al-assad")),
        Filters(text='"قاعدة حميميم"'),
    ],
    ids=["day", "entities", "phrase"],
)
def test_a_filter_narrows(connection, filters):
    everything = overview.totals(connection, Filters()).articles
    assert 0 < overview.totals(connection, filters).articles < everything


def test_publishers_add_up_to_the_whole(connection):
    ids = names.publishers(connection)["publisher_id"]
    counts = [overview.totals(connection, Filters(publishers=(one,))).articles for one in ids]
    assert sum(counts) == overview.totals(connection, Filters()).articles
    assert overview.totals(connection, Filters(publishers=tuple(ids))).articles == sum(counts)


def test_tone_shares_are_of_all_sentences_and_within_their_interval(connection):
    for rows in (tone.distribution(connection, Filters()), tone.by_publisher(connection, Filters())):
        assert ((rows["low"] <= rows["share"]) & (rows["share"] <= rows["high"])).all()
        assert rows["sentences"].sum() == connection.execute("SELECT count(*) FROM sentences").fetchone()[0]


def test_no_unresolved_name_has_a_place(connection):
    placed = places.places(connection, Filters())
    assert placed[["latitude", "longitude"]].notna().all().all()
    lost = places.unresolved(connection, Filters())
    rows = connection.execute("SELECT count(*) FROM place_mentions WHERE place_id IS NULL").fetchone()[0]
    assert lost["mentions"].sum() == rows
    assert placed["mentions"].sum() + rows == connection.execute("SELECT count(*) FROM place_mentions").fetchone()[0]


@pytest.mark.parametrize("text", ["", "nothing~a~b", "mention~entity_id", "mention~1=1) --~x", "mention~score~1"])
def test_a_pick_that_names_nothing_known_is_refused(text):
    with pytest.raises(PickError, match="pick"):
        Pick.from_text(text)


@pytest.mark.parametrize("value", ["بوتين", "a~b", "50%7E", "", "'; DROP TABLE x"])
def test_a_pick_survives_the_link(value):
    pick = Pick("mention", (("text", value), ("kind", "PERS")))
    assert Pick.from_text(str(pick)) == pick
