"""Whether two spellings are one name: the question that linking answers for every mention, asked of any two."""

from collections.abc import Iterable, Sequence
from typing import Literal

from lib.annotate.naming.actors import edge_words, given_names, head_words
from lib.annotate.naming.bodies import national
from lib.annotate.naming.curated import index, is_foreign
from lib.annotate.naming.rules import Rule
from lib.annotate.naming.wording import loose, sound_alike, without_head, without_tail, without_titles
from lib.arabic.names import candidates, fathers_apart, key, marks_in_common, parts, spelled


def same_name(one: str, other: str) -> bool:
    """Say whether two spellings are one name by all that is known of names, with no text around them.

    للأسد is الأسد, بلومبرج is بلومبرغ, الرئيس بوتين is بوتين, أميركا is الولايات المتحدة; حسن is not حسين, and
    حافظ الأسد not الأسد, which by itself means بشار الأسد.
    """
    return bool(why_same(one, other))


def why_same(one: str, other: str) -> Rule | Literal[""]:
    """Return the rule by which two spellings are one name, "" when they are two.

    Names that the table of actors holds are told apart by it; a name that it lacks is compared with the other's
    spellings, and a clitic goes only where the other, or a word of names, attests the rest.
    """
    if key(one) == key(other) and marks_in_common(one, other) < 0:
        return ""
    known, others = index().named(one), index().named(other)
    if known and others:
        return ("same" if key(one) == key(other) else "listed") if known & others else ""
    body, another = national(one, ()), national(other, ())
    if body and another:
        return "listed" if (body.body, body.country_id) == (another.body, another.country_id) else ""
    names = _spellings(other, others)
    return next((rule for name in _spellings(one, known) if (rule := spelling_rule(name, names))), "")


def spelling_rule(written: str, names: Iterable[str]) -> Rule | Literal[""]:
    """Return the rule by which a name is a spelling of one of the names, "" when of none, whatever the table says."""
    found = (_joined(spelled(written), spelled(name)) for name in names)
    return next((rule for rule in found if rule), "")


def _spellings(name: str, known: Iterable[str]) -> Sequence[str]:
    """Return the name, and every spelling of the actors that it may mean."""
    return [name, *(each for entity_id in known for each in index().by_id[entity_id].names)]


def _joined(one: str, other: str) -> Rule | Literal[""]:
    """Return the rule by which two spellings are one name, whatever the table says."""
    foreign = any(is_foreign(index().by_id[each]) for each in index().named(one) | index().named(other))
    for words, rule in _forms(one, other):
        for others, other_rule in _forms(other, one):
            way = _same_words(words, others, foreign)
            if way:
                return way if way != "same" else rule if rule != "same" else other_rule
    return ""


def _same_words(one: Sequence[str], other: Sequence[str], foreign: bool) -> Rule | Literal[""]:
    if list(one) == list(other) or loose(" ".join(one)) == loose(" ".join(other)):
        return "same"
    if sound_alike(one, other, foreign):
        return "sound"
    return "father" if fathers_apart(one, other) else ""


def _forms(name: str, other: str) -> list[tuple[Sequence[str], Rule]]:
    """Return the name's folded words as they stand, without clitics, and without what stands around a name."""
    whole = parts(name)
    forms: list[tuple[Sequence[str], Rule]] = [(whole, "same")]
    forms += [(form.split(" "), "clitic") for form in candidates(name)[1:] if _attested(form, whole, other)]
    for words, _ in tuple(forms):
        placed, organised = without_head(words, "LOC"), without_head(words, "ORG")
        ended = [form for form in (without_tail(words), without_tail(organised)) if " ".join(form) in index().full]
        forms += [(form, "title") for form in (without_titles(words), placed, organised, *ended) if form != words]
    return forms


def _attested(form: str, whole: Sequence[str], other: str) -> bool:
    """Say whether the clitic before a form is one: the rest is a known name, or begins as names do, the whole not."""
    if whole[0] in given_names() or " ".join(whole) in index().full or " ".join(whole) in index().short:
        return False
    first, *rest = form.split(" ")
    if form in index().full or form in index().short:
        return True
    heads = frozenset().union(*head_words().values(), edge_words("body", "ORG"), edge_words("title", "PERS"))
    begins = first in given_names() or first in heads
    return begins or (bool(rest) and form == key(other)) or (first.startswith("ال") and form == key(other))
