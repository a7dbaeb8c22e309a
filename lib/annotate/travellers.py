"""Who travels: the person that a word of travel has as its subject, by name or by pronoun, or nobody by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.document import Document, Mention, Sentence
from lib.annotate.place_roles import passes
from lib.annotate.stems import tells
from lib.annotate.told_dates import WEEKDAYS
from lib.annotate.travel import PLURAL, SINCE, Travel, forms, stops, travel
from lib.arabic.normalize import fold

# A person is the article's traveller when the text tells of them this often, and twice as often as of anyone else.
DOMINANT, CLEARLY = 3, 2
NEAR = 2  # sentences in which a pronoun or "الرحلة" still means the traveller of the leg before
OPENING = 2  # words before a verb or noun of travel that opens its sentence: وبعد وصوله
REACH = 24  # words from a name to the pronoun that means it, in a sentence that names nobody else
CLAUSE = 6  # words from a place to the subject of the clause after it
TITLES = 8  # words of a title between the place and a subject after it: وصل إلى بيروت وزير الخارجية الروسي لافروف
# A person behind one of these is not the one who travels: سافر مع لافروف.
BESIDE = frozenset({"مع", "عن", "علي", "الي", "من", "بين", "ضد", "لدي", "برفقه", "بصحبه", "في", "حول", "بعد", "قبل"})
# Between a person and the verb behind: الحريري كان قد غادر.
LINKS = frozenset({"كان", "كانت", "قد", "وقد", "الذي", "التي", "وكان", "هو"})
# Before a verb whose subject is a pronoun: أنه غادر, ثم غادر.
HOLDS = frozenset({"انه", "بانه", "وانه", "انها", "بانها", "ثم", "كان", "ان", "عندما", "حين", "حينما", "بعدما", "لكنه"})
THAT = frozenset({"انه", "بانه", "وانه", "لانه"})  # a pronoun whose person is told before: أضاف أنه وصل
LEADS = BESIDE | SINCE | {"نحو", "صوب", "باتجاه", "عبر", "منذ", "عقب", "قبيل", "اثر", "حيث", "خارج", "ثم", "كما"}
TIMES = WEEKDAYS.keys() | {
    *("اليوم", "امس", "الاول", "صباح", "مساء", "فجر", "ليل", "ليله", "ظهر", "عصر", "يوم", "عام", "سنه", "اول", "الان"),
    *("الماضي", "المنصرم", "الفائت", "العام", "الاسبوع", "الشهر", "قد", "لاحقا", "مجددا", "وحده", "وحيدا"),
}


@dataclass(frozen=True, slots=True)
class Travelling:
    """Who travels, None when no name says it; `unnamed` that a noun does (وصل الوفد)."""

    person: Mention | None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the people it names, each by the number of their first and last word."""

    document: Document
    sentence: Sentence
    words: tuple[str, ...]
    people: tuple[tuple[int, int, Mention], ...]

    @classmethod
    def of(cls, document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> "Scene":
        """Number the words of the people of a sentence; a name that is a word of travel (آتيا) is none."""
        starts = [word.start for word in sentence.tokens]
        here = [one for one in mentions if one.kind == "PERS" and one.sentence == sentence.sentence]
        people = []
        for one in here:
            inside = [number for number, start in enumerate(starts) if one.start <= start < one.end]
            if inside and not travel(one.text):
                people.append((inside[0], inside[-1], one))
        return cls(document, sentence, tuple(word.text for word in sentence.tokens), tuple(people))


def identity(person: Mention) -> str:
    """Return the linked entity, or the folded last name where nothing is linked yet."""
    return person.entity_id or fold(person.text.split()[-1]).removeprefix("ال")


def subject(scene: Scene, at: int, first: int, last: int) -> Travelling | None:
    """Return who the word of travel at `at` has as its subject; None when it is a pronoun.

    `first` and `last` number the first and last word of the places it leads to.
    """
    word = scene.words[at]
    found = travel(word)
    noun = after(scene.words[at + 1 : first])
    if found is None or plural(word) or (noun and tells(noun, "group")):
        return Travelling(None)
    if named := behind(scene, at, first) or (None if noun else ahead(scene, at)) or late(scene, at, last):
        return Travelling(named)
    if found.tense == "noun":
        return None if found.owned or vehicle(word) else Travelling(None)
    if found.tense == "participle":
        return None if opens(scene.words, at) or fold(scene.words[at - 1]) in LEADS else Travelling(None)
    if noun := noun or late_noun(scene.words[last + 1 : last + 2]):
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


def vehicle(word: str) -> bool:
    """Whether the word is the trip or the aircraft of somebody already told: الرحلة, طائرته."""
    return fold(word).removeprefix("و") in ("الرحله", "الطايره", "طايرته", "رحلته", "موكبه")


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
    return next((word for word in words if fold(word).startswith("ال") and after([word])), "")


def antecedent(
    scene: Scene, at: int, last: int, mentions: Sequence[Mention], before: tuple[int, Mention] | None
) -> Mention | None:
    """Return whom a pronoun means: the one person before it, the traveller told just before, or the article's person.

    `last` numbers the last word of the places; `before` is the sentence's number of the leg told before, and its
    traveller.
    """
    told = [(end, person) for _, end, person in scene.people if end < at]
    if told:
        end, person = told[-1]
        return person if at - end <= REACH and len({identity(one) for _, one in told}) == 1 else None
    if scene.people and owned(travel(scene.words[at])) and at <= OPENING:
        return following(scene, last)
    if at > OPENING and not vehicle(scene.words[at]) and fold(scene.words[at - 1]) not in THAT:
        return None  # a noun before it may be the subject: تدرب منتخب مصر بعد وصوله
    number = scene.sentence.sentence
    if before and number - before[0] <= NEAR:
        return before[1]
    earlier = [one for one in mentions if one.kind == "PERS" and one.sentence == number - 1 and one.part == "body"]
    if len({identity(person) for person in earlier}) == 1:
        return earlier[-1]
    return dominant(mentions, number)


def following(scene: Scene, last: int) -> Mention | None:
    """Return the subject of the clause after the places: بعد وصوله إلى القاهرة، التقى [حمدوك] نظيره."""
    start, _, person = scene.people[0]
    between = scene.words[last + 1 : start]
    near = len(between) <= CLAUSE and not any(fold(word) in BESIDE or word.startswith("ل") for word in between)
    return person if near else None


def owned(found: Travel | None) -> bool:
    """Whether the word is a noun with a pronoun: وصوله."""
    return found is not None and found.owned


def dominant(mentions: Sequence[Mention], sentence: int) -> Mention | None:
    """Return the last mention so far of the person that the article is about; None when it is about nobody alone."""
    people = [mention for mention in mentions if mention.kind == "PERS"]
    counts = Counter(identity(person) for person in people if person.part == "body").most_common(2)
    if not counts or counts[0][1] < DOMINANT or (len(counts) > 1 and counts[0][1] < CLEARLY * counts[1][1]):
        return None
    same = [person for person in people if identity(person) == counts[0][0] and person.sentence <= sentence]
    return same[-1] if same else None


def people_told(words: Sequence[str]) -> bool:
    """Whether a word for people, or for what carries them, is among the words."""
    return any(tells(word, "traveller") for word in words)
