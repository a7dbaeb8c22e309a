import json
import os
import pickle
import subprocess
import sys
from dataclasses import fields

import pandas as pd
import pytest

from lib.read import Article, to_frame
from tests.conftest import ROOT

BODY = "غادر الوفد العاصمة مساء الأحد."


@pytest.fixture
def frame(tmp_path):
    records = [
        {"title": "أول", "text": BODY, "date": "2018-02-28T11:34:31+04:00"},
        {"title": "بلا نص"},
        {"title": "ثان", "text": BODY},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    return to_frame(tmp_path / "a.jsonl")


def test_an_article_is_a_row(frame):
    assert list(frame.columns) == [field.name for field in fields(Article)]
    assert list(frame["title"]) == ["أول", "ثان"]
    assert list(frame["record"]) == [1, 3]
    assert str(frame["published"].dtype) == "datetime64[us, UTC]"
    assert list(frame["published"]) == [pd.Timestamp("2018-02-28T07:34:31Z"), pd.NaT]


def test_what_was_rejected_is_a_table_too(frame):
    assert pd.DataFrame(frame.attrs["rejected"]).to_dict("records") == [
        {"input": "a.jsonl", "record": 2, "line": 2, "reason": "The record has no text."}
    ]


STEPS = {
    "copy": lambda frame: frame.copy(),
    "filter": lambda frame: frame[frame["title"] == "أول"],
    "assign": lambda frame: frame.assign(words=1),
    "concat": lambda frame: pd.concat([frame, frame.copy()]),
    "merge": lambda frame: frame.merge(frame, on="record"),
    "group": lambda frame: frame.groupby("publisher").size(),
    "equal": lambda frame: frame == frame.copy(),
    "concat with others": lambda frame: pd.concat([frame, frame.copy().set_flags(), pd.DataFrame({"title": [""]})]),
    "resample": lambda frame: frame.set_index("published").resample("D").size(),
    "describe": lambda frame: frame.describe(),
    "print": repr,
}


@pytest.mark.parametrize("step", STEPS)
def test_pandas_goes_on_with_it(frame, step):
    STEPS[step](frame)
    if step in ("copy", "filter", "assign", "concat"):
        assert STEPS[step](frame).attrs == frame.attrs


def test_its_copies_share_what_was_rejected(frame):
    """pandas copies attrs deeply at every step, which would cost more than the step itself."""
    assert frame["title"].attrs["rejected"] is frame.attrs["rejected"]
    assert type(pickle.loads(pickle.dumps(frame)).attrs["rejected"]) is list


def test_it_is_stored_and_read_back_whole(frame, tmp_path):
    frame.to_parquet(tmp_path / "a.parquet")
    back = pd.read_parquet(tmp_path / "a.parquet")
    pd.testing.assert_frame_equal(back, frame)
    assert back.attrs == frame.attrs


def test_without_articles_the_columns_are_the_same(frame, tmp_path):
    (tmp_path / "b.jsonl").write_text("{}\n")
    empty = to_frame(tmp_path / "b.jsonl")
    assert dict(empty.dtypes) == dict(frame.dtypes)
    assert len(empty) == 0
    assert len(empty.attrs["rejected"]) == 1


def test_importing_the_room_loads_nothing_heavy():
    script = (
        "import sys, lib.read; print(sorted({'pandas', 'numpy', 'pyarrow', 'lxml', 'trafilatura'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
