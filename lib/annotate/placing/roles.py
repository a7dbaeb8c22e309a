"""What a place does in its sentence: where it happens, where one comes from or goes to, or whose government acts."""

from lib.annotate.document import Document, Mention, PlaceMention
from lib.annotate.placing.datelines import is_dateline
from lib.annotate.placing.gazetteer import cues, unclitic
from lib.annotate.placing.metonyms import is_metonym, openings
from lib.annotate.placing.stems import tells
from lib.annotate.placing.travel import THROUGH, travel
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

# Prepositions and the verbs that take a place as their object, folded; compounds end in the word before the place.
INTO = frozenset(
    {"الي", "نحو", "باتجاه", "صوب", "وصل", "وصلت", "وصول", "زار", "زارت", "دخل", "دخلت", "بلغ", "بلغت", "لزياره"}
)
OUT_OF = frozenset(
    {"من", "غادر", "غادرت", "يغادر", "مغادره", "بمغادره", "لمغادره", "مغادرا", "مغادرته", "ترك", "غادروا"}
)
AT = frozenset(
    {"في", "داخل", "قباله", "قرب", "بالقرب", "حول", "وسط", "شمال", "جنوب", "شرق", "غرب"}
    | {"شمالي", "جنوبي", "شرقي", "غربي"}
)
# Parts of a place that stand for it: قبالة سواحل تونس, على أحياء من مدينة درعا.
EDGES = frozenset(
    {"سواحل", "ساحل", "شاطي", "شواطي", "مشارف", "مدخل", "كامل", "انحاء", "احياء", "بلدات", "مناطق", "قري", "مدن"}
)
# Verbs whose object is the place, their subject between: غادر الوزير بيروت, زار الرئيس دمشق.
LEAVING = frozenset({"غادر", "غادرت", "غادروا", "يغادر", "تغادر", "مغادره"})
REACHING = frozenset({"زار", "زارت", "يزور", "تزور", "دخل", "دخلت", "بلغ", "بلغت", "زياره"})
SUBJECT = 3  # words of a subject between verb and place: غادر الرئيس بشار الأسد دمشق
AGAINST = frozenset({"علي"})  # a raid or an attack on a place happens there
CLAUSE = frozenset({"ان", "مع", "عن", "بين", "بعد", "قبل", "الذي", "التي", "حيث", "ثم"})
BEFORE, AFTER = 12, 8  # words before and after the name in which the event is told
MOVED = 16  # words before the name in which a movement is told
QUOTES = (["«"], ['"'], ["“"])
LANDING = 4  # words before في in which one lands: حطت طائرة الرئيس في مطار بغداد
TOWARDS = 2  # words before a name with ل in which the movement stands: زيارة رسمية للكويت
BACK = 3  # words looked back over heads and adjectives to the preposition: من مدينة حلب, في العاصمة القطرية الدوحة


def role(document: Document, mention: Mention, feature: str, clitic: bool, last: PlaceMention | None) -> str:
    """Return the role: dateline, transit, metonym, origin, destination, event, or else mention.

    A place joined by و to the one before it shares its role. `feature` is the resolved place's, "" when unresolved;
    `clitic` says that the name begins with one.
    """
    if is_dateline(document, mention):
        return "dateline"
    before, after = beside(document, mention)
    if is_metonym(mention.text, feature, before, after):
        return "metonym"
    if last and last.role != "mention" and joined(document, last.mention, mention):
        return last.role
    way = link(mention, before, clitic)
    if not way and feature != "country" and fold(mention.text.split()[0]) in AT:
        way = "event"  # استهداف حافلة [شمال سيناء]
    if way == "transit" or (way in ("origin", "destination") and any(map(moves, before[-MOVED:]))):
        return way
    return "event" if happens(document, mention, before, way) else "mention"


def happens(document: Document, mention: Mention, before: list[str], way: str) -> bool:
    """Whether something happens at the place: an event's name before it (قصف حلب), or the sentence tells of one there.

    In sport what one wins against (الفوز على الأرجنتين, مباراة السعودية) is a team, but for a stadium (على ملعب).
    """
    if before and tells(before[-1], "event"):
        return not tells(before[-1], "sport")
    if way == "against" and sentence_tells(document, mention, "sport") and not passes(mention.text.split()[0]):
        return False
    return way in ("event", "against") and sentence_tells(document, mention, "event")


def sentence_tells(document: Document, mention: Mention, table: str) -> bool:
    """Whether a word near the mention in its sentence has a stem of this table."""
    words = document.sentences[mention.sentence].tokens
    at = sum(word.start < mention.start for word in words)
    near = words[max(0, at - BEFORE) : at + AFTER]
    return any(tells(word.text, table) for word in near if not mention.start <= word.start < mention.end)


def beside(document: Document, mention: Mention) -> tuple[list[str], list[str]]:
    """Return the words and marks of the sentence before and after the mention, but for the # of hashtags."""
    words = [word for word in document.sentences[mention.sentence].tokens if word.text != "#"]
    before = [word.text for word in words if word.end <= mention.start]
    return before, [word.text for word in words if word.start >= mention.end]


def joined(document: Document, last: Mention, mention: Mention) -> bool:
    """Whether the mention continues a list: A وB, A، وB, A و B, A، B."""
    if (last.sentence, last.part) != (mention.sentence, mention.part):
        return False
    between = document.text(mention.part)[last.end : mention.start].strip()
    return between == "و" or (between in ("", "،", ",") and (bool(between) or mention.text.startswith("و")))


def moves(word: str) -> bool:
    """Whether the word tells of a movement, of people or of goods."""
    return travel(word) is not None or tells(word, "movement")


def link(mention: Mention, before: list[str], clitic: bool) -> str:
    """Return how the sentence leads to the place: origin, destination, transit, event, against, or "".

    Looks back over head words and adjectives; a ل or ب written in the name counts as إلى or في.
    """
    way, head = clitic_way(mention.text) if clitic else "", ""
    last = len(before) - (before[-1:] in QUOTES)
    if len(before) > 1 and before[-1] == "،" and passes(before[-2]):
        last -= 1  # في العاصمة الأثيوبية، أديس أبابا
    lowest = last - BACK
    while not way and last > max(0, lowest):
        word = before[last - 1]
        way = led_by(word, before[: last - 1])
        if way:
            return way
        if not passes(word):
            break
        last, head = last - 1, word
    way = way or clitic_way(head)
    if not way and not head:
        return object_of(before)
    near = before[max(0, last - TOWARDS) : last]
    going = any(map(moves, near)) or (near and fold(near[0]) == "من")  # من سرت لمصراتة
    return "" if way == "destination" and not going else way


def object_of(before: list[str]) -> str:
    """Return the way of a place that is the object of a verb before it, with nothing but a subject between."""
    if before and owns(before[-1]):
        return ""
    for word in reversed(before[-1 - SUBJECT :]):
        forms = set(openings(word))
        if forms & LEAVING:
            return "origin"
        if forms & REACHING:
            return "destination"
        if not word.isalpha() or led_by(word, []) or fold(word) in CLAUSE:
            return ""
    return ""


def owns(word: str) -> bool:
    """Whether the word is a noun that the place after it belongs to: ولي عهد السعودية, معسكر إسبانيا."""
    bare = not fold(word).startswith("ال")
    return bare and any(tells(word, table) for table in ("sport", "traveller", "group"))


def led_by(word: str, earlier: list[str]) -> str:
    """Return the way a preposition or verb leads, given the words before it; "" when it is none."""
    folded = fold(word)
    forms = {folded, folded[1:]} if folded[:1] in ("و", "ف") and len(folded) > 2 else {folded}
    previous = set(openings(earlier[-1])) if earlier else set()
    if forms & INTO:
        reach = 2 if "الي" in forms else 1  # المبعوث الدولي إلى اليمن
        told = {form for one in earlier[-reach:] for form in openings(one)}
        return "" if told & cues("not_destination").keys() else "destination"
    if forms & OUT_OF:
        return "" if previous & cues("not_origin").keys() else "origin"
    ways = ((THROUGH, "transit"), (AT, "event"), (AGAINST, "against"))
    way = next((way for words, way in ways if forms & words), "")
    landed = way == "event" and any(tells(word, "landing") for word in earlier[-LANDING:])
    return "destination" if landed else way


def passes(word: str) -> bool:
    """Whether a word may stand between preposition and name: a head word (مدينة), an edge, a relative adjective."""
    heads = cues("head")
    folded = fold(word)
    return any(fold(form) in heads or fold(form) in EDGES for form in (word, *unclitic(word))) or (
        folded.startswith("ال") and folded.endswith(("ي", "يه"))
    )


def clitic_way(word: str) -> str:
    """Return the way of a preposition written in the word: بدمشق event, لدمشق destination."""
    forms = list(tokens(word))
    first = fold(forms[0].text) if forms else ""
    first = first[1:] if first[:1] in ("و", "ف") and len(first) > 4 else first
    return {"ب": "event", "ل": "destination"}.get(first[:1], "") if len(first) > 3 else ""
