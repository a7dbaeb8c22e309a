"""Whom a pronoun or "the trip" means, where a journey does not name its traveller again."""

from collections import Counter
from collections.abc import Sequence

from lib.annotate.document import Mention
from lib.annotate.moving.scene import BESIDE, Scene, identity
from lib.annotate.placing.travel import travel, vehicle
from lib.arabic.normalize import fold

# A person is the article's traveller when the text tells of them this often, and twice as often as of anyone else.
DOMINANT, CLEARLY = 3, 2
NEAR = 2  # sentences in which a pronoun or "الرحلة" still means the traveller of the leg before
OPENING = 2  # words before a verb or noun of travel that opens its sentence: وبعد وصوله
REACH = 24  # words from a name to the pronoun that means it, in a sentence that names nobody else
CLAUSE = 6  # words from a place to the subject of the clause after it
THAT = frozenset({"انه", "بانه", "وانه", "لانه"})  # a pronoun whose person is told before: أضاف أنه وصل


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
    found = travel(scene.words[at])
    if scene.people and found and found.owned and at <= OPENING:
        return following(scene, last)
    if at > OPENING and not vehicle(scene.words[at]) and fold(scene.words[at - 1]) not in THAT:
        return None  # a noun before it may be the subject: تدرب منتخب مصر بعد وصوله
    number = scene.sentence.sentence
    if before and number - before[0] <= NEAR:
        return rival(before, mentions, number) or before[1]
    earlier = [one for one in mentions if one.kind == "PERS" and one.sentence == number - 1 and one.part == "body"]
    if len({identity(person) for person in earlier}) == 1:
        return earlier[-1]
    return dominant(mentions, number)


def rival(before: tuple[int, Mention], mentions: Sequence[Mention], number: int) -> Mention | None:
    """Return the article's person if told beside the traveller of the leg before: of the two, a pronoun means that one.

    لم يبلغ الأسد حتى شقيقه ماهر، الذي غادر إلى العراق. ونقلت الوكالة أنه غادر دمشق.
    """
    lead = dominant(mentions, number)
    beside = {identity(one) for one in mentions if one.kind == "PERS" and before[0] <= one.sentence < number}
    return lead if lead and identity(lead) in beside else None


def following(scene: Scene, last: int) -> Mention | None:
    """Return the subject of the clause after the places: بعد وصوله إلى القاهرة، التقى [حمدوك] نظيره."""
    start, _, person = scene.people[0]
    between = scene.words[last + 1 : start]
    near = len(between) <= CLAUSE and not any(fold(word) in BESIDE or word.startswith("ل") for word in between)
    return person if near else None


def dominant(mentions: Sequence[Mention], sentence: int) -> Mention | None:
    """Return the last mention so far of the person that the article is about; None when it is about nobody alone."""
    people = [mention for mention in mentions if mention.kind == "PERS"]
    counts = Counter(identity(person) for person in people if person.part == "body").most_common(2)
    if not counts or counts[0][1] < DOMINANT or (len(counts) > 1 and counts[0][1] < CLEARLY * counts[1][1]):
        return None
    same = [person for person in people if identity(person) == counts[0][0] and person.sentence <= sentence]
    return same[-1] if same else None
