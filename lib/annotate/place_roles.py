"""What a place does in its sentence: where it happens, where one comes from or goes to, or whose government acts."""

import re
from collections.abc import Container
from functools import lru_cache

from lib.annotate.document import Document, Mention, PlaceMention
from lib.annotate.gazetteer import cues, unclitic
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

# Prepositions and the verbs that take a place as their object, folded; compounds end in the word before the place.
INTO = frozenset(
    {"الي", "نحو", "باتجاه", "صوب", "وصل", "وصلت", "وصول", "زار", "زارت", "دخل", "دخلت", "بلغ", "بلغت", "لزياره"}
)
OUT_OF = frozenset(
    {"من", "غادر", "غادرت", "يغادر", "مغادره", "بمغادره", "لمغادره", "مغادرا", "مغادرته", "ترك", "غادروا"}
)
THROUGH = frozenset({"عبر", "مرورا", "بالمرور", "مرور", "ترانزيت"})
AT = frozenset(
    {"في", "داخل", "قرب", "بالقرب", "حول", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط"}
)
# Verbs whose object is the place, their subject between: غادر الوزير بيروت, زار الرئيس دمشق.
LEAVING = frozenset({"غادر", "غادرت", "غادروا", "يغادر", "تغادر", "مغادره"})
REACHING = frozenset({"زار", "زارت", "يزور", "تزور", "دخل", "دخلت", "بلغ", "بلغت", "زياره"})
SUBJECT = 3  # words of a subject between verb and place: غادر الرئيس بشار الأسد دمشق
AGAINST = frozenset({"علي", "ضد"})  # a raid or an attack on a place happens there
# Verb phrases in which a government stands before its verb (روسيا أقنعت, طهران لم تعلن); "أن" and "إن" may come first.
NEGATIONS = frozenset({"لا", "لم", "لن", "قد", "كانت", "ما", "سوف", "ليست"})
ACTORS = frozenset({"country", "capital"})
# Cities that the news lets speak for a government without being the gazetteer's capital of it.
SEATS = frozenset({"تل ابيب", "رام الله", "لاهاي", "الغرب", "القدس"})
# DATELINE: at the head of the body, before a dash, slash or colon, an agency in brackets between: دمشق (رويترز) –
AFTER_DATELINE = re.compile(
    r"\s*[،,]?\s*(?:\d{1,2}\s*\S+\s*)?(?:\([^)\n]{1,40}\)|[«\"“][^\n»\"”]{1,40}[»\"”])?\s*[-–—ـ:/|]"
)
BEFORE_DATELINE = re.compile(r"\W*(?:[^\n.:؛]{1,30}[-–—/،,|(]\s*)?\W*")
DATELINE_REACH = 60  # characters: a dateline of two towns and an agency still starts within them
SHORT_STEM = 3  # a stem this short must be the whole word but for an ending: فر is no part of فرنسا
ENDINGS = frozenset({"", "ت", "وا", "ا", "ه", "ها", "هم", "وه", "ته", "ون", "ين", "ات"})
BETWEEN = frozenset({"مع", "بين"})  # a relation with a state: خلافات مع واشنطن, اتفاق بين موسكو وأنقرة
RELATION_REACH = 6  # words before the name in which the relation is named
OPENERS = frozenset({"ان", "بان", "وان", "فان", "لكن", "ولكن", "حيث", "كما", "فيما", "بينما", "اذ", "كانت", "وكانت"})
FEMININE_PAST = re.compile(r"(?!.*ات$)\w{3,}ت")  # طهران زادت
CLAUSE = frozenset({"ان", "مع", "عن", "بين", "بعد", "قبل", "الذي", "التي", "حيث", "ثم"})
MOVED = 16  # words before the name in which a movement is told
BACK = 3  # words looked back over heads and adjectives to the preposition: من مدينة حلب, في العاصمة القطرية الدوحة


@lru_cache(maxsize=1 << 16)
def tells(word: str, table: str) -> bool:
    """Whether the word, with or without clitics and article, has a stem of this table (event, movement)."""
    forms = {fold(form).removeprefix("ال") for form in (word, *unclitic(word))}
    forms |= {form[1:] for form in forms if form[0:1] in ("ي", "ت", "س") and len(form) > SHORT_STEM}
    stems = cues(table)
    return any(begins(form, stems) for form in forms)


def begins(form: str, stems: Container[str]) -> bool:
    """Whether the form begins with a stem; a short stem leaves nothing but an ending."""
    if any(form[:length] in stems for length in range(SHORT_STEM + 1, len(form) + 1)):
        return True
    return any(form[:length] in stems and form[length:] in ENDINGS for length in range(2, SHORT_STEM + 1))


def sentence_tells(document: Document, mention: Mention, table: str) -> bool:
    """Whether a word of the mention's sentence, outside the mention, has a stem of this table."""
    words = document.sentences[mention.sentence].tokens
    return any(tells(word.text, table) for word in words if not mention.start <= word.start < mention.end)


def role(document: Document, mention: Mention, feature: str, clitic: bool, last: PlaceMention | None) -> str:
    """Return the role: dateline, transit, metonym, origin, destination, event, or else mention.

    A place joined by و to the one before it shares its role. `feature` is the resolved place's, "" when unresolved;
    `clitic` says that the name begins with one.
    """
    if is_dateline(document, mention):
        return "dateline"
    seat = any(fold(form) in SEATS for form in (mention.text, *unclitic(mention.text)))
    if (seat or feature in ACTORS) and acts(document, mention):
        return "metonym"
    if last and last.role != "mention" and joined(document, last.mention, mention):
        return last.role
    way = link(document, mention, clitic)
    before, _ = beside(document, mention)
    moving = way in ("origin", "destination") and any(tells(word, "movement") for word in before[-MOVED:])
    if moving or way == "transit":
        return way
    if before and tells(before[-1], "event"):
        return "event"
    return "event" if way in ("event", "against") and sentence_tells(document, mention, "event") else "mention"


def is_dateline(document: Document, mention: Mention) -> bool:
    """Whether the mention opens the body as its dateline."""
    if mention.part != "body" or mention.start > DATELINE_REACH:
        return False
    before, after = document.body[: mention.start], document.body[mention.end : mention.end + DATELINE_REACH]
    return bool(BEFORE_DATELINE.fullmatch(before) and AFTER_DATELINE.match(after))


def acts(document: Document, mention: Mention) -> bool:
    """Whether a verb of saying or deciding stands next to the mention, or a noun such as موقف before it."""
    before, after = beside(document, mention)
    last = before[-1] if before else ""
    name = fold(mention.text)
    if verb(last, name in cues("masculine")) or any(form in cues("actor_noun") for form in openings(last)):
        return True
    if fold(last) in BETWEEN and any(fold(word) in cues("relation") for word in before[-RELATION_REACH:-1]):
        return True
    opens = not before or fold(last) in OPENERS or not last[-1:].isalpha()
    following = [fold(word) for word in after[:2]]
    if not opens or not following:
        return False
    if following[0] in NEGATIONS:
        return verb(following[-1], False) or following[-1].startswith("ت")
    return verb(following[0], False) or bool(FEMININE_PAST.fullmatch(following[0]))


def openings(word: str) -> tuple[str, ...]:
    """Return the folded word, and without a leading conjunction or future س."""
    folded = fold(word)
    return (folded, folded[1:]) if folded[:1] in ("و", "ف", "س") else (folded,)


def verb(word: str, masculine: bool) -> bool:
    """Whether the word is a verb of saying or deciding, perhaps with an object (تقوده); states are feminine, most."""
    forms = set(openings(word))
    forms |= {form.removesuffix(suffix) for form in forms for suffix in ("ها", "ه")}
    if masculine:
        forms |= {f"{form}ت" for form in forms} | {f"ت{form[1:]}" for form in forms if form.startswith("ي")}
    return any(form in cues("actor_verb") for form in forms)


def beside(document: Document, mention: Mention) -> tuple[list[str], list[str]]:
    """Return the words and marks of the sentence before and after the mention."""
    sentence = document.sentences[mention.sentence]
    before = [word.text for word in sentence.tokens if word.end <= mention.start]
    return before, [word.text for word in sentence.tokens if word.start >= mention.end]


def joined(document: Document, last: Mention, mention: Mention) -> bool:
    """Whether the mention continues a list: A وB, A، وB, A و B, A، B."""
    if (last.sentence, last.part) != (mention.sentence, mention.part):
        return False
    between = document.text(mention.part)[last.end : mention.start].strip()
    return between == "و" or (between in ("", "،", ",") and (bool(between) or mention.text.startswith("و")))


def link(document: Document, mention: Mention, clitic: bool) -> str:
    """Return how the sentence leads to the place: origin, destination, transit, event, against, or "".

    Looks back over head words and adjectives; a ل or ب written in the name counts as إلى or في.
    """
    before, _ = beside(document, mention)
    place = before[len(before) :]
    for back in range(min(BACK, len(before))):
        word = before[-1 - back]
        way = led_by(word, before[: len(before) - 1 - back])
        if way:
            return way
        if not passes(word):
            break
        place = [word]
    way = clitic_way(place[0]) if place else clitic_way(mention.text) if clitic else ""
    if not way and not place:
        return object_of(before)
    towards = way == "destination"
    earlier = before[: len(before) - len(place)] if place else before
    return "" if towards and not (earlier and tells(earlier[-1], "movement")) else way


def object_of(before: list[str]) -> str:
    """Return the way of a place that is the object of a verb before it, with nothing but a subject between."""
    for word in reversed(before[-1 - SUBJECT :]):
        forms = set(openings(word))
        if forms & LEAVING:
            return "origin"
        if forms & REACHING:
            return "destination"
        if not word.isalpha() or led_by(word, []) or fold(word) in CLAUSE:
            return ""
    return ""


def led_by(word: str, earlier: list[str]) -> str:
    """Return the way a preposition or verb leads, given the words before it; "" when it is none."""
    folded = fold(word)
    forms = {folded, folded[1:]} if folded[:1] in ("و", "ف") and len(folded) > 2 else {folded}
    previous = set(openings(earlier[-1])) if earlier else set()
    if forms & INTO:
        return "" if previous & cues("not_destination").keys() else "destination"
    if forms & OUT_OF:
        return "" if previous & cues("not_origin").keys() else "origin"
    ways = ((THROUGH, "transit"), (AT, "event"), (AGAINST, "against"))
    return next((way for words, way in ways if forms & words), "")


def passes(word: str) -> bool:
    """Whether a word may stand between preposition and name: a head word (مدينة) or a relative adjective."""
    heads = cues("head")
    folded = fold(word)
    return any(fold(form) in heads for form in (word, *unclitic(word))) or (
        folded.startswith("ال") and folded.endswith(("ي", "يه"))
    )


def clitic_way(word: str) -> str:
    """Return the way of a preposition written in the word: بدمشق event, لدمشق destination."""
    forms = list(tokens(word))
    first = fold(forms[0].text) if forms else ""
    first = first[1:] if first[:1] in ("و", "ف") and len(first) > 4 else first
    return {"ب": "event", "ل": "destination"}.get(first[:1], "") if len(first) > 3 else ""
