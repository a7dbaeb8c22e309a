"""Tone: probabilities that add up, doubt that is kept, weights that are checked."""

import json
from pathlib import Path

import numpy as np
import pytest

from lib.annotate.attribution import attributions
from lib.annotate.document import Document, Mention, Tone
from lib.annotate.engines import tone_features, tone_model
from lib.annotate.evaluate_tone import tone as evaluate
from lib.annotate.tone import ABSTAIN_BELOW, targets, tones
from lib.errors import EngineError, InputError


class Fixed:
    """An engine that says what it is told, sentence by sentence."""

    name, version, weights_sha256 = "fixed", "1", ""

    def __init__(self, shares):
        self.shares, self.calls = shares, 0

    def tone(self, sentences):
        self.calls += 1
        return [self.shares.get(sentence, (0.2, 0.6, 0.2)) for sentence in sentences]

    def tag(self, sentences):
        return [["O"] * len(words) for words in sentences]

    def tag_scored(self, sentences):
        return [[("O", 1.0)] * len(words) for words in sentences]


CLEAR = [
    ("قتل عشرات المدنيين وأصيب مئات آخرون في قصف عنيف على المدينة.", "negative"),
    ("اتهمت المعارضة الحكومة بالفساد وسوء الإدارة ونهب المال العام.", "negative"),
    ("لقي ثلاثة أطفال مصرعهم غرقا بعد انقلاب القارب.", "negative"),
    ("انهار المبنى بعد الانفجار وخلف دمارا هائلا وضحايا تحت الأنقاض.", "negative"),
    ("هبط مؤشر البورصة وتراجعت أسهم الشركات وسط خسائر كبيرة.", "negative"),
    ("فاز المنتخب بالبطولة وسط فرحة كبيرة من الجماهير.", "positive"),
    ("حقق الباحثون نجاحا كبيرا في علاج المرض النادر.", "positive"),
    ("أشاد الوزير بالتعاون المثمر والعلاقات المتميزة بين البلدين.", "positive"),
    ("يعقد المجلس جلسته العادية يوم الثلاثاء في مقره بالعاصمة.", "neutral"),
    ("تبدأ المباراة في الساعة الثامنة مساء بتوقيت غرينتش.", "neutral"),
    ("تقع المدينة على بعد 40 كيلومترا شمال العاصمة.", "neutral"),
]


@pytest.mark.parametrize(("text", "label"), CLEAR)
def test_clear_sentences(text, label):
    [shares] = tone_model.tone([text])
    assert tone_model.LABELS[int(np.argmax(shares))] == label


def test_probabilities_add_up_and_do_not_depend_on_the_batch():
    texts = [text for text, _ in CLEAR] + ["", "12", "Nothing Arabic here.", "🙂", "ا" * 5000]
    together = tone_model.tone(texts)
    assert all(abs(sum(shares) - 1) < 1e-6 and min(shares) >= 0 for shares in together)
    assert together == [tone_model.tone([text])[0] for text in texts]
    assert tone_model.tone([]) == []


def test_spelling_variants_sound_alike():
    plain, marked = tone_model.tone(["أدان الأمين العام الهجوم الدامي", "أدان الأمين العامّ الهجومَ الدامي"])
    assert plain == marked


def test_negation_is_seen():
    words = {word: negated for word, _, negated in tone_features.words("لم ينجح الفريق أمس رغم الدعم")}
    assert (words["ينجح"], words["الدعم"], words["لم"]) == (True, False, False)


def test_tone_words_meet():
    """A fall of profits and a fall of unemployment are told apart, and negation turns a word around."""

    def heard(text):
        return set(tone_features.lexicon_buckets(tone_features.words(text)))

    assert tone_features.bucket("kkfall gain") in heard("تراجعت أرباح الشركة")
    assert tone_features.bucket("kkcost fall") in heard("تراجعت البطالة")
    assert tone_features.bucket("kgood!") in heard("لم يحقق الفريق الفوز")
    assert heard("في البيت") == {tone_features.bucket("kb0")}


def test_buckets_are_the_same_everywhere():
    assert tone_features.bucket("wسلام") == tone_features.zlib.crc32("wسلام".encode()) % tone_features.BUCKETS
    assert tone_features.stem("والمدرسون") == "مدرس"


def copy_of(folder: Path, content: bytes) -> Path:
    path = folder / "tone.npz"
    path.write_bytes(content)
    tone_model.beside(path).write_bytes(tone_model.beside(tone_model.WEIGHTS).read_bytes())
    return path


def test_shipped_weights_are_small_and_load_without_pickle():
    assert tone_model.WEIGHTS.stat().st_size < 3_000_000
    with np.load(tone_model.WEIGHTS, allow_pickle=False) as held:
        assert {"buckets", "keys", "stems", "bias", "temperature"} == set(held)


def test_missing_weights(tmp_path):
    with pytest.raises(EngineError, match=r"tone\.npz cannot be read"):
        tone_model.load(tmp_path / "tone.npz")


@pytest.mark.parametrize(
    "damage", [lambda b: b[:1000], lambda b: b[:-1] + b"x", lambda b: b""], ids=["cut", "changed", "empty"]
)
def test_damaged_weights(tmp_path, damage):
    with pytest.raises(EngineError, match=r"tone\.npz does not match tone\.sha256"):
        tone_model.load(copy_of(tmp_path, damage(tone_model.WEIGHTS.read_bytes())))


def test_damaged_weights_with_a_right_sum(tmp_path):
    path = tmp_path / "tone.npz"
    path.write_bytes(b"PK not a zip file")
    tone_model.beside(path).write_text(tone_model.hashlib.sha256(path.read_bytes()).hexdigest() + "  tone.npz\n")
    with pytest.raises(EngineError, match=r"tone\.npz is damaged"):
        tone_model.load(path)


BODY = "نجح كريم. خسر نادر وكريم. قال كريم إن نادر غائب."


def document() -> Document:
    return Document.from_text("a", "عنوان", BODY, "", None)


def mentions() -> list[Mention]:
    made = []
    for sentence in document().sentences[1:]:
        for name in ("كريم", "نادر", "وكريم"):
            at = BODY.find(name, sentence.start, sentence.end)
            if at >= 0 and not (name == "كريم" and BODY[at - 1] == "و"):
                made.append(
                    Mention(sentence.sentence, "body", at, at + len(name), name, "PERS", 1.0, f"e-{name.lstrip('و')}")
                )
    return made


def test_every_sentence_in_one_call():
    engine = Fixed({"نجح كريم.": (0.05, 0.15, 0.8), "خسر نادر وكريم.": (0.4, 0.35, 0.25)})
    (rows,) = tones([document()], engine)
    assert [row.sentence for row in rows] == [0, 1, 2, 3]
    assert engine.calls == 1
    assert [row.abstained for row in rows] == [False, False, True, False]
    assert rows[1].tone == pytest.approx(0.75)


def test_abstains_just_below_the_threshold():
    rest = (1 - ABSTAIN_BELOW) / 2
    sure, unsure = (ABSTAIN_BELOW, rest, rest), (ABSTAIN_BELOW - 0.01, rest, rest + 0.01)
    (rows,) = tones([document()], Fixed({"نجح كريم.": sure, "خسر نادر وكريم.": unsure}))
    assert [row.abstained for row in rows[1:3]] == [False, True]


def test_targets_share_doubt():
    heard = [Tone(1, 0.0, 0.2, 0.8, False), Tone(2, 0.9, 0.1, 0.0, False), Tone(3, 0.2, 0.7, 0.1, False)]
    said = attributions(document(), mentions())
    rows = {(row.mention.sentence, row.mention.text): row for row in targets(mentions(), heard, said)}
    assert rows[1, "كريم"].tone == pytest.approx(0.8)
    assert rows[1, "كريم"].score == pytest.approx(0.8)
    assert rows[2, "نادر"].score == rows[2, "وكريم"].score == pytest.approx(0.45)
    assert rows[3, "كريم"].score == pytest.approx(rows[3, "نادر"].score / 2), "the speaker is half as sure"


def test_no_target_where_the_tone_abstains():
    assert targets(mentions(), [Tone(1, 0.4, 0.3, 0.3, True)], []) == []


def test_only_people_organisations_and_places_are_targets():
    thing = Mention(1, "body", 4, 8, "كريم", "MISC", 1.0)
    assert targets([thing], [Tone(1, 0.0, 0.2, 0.8, False)], []) == []


def gold(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def line(text: str, label: str) -> str:
    return json.dumps({"text": text, "label": label}, ensure_ascii=False)


def test_evaluate(tmp_path):
    engine = Fixed({"أ": (0.8, 0.1, 0.1), "ب": (0.8, 0.1, 0.1), "ج": (0.1, 0.8, 0.1), "د": (0.1, 0.1, 0.8)})
    report = evaluate(
        gold(tmp_path, line("أ", "negative"), line("ب", "neutral"), "", line("ج", "neutral"), line("د", "positive")),
        engine,
    )
    assert report["accuracy"] == 0.75
    assert report["by_label"]["negative"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "count": 1}
    assert report["by_label"]["neutral"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "count": 2}
    assert report["f1"] == 0.7778
    assert (report["engine"], report["items"]) == ("fixed", 4)
    assert report["items_per_second"] > 0


BROKEN = [
    ("not json", "line 2"),
    ('{"text": "نص"}', "line 2"),
    ('{"text": 3, "label": "neutral"}', "line 2"),
    ('{"text": "نص", "label": "good"}', "line 2.*negative, neutral, positive"),
    ("[]", "line 2"),
]


@pytest.mark.parametrize(("broken", "message"), BROKEN)
def test_evaluate_names_the_broken_line(tmp_path, broken, message):
    with pytest.raises(InputError, match=message):
        evaluate(gold(tmp_path, line("أ", "neutral"), broken), Fixed({}))


def test_evaluate_without_sentences(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        evaluate(tmp_path / "none.jsonl", Fixed({}))
    with pytest.raises(InputError, match="holds no sentence"):
        evaluate(gold(tmp_path, ""), Fixed({}))


def test_the_shipped_model_fits_its_training_sentences(shared):
    """Quality stands in data/models/README.md; this only catches weights that belong to other features."""
    rows = [json.loads(row) for row in (shared / "tone" / "train.jsonl").read_text(encoding="utf-8").splitlines()[:600]]
    shares = np.array(tone_model.tone([row["text"] for row in rows]))
    right = [tone_model.LABELS[best] == row["label"] for best, row in zip(shares.argmax(axis=1), rows, strict=True)]
    assert sum(right) / len(right) > 0.7
