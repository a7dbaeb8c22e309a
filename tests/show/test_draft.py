"""Files that a visitor brings: they stay in their folder whatever they are called, and none is lost."""

import tomllib
from types import SimpleNamespace

import pytest

from lib.show.draft import Draft, can_be_changed, safe_name
from lib.show.library import place


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.setenv("MIJHAR_LIBRARY", str(tmp_path / "corpora"))
    return Draft.new()


def upload(name, data=b"x"):
    return SimpleNamespace(name=name, getbuffer=lambda: memoryview(data))


def test_a_draft_that_holds_nothing_leaves_nothing(draft):
    assert draft.held() == []
    assert not place().exists()


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
        ("???.csv", "file.csv"),
        ("ط" * 300 + ".csv.gz", "ط" * 60 + ".csv.gz"),
        ("😀" * 70 + "." + "😀" * 60, "😀" * 30),
    ],
)
def test_a_file_stays_below_its_folder_whatever_its_name(draft, name, kept):
    draft.receive([upload(name, b"data")])
    assert draft.held() == [kept]
    assert (draft.files / kept).read_bytes() == b"data"


def test_two_files_of_one_name_are_two_and_a_file_may_be_called_as_a_folder(draft):
    draft.receive([upload("a.txt", b"1"), upload("a.txt", b"2"), upload("ب"), upload("ب/c.txt")])
    draft.receive([upload("a.txt", b"3")])
    assert draft.held() == ["a (2).txt", "a (3).txt", "a.txt", "ب", "ب c.txt"]


def test_only_what_is_taken_out_goes(draft):
    draft.receive([upload("a.txt"), upload("b.txt")])
    draft.drop(["a.txt", "none.txt", "../draft.json"])
    assert draft.held() == ["b.txt"]
    assert draft.told() == {}


def test_columns_reach_the_command_line_as_they_are_named(draft):
    draft.receive([upload("a.csv")])
    assert draft.columns({}) == []
    odd = {"title": 'ال"عنوان\\', "body": "نص 😀"}
    option, path = draft.columns(odd)
    assert option == "--columns"
    with open(path, "rb") as opened:
        assert tomllib.load(opened) == odd


def test_what_was_built_can_be_taken_up_again_and_stays_until_it_is_built_anew(draft):
    draft.receive([upload("a.txt")])
    draft.tell(keep={"caption": ""})
    assert draft.claim("مدونة")
    draft.keep_as("مدونة")
    assert can_be_changed("مدونة")
    again = Draft.again("مدونة")
    again.drop(["a.txt"])
    again.receive([upload("b.txt")])
    again.tell(keep={})
    assert Draft.again("مدونة").held() == ["a.txt"]
    assert list(Draft.again("مدونة").told()["keep"]) == ["caption"]
    assert again.claim("مدونة"), "its own name is free to it"
    again.keep_as("مدونة")
    assert Draft.again("مدونة").held() == ["b.txt"]


def test_a_name_belongs_to_the_first_who_builds_under_it(draft):
    other = Draft.new()
    for one in (draft, other):
        one.receive([upload("a.txt")])
    assert draft.claim("مدونة")
    assert not other.claim("مدونة")
    draft.release("مدونة")
    assert other.claim("مدونة")
    other.keep_as("مدونة")
    other.release("مدونة")
    assert can_be_changed("مدونة")
    (place() / "سطر الأوامر").mkdir()
    assert not draft.claim("سطر الأوامر")


@pytest.mark.parametrize(
    ("text", "name"),
    [("صحف 2024", "صحف 2024"), ("../x", "x"), (".git", "git"), ("a/b\\c", "a b c"), ("  ", ""), ("x" * 199, "x" * 120)],
)
def test_a_corpus_s_name_is_one_visible_folder(text, name):
    assert safe_name(text) == name
