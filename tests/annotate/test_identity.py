"""One name or two: the pairs of tests/arabic/name_pairs.tsv, written for this project before the rules were tuned.

Columns: name, other, verdict (same, different), about (the rule or the trap). The rows whose CRC-32 is divisible by
three were not looked at while the rules were made.
"""

import csv
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import pytest

from lib.annotate.identity import same_name, why_same

FLOOR = 0.97  # what issue 4 asks of the pairs


class Pair(NamedTuple):
    name: str
    other: str
    verdict: str
    about: str

    @property
    def right(self) -> bool:
        return same_name(self.name, self.other) == (self.verdict == "same")

    @property
    def unread(self) -> bool:
        return crc32(f"{self.name}{self.other}".encode()) % 3 == 0


def pairs() -> list[Pair]:
    path = Path(__file__).parents[1] / "arabic" / "name_pairs.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [Pair(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def f1(judged: list[Pair]) -> float:
    """Return the F1 of "same"."""
    right = sum(pair.right for pair in judged if pair.verdict == "same")
    wrong = sum(not pair.right for pair in judged)
    return 2 * right / (2 * right + wrong)


def test_pairs_of_names_are_told_apart() -> None:
    wrong = [f"{pair.name} | {pair.other} ({pair.verdict}, {pair.about})" for pair in pairs() if not pair.right]
    print(f"F1 {f1(pairs()):.3f}; the third unread {f1([pair for pair in pairs() if pair.unread]):.3f}; wrong:", *wrong)
    assert len(pairs()) >= 300
    assert f1(pairs()) >= FLOOR, wrong
    assert f1([pair for pair in pairs() if pair.unread]) >= FLOOR


def test_the_question_has_no_first_and_second() -> None:
    assert [pair for pair in pairs() if same_name(pair.name, pair.other) != same_name(pair.other, pair.name)] == []


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("بشّار الاسد", "بشار الأسد", "same"),
        ("وكريم الزهراني", "كريم الزهراني", "clitic"),
        ("الدكتور كريم الزهراني", "كريم الزهراني", "title"),
        ("غوران بيرغسون", "جوران بيرجسون", "sound"),
        ("كريم بن طلال الزهراني", "كريم الزهراني", "father"),
        ("أميركا", "الولايات المتحدة", "listed"),
        ("حسن", "حسين", ""),
    ],
)
def test_the_rule_says_why(one: str, other: str, rule: str) -> None:
    assert why_same(one, other) == rule
