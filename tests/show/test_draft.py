"""Files that a visitor brings: they stay in their folder whatever they are called, and none is lost."""

import tomllib
from types import SimpleNamespace

import pytest

from lib.show.draft import Draft, safe_name


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.setenv("MIJHAR_LIBRARY", str(tmp_path / "corpora"))
    return Draft.new()


def upload(name, data=b"x", file_id=None):
    return SimpleNamespace(name=name, file_id=file_id or name, getbuffer=lambda: memoryview(data))


def held(draft):
    return sorted(path.relative_to(draft.files).as_posix() for path in draft.files.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("مقالات.csv", "مقالات.csv"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/cron.d/x.txt", "etc/cron.d/x.txt"),
        ("..\\..\\windows\\a.txt", "windows/a.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n.txt", "a b.txt"),
        ("\u202etxt.exe.txt", "txt.exe.txt"),
        ("صحيفة/مقال.txt", "صحيفة/مقال.txt"),
        ("....", "file"),
        ("", "file"),
        ("ط" * 300 + ".txt", "ط" * 60 + ".txt"),
    ],
)
def test_a_file_stays_below_its_folder_whatever_its_name(draft, name, kept):
    draft.receive("u", [upload(name, b"data", "1")])
    assert held(draft) == [kept]
    assert (draft.files / kept).read_bytes() == b"data"


def test_two_files_of_one_name_are_two(draft):
    draft.receive("u", [upload("a.txt", b"1", "1"), upload("a.txt", b"2", "2")])
    assert held(draft) == ["a (2).txt", "a.txt"]


def test_what_is_taken_out_of_the_uploader_goes_and_the_rest_stays(draft):
    draft.receive("u", [upload("a.txt"), upload("b.txt")])
    draft.receive("other", [upload("c.txt")])
    draft.receive("u", [upload("b.txt")])
    assert held(draft) == ["b.txt", "c.txt"]


def test_columns_reach_the_command_line_as_they_are_named(draft):
    assert draft.columns({}) == []
    odd = {"title": 'ال"عنوان\\', "body": "نص 😀"}
    option, path = draft.columns(odd)
    assert option == "--columns"
    with open(path, "rb") as opened:
        assert tomllib.load(opened) == odd


def test_what_was_built_can_be_taken_up_again(draft):
    draft.receive("u", [upload("a.txt")])
    draft.tell(keep={"caption": ""})
    draft.keep_as("مدونة")
    again = Draft.of("مدونة")
    assert held(again) == ["a.txt"]
    assert list(again.told()["keep"]) == ["caption"]
    again.keep_as("مدونة")
    assert held(Draft.of("مدونة")) == ["a.txt"]
    assert Draft.of("أخرى") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("صحف 2024", "صحف 2024"), ("../x", "x"), (".git", "git"), ("a/b\\c", "a b c"), ("  ", ""), ("x" * 99, "x" * 60)],
)
def test_a_corpus_s_name_is_one_visible_folder(text, name):
    assert safe_name(text) == name
