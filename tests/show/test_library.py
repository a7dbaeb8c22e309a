"""The corpora of a machine: found by their id, never by a path."""

import shutil

import pytest

from lib.show import library


@pytest.fixture
def shelf(tmp_path, corpus, monkeypatch):
    monkeypatch.setenv("MIJHAR_LIBRARY", str(tmp_path))
    shutil.copytree(corpus, tmp_path / "عيّنة")
    (tmp_path / "فارغ").mkdir()
    (tmp_path / "تالف").mkdir()
    (tmp_path / "تالف" / "manifest.json").write_text("{", encoding="utf-8")
    shutil.copytree(corpus, tmp_path / ".خفية")
    return tmp_path


def test_what_is_no_corpus_is_passed_over(shelf):
    assert [(one.name, one.articles) for one in library.shelved()] == [("عيّنة", 64)]


@pytest.mark.parametrize("asked", ["", "..", "../عيّنة", "عيّنة", "0" * 12])
def test_a_link_names_a_corpus_by_its_id_only(shelf, asked):
    (one,) = library.shelved()
    assert library.find(one.link_id) == one
    assert library.find(asked) is None


@pytest.mark.parametrize("off", ["off", "OFF", "no", "false", "0"])
def test_where_uploads_are_off_nothing_of_it_is_shown(shelf, monkeypatch, off):
    monkeypatch.setenv("MIJHAR_UPLOAD", off)
    assert library.shelved() == []


@pytest.mark.parametrize(
    ("address", "local"),
    [(None, True), ("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("192.0.2.7", False),
     ("::ffff:192.0.2.7", False), ("2001:db8::1", False)],
)  # fmt: skip
def test_unless_it_is_said_uploads_are_for_this_machine_only(address, local):
    assert library.is_local(address) == local


def test_there_may_be_no_library_at_all(tmp_path, monkeypatch):
    monkeypatch.setenv("MIJHAR_LIBRARY", str(tmp_path / "none"))
    assert library.shelved() == []
