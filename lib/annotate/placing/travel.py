"""Words of travel and whether what they say has happened: غادر is told, لن يغادر and محاولة الفرار are not."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from lib.annotate.placing.gazetteer import FOLDER, cues
from lib.annotate.placing.stems import tells
from lib.annotate.saying import cues as reporting
from lib.arabic.normalize import fold

Tense = Literal["past", "present", "future", "noun", "participle"]
TENSES: tuple[Tense, ...] = ("participle", "past", "present", "noun")  # آتيا is first a participle
PAST_ENDINGS = ("", "ت", "وا", "ا", "تا")
PRESENT_ENDINGS = ("", "ون", "ان", "وا")
PLURAL = ("وا", "ون", "هم", "هما", "ان", "ين")
PRONOUNS = ("ه", "ها", "هم", "هما")
PARTICIPLE_ENDINGS = ("", "ا", "ه", "ين", "ون", "ات", "ان")
CONJUNCTIONS = ("", "و", "ف")
# Nouns stand behind these: بوصوله, كوصوله; behind ل it is the purpose and has not happened (للسفر).
NOUN_CLITICS = ("", "ال", "ب", "بال")
AIMS = ("ل", "لل")
BEFORE = 8  # words before a word of travel in which a wish, a plan or a denial reaches it
BEFORE_PAST = 10  # a denial reaches further: نفى المتحدث أن يكون الرئيس قد غادر
SINCE = frozenset({"بعد", "عقب", "لدي", "فور", "منذ", "اثر", "خلال", "اثناء", "عند", "غداه", "مع", "حين"})
PURPOSE = re.compile(r"لي(?!بيا|له$|ل$|س|ون)\w{2,}")  # عاد ليلعب: what he does is no place
FUTURE = re.compile(r"[وف]?س[يت]\w{3,}|سوف")
WAS = frozenset({"كان", "كانت", "كانوا", "وكان", "وكانت", "وهو", "وهي", "وهم"})
THROUGH = frozenset({"عبر", "مرورا", "بالمرور", "مرور", "ترانزيت"})
RETURN = ("عاد", "عود", "عايد")
# What ends the reach of a word of travel; a comma does not.
STOPS = frozenset(
    {"حيث", "لكن", "ولكن", "بينما", "فيما", "كما", "ان", "بان", "وان", "انه", "انها", "انهم", "؛", ":", "."}
)


@dataclass(frozen=True, slots=True)
class Travel:
    """A form of a word of travel: what it `moves` (people, any, contract), and whether one end `alone` makes a leg.

    A `contract` moves players from club to club in sport. `owned` says that a pronoun is written with a noun (وصوله),
    `aim` that it is a purpose (للسفر), `noun` that a verb in the past may be a noun as well (نقل).
    """

    tense: Tense
    moves: str
    alone: bool
    owned: bool = False
    aim: bool = False
    noun: bool = False


@cache
def forms() -> dict[str, Travel]:
    """Return folded form → word of travel, from data/gazetteer/travel.csv."""
    table: dict[str, Travel] = {}
    for form, found in _written():
        table[form] = _settled(table.get(form), found)
    return table


def _settled(known: Travel | None, found: Travel) -> Travel:
    """Return what a form is that may be two: مغادرة a noun, نقل a verb that may be a noun, else what it was first."""
    if known is None or (known.tense, found.tense) == ("participle", "noun"):
        return found
    return replace(known, noun=True) if (known.tense, found.tense) == ("past", "noun") else known


def _written() -> Iterator[tuple[str, Travel]]:
    with (FOLDER / "travel.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        for tense in TENSES:
            for word in filter(None, row[tense].split("|")):
                yield from _inflected(fold(word), tense, row["moves"], row["alone"] == "yes")


def _inflected(word: str, tense: Tense, moves: str, alone: bool) -> Iterator[tuple[str, Travel]]:
    plain = Travel(tense, moves, alone)
    if tense == "past":
        yield from ((word + ending, plain) for ending in PAST_ENDINGS)
    elif tense == "present":
        for stem in (word, "ت" + word[1:]):
            yield from ((stem + ending, plain) for ending in PRESENT_ENDINGS)
            yield from (("س" + stem + ending, Travel("future", moves, alone)) for ending in PRESENT_ENDINGS)
    elif tense == "participle":
        yield from ((word + ending, plain) for ending in PARTICIPLE_ENDINGS)
        described = Travel(tense, moves, False)  # القادم من روما tells something of a noun
        yield from (("ال" + word + ending, described) for ending in PARTICIPLE_ENDINGS)
    else:
        yield from _nouns(word, moves, alone)


def _nouns(word: str, moves: str, alone: bool) -> Iterator[tuple[str, Travel]]:
    owned = word[:-1] + "ت" if word.endswith("ه") else word
    if not word.endswith("ه"):
        yield word + "ا", Travel("participle", moves, alone)  # غادر بيروت وصولا إلى باريس
    for aim, clitics in ((False, NOUN_CLITICS), (True, AIMS)):
        for clitic in clitics:
            yield clitic + word, Travel("noun", moves, alone, False, aim)
            yield from ((clitic + owned + end, Travel("noun", moves, alone, True, aim)) for end in PRONOUNS)


@lru_cache(maxsize=1 << 16)
def travel(word: str) -> Travel | None:
    """Return the word of travel that this is, with or without a conjunction; None when it is none."""
    folded = fold(word)
    if folded in forms():
        return forms()[folded]
    return forms().get(folded[1:]) if folded[:1] in ("و", "ف") else None


def returns(word: str) -> bool:
    """Whether one comes back, from some place told or not: عاد, عودته."""
    return any(stem in fold(word) for stem in RETURN)


def vehicle(word: str) -> bool:
    """Whether the word is the trip or the aircraft of somebody already told: الرحلة, طائرته."""
    return fold(word).removeprefix("و") in ("الرحله", "الطايره", "طايرته", "رحلته", "موكبه")


@lru_cache(maxsize=1 << 16)
def stops(word: str) -> bool:
    """Whether the word ends the reach of a word of travel before it: a reporting verb, حيث, أن, a colon."""
    folded = fold(word)  # عبر is a way here, and no عبّر (expressed)
    if folded in STOPS or PURPOSE.fullmatch(folded):
        return True
    return folded not in THROUGH and reporting.verb(word) is not None


def happened(words: Sequence[str], at: int, title: bool) -> bool:
    """Whether the word of travel at `at` tells what has happened: no plan, wish, denial or condition.

    A present tells it in a headline (يصل إلى الرياض), after كان, and after قبل أن or بعد أن.
    """
    found = travel(words[at])
    if found is None or found.aim or found.tense == "future":
        return False
    past = found.tense in ("past", "participle") and not found.noun
    before = [word for word in words[max(0, at - (BEFORE_PAST if past else BEFORE)) : at] if word]
    if any(unreal(word, past) for word in before) or (past and before and fold(before[-1]) in ("ما", "لا")):
        return False
    return found.tense != "present" or title or narrated([fold(word) for word in before])


def narrated(before: Sequence[str]) -> bool:
    """Whether a present after these folded words tells what happened: كان يسافر, قبل أن يسافر, but not after سيبقى."""
    ahead = any(FUTURE.fullmatch(word) for word in before)
    since = before[-1:] == ["ان"] and before[-2:-1] in (["قبل"], ["بعد"])
    return not ahead and (since or bool(WAS.intersection(before[-3:])))


@lru_cache(maxsize=1 << 16)
def unreal(word: str, past: bool) -> bool:
    """Whether the word makes a wish, a plan or a denial of the travel after it; few do so to a past verb."""
    table = cues("unreal")
    if not past:
        return tells(word, "unreal")
    folded = fold(word)
    rows = (table.get(folded), table.get(folded[1:]) if folded[:1] in ("و", "ف") else None)
    return any("past" in row for row in rows if row)
