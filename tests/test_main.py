"""The command line: a summary when it works, one sentence and a non-zero exit when it cannot."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import pandas as pd
import pytest

from tests.conftest import ROOT

BODY = "أعلنت وزارة الخارجية في موسكو أن الرئيس غادر دمشق إلى موسكو على متن طائرة خاصة."


def mijhar(*arguments, **options):
    command = [sys.executable, "-m", "lib", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(f"عنوان المقال\n\n{BODY}", encoding="utf-8")
    return path


def test_build_info_export(article, tmp_path):
    built = mijhar("build", article, "--out", tmp_path / "c")
    assert built.returncode == 0, built.stderr
    for word in ("articles", "rejected", "entities", "places", "seconds"):
        assert word in built.stdout
    told = mijhar("info", tmp_path / "c")
    assert "fast" in told.stdout
    assert "article.txt" in told.stdout
    for form in ("csv", "jsonl", "parquet"):
        assert mijhar("export", tmp_path / "c", "--out", tmp_path / form, "--format", form).returncode == 0
    assert (tmp_path / "csv" / "articles.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(pd.read_csv(tmp_path / "csv" / "articles.csv")["title"]) == ["عنوان المقال"]
    assert json.loads((tmp_path / "jsonl" / "articles.jsonl").read_text(encoding="utf-8"))["title"] == "عنوان المقال"


def _missing(folder):
    return folder / "none", "none"


def _empty(folder):
    (folder / "empty.csv").write_text("", encoding="utf-8")
    return folder / "empty.csv", "empty.csv"


def _encoding(folder):
    (folder / "odd.txt").write_bytes("نص عربي".encode()[:-1] + b"\xff\xfe\xfd")
    return folder / "odd.txt", "odd.txt"


def _english(folder):
    (folder / "english.txt").write_text("A title\n\nNothing here is in Arabic at all.", encoding="utf-8")
    return folder / "english.txt", "Arabic"


def _textless(folder):
    (folder / "a.csv").write_text("id,price\n1,2\n", encoding="utf-8")
    return folder / "a.csv", "--columns"


def _zip(folder):
    (folder / "a.zip").write_bytes(b"PK\x03\x04 this is no archive")
    return folder / "a.zip", "a.zip"


def _json(folder):
    (folder / "a.jsonl").write_text('{"text": \n', encoding="utf-8")
    return folder / "a.jsonl", "a.jsonl"


@pytest.mark.parametrize("make", [_missing, _empty, _encoding, _english, _textless, _zip, _json])
def test_bad_input_is_one_sentence_and_nothing_is_written(tmp_path, make):
    path, said = make(tmp_path)
    done = mijhar("build", path, "--out", tmp_path / "c")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "c").exists()
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")]


def test_one_broken_line_does_not_stop_the_others(tmp_path):
    good = json.dumps({"title": "عنوان", "text": BODY}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{good}\n{{broken\n", encoding="utf-8")
    done = mijhar("build", tmp_path / "a.jsonl", "--out", tmp_path / "c")
    assert done.returncode == 0
    assert "record 2" in done.stdout


def test_one_bad_input_does_not_stop_the_others(article, tmp_path):
    (tmp_path / "bad.csv").write_text("id,price\n1,2\n", encoding="utf-8")
    done = mijhar("build", article, tmp_path / "bad.csv", "--out", tmp_path / "c")
    assert done.returncode == 0, done.stderr
    assert "bad.csv: no column holds the text" in done.stdout
    assert mijhar("build", article, tmp_path / "none.csv", "--out", tmp_path / "d").returncode == 1


def test_columns_can_be_mapped(tmp_path):
    (tmp_path / "a.csv").write_text(f"kopf,rumpf\nعنوان,{BODY}\n", encoding="utf-8")
    (tmp_path / "map.toml").write_text('title = "kopf"\nbody = "rumpf"\n', encoding="utf-8")
    done = mijhar("build", tmp_path / "a.csv", "--out", tmp_path / "c", "--columns", tmp_path / "map.toml")
    assert done.returncode == 0, done.stderr
    assert list(pd.read_parquet(tmp_path / "c" / "articles.parquet")["title"]) == ["عنوان"]


def test_a_zip_of_anything_readable_builds(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("مقال.txt", f"عنوان\n\n{BODY}")
        archive.writestr("more.jsonl", json.dumps({"headline": "آخر", "content": BODY + " آخر"}))
    assert mijhar("build", tmp_path / "a.zip", "--out", tmp_path / "c").returncode == 0
    assert len(pd.read_parquet(tmp_path / "c" / "articles.parquet")) == 2


def test_an_unknown_engine_is_one_sentence(article, tmp_path):
    done = mijhar("build", article, "--out", tmp_path / "c", "--engine", "slow")
    assert done.returncode == 1
    assert "fast" in done.stderr
    assert not (tmp_path / "c").exists()


def test_a_killed_build_leaves_the_old_corpus_as_it_was(article, tmp_path):
    assert mijhar("build", article, "--out", tmp_path / "c").returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "c").iterdir()}
    command = [sys.executable, "-m", "lib", "build", "data/sample/articles", "--out", str(tmp_path / "c")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not any(entry.name.startswith(".c-") for entry in tmp_path.iterdir()):
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert {path.name: path.read_bytes() for path in (tmp_path / "c").iterdir()} == before
    assert mijhar("build", article, "--out", tmp_path / "c").returncode == 0


def test_export_never_touches_the_corpus_and_runs_no_formula(tmp_path):
    row = {"title": "=HYPERLINK(1)", "text": BODY}
    (tmp_path / "a.json").write_text(json.dumps([row], ensure_ascii=False), encoding="utf-8")
    assert mijhar("build", tmp_path / "a.json", "--out", tmp_path / "c").returncode == 0
    for out in (tmp_path / "c", tmp_path / "c" / "inside"):
        done = mijhar("export", tmp_path / "c", "--out", out, "--format", "parquet")
        assert done.returncode == 1
        assert "another --out" in done.stderr
    assert mijhar("export", tmp_path / "c", "--out", tmp_path / "csv").returncode == 0
    assert list(pd.read_csv(tmp_path / "csv" / "articles.csv")["title"]) == ["'=HYPERLINK(1)"]


@pytest.mark.parametrize("where", ["file/c", "articles/c"])
def test_an_out_that_cannot_be_is_one_sentence(tmp_path, where):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"عنوان\n\n{BODY}", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = mijhar("build", tmp_path / "articles", "--out", tmp_path / where)
    assert done.returncode == 1
    assert "another --out" in done.stderr
    assert "Traceback" not in done.stderr


def test_info_of_no_corpus_is_one_sentence(tmp_path):
    done = mijhar("info", tmp_path)
    assert done.returncode == 1
    assert "is not a Mijhar corpus" in done.stderr


@pytest.mark.parametrize(
    ("layer", "lines"),
    [
        ("ner", "قال O\nلافروف B-PERS\nفي O\nموسكو B-LOC\n\n"),
        ("tone", '{"text": "انفجار عنيف يقتل العشرات", "label": "negative"}\n'),
    ],
)
def test_evaluate_ends_with_one_json_line(tmp_path, layer, lines):
    (tmp_path / "gold").write_text(lines, encoding="utf-8")
    done = mijhar("evaluate", layer, tmp_path / "gold")
    assert done.returncode == 0, done.stderr
    scores = json.loads(done.stdout.strip().splitlines()[-1])
    assert {"precision", "recall", "f1", "engine"} <= set(scores)


@pytest.mark.parametrize("layer", ["ner", "tone"])
def test_evaluate_names_a_missing_file(tmp_path, layer):
    done = mijhar("evaluate", layer, tmp_path / "none")
    assert done.returncode == 1
    assert "none" in done.stderr
