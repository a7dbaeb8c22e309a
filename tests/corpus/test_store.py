"""A corpus is written whole or not at all, and read only when it is one."""

import json

import pandas as pd
import pytest

from lib.corpus.manifest import Manifest
from lib.corpus.schema import GAINED, SCHEMA_VERSION, TABLES
from lib.corpus.store import open_corpus, write_table, writing
from lib.errors import CorpusError

REMOVED = {"article_id": "a" * 16, "order": 0, "text": "اقرأ أيضاً", "rule": "read also", "body_offset": 0}


def manifest(folder, version=SCHEMA_VERSION):
    engine = {"name": "fast", "version": "1", "weights_sha256": "0"}
    content = {"schema_version": version, "corpus_id": "0", "created": "", "engine": engine, "inputs": [], "counts": {}}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")


def written(target, text):
    with writing(target) as folder:
        manifest(folder)
        (folder / "note.txt").write_text(text, encoding="utf-8")


def test_a_corpus_replaces_the_older_one(tmp_path):
    written(tmp_path / "c", "first")
    written(tmp_path / "c", "second")
    assert (tmp_path / "c" / "note.txt").read_text(encoding="utf-8") == "second"
    assert [entry.name for entry in tmp_path.iterdir()] == ["c"]


def test_a_failed_write_leaves_the_older_corpus_and_nothing_else(tmp_path):
    written(tmp_path / "c", "first")
    with pytest.raises(TypeError), writing(tmp_path / "c") as folder:
        (folder / "half.txt").write_text(None)
    assert (tmp_path / "c" / "note.txt").read_text(encoding="utf-8") == "first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["c"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_corpus_is_never_replaced(tmp_path, kind):
    target = tmp_path / "thesis"
    if kind == "folder":
        target.mkdir()
        (target / "chapter.txt").write_text("mine", encoding="utf-8")
    else:
        target.write_text("mine", encoding="utf-8")
    with pytest.raises(CorpusError, match="is not a Mijhar corpus"), writing(target):
        pytest.fail("the block must not run")
    assert target.exists()


def test_an_empty_folder_may_become_a_corpus(tmp_path):
    (tmp_path / "c").mkdir()
    written(tmp_path / "c", "first")
    assert (tmp_path / "c" / "note.txt").exists()


def test_a_table_keeps_its_columns_and_types(tmp_path):
    assert write_table(tmp_path, "removed", [REMOVED]) == 1
    frame = pd.read_parquet(tmp_path / "removed.parquet")
    assert list(frame.columns) == TABLES["removed"].names
    assert frame.to_dict("records") == [REMOVED]


def test_a_column_that_is_not_in_the_contract_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="colour"):
        write_table(tmp_path, "removed", [REMOVED | {"colour": "red"}])


def test_an_empty_table_is_still_a_table(tmp_path):
    assert write_table(tmp_path, "journeys", []) == 0
    assert list(pd.read_parquet(tmp_path / "journeys.parquet").columns) == TABLES["journeys"].names


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no manifest.json"),
        (lambda folder: (folder / "manifest.json").write_text("{", encoding="utf-8"), "cannot be read"),
        (lambda folder: manifest(folder, 99), "schema version 99"),
        (lambda folder: (folder / "manifest.json").write_text('{"schema_version": 1}', encoding="utf-8"), "incomplete"),
        (lambda folder: (folder / "mentions.parquet").unlink(), "lacks mentions.parquet"),
        (
            lambda folder: (folder / "mentions.parquet").write_bytes(b"PAR1 cut short"),
            "mentions.parquet cannot be read",
        ),
    ],
    ids=["no manifest", "broken manifest", "other version", "half a manifest", "missing table", "truncated table"],
)
def test_a_damaged_corpus_is_named_in_one_sentence(tmp_path, damage, message):
    manifest(tmp_path)
    for table in TABLES:
        write_table(tmp_path, table, [])
    open_corpus(tmp_path)
    damage(tmp_path)
    with pytest.raises(CorpusError, match=message):
        open_corpus(tmp_path)


def test_a_corpus_built_before_the_contract_grew_opens_all_the_same(tmp_path):
    manifest(tmp_path)
    for table in TABLES.keys() - GAINED:
        write_table(tmp_path, table, [REMOVED] if table == "removed" else [])
    older = pd.read_parquet(tmp_path / "removed.parquet").drop(columns="body_offset")
    older.to_parquet(tmp_path / "removed.parquet")
    connection = open_corpus(tmp_path)
    assert connection.execute("SELECT rule, body_offset FROM removed").fetchall() == [("read also", None)]
    assert connection.execute("SELECT input, reason FROM rejected").fetchall() == []


def test_a_table_may_be_a_folder_of_parts(tmp_path):
    manifest(tmp_path)
    for table in TABLES:
        write_table(tmp_path, table, [])
    (tmp_path / "removed.parquet").unlink()
    parts = tmp_path / "removed"
    parts.mkdir()
    for number in range(2):
        write_table(parts, "removed", [REMOVED])
        (parts / "removed.parquet").rename(parts / f"part-{number}.parquet")
    assert open_corpus(tmp_path).execute("SELECT count(*) FROM removed").fetchone() == (2,)


def test_the_manifest_reads_back_as_it_was_written(corpus):
    content = (corpus / "manifest.json").read_text(encoding="utf-8")
    assert Manifest.from_json(corpus / "manifest.json").to_json() == content
