"""Who travels: the person that a word of travel has as its subject, a pronoun, or somebody without a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.document import Mention
from lib.annotate.moving.scene import BESIDE, Scene
from lib.annotate.moving.told_dates import WEEKDAYS
from lib.annotate.placing.roles import passes
from lib.annotate.placing.stems import tells
from lib.annotate.placing.travel import PLURAL, SINCE, forms, stops, travel, vehicle
from lib.arabic.normalize import fold

TITLES = 8  # words of a title between the place and a subject after it: وصل إلى بيروت وزير الخارجية الروسي لافروف
# Between a person and the verb behind: الحريري كان قد غادر.
LINKS = frozenset({"كان", "كانت", "قد", "وقد", "الذي", "التي", "وكان", "هو"})
# Before a verb whose subject is a pronoun: أنه غادر, ثم غادر.
HOLDS = frozenset({"انه", "بانه", "وانه", "انها", "بانها", "ثم", "كان", "ان", "عندما", "حين", "حينما", "بعدما", "لكنه"})
LEADS = BESIDE | SINCE | {"نحو", "صوب", "باتجاه", "عبر", "منذ", "عقب", "قبيل", "اثر", "حيث", "خارج", "ثم", "كما"}
TIMES = WEEKDAYS.keys() | {
    *("اليوم", "امس", "الاول", "صباح", "مساء", "فجر", "ليل", "ليله", "ظهر", "عصر", "يوم", "عام", "سنه", "اول", "الان"),
    *("الماضي", "المنصرم", "الفائت", "العام", "الاسبوع", "الشهر", "قد", "لاحقا", "مجددا", "وحده", "وحيدا"),
}


@dataclass(frozen=True, slots=True)
class Travelling:
    """Who travels, None when no name says it (وصل الوفد)."""

    person: Mention | None


def subject(scene: Scene, at: int, first: int, last: int) -> Travelling | None:
    """Return who the word of travel at `at` has as its subject; None when it is a pronoun.

    `first` and `last` number the first and last word of the places it leads to.
    """
    word = scene.words[at]
    found = travel(word)
    named_at = next((start for start, _, _ in scene.people if at < start < first), first)
    noun = after(scene.words[at + 1 : named_at])
    if found is None or plural(word) or (noun and tells(noun, "group")):
        return Travelling(None)
    told = None if found.owned else behind(scene, at, first)
    if named := told or (None if noun else ahead(scene, at)) or late(scene, at, last):
        return Travelling(named)
    if found.tense == "noun":
        return None if found.owned or vehicle(word) else Travelling(None)
    if found.tense == "participle":
        return None if opens(scene.words, at) or fold(scene.words[at - 1]) in LEADS else Travelling(None)
    if noun := noun or late_noun(scene.words[last + 1 : last + 3]):
        return None if vehicle(noun) else Travelling(None)
    return None if opens(scene.words, at) and not fold(word).endswith("ت") else Travelling(None)


def plural(word: str) -> bool:
    """Whether the word's subject, or its owner, is more than one: توجهوا, وصولهم."""
    return fold(word).endswith(PLURAL)


def opens(words: Sequence[str], at: int) -> bool:
    """Whether a verb opens its clause, so that no noun before it is its subject: وغادر, أنه غادر, ثم غادر."""
    if at and fold(words[at - 1]) == "قد":
        return opens(words, at - 1)  # كان قد غادر, but خبر الاختطاف قد وصل
    conjunction = travel(words[at]) is not None and fold(words[at]) not in forms()
    return not at or conjunction or not words[at - 1].isalpha() or fold(words[at - 1]) in HOLDS


def after(words: Sequence[str]) -> str:
    """Return the noun that is the subject of a verb before these words, "" when they only say when, where and how."""
    for word in words:
        folded = fold(word)
        if folded in LEADS or passes(word) or travel(word):
            return ""
        when = (
            folded in TIMES or not word.isalpha() or (len(folded) > 2 and folded.endswith("ا") and folded[:2] != "ال")
        )
        if not when:
            return "" if len(folded) > 2 and folded[0] in "بل" else word
    return ""


def behind(scene: Scene, at: int, first: int) -> Mention | None:
    """Return the first person between the word of travel and its place: غادر الرئيس [الأسد] دمشق."""
    for start, _, person in scene.people:
        if at < start < first and fold(scene.words[start - 1]) not in BESIDE:
            return None if any(stops(word) for word in scene.words[at + 1 : start]) else person
    return None


def ahead(scene: Scene, at: int) -> Mention | None:
    """Return the person right before a verb: إن [الأسد] كان قد غادر, [خاشقجي]، الذي غادر, [بومبيو] في طريقه."""
    before = at - 1
    found = travel(scene.words[at])
    links = LINKS | {"في"} if found and found.tense == "participle" else LINKS
    while before > 0 and fold(scene.words[before]) in links:
        before -= 1
    if scene.words[before] == "،":
        before -= 1
    named = next((person for _, end, person in scene.people if end == before), None)
    return None if named and named.text.startswith("و") and len(scene.people) > 1 else named


def late(scene: Scene, at: int, last: int) -> Mention | None:
    """Return the person after the place, with nothing but titles between: وصل إلى بيروت الوزير [لافروف]."""
    found = travel(scene.words[at])
    if found is None or found.tense not in ("past", "present") or after(scene.words[at + 1 : last]):
        return None
    for start, _, person in scene.people:
        if last < start <= last + TITLES:
            between = scene.words[last + 1 : start]
            plain = all(word.isalpha() and not stops(word) and fold(word) not in LEADS for word in between)
            return person if plain and not any(travel(word) for word in between) else None
    return None


def late_noun(words: Sequence[str]) -> str:
    """Return the noun that is the subject after the place (غادر أستراليا الأئمة), "" when there is none."""
    for word in words:
        if fold(word) in LEADS:
            return ""
        if fold(word).startswith("ال") and after([word]):
            return word
    return ""
