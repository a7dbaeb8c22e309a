import os
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.errors import InputError
from lib.read import Article, File, Rejected
from lib.read.isolated import articles, rows
from lib.read.process import Limits
from tests.read.folders import BODY, LINUX, folder, jsonl


def test_rows_are_what_reading_here_would_yield_and_files_follow_their_rows(tmp_path):
    (tmp_path / "ب.jsonl").write_text(jsonl(20, date="2018-02-28T11:34:31.123456+04:00") + "{}\n", encoding="utf-8")
    found = list(rows(folder(tmp_path, "أ.txt")))
    assert [type(row) for row in found] == [Article, File, *[Article] * 20, Rejected, File]
    assert found[2].published.isoformat() == "2018-02-28T07:34:31.123456+00:00"
    assert [row.input for row in found[::5]] == [f"{tmp_path.name}/{name}" for name in ("أ.txt", *["ب.jsonl"] * 4)]
    assert [row for row in found if not isinstance(row, File)] == list(articles(str(tmp_path)))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("crash.txt", "Reading it crashed (SIGSEGV)"),
        ("kill.txt", "The process that read it was killed"),
        ("exit.txt", "The process that read it ended (status 3)"),
        ("bug.txt", "Reading it failed unexpectedly (LookupError: no such thing)"),
        ("spin.txt", "Reading it took more than 1 seconds of processor time"),
        ("sleep.txt", "Reading it gave nothing for 2 seconds"),
    ],
)
def test_a_file_that_ends_its_process_costs_only_itself(tmp_path, hostile, name, reason):
    folder(tmp_path, "a.txt", "b.txt", name, "y.txt", "z.txt")
    found = list(articles(tmp_path, limits=Limits(cpu=1, silence=2 if name == "sleep.txt" else 60)))
    assert [row.input.rpartition("/")[2] for row in found] == sorted(["a.txt", "b.txt", name, "y.txt", "z.txt"])
    (rejected,) = (row for row in found if isinstance(row, Rejected))
    assert rejected.input == f"{tmp_path.name}/{name}"
    assert rejected.reason.startswith(reason)
    assert rejected.reason.endswith(".")
    assert "\n" not in rejected.reason


def test_many_files_that_end_their_process_are_each_told(tmp_path, hostile, started):
    for name in ("1", "2", "3", "4"):
        (tmp_path / name).mkdir()
        folder(tmp_path / name, "crash.txt")
    found = list(articles(folder(tmp_path, "z.txt")))
    assert [type(row) for row in found] == [*[Rejected] * 4, Article]
    assert len(started) == 5


@LINUX
def test_a_record_beyond_the_memory_ends_its_file_and_the_rows_before_it_are_kept(tmp_path):
    huge = "[" + "[]," * 10_000_000 + "[]]\n"
    (tmp_path / "b.jsonl").write_text(jsonl(120) + huge + jsonl(1), encoding="utf-8")
    found = list(articles(folder(tmp_path, "a.txt", "c.txt"), limits=Limits(memory=100 * 2**20)))
    assert [type(row) for row in found] == [*[Article] * 121, Rejected, Article]
    assert found[-2].reason == (
        "Reading it took more than 0.1 GiB of memory after record 120; split it into smaller files."
    )


def test_what_libraries_print_is_neither_an_answer_nor_in_the_way(tmp_path, hostile, capfd):
    assert [type(row) for row in articles(folder(tmp_path, "noise.txt"))] == [Article]
    assert capfd.readouterr() == ("", "")


def test_a_process_that_never_begins_is_one_clear_error(tmp_path, hostile, monkeypatch, started):
    Path(os.environ["PYTHONPATH"], "sitecustomize.py").write_text("import os; os._exit(5)")
    with pytest.raises(
        InputError, match=r"nothing was read, 3 times over\. The process that read it ended \(status 5\)"
    ):
        list(rows(folder(tmp_path, "a.txt")))
    assert len(started) == 3


def test_a_list_of_files_that_is_never_read_to_its_end_is_told_once(tmp_path, hostile, started):
    found = list(articles(folder(tmp_path, "a.txt", "list.zip")))
    assert [type(row) for row in found] == [Article, Rejected]
    assert found[1].reason.startswith("The files behind number 1 were not read. Reading it crashed (SIGSEGV)")
    assert len(started) == 4


def test_small_files_share_a_process(tmp_path, started):
    folder(tmp_path, *(f"{number}.txt" for number in range(300)))
    assert len(list(articles(tmp_path))) == 300
    assert len(started) == 1


@LINUX
def test_a_process_that_keeps_much_memory_is_replaced_between_files(tmp_path, hostile, started):
    """What libraries keep of the files before must not count against the next one."""
    found = list(articles(folder(tmp_path, "a.txt", "keep.txt", "z.txt"), limits=Limits(memory=200 * 2**20)))
    assert [type(row) for row in found] == [Article] * 3
    assert len(started) == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.zip"])
def test_an_error_about_the_whole_path_reaches_the_caller(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(InputError, match=f"^{name}: "):
        list(articles(tmp_path / name))


def test_a_missing_path_is_told_at_the_call_and_an_empty_folder_when_it_is_read(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        rows(tmp_path / "لا شيء")
    with pytest.raises(InputError, match="holds no files"):
        next(rows(tmp_path))


def test_columns_are_the_users(tmp_path):
    (tmp_path / "a.csv").write_text(f"أ,ب\nعنوان,{BODY}\n", encoding="utf-8")
    (article,) = articles(tmp_path / "a.csv", {"title": "أ", "body": "ب"})
    assert (article.title, article.body) == ("عنوان", BODY)


def test_names_are_told_whole_or_with_what_cannot_be_told_replaced(tmp_path):
    names = ["صحيفة 📰 a\nb.txt", "é.txt"]
    folder(tmp_path, *names)
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(f"عنوان\n\n{BODY}")
    found = list(articles(tmp_path))
    assert all(isinstance(row, Article) for row in found)
    assert any("صحيفة 📰" in row.input for row in found)
    assert all(row.input.encode() for row in found)


def test_reading_from_a_folder_with_modules_of_the_same_names(tmp_path, monkeypatch):
    for name in ("json.py", "lib.py"):
        (tmp_path / name).write_text("raise SystemExit('the wrong module')")
    monkeypatch.chdir(folder(tmp_path, "a.txt"))
    assert [type(row) for row in articles(Path("a.txt"))] == [Article]


def test_threads_read_at_once(tmp_path):
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.jsonl").write_text(jsonl(500, author=name), encoding="utf-8")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda path: list(articles(path)), sorted(tmp_path.iterdir())))
    assert [{row.author for row in read} for read in found] == [{"a"}, {"b"}, {"c"}, {"d"}]
    assert [len(read) for read in found] == [500] * 4


def test_a_slow_caller_is_not_a_silent_process(tmp_path):
    (tmp_path / "a.jsonl").write_text(jsonl(20), encoding="utf-8")
    found = rows(tmp_path / "a.jsonl", limits=Limits(silence=2))
    next(found)
    time.sleep(2.5)
    assert [type(row) for row in found] == [*[Article] * 19, File]


def test_a_zip_is_read_member_by_member(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("ب.txt", "أ.txt"):
            archive.writestr(name, f"عنوان\n\n{BODY}")
    assert [row.input for row in articles(tmp_path / "a.zip")] == ["a.zip/أ.txt", "a.zip/ب.txt"]
