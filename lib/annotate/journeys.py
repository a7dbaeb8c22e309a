"""Journeys told in the text: من دمشق إلى حميميم ومن هناك إلى موسكو, leg by leg."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from lib.annotate.document import Document, Journey, Mention, PlaceMention, Sentence
from lib.annotate.place_roles import tells
from lib.arabic.normalize import fold

# Words between the ends of one leg: the longest we saw in our own reading of such sentences, with a margin.
GAP = 12
# What stands right before the next place when the journey goes on: ثم إلى, ومن هناك إلى, ومنها توجه إلى.
ONWARD = re.compile(r"(?:ثم|منها|بعدها|من هناك)\W+(?:\w+\W+)?(?:إلى|الى|نحو|باتجاه)\W+(?:\w+\W+)?$")
COMING = re.compile(r"(?:قادم|قدوم|عائد|آت|منطلق)[\w\u064b-\u0652]*\s+من\s*$")
# A person is the article's traveller when the text tells of them this often, and twice as often as of anyone else.
DOMINANT, CLEARLY = 3, 2
MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            *("يناير كانون|الثاني", "فبراير شباط", "مارس آذار", "أبريل إبريل نيسان", "مايو أيار ماي", "يونيو حزيران"),
            *("يوليو تموز", "أغسطس آب غشت", "سبتمبر أيلول شتنبر", "أكتوبر تشرين|الأول", "نوفمبر تشرين|الثاني"),
            "ديسمبر كانون|الأول دجنبر",
        ),
        start=1,
    )
    for name in (part.replace("|", " ") for part in names.split())
}
DAY_AND_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?(?:شهر\s+)?({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?!\w)"
    rf"(?:\s*/\s*(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))}))?(?:\s*[،,]?\s*(?:من\s+)?(?:عام\s+)?(\d{{4}}))?"
)
LATEST_AHEAD = 31  # days: a date further ahead of publication than this was last year's


def journeys(document: Document, mentions: Sequence[Mention], places: Sequence[PlaceMention]) -> list[Journey]:
    """Return the legs in the order told; both ends are resolved places and a word of movement leads to them.

    Precise rather than complete. `date` needs a day and month in the sentence or the one before, and a published year.
    """
    found: list[Journey] = []
    for sentence in document.sentences:
        here = [place for place in places if place.mention.sentence == sentence.sentence and place.place_id]
        for start, end in legs(document, sentence, here):
            traveller = who(document, sentence, start.mention, mentions)
            when = told_date(document, sentence)
            found.append(Journey(sentence.sentence, len(found), start.place_id, end.place_id, traveller, when))
    return found


def legs(
    document: Document, sentence: Sentence, places: Sequence[PlaceMention]
) -> list[tuple[PlaceMention, PlaceMention]]:
    """Return the legs of one sentence as pairs of places."""
    text = document.text(sentence.part)
    found: list[tuple[PlaceMention, PlaceMention]] = []
    at: PlaceMention | None = None
    reached: PlaceMention | None = None
    for place in places:
        if place.role == "origin":
            if reached and COMING.search(text[reached.mention.end : place.mention.start]):
                found.append((place, reached))
            at, reached = place, None
        elif place.role in ("destination", "transit"):
            onward = reached and ONWARD.search(text[reached.mention.end : place.mention.start])
            start = at or (reached if onward else None)
            if start and start.place_id != place.place_id and moved(sentence, start, place):
                found.append((start, place))
                at = place
            reached = place
    return found


def moved(sentence: Sentence, start: PlaceMention, end: PlaceMention) -> bool:
    """Whether the two ends stand near each other, with a word of movement near them and none of goods (gas, arms)."""
    words = sentence.tokens
    first = sum(word.start < start.mention.start for word in words)
    last = sum(word.start < end.mention.start for word in words)
    around = words[max(0, first - GAP) : last + 1]
    if last - first > GAP or any(tells(word.text, "goods") for word in around):
        return False
    return any(tells(word.text, "movement") for word in around)


def who(document: Document, sentence: Sentence, place: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Return the person named last before the place in its sentence, else the article's dominant person."""
    people = [mention for mention in mentions if mention.kind == "PERS"]
    before = [person for person in people if person.sentence == sentence.sentence and person.end <= place.start]
    if before:
        return max(before, key=lambda person: person.start)
    counts = Counter(identity(person) for person in people if person.part == "body").most_common(2)
    if not counts or counts[0][1] < DOMINANT or (len(counts) > 1 and counts[0][1] < CLEARLY * counts[1][1]):
        return None
    same = [person for person in people if identity(person) == counts[0][0] and person.sentence <= sentence.sentence]
    return same[-1] if same else None


def identity(person: Mention) -> str:
    """Return the linked entity, or the folded last name where nothing is linked yet."""
    return person.entity_id or fold(person.text.split()[-1]).removeprefix("ال")


def told_date(document: Document, sentence: Sentence) -> date | None:
    """Return the day and month told in the sentence, else in the one before it; None without a year."""
    for told in (sentence, document.sentences[sentence.sentence - 1] if sentence.sentence else None):
        if told is None or told.part != sentence.part:
            continue
        found = DAY_AND_MONTH.search(fold(document.text(told.part)[told.start : told.end]))
        if found:
            return dated(int(found[1]), MONTHS[found[2]], found[3], document.published)
    return None


def dated(day: int, month: int, year: str | None, published: datetime | None) -> date | None:
    """Return the date; without a stated year it is the last such day up to shortly after publication."""
    if not year and published is None:
        return None
    try:
        if year or published is None:
            return date(int(year or 0), month, day)
        told = date(published.year, month, day)
        late = (told - published.date()).days > LATEST_AHEAD
        return told.replace(year=told.year - 1) if late else told
    except ValueError:
        return None
