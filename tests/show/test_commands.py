"""The command line as a page runs it: its sentence when it fails, nothing left of it when the visitor goes."""

import json

import pytest

from lib.errors import InputError
from lib.show.commands import run

BODY = "أعلنت وزارة الخارجية في موسكو أن الرئيس غادر دمشق إلى موسكو على متن طائرة خاصة."


def ignore(step, done, total):
    pass


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = (json.dumps({"title": f"عنوان {at}", "text": f"{BODY} {at}"}, ensure_ascii=False) for at in range(2000))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_what_it_prints_comes_back_and_its_progress_is_told(articles):
    told = []
    printed = run(["preview", str(articles)], lambda *step: told.append(step))
    assert json.loads(printed.splitlines()[-1])["articles"] == 2000
    assert ("read", 1000, None) in told


def test_its_failure_is_its_own_sentence(tmp_path):
    (tmp_path / "a.csv").write_text("id,price\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"^a\.csv: no column holds the text; the columns are id, price"):
        run(["preview", str(tmp_path / "a.csv")], ignore)


class VisitorLeftError(Exception):
    pass


def test_when_the_visitor_goes_nothing_of_it_is_left(articles, tmp_path):
    def leave(step, done, total):
        if step == "recognise":
            raise VisitorLeftError

    with pytest.raises(VisitorLeftError):
        run(["build", str(articles), "--out", str(tmp_path / "c"), "--workers", "2"], leave)
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
