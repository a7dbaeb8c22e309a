"""The embedded engine: its weights are whole, it tags what it is given, and it says how well."""

import gzip
import hashlib
import shutil
from pathlib import Path

import pytest

from lib.annotate.engines import engine
from lib.annotate.engines.fast import MODELS, SUMS, WEIGHTS, WORDS, FastEngine
from lib.annotate.engines.ner_data import joined, ours, read_articles, read_conll, tag_of
from lib.annotate.engines.ner_features import Phrases, shape
from lib.annotate.engines.ner_lexicon import lexicon
from lib.annotate.evaluate import compare, ner, spans
from lib.errors import EngineError, InputError

KINDS = frozenset({"PERS", "LOC", "ORG"})

NAMES = [
    ("قال الرئيس الروسي فلاديمير بوتين في موسكو", {"فلاديمير": "B-PERS", "بوتين": "I-PERS", "موسكو": "B-LOC"}),
    ("أعلنت الأمم المتحدة في جنيف", {"الأمم": "B-ORG", "المتحدة": "I-ORG", "جنيف": "B-LOC"}),
    ("وصل الأسد إلى دمشق قادما من طهران", {"الأسد": "B-PERS", "دمشق": "B-LOC", "طهران": "B-LOC"}),
    ("كان الطقس جميلا في الأيام الماضية", {}),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in (WEIGHTS, WORDS, SUMS):
        shutil.copy(MODELS / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_plain_sentences_are_tagged(text: str, names: dict[str, str]) -> None:
    words = text.split()
    (tags,) = engine("fast").tag([words])
    assert {word: tag for word, tag in zip(words, tags, strict=True) if tag != "O"} == names


def test_scores_are_probabilities_and_tags_the_same() -> None:
    sentences = [text.split() for text, _ in NAMES] + [[]]
    fast = engine("fast")
    scored = fast.tag_scored(sentences)
    assert [[tag for tag, _ in row] for row in scored] == fast.tag(sentences)
    assert all(0 <= score <= 1 for row in scored for _, score in row)


def test_tokens_of_other_corpora_get_a_tag_each() -> None:
    """A mark glued to a word, as ANERcorp's tokens have it, or a token that is no text at all."""
    words = ["(دمشق", "-", "رويترز)", " ", "«»"]
    (tags,) = engine("fast").tag([words])
    assert len(tags) == len(words)
    assert tags[0] == "B-LOC"


def test_the_engine_says_who_it_is() -> None:
    fast = engine("fast")
    assert (fast.name, bool(fast.version), len(fast.weights_sha256)) == ("fast", True, 64)


@pytest.mark.parametrize("name", [WEIGHTS, WORDS])
def test_damaged_weights_are_named(copy: Path, name: str) -> None:
    (copy / name).write_bytes(gzip.compress(b"other"))
    with pytest.raises(EngineError, match=name):
        FastEngine(copy)


@pytest.mark.parametrize("name", [WEIGHTS, WORDS, SUMS])
def test_missing_weights_are_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(EngineError, match=name):
        FastEngine(copy)


def test_a_list_that_names_no_weights_is_told(copy: Path) -> None:
    (copy / SUMS).write_bytes(b"")
    with pytest.raises(EngineError, match=f"{SUMS} does not list {WEIGHTS}"):
        FastEngine(copy)


def test_weights_of_another_version_are_told(copy: Path) -> None:
    other = b"no archive"
    (copy / WEIGHTS).write_bytes(other)
    lines = (copy / SUMS).read_text(encoding="utf-8").splitlines()
    lines = [f"{hashlib.sha256(other).hexdigest()}  {WEIGHTS}" if WEIGHTS in line else line for line in lines]
    (copy / SUMS).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(EngineError, match=f"{WEIGHTS} is of another version"):
        FastEngine(copy)


def test_the_weights_and_tables_stay_small() -> None:
    """25 MB is what the repository may hold of weights, vocabulary and gazetteers."""
    held = [path for folder in ("models", "gazetteer", "lexicon") for path in (MODELS.parent / folder).iterdir()]
    assert sum(path.stat().st_size for path in held) <= 25_000_000


def test_a_guide_that_has_misc_is_followed_where_the_gold_has_it() -> None:
    sentence = ["فاز", "بجائزة", "نوبل", "للسلام"]
    (ours,), (theirs,) = (engine("fast").under(kinds).tag([sentence]) for kinds in ({"LOC"}, {"LOC", "MISC"}))
    assert theirs[2] == "B-MISC"
    assert "B-MISC" not in ours


def test_known_names_are_found_longest_first_also_after_clitics() -> None:
    known = Phrases([(["الامم", "المتحده"], "ORG"), (["الامم"], "LOC"), (["حلب"], "LOC")])
    assert known.marks(["قالت", "للامم", "المتحده", "وحلب", "الامم"]) == ["", "BORG2", "IORG2", "BLOC1", "BLOC1"]


@pytest.mark.parametrize(
    ("word", "form"), [("2024", "d4"), ("١٢", "d2"), ("CNN", "LAT"), ("Trump", "Lat"), ("«", "«"), ("حلب", "a3")]
)
def test_shape(word: str, form: str) -> None:
    assert shape(word) == form


GOLD = "قال O\nبوتين B-PER\nفي O\nموسكو B-LOC\n\nوصل O\nالكرملين B-ORG\nأمس O\nالإثنين B-MISC\n"


def test_evaluate_measures_entities(tmp_path: Path) -> None:
    path = tmp_path / "gold.conll"
    path.write_text(GOLD, encoding="utf-8")
    measured = ner(path, engine("fast"))
    assert (measured["precision"], measured["recall"], measured["engine"], measured["words"]) == (1.0, 0.75, "fast", 8)
    kinds = measured["by_kind"]
    assert isinstance(kinds, dict)
    assert {kind: row["f1"] for kind, row in kinds.items()} == {"PERS": 1.0, "LOC": 1.0, "ORG": 1.0, "MISC": 0.0}
    assert measured["words_per_second"] > 0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("بوتين B-PER\nموسكو\n", "Line 2"),
        ("بوتين PERSON\n", "Line 1"),
        ("بوتين B-GPE\n", "Line 1"),
        ("\n\n", "holds no"),
    ],
)
def test_a_broken_gold_file_is_named_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "broken.conll"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said) as error:
        ner(path, engine("fast"))
    assert "broken.conll" in str(error.value)


def test_a_missing_or_unreadable_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.conll"):
        ner(tmp_path / "none.conll", engine("fast"))
    (tmp_path / "latin.conll").write_bytes("قال O".encode("cp1256"))
    with pytest.raises(InputError, match=r"latin\.conll"):
        ner(tmp_path / "latin.conll", engine("fast"))


def test_spans_and_scores() -> None:
    assert spans(["B-PERS", "I-PERS", "O", "I-LOC", "B-LOC", "I-ORG"]) == [
        (0, 2, "PERS"), (3, 4, "LOC"), (4, 5, "LOC"), (5, 6, "ORG"),
    ]  # fmt: skip
    measured = compare([["B-PERS", "I-PERS", "O"], ["B-LOC"]], [["B-PERS", "O", "O"], ["B-LOC"]])
    assert (measured["precision"], measured["recall"], measured["f1"]) == (0.5, 0.5, 0.5)
    assert compare([["O"]], [["O"]])["f1"] == 0.0


@pytest.mark.parametrize(
    ("raw", "tag"), [("B-PER", "B-PERS"), ("I-PERS", "I-PERS"), ("O", "O"), ("X", None), ("B-GPE", None)]
)
def test_tags_of_other_corpora(raw: str, tag: str | None) -> None:
    assert tag_of(raw) == tag


def test_training_texts_come_in_our_tokens(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("(دمشق B-LOC\n- O\nرويترز) B-ORG\nالروسية B-MISC\n", encoding="utf-8")
    (sentence,) = read_conll(path)
    cut = ours(sentence, KINDS)
    assert list(zip(cut.words, cut.tags, strict=True)) == [
        ("(", "O"), ("دمشق", "B-LOC"), ("-", "O"), ("رويترز", "B-ORG"), (")", "O"), ("الروسية", "O"),
    ]  # fmt: skip


def test_split_clitics_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "split.txt"
    path.write_text("و O\nل O\nالعراق B-LOC\nكتاب O\nه O\n", encoding="utf-8")
    (sentence,) = joined(read_conll(path), KINDS)
    assert (sentence.words, sentence.tags) == (["وللعراق", "كتابه"], ["B-LOC", "O"])


def test_annotated_articles_come_as_tagged_sentences(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    mention = '{"start": 4, "end": 10, "type": "PER"}'
    path.write_text(f'{{"id": "a", "text": "قال لبوتين ذلك.", "mentions": [{mention}]}}\n', encoding="utf-8")
    (sentence,) = read_articles(path)
    assert (sentence.words, sentence.tags, sentence.article) == (
        ["قال", "لبوتين", "ذلك", "."], ["O", "B-PERS", "O", "O"], "a",
    )  # fmt: skip


def test_the_lexicon_keeps_what_is_mostly_in_names(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("حلب B-LOC\nفي O\n\nحلب B-LOC\nفي O\n\nحمص B-LOC\n", encoding="utf-8")
    assert lexicon(read_conll(path), KINDS) == {"حلب": "L L01"}
