"""Journeys told in the text: من دمشق إلى حميميم ومن هناك إلى موسكو, leg by leg."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lib.annotate.document import Document, Journey, Mention, PlaceMention
from lib.annotate.moving.movements import WAYS, Movement, goes_on, movements, root, route
from lib.annotate.moving.pronouns import antecedent
from lib.annotate.moving.scene import Scene, identity, people_told
from lib.annotate.moving.told_dates import told_day
from lib.annotate.moving.travellers import subject
from lib.annotate.placing.gazetteer import gazetteer
from lib.annotate.placing.travel import SINCE, returns, stops, travel
from lib.arabic.normalize import fold

JOINED = 2  # sentences between غادر دمشق and وصل إلى موسكو that still make one leg
ADVERBIAL = 5  # words after the last place in which the day stands: وصل إلى موسكو صباح يوم الأحد
OPENING = 8  # words before the word of travel in which it stands: وفي صباح يوم الأحد 8 ديسمبر غادر
BY = 8  # words before the word of travel in which those who travel are told
CLAUSES = frozenset({"التي", "الذي", "قبل", "بعد", "حتي", "منذ"})  # a day behind these is another one


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg while the article is read.

    `onward` says that it starts where the leg before ended, `back` that it returns from elsewhere, `counts` that it is
    clear enough to be told by itself.
    """

    sentence: int
    start: str | None
    end: str | None
    traveller: Mention | None
    date: date | None
    onward: bool
    back: bool
    counts: bool


def journeys(document: Document, mentions: Sequence[Mention], places: Sequence[PlaceMention]) -> list[Journey]:
    """Return the legs in the order told; precise rather than complete.

    Somebody has to travel, and it has to have happened: no goods, plans, wishes or denials. A leg with one end is kept
    when its traveller is named, and joined to the next one of the same traveller (غادر دمشق … وصل إلى موسكو).
    """
    told: list[Leg] = []
    for sentence in document.sentences:
        here = [place for place in places if place.mention.sentence == sentence.sentence]
        if any(place.role in WAYS for place in here):
            scene = Scene.of(document, sentence, mentions)
            for movement in movements(sentence, here):
                told = joined(told, list(legs(scene, movement, mentions, told)))
    kept = [leg for leg in told if leg.counts]
    return [Journey(leg.sentence, at, leg.start, leg.end, leg.traveller, leg.date) for at, leg in enumerate(kept)]


def legs(scene: Scene, told: Movement, mentions: Sequence[Mention], before: Sequence[Leg]) -> Iterator[Leg]:
    """Yield the legs of one movement; with one place alone, a leg with one end."""
    at = root(scene.words, told.at)
    who = subject(scene, at, told.first, told.last)
    earlier = (before[-1].sentence, before[-1].traveller) if before and before[-1].traveller else None
    person = who.person if who else antecedent(scene, at, told.last, mentions, earlier)
    stops = [place.place_id if place else None for place in route(scene.document, scene.sentence, told)]
    ends = [end for number, end in enumerate(stops) if not number or end != stops[number - 1]]
    if not ends:
        return
    onward = ends[0] is None and goes_on(scene.document, scene.sentence, told)
    pairs = [pair for pair in zip(ends, ends[1:] or [None], strict=False) if not nested(*pair)]
    for start, end in pairs:
        if start or len(pairs) == 1 or onward:
            counts = somebody(scene, told, person) if start and end else bool(person) and stands_alone(scene, at)
            told_at = (scene.sentence.sentence, start, end, person, day(scene, told))
            yield Leg(*told_at, onward and not start, returns(scene.words[at]), counts)


def nested(start: str | None, end: str | None) -> bool:
    """Whether one end lies in the other: nobody travels from Nairobi to Kenya."""
    if not (start and end):
        return False
    places = gazetteer()
    return start in places.above(places.place(end)) or end in places.above(places.place(start))


def somebody(scene: Scene, told: Movement, person: Mention | None) -> bool:
    """Whether people travel: one by name, by the word of travel (نزح), or by a word beside it (آلاف المدنيين)."""
    found = travel(scene.words[root(scene.words, told.at)])
    return bool(person or (found and found.moves == "people")) or people_told(
        scene.words[max(0, told.at - BY) : told.first]
    )


def stands_alone(scene: Scene, at: int) -> bool:
    """Whether one end makes a leg: وصل إلى موسكو, and بعد وصوله إلى موسكو, but no visit and no mere noun."""
    found = travel(scene.words[at])
    if found is None or not found.alone:
        return False
    before = {fold(word).removeprefix("و") for word in scene.words[max(0, at - 2) : at]}
    return found.tense != "noun" or bool(SINCE & before)


def day(scene: Scene, told: Movement) -> date | None:
    """Return the day told in the movement's own clause."""
    words = scene.words
    first = root(words, told.at)
    since = any(fold(word) in SINCE for word in words[max(0, first - 2) : first])
    opening = first if since else max(0, first - OPENING)  # أعلن السبت … بعد وصوله: Saturday is another day's
    while first > opening and not stops(words[first - 1]):
        first -= 1
    last, left = told.last, ADVERBIAL
    while left and last + 1 < len(words) and not ends_clause(words[last + 1]):
        last += 1
        left -= words[last].isalpha()  # figures and marks are no words: 8 / 12 / 2023
    names = {number for start, end, _ in scene.people for number in range(start, end + 1)}  # أحمد الخميس is no Thursday
    text = " ".join(word for number, word in enumerate(words[: last + 1]) if number >= first and number not in names)
    return told_day(text, scene.document.published)


def ends_clause(word: str) -> bool:
    """Whether a day behind this word is not the movement's: a clause, a purpose (لحضور), another journey."""
    folded = fold(word)
    return stops(word) or folded in CLAUSES or (folded.startswith("ل") and len(folded) > 3) or bool(travel(word))


def joined(told: list[Leg], new: Sequence[Leg]) -> list[Leg]:
    """Return the legs told, with new ones put on where they go on, or where they belong when told before."""
    for leg in new:
        last = told[-1] if told else None
        near = last is not None and leg.sentence - last.sentence <= JOINED
        if leg.onward and last and near and last.end not in (None, leg.end):
            told = placed(told, onward(last, leg))
        elif last and near and opened(last, leg):
            whole = replace(last, end=leg.end, date=last.date or leg.date, counts=last.counts or leg.counts)
            told = [*told[:-1], whole]
        else:
            told = placed(told, leg)
    return told


def opened(last: Leg, leg: Leg) -> bool:
    """Whether a leg without origin ends the one without destination: غادر دمشق … وصل إلى موسكو."""
    free = leg.start is None and last.end is None and not leg.back and last.start != leg.end
    return free and alike(last, leg, named=True) and not nested(last.start, leg.end)


def onward(last: Leg, leg: Leg) -> Leg:
    """Return the leg from where the last one ended."""
    return replace(leg, start=last.end, traveller=leg.traveller or last.traveller, counts=last.counts or leg.counts)


def placed(told: list[Leg], leg: Leg) -> list[Leg]:
    """Return the legs with this one, but once: the fuller telling stands, with the day that either has."""
    last = told[-1] if told else None
    if last and (last.sentence, last.end) == (leg.sentence, leg.start) and alike(last, leg):
        leg = replace(leg, date=leg.date or last.date)
    for number, old in enumerate(told):
        full, other = (old, leg) if covers(old, leg) and (old.counts or not leg.counts) else (leg, old)
        if covers(full, other):
            whole = replace(full, date=full.date or other.date, traveller=full.traveller or other.traveller)
            return [*told[:number], whole, *told[number + 1 :]]
    return [*told, leg]


def covers(full: Leg, other: Leg) -> bool:
    """Whether the one tells all that the other does: the same ends or more, the same traveller, no other day.

    One end of somebody (وصل الوزير إلى تركيا) is no part of the way of others (فر الآلاف من حلب إلى تركيا).
    """
    same = other.start in (None, full.start) and other.end in (None, full.end)
    if other.traveller and not full.traveller:
        same = (other.start, other.end) == (full.start, full.end)
    return same and alike(full, other) and (not full.date or not other.date or full.date == other.date)


def alike(one: Leg, other: Leg, named: bool = False) -> bool:
    """Whether two legs have one traveller; a leg that names none may be anybody's unless both have to be `named`."""
    if one.traveller and other.traveller:
        return identity(one.traveller) == identity(other.traveller)
    return not named
