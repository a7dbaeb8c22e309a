"""The words that report speech, read from the tables of `data/lexicon` and found by their folded forms."""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lib.arabic.normalize import fold
from lib.errors import EngineError

LEXICON = Path(__file__).parents[3] / "data" / "lexicon"
# Object pronouns that a reporting verb carries in a relative clause: ما قاله, التي أعلنتها.
_OBJECTS = ("ه", "ها", "هم")

_PASSIVE = re.compile("[وف]?\\w\u064f\\w")  # a damma on the first letter
_KEPT = 1 << 16  # so many different words are remembered: some 20 MB
_MARKS = "".join(map(chr, range(0x064B, 0x0653)))


@dataclass(frozen=True, slots=True)
class Cue:
    """One inflected reporting verb; `needs` are the complements that make it a report, as in the table.

    `gender` is m, f, or p for a plural, which only a subject left out or standing before takes.
    """

    lemma: str
    group: str
    needs: frozenset[str]
    tense: str
    gender: str
    pronoun: bool


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one table of the lexicon; EngineError when it is missing."""
    path = LEXICON / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise EngineError(f"The word table {path} cannot be read ({error}): restore it from the project.") from error


@cache
def words(role: str) -> frozenset[str]:
    """Return the folded words that have one role around a cue (clause, time, stop …)."""
    return frozenset(
        fold(word) for row in rows("cues_context.csv") if row["role"] == role for word in row["words"].split()
    )


@cache
def forms() -> dict[str, tuple[str, Cue]]:
    """Return folded form → (form as spelt, cue) for every inflection of every verb in the table."""
    table: dict[str, tuple[str, Cue]] = {}
    for row in rows("cues.csv"):
        needs = frozenset(fold(word) if word not in (":", "«", "؟") else word for word in row["needs"].split())
        for form, tense, gender in _inflect(row):
            plain = Cue(row["lemma"], row["class"], needs, tense, gender, pronoun=False)
            table.setdefault(fold(form), (form, plain))
            if tense != "participle":
                for suffix in _OBJECTS:
                    held = Cue(row["lemma"], row["class"], needs, tense, gender, pronoun=True)
                    table.setdefault(fold(_before_suffix(form) + suffix), (form + suffix, held))
    return table


def _before_suffix(form: str) -> str:
    return form.removesuffix("ا") if form.endswith("وا") else form


def _inflect(row: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return (form, tense, gender) of one verb: an irregular past is listed in full, a regular one is one word."""
    past = row["past"].split()
    if len(past) == 1:
        past = [past[0] + ending for ending in ("", "ت", "وا")]
    found = [(form, "past", _gender(form)) for form in past]
    for form in row["present"].split():
        found += [(form, "present", "m"), ("ت" + form[1:], "present", "f"), (form.rstrip("ي") + "ون", "present", "p")]
    for form in row["participle"].split():
        stem = form.removesuffix("ي") if form.endswith("ي") else form
        found += [(form + "ا", "participle", "m"), (form + "ة", "participle", "f"), (stem + "ين", "participle", "p")]
    return found


def _gender(past: str) -> str:
    """Return m, f or p (plural) for a form of the past."""
    return "p" if past.endswith("وا") else "f" if past.endswith(("ت", "تا", "ن")) else "m"


@lru_cache(maxsize=_KEPT)
def folded(word: str) -> str:
    """Return the folded word, remembered: a text repeats its words."""
    return fold(word)


@lru_cache(maxsize=_KEPT)
def verb(word: str) -> tuple[Cue, bool] | None:
    """Return the cue that a word is, and whether و or ف is joined to it; None when it is no reporting verb."""
    plain = folded(word)
    for form, joined in ((plain, False), (plain[1:] if plain[:1] in ("و", "ف") else "", True)):
        hit = forms().get(form)
        if hit and _spelt_alike(hit[0], word):
            return hit[1], joined
    return None


def _spelt_alike(form: str, word: str) -> bool:
    """Tell whether folding has not made another word of it: رأي (opinion) of رأى, إشارة (a sign) of أشاره."""
    word = word.rstrip(_MARKS)
    if form[0] == "أ" and word.lstrip("وف")[:1] == "إ":  # إبان (during) is no أبان
        return False
    ends = form[-1], word[-1]
    return ends not in (("ى", "ي"), ("ي", "ى")) and form.endswith("ة") == word.endswith("ة")


def is_passive(word: str) -> bool:
    """Tell whether a past verb is vowelled as passive (أُعلن, كُشف): it names no speaker."""
    return _PASSIVE.match(word) is not None


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Return first folded word → phrases (بحسب, وفقا ل, على حد قول) and whether a reporting verb follows (بحسب ما)."""
    table: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for row in rows("cues_phrases.csv"):
        parts = tuple(fold(word) for word in row["phrase"].split())
        table.setdefault(parts[0], []).append((parts, row["follows"] == "verb"))
    return table


def phrase(folded: list[str], at: int) -> tuple[int, bool] | None:
    """Return (length in words, verb follows) of the longest phrase at `at`; a final ل is the next word's clitic."""
    first, table = folded[at], phrases()
    known = table.get(first) or (table.get(first[1:]) if first[:1] in ("و", "ف") else None)
    if known is None:
        return None
    found = [(size, follows) for words_, follows in known if (size := _matched(words_, folded, at))]
    return max(found, default=None)


def _matched(words_: tuple[str, ...], folded: list[str], at: int) -> int:
    """Return how many whole words of the text the phrase takes up behind its first, 0 when it does not stand there."""
    if len(words_) == 1:
        return 1
    body, last = folded[at + 1 : at + len(words_) - 1], folded[at + len(words_) - 1 : at + len(words_)]
    if body != list(words_[1:-1]) or not last:
        return 0
    if last[0] == words_[-1]:
        return len(words_)
    return len(words_) - 1 if words_[-1] == "ل" and last[0].startswith("ل") else 0
