"""Building: the contract holds on real text, in any order of the inputs, and the seeds come out as annotated."""

import hashlib
import json
from collections import Counter

import pandas as pd
import pytest

from lib.corpus.build import build
from lib.corpus.manifest import Manifest
from lib.corpus.schema import TABLES
from lib.errors import InputError

ARTICLE = "أعلنت وزارة الخارجية الروسية في موسكو أن بشار الأسد غادر دمشق.\n\nوقال لافروف في الدوحة إن المحادثات مستمرة."
# The true positions of the founding story's places, from public maps (degrees); within 10 km is some 0.1 of a degree.
PLACES = {"Damascus": (33.51, 36.29), "Hmeimim": (35.40, 35.95), "Moscow": (55.75, 37.62), "Doha": (25.29, 51.53)}


def tables(folder):
    return {name: pd.read_parquet(folder / f"{name}.parquet") for name in TABLES}


@pytest.fixture(scope="module")
def sample(corpus):
    return tables(corpus)


def test_every_table_has_the_contract_s_columns_and_its_counted_rows(corpus, sample):
    counts = Manifest.from_json(corpus / "manifest.json").counts
    for name, frame in sample.items():
        assert list(frame.columns) == TABLES[name].names
        assert len(frame) == counts[name]


def test_ids_are_unique(sample):
    assert sample["articles"]["article_id"].is_unique
    assert sample["articles"]["article_id"].str.fullmatch("[0-9a-f]{16}").all()
    assert sample["entities"]["entity_id"].is_unique
    assert sample["places"]["place_id"].is_unique
    assert not sample["sentences"].duplicated(["article_id", "sentence"]).any()
    assert not sample["targets"].duplicated(["article_id", "sentence", "entity_id"]).any()


def test_a_mention_is_the_text_of_its_span_inside_its_sentence(sample):
    texts = sample["articles"].set_index("article_id")
    sentences = sample["sentences"].set_index(["article_id", "sentence"])
    for row in sample["mentions"].itertuples():
        assert texts.loc[row.article_id, row.part][row.start : row.end] == row.text
        sentence = sentences.loc[(row.article_id, row.sentence)]
        assert sentence["part"] == row.part
        assert sentence["start"] <= row.start < row.end <= sentence["end"]


def test_an_attribution_s_spans_are_its_words(sample):
    texts = sample["articles"].set_index("article_id")
    for row in sample["attributions"].itertuples():
        text = texts.loc[row.article_id, row.part]
        assert text[row.cue_start : row.cue_end] == row.cue
        if not pd.isna(row.source_start):
            assert text[int(row.source_start) : int(row.source_end)] == row.source


def test_every_id_that_a_table_names_exists(sample):
    entities, places = set(sample["entities"]["entity_id"]), set(sample["places"]["place_id"])
    articles = set(sample["articles"]["article_id"])
    for table, column in (
        ("mentions", "entity_id"),
        ("targets", "entity_id"),
        ("attributions", "speaker_entity_id"),
        ("attributions", "via_entity_id"),
        ("journeys", "traveller_entity_id"),
    ):
        assert set(sample[table][column].dropna()) <= entities, (table, column)
    for table, column in (
        ("place_mentions", "place_id"),
        ("entities", "place_id"),
        ("journeys", "from_place_id"),
        ("journeys", "to_place_id"),
    ):
        assert set(sample[table][column].dropna()) <= places, (table, column)
    for name, frame in sample.items():
        if "article_id" in frame:
            assert set(frame["article_id"]) <= articles, name


def test_every_place_mention_is_a_mention_of_a_place(sample):
    keys = ["article_id", "part", "start", "end"]
    named = sample["mentions"][sample["mentions"]["kind"] == "LOC"]
    assert len(sample["place_mentions"].merge(named, on=keys)) == len(sample["place_mentions"]) == len(named)


def test_probabilities_are_probabilities(sample):
    tone = sample["sentences"]
    assert tone[["p_negative", "p_neutral", "p_positive"]].sum(axis=1).sub(1).abs().max() < 1e-3
    assert tone["tone"].between(-1, 1).all()
    assert sample["mentions"]["score"].between(0, 1).all()
    assert sample["place_mentions"]["score"].between(0, 1).all()
    assert sample["place_mentions"]["reasons"].map(len).min() > 0


def test_the_sample_s_notice_is_set_aside_in_every_article(sample):
    assert not sample["articles"]["body"].str.contains("نص تجريبي").any()
    notices = sample["removed"][sample["removed"]["text"].str.contains("نص تجريبي")]
    assert set(notices["article_id"]) == set(sample["articles"]["article_id"])


def test_the_order_of_the_inputs_does_not_matter(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"عنوان {number}\n\n{ARTICLE}", encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    one = build(files, tmp_path / "one")
    other = build(files[::-1], tmp_path / "other")
    assert one.corpus_id == other.corpus_id
    for name, frame in tables(tmp_path / "one").items():
        pd.testing.assert_frame_equal(frame, tables(tmp_path / "other")[name])


def test_two_workers_build_what_one_builds(tmp_path, monkeypatch):
    monkeypatch.setattr("lib.corpus.workers.CHUNK", 1)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"عنوان {number}\n\n{ARTICLE}", encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    assert build(files, tmp_path / "two", workers=2).corpus_id == build(files, tmp_path / "one").corpus_id
    for name, frame in tables(tmp_path / "one").items():
        pd.testing.assert_frame_equal(frame, tables(tmp_path / "two")[name])


def test_an_article_id_hashes_title_and_body(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "عنوان", "text": ARTICLE}), encoding="utf-8")
    build([tmp_path / "a.jsonl"], tmp_path / "c")
    expected = hashlib.sha256(f"عنوان\n{ARTICLE}".encode()).hexdigest()[:16]
    assert list(tables(tmp_path / "c")["articles"]["article_id"]) == [expected]


def test_a_repeated_record_is_counted_once_but_another_publisher_s_copy_stays(tmp_path):
    rows = [{"title": "عنوان", "text": ARTICLE, "publisher": name, "date": "2024-12-08"} for name in "أأب"]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    summary = build([tmp_path / "a.json"], tmp_path / "c")
    articles = tables(tmp_path / "c")["articles"]
    assert len(articles) == 2
    assert articles["article_id"].is_unique
    assert articles["story_id"].nunique() == 1
    assert sorted(articles["copy_kind"].dropna()) == ["verbatim"]
    assert ["repeats" in row.reason for row in summary.rejected] == [True]
    (stamp,) = Manifest.from_json(tmp_path / "c" / "manifest.json").inputs
    assert (stamp.records, stamp.rejected) == (3, 1)


def test_nothing_to_build_from_builds_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Only English here, and nothing else at all.", encoding="utf-8")
    with pytest.raises(InputError, match="nothing was built"):
        build([tmp_path / "a.txt"], tmp_path / "c")
    assert not (tmp_path / "c").exists()


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    out = tmp_path_factory.mktemp("seeds") / "corpus"
    build([shared / "seeds"], out)
    return tables(out)


def test_the_seed_s_entities_count_as_annotated(shared, seeds):
    gold = json.loads((shared / "gold" / "seed_000.json").read_text(encoding="utf-8"))
    article_id = seeds["articles"].set_index("title").loc[gold["title"], "article_id"]
    mentions = seeds["mentions"].merge(seeds["entities"], on="entity_id")
    counted = Counter(mentions[(mentions["article_id"] == article_id) & (mentions["part"] == "body")]["name_en"])
    wrong = {
        name: (counted[name], count)
        for name, count in Counter(mention["name"] for mention in gold["mentions"]).items()
        if not counted[name] or abs(counted[name] - count) > 1
    }
    assert not wrong


def test_the_seeds_boilerplate_is_gone(shared, seeds):
    gold = json.loads((shared / "gold" / "seed_000.json").read_text(encoding="utf-8"))
    assert len(seeds["articles"]) == 2
    body = seeds["articles"].set_index("title").loc[gold["title"], "body"]
    for text in [*gold["boilerplate_must_go"], "السابق في ختام", "زر الذهاب"]:
        assert text not in body
    assert body == gold["body"].strip()


def test_the_seeds_places_are_where_they_are(seeds):
    placed = seeds["place_mentions"].merge(seeds["places"], on="place_id")
    for name, (latitude, longitude) in PLACES.items():
        found = placed[placed["name_en"].str.contains(name)]
        assert len(found), name
        assert found["latitude"].sub(latitude).abs().max() < 0.08, name
        assert found["longitude"].sub(longitude).abs().max() < 0.08, name


def test_the_seed_s_journey_goes_from_damascus_to_moscow(seeds):
    legs = seeds["journeys"].merge(seeds["entities"], left_on="traveller_entity_id", right_on="entity_id")
    names = seeds["places"].set_index("place_id")["name_en"]
    ends = [(names[leg.from_place_id].split()[0], names[leg.to_place_id].split()[0]) for leg in legs.itertuples()]
    assert ends == [("Damascus", "Hmeimim"), ("Hmeimim", "Moscow")]
    assert set(legs["name_en"]) == {"Bashar al-Assad"}
    assert legs["date"].isna().all()  # the text tells no year, and the seed has no date


def test_the_seeds_cite_bloomberg_and_reuters(seeds):
    names = seeds["entities"].set_index("entity_id")["name_en"]
    cited = seeds["attributions"][["speaker_entity_id", "via_entity_id"]].stack()
    assert {"Bloomberg", "Reuters"} <= set(cited.map(names))
    assert not seeds["attributions"]["named"].all()
