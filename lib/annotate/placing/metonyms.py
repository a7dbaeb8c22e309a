"""Whether a place stands for its government: قالت موسكو, موقف أنقرة, خلافات مع واشنطن."""

import re
from collections.abc import Sequence

from lib.annotate.placing.gazetteer import cues, unclitic
from lib.annotate.placing.stems import tells
from lib.arabic.normalize import fold

# A government stands before its verb (روسيا أقنعت, طهران لم تعلن) when it opens its clause, perhaps behind these.
NEGATIONS = frozenset({"لا", "لم", "لن", "قد", "كانت", "ما", "سوف", "ليست"})
ACTORS = frozenset({"country", "capital"})
# Cities that the news lets speak for a government without being the gazetteer's capital of it.
SEATS = frozenset({"تل ابيب", "رام الله", "لاهاي", "الغرب", "القدس"})
STATES = frozenset({"دوله", "جمهوريه", "مملكه", "سلطنه"})
ATTITUDES = frozenset({"حيال", "ازاء", "تجاه"})
RELATION_REACH = 6  # words before the name in which the relation is named
OPENERS = frozenset(
    {"ان", "بان", "وان", "فان", "لان", "لكن", "ولكن", "حيث", "كما", "فيما", "بينما", "اذ", "اذا", "انه", "هي"}
    | {"كان", "تكون", "وتكون", "كانت", "وكانت", "تكن", "تزال", "زالت", "باتت", "اصبحت"}
)
FEMININE_PAST = re.compile(r"(?!.*ات$)(?!و?[بفكل]?ال)\w{3,}ت")  # طهران زادت, but no والكويت
DONE = re.compile(r"(?P<verb>ت\w{2,}|\w{2,}ت)ه[ام]?")  # ترتكبه, شنتها
RELATIVES = frozenset({"التي", "الذي", "ما", "مما", "الذين", "ان", "قد", "كانت"})
FEMININE_PRESENT = re.compile(r"س?ت\w{3,}")  # روسيا تتجه, روسيا ستظل
MASCULINE_PRESENT = re.compile(r"س?ي\w{3,}")  # العراق يرفض


def is_metonym(name: str, feature: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the name, of a place with this feature, means its government, by the sentence's words around it."""
    seat = any(fold(form) in SEATS for form in (name, *unclitic(name)))
    return (seat or feature in ACTORS) and acts(fold(name), before, after)


def acts(name: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb of acting stands next to the folded name, or a noun such as موقف before it."""
    masculine = name in cues("masculine")
    behind = reduced(before)
    last = behind[-1] if behind else ""
    if verb(last, masculine) or listed(last) or related(behind) or relative_verb(behind):
        return True
    if subject_of(masculine, behind, after):
        return True
    team = any(tells(word, "sport") for word in (*before, *after))
    return not team and (opening_verb(behind) or subject_of(masculine, behind, after, shaped=True))


def listed(word: str) -> bool:
    """Whether the word before the name is a noun of acting (موقف [أنقرة]) or a verb that addresses it (يحذر [دمشق])."""
    return any(form in cues("actor_noun") or form in cues("address") for form in openings(word))


def relative_verb(before: Sequence[str]) -> bool:
    """Whether a relative clause leaves its verb to the name: الضربات التي وجهتها [واشنطن]."""
    if len(before) < 2 or fold(before[-2]) not in RELATIVES:
        return False
    done = DONE.fullmatch(fold(before[-1]))
    return done is not None and not idle(done["verb"])


def reduced(before: Sequence[str]) -> list[str]:
    """Return the words before the name without what only heads it: كل من, دولة, جمهورية."""
    words = list(before)
    if words and fold(words[-1]) in STATES:
        words.pop()
    return words[:-2] if [fold(word) for word in words[-2:]] == ["كل", "من"] else words


def related(before: Sequence[str]) -> bool:
    """Whether a preposition before the name sets a relation or an attitude to it: خلافات مع, ضغوط على, المدعوم من."""
    last = fold(before[-1]) if before else ""
    reach = before[-RELATION_REACH:-1]
    tables = {"مع": "relation", "بين": "relation", "علي": "pressure", "من": "backed"}
    near = reach[-1:] if last == "من" else reach
    return last in ATTITUDES or (last in tables and any(tells(word, tables[last]) for word in near))


def opening_verb(before: Sequence[str]) -> bool:
    """Whether the word before the name is a feminine past verb that opens its clause: شرعت [تركيا] في البحث."""
    if not before or not FEMININE_PAST.fullmatch(fold(before[-1])) or idle(before[-1]):
        return False
    return fold(before[-1])[:1] in ("و", "ف") or opens(before[:-1])


def opens(before: Sequence[str]) -> bool:
    """Whether what follows these words opens a clause."""
    return not before or fold(before[-1]) in OPENERS or not before[-1][-1:].isalpha()


def subject_of(masculine: bool, before: Sequence[str], after: Sequence[str], shaped: bool = False) -> bool:
    """Whether the name opens its clause as the subject of the verb after it: أن [روسيا] أقنعت.

    The verb is one of acting, or, when `shaped`, whatever looks like a verb with such a subject.
    """
    if not after or not opens(before):
        return False
    first, second = fold(after[0]), fold(after[1]) if len(after) > 1 else ""
    if first in NEGATIONS:
        return verb(second, False) or (shaped and bool(FEMININE_PAST.fullmatch(second) or second.startswith("ت")))
    present = MASCULINE_PRESENT if masculine else FEMININE_PRESENT
    looks = any(shape.fullmatch(first) for shape in (FEMININE_PAST, present))
    return verb(first, False) or (shaped and looks and not idle(after[0]))


def idle(word: str) -> bool:
    """Whether a verb says nothing of what a government does: شهدت, تقع, فازت."""
    return any(form in cues("idle") for form in openings(word))


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
