"""The engine of CAMeL Tools: what its own classes say, with probabilities, and a sentence where its data is missing."""

import json
import shutil
import subprocess
import sys
from itertools import chain

import pyarrow.parquet
import pytest
from typer.testing import CliRunner

from lib.__main__ import app
from lib.annotate.engines import engine
from lib.annotate.engines.camel import load
from lib.arabic.tokens import tokens
from lib.errors import EngineError
from tests.annotate.tiny_camel import install
from tests.conftest import ROOT
from tests.test_network import outside, watched

NER, TONE = "data/ner/arabert", "data/sentiment_analysis/mbert"
BOTH = "`camel_data -i ner-arabert` and `camel_data -i sentiment-analysis-mbert`"
TEXTS = [
    "قال وزير الخارجية فيصل المقداد في دمشق إن الحوار مستمر",
    "دمشق",
    "وصلت طائرة من طراز F-16 إلى حلب، وأعلنت «سانا» (الوكالة الرسمية) ذلك عام 2024.",
    "لا شيء",
    "بلغت النسبة 3.5% بحسب رويترز؟",
]
SENTENCES = [[token.text for token in tokens(text)] for text in TEXTS]
LONG = [word for words in SENTENCES for word in words] * 6  # some 1,000 pieces: five windows


@pytest.fixture(scope="module", autouse=True)
def data(tmp_path_factory):
    """The tiny models, and a home of their own: importing camel_tools makes a folder in it."""
    root = tmp_path_factory.mktemp("camel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")  # threads that wait for a busy core make tiny models ten times as slow
        patch.setenv("HOME", str(root))
        patch.setenv("CAMELTOOLS_DATA", str(root))
        install(root)
        yield root


@pytest.fixture(scope="module")
def camel(data):
    return load()


@pytest.fixture
def copy(data, tmp_path, monkeypatch):
    """Data to damage."""
    shutil.copytree(data / "data", tmp_path / "data")
    shutil.copy(data / "catalogue.json", tmp_path)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    return tmp_path


def test_words_are_tagged_as_camel_tools_tags_them(camel, data):
    """In their order, whatever the order they were asked in; a sentence longer than the model in the same windows."""
    from camel_tools.ner import NERecognizer  # noqa: PLC0415  only once its data is there

    sentences = [*SENTENCES, [], LONG, *SENTENCES[::-1]]
    tags = camel.tag(sentences)
    assert tags == NERecognizer(str(data / NER)).predict(sentences)
    assert len({tag for row in tags for tag in row}) > 4, "the tiny model must tell words apart"


def test_tone_is_what_camel_tools_hears(camel, data):
    from camel_tools.sentiment import SentimentAnalyzer  # noqa: PLC0415

    texts = [*TEXTS, "", " ".join(LONG), *TEXTS[::-1]]
    shares = camel.tone(texts)
    heard = [("negative", "neutral", "positive")[share.index(max(share))] for share in shares]
    assert heard == SentimentAnalyzer(str(data / TONE)).predict(texts)
    assert len(set(heard)) > 1, "the tiny model must tell texts apart"
    assert all(sum(share) == pytest.approx(1) for share in shares)


def test_a_score_is_the_probability_of_its_tag(camel):
    """Held against the network itself, asked for one sentence alone and so without padding."""
    import torch  # noqa: PLC0415

    bert, words = camel._names, ["دمشقها", "قال", "رويترز"]
    ids = bert.tokenizer(words, add_special_tokens=False)["input_ids"]
    row = [bert.tokenizer.cls_token_id, *chain.from_iterable(ids), bert.tokenizer.sep_token_id]
    begins = [1, 1 + len(ids[0]), 1 + len(ids[0]) + len(ids[1])]
    with torch.inference_mode():
        shares = bert.network(torch.tensor([row])).logits[0].softmax(-1)[begins].tolist()
    scored = camel.tag_scored([*SENTENCES, words])[-1]
    assert [tag for tag, _ in scored] == [bert.labels[share.index(max(share))] for share in shares]
    assert [score for _, score in scored] == pytest.approx([max(share) for share in shares], abs=1e-5)


def test_texts_of_like_length_are_asked_together(camel):
    """What is padding costs as much as what is text: 50 short texts and 20 long ones, mixed, leave none of it."""
    from lib.annotate.engines.camel.bert import _BATCH, _batches  # noqa: PLC0415

    lengths = [200 if at % 7 in (0, 3) else 8 for at in range(70)]
    batches = list(_batches(lengths))
    assert sorted(chain.from_iterable(batches)) == list(range(70))
    assert [sorted({lengths[at] for at in batch}) for batch in batches] == [[8], [200], [200]]
    assert all(sum(lengths[at] for at in batch) <= _BATCH for batch in batches)


def test_every_word_has_a_tag_and_a_probability(camel):
    sentences = [*SENTENCES, LONG, []]
    scored = camel.tag_scored(sentences)
    assert [len(row) for row in scored] == [len(words) for words in sentences]
    assert all(0 < score <= 1 for row in scored for _, score in row)


def test_words_that_the_model_cannot_see_are_no_names(camel):
    """A space, a control character or a zero-width mark has no piece; what stands beside it keeps its own tag."""
    alone, odd = camel.tag_scored([["قال", "دمشق"], [" ", "قال", "\u200f", "", "دمشق", "\x07"]])
    assert [odd[0], odd[2], odd[3], odd[5]] == [("O", 1.0)] * 4
    assert [tag for tag, _ in (odd[1], odd[4])] == [tag for tag, _ in alone]


def test_a_word_longer_than_the_model_is_tagged_by_its_beginning(camel):
    (tags,) = camel.tag([["دمشق", "." * 700, "قال"]])
    assert len(tags) == 3


@pytest.mark.parametrize("text", [*TEXTS, "الأسد/بوتين", "مَدرَسة 12,5 و_ب 50€ U.N. (أ.ف.ب)"])
def test_our_words_are_the_same_pieces_as_those_it_learnt_on(camel, text):
    """The model saw CAMeL Tools' words; ours are other cuts of the same text, and BERT cuts both again."""
    from camel_tools.tokenizers.word import simple_word_tokenize  # noqa: PLC0415

    pieces = camel._names.tokenizer.tokenize
    ours = [piece for token in tokens(text) for piece in pieces(token.text)]
    assert ours == [piece for word in simple_word_tokenize(text) for piece in pieces(word)]


def test_the_engine_says_who_it_is(camel, copy):
    assert (camel.name, camel.version) == ("camel", "1.6.0 (ner-arabert, sentiment-analysis-mbert)")
    assert len(camel.weights_sha256) == 64
    assert load().weights_sha256 == camel.weights_sha256
    weights = copy / TONE / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-4] + b"\0\0\0\0")
    assert load().weights_sha256 != camel.weights_sha256


def test_a_process_of_several_uses_one_thread(data, monkeypatch):
    """As many processes as cores, each with as many threads as cores, would stand in each other's way."""
    import torch  # noqa: PLC0415

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    monkeypatch.setattr("lib.annotate.engines.camel.engine.parent_process", object)
    try:
        load()
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)


# what is taken away → what the one sentence names; each is asked as a build asks, for the hash of both models.
MISSING = [
    ("catalogue.json", ["catalogue.json", "CAMELTOOLS_DATA", BOTH]),
    ("data", ["ner-arabert and sentiment-analysis-mbert", NER, TONE, BOTH]),
    (NER, ["ner-arabert is", NER, "run `camel_data -i ner-arabert`."]),
    (TONE, ["sentiment-analysis-mbert is", TONE, "run `camel_data -i sentiment-analysis-mbert`."]),
    (f"{NER}/vocab.txt", ["vocab.txt", "`camel_data -f -i ner-arabert`"]),
    (f"{NER}/model.safetensors", ["model.safetensors", "`camel_data -f -i ner-arabert`"]),
    (f"{TONE}/config.json", ["config.json", "`camel_data -f -i sentiment-analysis-mbert`"]),
]
DAMAGED = [
    ("catalogue.json", "{", "delete it"),
    ("catalogue.json", "[]", "delete it"),
    ("catalogue.json", '{"components": {}}', "delete it"),
    (f"{NER}/model.safetensors", "other", "`camel_data -f -i ner-arabert`"),
    (f"{NER}/vocab.txt", "", "`camel_data -f -i ner-arabert`"),
    (f"{TONE}/config.json", "{", "`camel_data -f -i sentiment-analysis-mbert`"),
    (f"{TONE}/model.safetensors", "", "`camel_data -f -i sentiment-analysis-mbert`"),
]


@pytest.mark.parametrize(("name", "said"), MISSING)
def test_what_is_missing_is_named_with_what_to_run(copy, name, said):
    gone = copy / name
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    with pytest.raises(EngineError) as error:
        assert load().weights_sha256
    assert str(copy) in str(error.value)
    assert [part for part in said if part not in str(error.value)] == []


@pytest.mark.parametrize(("name", "content", "said"), DAMAGED)
def test_what_is_damaged_is_named_with_what_to_run(copy, name, content, said):
    (copy / name).write_text(content, encoding="utf-8")
    with pytest.raises(EngineError, match=said) as error:
        assert load().weights_sha256
    assert str(copy / name.removesuffix(name.rpartition("/")[2])) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_model_of_other_labels_is_refused(copy):
    """An AraBERT that nobody taught names would tag every word LABEL_0."""
    config = copy / NER / "config.json"
    config.write_text(config.read_text(encoding="utf-8").replace("B-LOC", "LABEL_0"), encoding="utf-8")
    with pytest.raises(EngineError, match="LABEL_0"):
        load().tag([["دمشق"]])


def test_names_need_no_model_of_tone(copy, camel):
    shutil.rmtree(copy / TONE)
    half = load()
    assert half.tag(SENTENCES) == camel.tag(SENTENCES)
    with pytest.raises(EngineError, match="sentiment-analysis-mbert"):
        half.tone(TEXTS)


def test_without_torch_the_sentence_says_what_to_install(data, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "lib.annotate.engines.camel.engine", raising=False)
    with pytest.raises(EngineError, match=r"torch.*requirements\.txt"):
        load()


def test_tone_is_evaluated(data, tmp_path):
    gold = tmp_path / "gold.jsonl"
    lines = [json.dumps({"text": text, "label": "neutral"}, ensure_ascii=False) for text in TEXTS]
    gold.write_text("\n".join(lines), encoding="utf-8")
    engine.cache_clear()
    done = CliRunner().invoke(app, ["evaluate", "tone", str(gold), "--engine", "camel"])
    measured = json.loads(done.stdout.splitlines()[-1])
    assert (measured["engine"], measured["items"]) == ("camel", len(TEXTS))


def command(tmp_path, *words, data):
    """Run `python -m lib` in a process of its own; return it, and to which other hosts it turned."""
    log, environment = watched(tmp_path, "none")
    environment |= {"HOME": str(tmp_path), "CAMELTOOLS_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-m", "lib", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done, outside(log)


def test_a_corpus_is_built_without_asking_another_host(data, tmp_path):
    articles, out = tmp_path / "articles", tmp_path / "corpus"
    articles.mkdir()
    for number, title in enumerate(TEXTS[:2]):
        (articles / f"{number}.txt").write_text(f"{title}\n\n{TEXTS[2]} {TEXTS[4]}\n", encoding="utf-8")
    done, asked = command(tmp_path, "build", str(articles), "--out", str(out), "--engine", "camel", data=data)
    assert (done.returncode, asked) == (0, []), done.stderr
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["engine"] == {
        "name": "camel",
        "version": "1.6.0 (ner-arabert, sentiment-analysis-mbert)",
        "weights_sha256": load().weights_sha256,
    }
    assert manifest["counts"]["articles"] == 2
    mentions = pyarrow.parquet.read_table(out / "mentions.parquet").to_pylist()
    bodies = {row["article_id"]: row for row in pyarrow.parquet.read_table(out / "articles.parquet").to_pylist()}
    assert mentions
    for row in mentions:
        assert bodies[row["article_id"]][row["part"]][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("words", [("build",), ("evaluate", "ner"), ("evaluate", "tone")])
def test_without_data_a_command_says_what_to_install(tmp_path, words):
    text, out, nowhere = tmp_path / "text", tmp_path / "out", tmp_path / "nowhere"
    text.write_text("{}", encoding="utf-8")
    more = ("--out", str(out)) if words == ("build",) else ()
    done, asked = command(tmp_path, *words, str(text), *more, "--engine", "camel", data=nowhere)
    assert (done.returncode, asked, done.stdout) == (1, [], "")
    (sentence,) = done.stderr.strip().splitlines()
    assert str(nowhere) in sentence
    assert BOTH in sentence
    assert not out.exists()
    assert not nowhere.exists()
