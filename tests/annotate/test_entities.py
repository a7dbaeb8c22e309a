"""Recognition over an article: spans, order, trims, and what one sentence teaches the others."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from lib.annotate.document import Document
from lib.annotate.engines import engine
from lib.annotate.entities import mentions
from lib.arabic.tokens import tokens

Tags = dict[str, tuple[str, float]]

TEXTS = [
    "أعلن الكرملين أن الرئيس الروسي فلاديمير بوتين سيزور دمشق. وقال بوتين إن الأسد صديق.",
    "قالت «رويترز» إن وزير الخارجية سيرغي لافروف وصل إلى الدوحة، أمس.\n\nوأضافت (د ب أ) أنه غادر.",
    "نص بلا أسماء.",
    "",
]


@dataclass
class Stub:
    """An engine that tags the words it is given, and thinks the others no name, this surely."""

    tags: list[Tags]
    rest: float = 0.9
    name: str = "stub"
    version: str = "0"
    weights_sha256: str = ""
    seen: list[list[str]] = field(default_factory=list)

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        self.seen += sentences
        return [
            [known.get(word, ("O", self.rest)) for word in words]
            for words, known in zip(sentences, self.tags, strict=True)
        ]

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        return [[tag for tag, _ in row] for row in self.tag_scored(sentences)]

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        raise NotImplementedError


def found(body: str, *tags: Tags, rest: float = 0.9) -> list[tuple[str, str]]:
    document = Document.from_text("0" * 16, "", body, "", None)
    return [(mention.text, mention.kind) for mention in mentions([document], Stub(list(tags), rest))[0]]


PUTIN: Tags = {"فلاديمير": ("B-PERS", 0.99), "بوتين": ("I-PERS", 0.95)}

CASES = [
    ("a name of two words", "زار فلاديمير بوتين", [PUTIN], [("فلاديمير بوتين", "PERS")]),
    ("an I that continues nothing begins", "زار بوتين", [{"بوتين": ("I-PERS", 0.9)}], [("بوتين", "PERS")]),
    (
        "another kind begins another",
        "حلب الأسد",
        [{"حلب": ("B-LOC", 1), "الأسد": ("I-PERS", 1)}],
        [("حلب", "LOC"), ("الأسد", "PERS")],
    ),
    ("marks at its ends go", "قالت رويترز؛", [{"رويترز": ("B-ORG", 1), "؛": ("I-ORG", 1)}], [("رويترز", "ORG")]),
    ("a mark alone is no name", "قال « نعم", [{"«": ("B-ORG", 0.5)}], []),
    ("a generic head goes", "وكالة رويترز", [{"وكالة": ("B-ORG", 1), "رويترز": ("I-ORG", 1)}], [("رويترز", "ORG")]),
    ("a head with a clitic goes", "بمدينة حلب", [{"بمدينة": ("B-LOC", 1), "حلب": ("I-LOC", 1)}], [("حلب", "LOC")]),
    (
        "a head of a longer name stays",
        "وكالة أنباء الأناضول",
        [{"وكالة": ("B-ORG", 1), "أنباء": ("I-ORG", 1), "الأناضول": ("I-ORG", 1)}],
        [("وكالة أنباء الأناضول", "ORG")],
    ),
    (
        "a head that changes what is meant stays",
        "قطاع غزة",
        [{"قطاع": ("B-LOC", 1), "غزة": ("I-LOC", 1)}],
        [("قطاع غزة", "LOC")],
    ),
    (
        "a sure name is found again",
        "قال إيغور. رأى إيغور ذلك.",
        [{"إيغور": ("B-PERS", 0.9)}, {}],
        [("إيغور", "PERS")] * 2,
    ),
    (
        "also after a clitic",
        "قال إيغور. قال لإيغور.",
        [{"إيغور": ("B-PERS", 0.9)}, {}],
        [("إيغور", "PERS"), ("لإيغور", "PERS")],
    ),
    (
        "an unsure name teaches nothing",
        "قال إيغور. رأى إيغور ذلك.",
        [{"إيغور": ("B-PERS", 0.55)}, {}],
        [("إيغور", "PERS")],
    ),
    ("a generic tail goes", "رويترز للأنباء", [{"رويترز": ("B-ORG", 1), "للأنباء": ("I-ORG", 1)}], [("رويترز", "ORG")]),
    ("an unlikely name is dropped", "قال شخصان إن", [{"شخصان": ("B-PERS", 0.3)}], []),
    (
        "a short name teaches where the engine doubts",
        "قال عمر. مضى عمر طويل.",
        [{"عمر": ("B-PERS", 0.9)}, {}],
        [("عمر", "PERS")] * 2,
    ),
    (
        "and not where it is sure",
        "قال عمر. مضى عمر طويل.",
        [{"عمر": ("B-PERS", 0.9)}, {"عمر": ("O", 0.999)}],
        [("عمر", "PERS")],
    ),
    (
        "a surname is found again",
        "زار فلاديمير بوتين. قال بوتين.",
        [PUTIN, {}],
        [("فلاديمير بوتين", "PERS"), ("بوتين", "PERS")],
    ),
    ("a relative by given name", "حكم والده حافظ طويلا.", [{}], [("حافظ", "PERS")]),
    ("the same word without kin is no name", "حكم وهو حافظ العهد.", [{}], []),
]


@pytest.mark.parametrize(("why", "body", "tags", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mentions(why: str, body: str, tags: list[Tags], expected: list[tuple[str, str]]) -> None:
    assert found(body, *tags) == expected


def test_a_surname_teaches_even_where_the_engine_is_sure_of_no_name() -> None:
    names = [("فلاديمير بوتين", "PERS"), ("لبوتين", "PERS")]
    assert found("زار فلاديمير بوتين. قيل لبوتين.", PUTIN, {}, rest=0.999) == names


@pytest.mark.parametrize("surname", ["الذهب", "المصري", "سند"], ids=["everyday", "adjective", "short"])
def test_a_surname_that_may_be_another_word_asks_for_the_engines_doubt(surname: str) -> None:
    full: Tags = {"غازي": ("B-PERS", 0.99), surname: ("I-PERS", 0.95)}
    text = f"زار غازي {surname}. ارتفع {surname} أمس."
    names = [(f"غازي {surname}", "PERS"), (surname, "PERS")]
    assert found(text, full, {}, rest=0.999) == names[:1]
    assert found(text, full, {}, rest=0.9) == names


def test_an_adjective_of_a_definite_noun_is_no_country_taught_elsewhere() -> None:
    sure: Tags = {"السعودية": ("B-LOC", 0.99)}
    doubted: Tags = {"السعودية": ("O", 0.6)}
    assert found("زار السعودية. قالت السعودية.", sure, doubted) == [("السعودية", "LOC")] * 2
    assert found("زار السعودية. قالت السلطات السعودية.", sure, doubted) == [("السعودية", "LOC")]


def test_the_score_is_the_least_probable_tokens() -> None:
    document = Document.from_text("0" * 16, "", "زار فلاديمير بوتين", "", None)
    assert [mention.score for mention in mentions([document], Stub([PUTIN]))[0]] == [0.95]


@pytest.mark.parametrize(("score", "uncertain"), [(0.95, [False]), (0.65, [True]), (0.3, [])])
def test_a_doubtful_mention_is_kept_and_marked_and_a_worse_one_dropped(score: float, uncertain: list[bool]) -> None:
    document = Document.from_text("0" * 16, "", "زار بوتين", "", None)
    (rows,) = mentions([document], Stub([{"بوتين": ("B-PERS", score)}]))
    assert [mention.uncertain for mention in rows] == uncertain


@pytest.mark.parametrize("body", TEXTS)
def test_spans_are_the_text_sorted_and_apart(body: str) -> None:
    document = Document.from_text("0" * 16, "بوتين في دمشق", body, "", None)
    (rows,) = mentions([document], engine("fast"))
    assert rows, "the title alone names two"
    for row in rows:
        assert document.text(row.part)[row.start : row.end] == row.text
        sentence = document.sentences[row.sentence]
        assert (sentence.part, sentence.start <= row.start < row.end <= sentence.end) == (row.part, True)
        assert 0 <= row.score <= 1
        assert row.entity_id == ""
    ends = [(row.sentence, row.start, row.end) for row in rows]
    assert all(one[0] < two[0] or one[2] <= two[1] for one, two in pairwise(ends))


def test_a_batch_is_the_same_as_one_by_one() -> None:
    documents = [Document.from_text(f"{at:016x}", "", text, "", None) for at, text in enumerate(TEXTS)]
    fast = engine("fast")
    assert mentions(documents, fast) == [row for document in documents for row in mentions([document], fast)]


def test_the_engine_gets_our_tokens() -> None:
    stub = Stub([{}])
    mentions([Document.from_text("0" * 16, "", "قال «نعم».", "", None)], stub)
    assert stub.seen == [[token.text for token in tokens("قال «نعم».")]]


def test_given_name_and_fathers_come_in() -> None:
    tags: Tags = {"محسن": ("B-PERS", 0.9), "الأحمر": ("I-PERS", 0.9)}
    assert found("قال علي محسن الأحمر بن خالد أمس", tags) == [("علي محسن الأحمر بن خالد", "PERS")]


def test_a_preposition_is_no_given_name() -> None:
    assert found("ضغط على بوتين أمس", {"بوتين": ("B-PERS", 0.9)}) == [("بوتين", "PERS")]


def test_a_full_name_takes_the_place_of_its_parts() -> None:
    whole: Tags = {"لويس": ("B-PERS", 0.9), "فان": ("I-PERS", 0.9), "جال": ("I-PERS", 0.9)}
    assert ("فان جال", "PERS") in found("درب لويس فان جال.\nوقال فان جال أمس", whole, {"جال": ("B-PERS", 0.9)})


def test_a_surname_that_is_a_town_is_a_person_where_nothing_says_place() -> None:
    whole: Tags = {"لويس": ("B-PERS", 0.9), "هاميلتون": ("I-PERS", 0.9)}
    driver = found("فاز لويس هاميلتون.\nوخسر هاميلتون أمس", whole, {"هاميلتون": ("B-LOC", 0.7)})
    town = found("فاز لويس هاميلتون.\nفي هاميلتون أمس", whole, {"هاميلتون": ("B-LOC", 0.7)})
    assert (driver[-1], town[-1]) == (("هاميلتون", "PERS"), ("هاميلتون", "LOC"))
