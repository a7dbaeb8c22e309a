"""Movements of one sentence: each word of travel that tells of something past, with the places it leads to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.annotate.document import Document, PlaceMention, Sentence
from lib.annotate.placing.stems import tells
from lib.annotate.placing.travel import happened, stops, travel
from lib.arabic.normalize import fold

GAP = 18  # words from a word of travel to its place, and from place to place: the longest we saw, with a margin
FAR = 24  # words from a participle back to its verb, over a visit's purpose and length
AHEAD = 3  # words before the word of travel in which goods are named: شحنة نفط وصلت
CLOSE = 1  # words between a destination and من before its origin: وصل إلى بيروت جوا من باريس
ONWARD_REACH = 60  # characters before a place in which "ومن هناك" stands
WAYS = frozenset({"origin", "transit", "destination"})
# What stands right before the next place when the journey goes on: ثم إلى, ومن هناك إلى, ومنها توجه إلى.
ONWARD = re.compile(r"(?:ثم|منها|بعدها|بعد ذلك|من هناك)\W+(?:\w+\W+){0,2}(?:(?:إلى|الى|نحو|باتجاه)\W+)?(?:\w+\W+)?$")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way and the number of its first and last word in the sentence."""

    place: PlaceMention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Movement:
    """A word of travel (its number in the sentence) and the places it leads to, in the order of the text."""

    at: int
    stops: tuple[Stop, ...]

    @property
    def first(self) -> int:
        """Number of the first word of its first place."""
        return self.stops[0].first

    @property
    def last(self) -> int:
        """Number of the last word of its last place."""
        return self.stops[-1].last


def movements(sentence: Sentence, places: Sequence[PlaceMention]) -> list[Movement]:
    """Return the sentence's movements that have happened; `places` are its own, in order."""
    words = tuple(word.text for word in sentence.tokens)
    told: list[Movement] = []
    for stop in located(sentence, places):
        at = leader(words, stop.first, told[-1] if told else None)
        going = next((number for number, one in enumerate(told) if at is not None and same(words, one, at)), None)
        if at is not None and going is not None:
            told[going] = Movement(told[going].at, (*told[going].stops, stop))
        elif at is not None:
            told.append(Movement(at, (stop,)))
    real = (one for one in told if happened(words, root(words, one.at), sentence.part == "title"))
    return [one for one in real if not carries_goods(words, one) and not is_contract(words, one)]


def located(sentence: Sentence, places: Sequence[PlaceMention]) -> Iterator[Stop]:
    """Yield the places on a way, with the numbers of their words."""
    for place in places:
        if place.role in WAYS and place.place_id:
            mention = place.mention
            words = enumerate(sentence.tokens)
            inside = [number for number, word in words if mention.start < word.end and word.start < mention.end]
            if inside:
                yield Stop(place, inside[0], inside[-1])


def leader(words: Sequence[str], place: int, last: Movement | None) -> int | None:
    """Return the number of the word of travel that leads to a place, None when none reaches it.

    A place told before on the same way hands its own on: من دمشق إلى حميميم ومن هناك إلى موسكو.
    """
    for number in range(place - 1, max(-1, place - 1 - GAP), -1):
        if last and number == last.last:
            return last.at
        if travel(words[number]):
            return number
        if stops(words[number]):
            return None
    return None


def same(words: Sequence[str], told: Movement, at: int) -> bool:
    """Whether a word of travel goes on with a movement: its own, or a participle after it (متوجها إلى)."""
    return at == told.at or (at > told.last and root(words, at) == root(words, told.at))


def root(words: Sequence[str], at: int) -> int:
    """Return the verb that a participle belongs to, or else the noun; the word itself when there is none.

    غادر بيروت … متوجها, and past a visit: وصل إلى مدريد في زيارة لإسبانيا … قادما من باريس.
    """
    adverbial = fold(words[at]).endswith("ا")  # غادر مع والده هاربا
    if not is_participle(words[at]) or (at and not adverbial and describes(words[at - 1])):
        return at
    near = range(at - 1, max(-1, at - 1 - GAP), -1)
    verb = next((number for number in range(at - 1, max(-1, at - 1 - FAR), -1) if is_verb(words[number])), None)
    stop = next((number for number in near if stops(words[number])), -1)
    if verb is not None and verb > stop:
        return verb
    noun = next((number for number in near if number > stop and travel(words[number])), None)
    return at if noun is None else root(words, noun)


def describes(word: str) -> bool:
    """Whether a participle after this word describes it and no traveller: ميليشيات قادمة من, طائرة متجهة إلى."""
    return any(tells(word, table) for table in ("group", "traveller", "goods"))


def is_participle(word: str) -> bool:
    """Whether it is a participle of travel: متوجها."""
    found = travel(word)
    return found is not None and found.tense == "participle"


def is_verb(word: str) -> bool:
    """Whether it is a verb of travel."""
    found = travel(word)
    return found is not None and found.tense in ("past", "present", "future")


def carries_goods(words: Sequence[str], told: Movement) -> bool:
    """Whether goods or something else that is nobody moves: gas, arms, letters, an embassy."""
    return any(tells(word, "goods") for word in words[max(0, told.at - AHEAD) : told.first]) or any(
        tells(word, "goods")
        for one, other in zip(told.stops, told.stops[1:], strict=False)
        for word in words[one.last + 1 : other.first]
    )


def is_contract(words: Sequence[str], told: Movement) -> bool:
    """Whether a player goes to another club, which bears a city's name: انتقل إلى روما."""
    found = travel(words[told.at])
    return found is not None and found.moves == "contract" and any(tells(word, "sport") for word in words)


def route(document: Document, sentence: Sentence, told: Movement) -> list[PlaceMention | None]:
    """Return the places in the order travelled, origin first, None in its place when it is not told.

    A second destination counts only when the text goes on to it (ثم إلى, ومن هناك إلى); where two stand side by side
    (العاصمة السعودية الرياض), the nearer says where.
    """
    origin: PlaceMention | None = None
    through: list[PlaceMention] = []
    ends: list[PlaceMention] = []
    for before, stop in zip((None, *told.stops), told.stops, strict=False):
        place, between = stop.place, gap(document, sentence, before, stop)
        if place.role == "origin":
            origin = origin or (place if not ends or comes(between) else None)
        elif place.role == "transit":
            through.append(place)
        elif ends and not between.strip() and not place.mention.text.startswith("و"):
            ends[-1] = place
        elif not ends or ONWARD.search(between):
            ends.append(place)
    return [origin, *through, *ends] if origin or ends else []


def gap(document: Document, sentence: Sentence, before: Stop | None, stop: Stop) -> str:
    """Return the text between two places, "" before the first."""
    text = document.text(sentence.part)
    return text[before.place.mention.end : stop.place.mention.start] if before else ""


def comes(between: str) -> bool:
    """Whether an origin after its destination belongs to it: قادما من, or من but a word away."""
    words = between.split()
    return any(travel(word) for word in words) or (len(words) <= CLOSE + 1 and "،" not in between)


def goes_on(document: Document, sentence: Sentence, told: Movement) -> bool:
    """Whether the words before its first place say that it starts where the one before ended: ومن هناك توجه إلى."""
    text = document.text(sentence.part)[sentence.start : told.stops[0].place.mention.start]
    return bool(ONWARD.search(text[-ONWARD_REACH:]))
