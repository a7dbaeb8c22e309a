import os
import socket
import stat
import zipfile
from pathlib import Path

import pytest

from lib.errors import InputError
from lib.read.article import Article, Rejected
from lib.read.names import shown
from lib.read.reading import rows_of
from lib.read.sources import sources

TEXT = "عنوان\n\nغادر الوفد العاصمة مساء الأحد."


def write(path, text=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows(path):
    return [row for source in sources(path) for row in rows_of(source, {}) if isinstance(row, Article | Rejected)]


def reasons(path):
    return {row.input.partition("/")[2]: row.reason.split(";")[0] for row in rows(path) if isinstance(row, Rejected)}


def titles(path):
    return [row.input.partition("/")[2] for row in rows(path) if isinstance(row, Article)]


def test_what_is_hidden_is_one_row_each(tmp_path):
    for name in (".git/config", ".git/objects/x.txt", "أ/.DS_Store", "أ/1.txt", "__MACOSX/أ/._1.txt", ".خفي.txt"):
        write(tmp_path / name)
    assert titles(tmp_path) == ["أ/1.txt"]
    assert reasons(tmp_path) == dict.fromkeys(
        [".git", ".خفي.txt", "__MACOSX", "أ/.DS_Store"], "Hidden files and folders are not read"
    )


def test_what_is_hidden_in_a_zip_is_one_row_each(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("أ/1.txt", "__MACOSX/أ/._1.txt", "__MACOSX/أ/._2.txt", "أ/.DS_Store", ".git/x/y", "مجلد/"):
            archive.writestr(name, TEXT)
    assert titles(tmp_path / "a.zip") == ["أ/1.txt"]
    assert sorted(reasons(tmp_path / "a.zip")) == [".git", "__MACOSX", "أ/.DS_Store"]


def test_links_and_what_is_no_file_are_said(tmp_path):
    top = tmp_path / "صحف"
    write(top / "أ/1.txt")
    write(tmp_path / "خارج.txt")
    (top / "out.txt").symlink_to(tmp_path / "خارج.txt")
    (top / "in.txt").symlink_to(top / "أ/1.txt")
    (top / "folder").symlink_to(top / "أ")
    (top / "nothing.txt").symlink_to(top / "لا شيء")
    (top / "loop.txt").symlink_to(top / "loop.txt")
    (top / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(top / "pipe.txt")
    assert titles(top) == ["in.txt", "أ/1.txt"]
    assert reasons(top) == {
        "out.txt": "This is a link that leads out of the folder",
        "device.txt": "This is a link that leads out of the folder",
        "folder": "This is a link to a folder, which is not followed",
        "nothing.txt": "This is a link to nothing",
        "loop.txt": "This is a link to nothing",
        "pipe.txt": "This is a pipe, not a file",
    }


def test_a_device_or_a_pipe_alone_is_an_error_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name, kind in (("pipe.csv", "pipe"), ("zero.csv", "device")):
        with pytest.raises(InputError, match=f"^{name}: This is a {kind}, not a file; give a file"):
            rows(tmp_path / name)


def test_a_socket_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's address is at most 108 bytes long
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.txt")
        assert reasons(tmp_path) == {"socket.txt": "This is a socket, not a file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_said(tmp_path):
    write(tmp_path / "أ/1.txt").parent.chmod(0)
    write(tmp_path / "ب/2.txt")
    try:
        assert reasons(tmp_path) == {"أ": "The folder cannot be read (Permission denied)"}
        assert titles(tmp_path) == ["ب/2.txt"]
    finally:
        (tmp_path / "أ").chmod(stat.S_IRWXU)


def test_a_folder_may_be_named_like_a_file(tmp_path):
    write(tmp_path / "a.csv/1.txt")
    assert titles(tmp_path / "a.csv") == ["1.txt"]
    assert titles(tmp_path) == ["a.csv/1.txt"]


def test_folders_a_thousand_deep_are_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1000):
        os.mkdir("أ")
        os.chdir("أ")
    Path("1.txt").write_text(TEXT, encoding="utf-8")
    try:
        (row,) = rows(tmp_path)
    finally:  # what clears the folder of the test goes into folders by recursion
        os.remove("1.txt")
        for _ in range(1000):
            os.chdir("..")
            os.rmdir("أ")
    assert isinstance(row, Article)
    assert len(row.input) == 240


@pytest.mark.parametrize("name", ["لا شيء", "لا\nشيء"])
def test_a_missing_path_is_an_error_at_once(tmp_path, name):
    with pytest.raises(InputError, match="there is no such file or folder") as caught:
        sources(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_path_that_cannot_be_followed_is_an_error_at_once():
    with pytest.raises(InputError, match=r"the path cannot be followed \(File name too long\); check it"):
        sources(Path("ا" * 5000))


def test_a_file_that_goes_while_the_folder_is_read_is_said_and_the_rest_is_read(tmp_path):
    for name in ("1.txt", "2.txt", "3.txt"):
        write(tmp_path / name)
    given = sources(tmp_path)
    next(given)
    (tmp_path / "2.txt").unlink()
    gone, there = given
    assert gone.problem == "The file cannot be reached (No such file or directory); check that it is there."
    assert (there.name.rpartition("/")[2], there.problem) == ("3.txt", "")


def test_an_empty_folder_is_an_error_and_so_is_one_of_empty_folders(tmp_path):
    (tmp_path / "أ").mkdir()
    with pytest.raises(InputError, match="the folder holds no files"):
        rows(tmp_path)


NAMES = (
    ("سطر\nثان.txt", "سطر\\nثان.txt"),
    ("a\x1b[31m.txt", "a\\x1b[31m.txt"),
    ("صحيفة\u202etxt.exe", "صحيفة\\u202etxt.exe"),
    ("\udcff.txt", "\\udcff.txt"),
    ("صحيفة يوم الأحد.txt", "صحيفة يوم الأحد.txt"),
    ("ا" * 500 + ".txt", "ا" * 159 + "…" + "ا" * 76 + ".txt"),
)


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_name_is_shown_on_one_line_as_it_is(name, said):
    assert shown(name) == said


@pytest.mark.parametrize("name", [name for name, _ in NAMES if len(name) < 100])
def test_a_file_of_an_odd_name_is_read(tmp_path, name):
    path = os.path.join(os.fsencode(tmp_path), os.fsencode(name))
    with open(path, "wb") as stream:
        stream.write(TEXT.encode())
    (row,) = rows(tmp_path)
    assert row.input == f"{tmp_path.name}/{shown(name)}"
    assert isinstance(row, Article) or row.reason.startswith("Files of kind .exe are not read")
