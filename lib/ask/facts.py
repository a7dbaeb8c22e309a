"""What can be counted: each fact is a view whose rows are counted by questions and shown as their evidence.

A number and its evidence are the same rows of the same view under the same conditions, so they cannot disagree.
Every view has the columns of WHERE_IT_STANDS; `start` and `end` span what is counted, `other_start` and
`other_end` a second span worth marking (the source beside a cue, the companion beside an entity), or null.
"""

from dataclasses import dataclass

import duckdb

_DATED = """
CREATE VIEW dated AS SELECT *, 'p' || left(md5(publisher), 8) AS publisher_id, CAST(published AS DATE) AS day,
  CAST(date_trunc('week', published) AS DATE) AS week, CAST(date_trunc('month', published) AS DATE) AS month
FROM (SELECT * REPLACE (published AT TIME ZONE 'UTC' AS published) FROM articles)
"""
_ARTICLE = "d.article_id, d.publisher_id, d.day, d.week, d.month, d.story_id"
_BIDI = "[\u202a-\u202e\u2066-\u2069]"  # marks that embed, override or isolate a direction of writing
_NO_OTHER = "NULL::INTEGER AS other_start, NULL::INTEGER AS other_end"

# NOTE: the sentence alone says too little: "In Moscow, Lavrov said that …" says nothing of Moscow. Where a statement's
# bounds are not known, its sentence stands for them, without the words that name the source.
_ABOUT = """m.entity_id IS DISTINCT FROM a.speaker_entity_id AND m.entity_id IS DISTINCT FROM a.via_entity_id
  AND (a.claim_end IS NULL OR (m.start >= a.claim_start AND m."end" <= a.claim_end))
  AND (a.source_end IS NULL OR m."end" <= a.source_start OR m.start >= a.source_end)"""

# The article that stands for its story in a selection: the original, or else the earliest of the selected.
STORY = "PARTITION BY story_id ORDER BY story_id <> article_id, day NULLS LAST, article_id"


@dataclass(frozen=True)
class Fact:
    """A countable fact: its views' SQL and the columns that a pick may name, beside those of every fact.

    `{names}` in the SQL is which names count (all, sure). `within` adds columns that depend on what else is selected.
    `kinds` are the columns that a filter on kinds of entity narrows, `roles` those that one on roles of places does.
    """

    sql: str
    columns: tuple[str, ...] = ()
    within: str = ""
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


COMMON = ("article_id", "publisher_id", "day", "week", "month", "story_id")

FACTS: dict[str, Fact] = {
    "article": Fact(
        f"""SELECT {_ARTICLE}, s.sentence, s.part, NULL::INTEGER AS start, NULL::INTEGER AS "end", {_NO_OTHER},
              d.words, d.publisher <> '' AS named, d.day IS NULL AS undated,
              regexp_matches(d.title || d.body, '{_BIDI}') AS bidi
            FROM dated d JOIN (SELECT article_id, min(sentence) AS sentence, min_by(part, sentence) AS part
              FROM sentences GROUP BY article_id) s USING (article_id)""",
        ("copied", "undated", "bidi"),
        f", row_number() OVER ({STORY}) > 1 AS copied",
    ),
    "mention": Fact(
        f"""SELECT {_ARTICLE}, m.sentence, m.part, m.start, m."end", {_NO_OTHER}, m.entity_id, m.text,
              m.score, coalesce(m.uncertain, false) AS uncertain, coalesce(m.rule, '') AS rule, e.kind
            FROM mentions_{{names}} m JOIN dated d USING (article_id) JOIN entities e USING (entity_id)""",
        ("entity_id", "kind", "text", "uncertain", "rule"),
        kinds=("kind",),
    ),
    "pair": Fact(
        f"""SELECT {_ARTICLE}, a.sentence, a.part, a.start, a."end", b.start AS other_start, b."end" AS other_end,
              a.entity_id, b.entity_id AS other_id, a.kind, b.kind AS other_kind
            FROM firsts_{{names}} a JOIN firsts_{{names}} b ON a.article_id = b.article_id AND a.sentence = b.sentence
              AND a.entity_id < b.entity_id JOIN dated d ON d.article_id = a.article_id""",
        ("entity_id", "other_id"),
        kinds=("kind", "other_kind"),
    ),
    "attribution": Fact(
        f"""SELECT {_ARTICLE}, a.sentence, a.part, a.cue_start AS start, a.cue_end AS "end",
              a.source_start AS other_start, a.source_end AS other_end, a.kind, a.named, a.direct, a.source, a.cue,
              a.speaker_entity_id, a.via_entity_id
            FROM attributions a JOIN dated d USING (article_id)""",
        ("kind", "named", "direct", "source", "cue", "speaker_entity_id", "via_entity_id"),
    ),
    # A statement and an entity that it is about: named in what is said, and neither who says nor who relays it.
    "said": Fact(
        f"""SELECT {_ARTICLE}, a.sentence, a.part, a.cue_start AS start, a.cue_end AS "end",
              min(m.start) AS other_start, min_by(m."end", m.start) AS other_end, a.kind, a.named, a.direct, a.source,
              a.cue, a.speaker_entity_id, m.entity_id
            FROM attributions a JOIN mentions_{{names}} m USING (article_id, sentence) JOIN dated d USING (article_id)
            WHERE {_ABOUT} GROUP BY ALL""",
        ("entity_id", "kind", "named", "source", "cue", "speaker_entity_id"),
    ),
    "sentence": Fact(
        f"""SELECT {_ARTICLE}, s.sentence, s.part, NULL::INTEGER AS start, NULL::INTEGER AS "end", {_NO_OTHER}, s.tone,
              {{label}} AS label, NOT s.abstained AS decided
            FROM sentences s JOIN dated d USING (article_id)""",
        ("label", "decided"),
    ),
    "target": Fact(
        f"""SELECT {_ARTICLE}, t.sentence, f.part, f.start, f."end", {_NO_OTHER}, t.entity_id, t.tone, t.score,
              {{label}} AS label, f.kind
            FROM targets t JOIN sentences s USING (article_id, sentence)
              JOIN firsts_{{names}} f USING (article_id, sentence, entity_id) JOIN dated d USING (article_id)""",
        ("entity_id", "label"),
        kinds=("kind",),
    ),
    "place": Fact(
        f"""SELECT {_ARTICLE}, p.sentence, p.part, p.start, p."end", {_NO_OTHER}, p.place_id, p.role, p.score,
              p.role = 'metonym' AS metonym, p.place_id IS NOT NULL AS placed, m.entity_id, m.text, l.country,
              {{label}} AS label, CAST(p.reasons AS VARCHAR[]) AS reasons, p.candidates
            FROM place_mentions p JOIN mentions_{{names}} m USING (article_id, part, start)
              JOIN sentences s ON s.article_id = p.article_id AND s.sentence = p.sentence
              JOIN dated d ON d.article_id = p.article_id LEFT JOIN places l ON l.place_id = p.place_id""",
        ("place_id", "role", "metonym", "placed", "entity_id", "text", "country", "label"),
        roles=("role",),
    ),
    # A mention of a place and a reason why it points there, or nowhere.
    "reason": Fact(
        "SELECT *, unnest(reasons) AS reason FROM place_{names}", ("place_id", "entity_id", "reason"), roles=("role",)
    ),
    # A mention of a place and another place that its name may mean.
    "rival": Fact(
        """SELECT p.* EXCLUDE (score), c.candidate.place_id AS rival_id, c.candidate.score AS score
           FROM place_{names} p, unnest(p.candidates) AS c(candidate)
           WHERE c.candidate.place_id IS DISTINCT FROM p.place_id""",
        ("place_id", "entity_id", "rival_id"),
        roles=("role",),
    ),
    # A leg of a journey; its spans are the first mentions of its ends, where its own sentence has them.
    "leg": Fact(
        f"""SELECT {_ARTICLE}, j.sentence, s.part, f.start, f."end", t.start AS other_start, t."end" AS other_end,
              j."order" AS step, j.from_place_id, j.to_place_id, j.traveller_entity_id, j.date,
              e.name_ar AS traveller_name_ar, e.name_en AS traveller_name_en, a.name_ar AS from_name_ar,
              a.name_en AS from_name_en, b.name_ar AS to_name_ar, b.name_en AS to_name_en
            FROM journeys j JOIN sentences s USING (article_id, sentence) JOIN dated d USING (article_id)
              LEFT JOIN spots f ON f.article_id = j.article_id AND f.sentence = j.sentence
                AND f.place_id = j.from_place_id
              LEFT JOIN spots t ON t.article_id = j.article_id AND t.sentence = j.sentence
                AND t.place_id = j.to_place_id
              LEFT JOIN entities e ON e.entity_id = j.traveller_entity_id
              LEFT JOIN places a ON a.place_id = j.from_place_id LEFT JOIN places b ON b.place_id = j.to_place_id""",
        ("from_place_id", "to_place_id", "traveller_entity_id", "date"),
    ),
    # The mention of a place in a sentence that names another entity.
    "beside": Fact(
        f"""SELECT {_ARTICLE}, p.sentence, p.part, p.start, p."end", f.start AS other_start, f."end" AS other_end,
              p.place_id, f.entity_id
            FROM place_mentions p JOIN mentions_{{names}} m USING (article_id, part, start)
              JOIN firsts_{{names}} f ON f.article_id = p.article_id AND f.sentence = p.sentence
                AND f.entity_id <> m.entity_id
              JOIN dated d ON d.article_id = p.article_id
            WHERE p.place_id IS NOT NULL""",
        ("place_id", "entity_id"),
    ),
}

# A sentence is the label whose probability is largest, unless the engine abstained.
_LABEL = """CASE WHEN s.abstained THEN 'abstained'
  WHEN s.p_negative >= greatest(s.p_neutral, s.p_positive) THEN 'negative'
  WHEN s.p_positive >= s.p_neutral THEN 'positive' ELSE 'neutral' END"""

# Which names count: every question is asked of all, or of those that are sure.
_NAMES = {"all": "true", "sure": "uncertain IS NOT TRUE"}

# An entity's first mention in each sentence, so that "sentences with both" counts a sentence once.
_FIRSTS = """
CREATE VIEW firsts_{names} AS SELECT article_id, sentence, entity_id, any_value(e.kind) AS kind,
  any_value(part) AS part, min(start) AS start, min_by("end", start) AS "end"
FROM mentions_{names} m JOIN entities e USING (entity_id) GROUP BY article_id, sentence, entity_id
"""

# A place's first mention in each sentence that tells of a journey: few, and wanted with every leg, so found once.
_SPOTS = """
CREATE TABLE spots AS SELECT article_id, sentence, place_id, min(start) AS start, min_by("end", start) AS "end"
FROM place_mentions WHERE (article_id, sentence) IN (SELECT (article_id, sentence) FROM journeys) GROUP BY ALL
"""


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the views that questions read to a connection on a corpus: each fact with all names, and with the sure."""
    connection.execute(_DATED)
    connection.execute(_SPOTS)
    for names, counted in _NAMES.items():
        connection.execute(f"CREATE VIEW mentions_{names} AS SELECT * FROM mentions WHERE {counted}")
        connection.execute(_FIRSTS.format(names=names))
        for name, fact in FACTS.items():
            sql = fact.sql.format(names=names, label=_LABEL)
            connection.execute(f"CREATE VIEW {name}_{names} AS {sql}")
