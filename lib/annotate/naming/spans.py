"""Where names begin and end: the engine's tags as spans, trimmed, cut and joined as the guide has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.annotate.document import Kind
from lib.annotate.naming.actors import edge_words, given_names, outside_heads, titles
from lib.annotate.naming.curated import index
from lib.annotate.naming.wording import TAILS, is_title, without_titles
from lib.arabic.clitics import readings

_KINDS: dict[str, Kind] = {"PERS": "PERS", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
_PRECEDING = "ول"  # clitics by which a second person joins a name; the others begin too many names (باسيل, فادي)
_ADJECTIVE = ("يه", "ي")
_GIVEN = 4  # letters that a given name behind such a clitic must have: وليد, بسام are names of their own

Tags = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Span:
    """A mention before it becomes a row: token numbers first to last (exclusive) within a sentence."""

    first: int
    last: int
    kind: Kind
    score: float


def spans(tags: Tags, words: Sequence[str], least: float) -> list[Span]:
    """Return the names among the folded words whose least sure token is at least this likely, in order."""
    found = [span for span in _tagged(tags) if span.score >= least]
    cut = [piece for span in found for piece in _cut(span, words)]
    trimmed = [_seat(_meaning(span, words), words) for each in cut if (span := _trimmed(each, words))]
    whole = _joined(_named_after(trimmed, words), words)
    return [span for span in whole if not _generic(span, words) and not _everyday(span, words)]


def _generic(span: Span, words: Sequence[str]) -> bool:
    """Say whether the span is a common noun, or the first word of a blessing (رحمه الله)."""
    first, *rest = words[span.first : span.last]
    bare = next((form for form in readings(first) if form.startswith("ال")), first)
    return " ".join((bare, *rest)) in edge_words("alone", span.kind)


def _everyday(span: Span, words: Sequence[str]) -> bool:
    """Say whether a place's name is here the everyday word that it is too (دعم مالي): no word before it says place."""
    if span.kind != "LOC" or span.last - span.first > 1 or words[span.first] not in edge_words("everyday", "LOC"):
        return False
    before = words[span.first - 1] if span.first else ""
    placing = edge_words("place", "LOC") | edge_words("state", "LOC") | outside_heads("LOC")
    return is_word(before) and not _among(before, placing)


def _tagged(tags: Tags) -> list[Span]:
    found: list[Span] = []
    for at, (tag, score) in enumerate(tags):
        kind = _KINDS.get(tag[2:])
        if kind is None:
            continue
        before = found[-1] if found else None
        if tag[0] == "I" and before and before.last == at and before.kind == kind:
            found[-1] = Span(before.first, at + 1, kind, min(before.score, score))
        else:
            found.append(Span(at, at + 1, kind, score))
    return found


def _cut(span: Span, words: Sequence[str]) -> list[Span]:
    """Cut a person's span before a second person behind a clitic or mark (هاني شاكر لشيرين, كيري - لافروف)."""
    pieces = [span]
    for at in range(span.first + 1, span.last if span.kind == "PERS" else 0):
        if _second(words, at):
            pieces[-1] = replace(pieces[-1], last=at)
            pieces.append(replace(span, first=at))
    return pieces


def _second(words: Sequence[str], at: int) -> bool:
    """Say whether another person's name begins here: a clitic and a known name, or a mark between two surnames."""
    word, short = words[at], index().short
    if not is_word(word):
        return {words[at - 1], *words[at + 1 : at + 2]} <= short.keys()
    if len(word) <= _GIVEN or word in given_names() or word in short:
        return False
    given = word[:1] in _PRECEDING and word[1:] in given_names()
    return given or any(form in short for form in readings(word))


def _trimmed(span: Span, words: Sequence[str]) -> Span | None:
    """Return the span without marks, titles and verbs at its ends and without a head that the guide leaves outside."""
    first, last = span.first, span.last
    outside = edge_words("outside", span.kind)
    before = outside | edge_words("title", span.kind)
    while first < last and not is_word(words[first]):
        first += 1
    while first < last - 1 and (words[first] in before or not is_word(words[first])):
        first += 1
    if span.kind == "PERS" and first < last:
        first = _untitled(words, first, last)
    while first < last and (not is_word(words[last - 1]) or (first < last - 1 and words[last - 1] in outside)):
        last -= 1
    last = _clause(words, first, last)
    last = next((at for at in range(first, last) if _is_blessing(words, at)), last)
    while first < last and not is_word(words[last - 1]):
        last -= 1
    if last - first == 2 and _is_head(words[first], span.kind):
        first += 1
    if last - first > 1 and words[last - 1] in TAILS and not _is_head(words[first], span.kind):
        last -= 1
    return replace(span, first=first, last=last) if first < last else None


def _meaning(span: Span, words: Sequence[str]) -> Span:
    """Return the place with the head before it where the two name another one (مدينة غزة is not all of غزة)."""
    if span.kind != "LOC" or not span.first or not _is_head(words[span.first - 1], "LOC"):
        return span
    head, *name = words[span.first - 1 : span.last]
    alone = index().full.get(" ".join(name), [])
    whole = (actor for form in (head, *readings(head)) for actor in index().full.get(" ".join((form, *name)), []))
    return replace(span, first=span.first - 1) if any(actor not in alone for actor in whole) else span


def _untitled(words: Sequence[str], first: int, last: int) -> int:
    """Return where a person's name begins behind titles, a clitic before them, and words that go with a title."""
    while first < last - 1 and (words[first],) in titles("beside"):
        first += 1
    opening = next((form for form in (words[first], *readings(words[first])) if is_title(form)), words[first])
    return last - len(without_titles((opening, *words[first + 1 : last])))


def _seat(span: Span, words: Sequence[str]) -> Span:
    """Return what is no person's name as the name in it: an office's place (أمين الطائف), an agency (وكالتا تاس)."""
    if span.kind != "PERS" or span.last - span.first != 2:
        return span
    head, name = words[span.first : span.last]
    rest = replace(span, first=span.first + 1)
    kind: Kind
    for kind in ("ORG", "LOC"):
        if _is_head(head, kind):
            return replace(rest, kind=kind)
    place = any(actor.kind == "LOC" for actor in index().full.get(name, ()))
    return replace(rest, kind="LOC") if place and _among(head, edge_words("office", "PERS")) else span


def _is_blessing(words: Sequence[str], at: int) -> bool:
    return words[at] in edge_words("blessing", "PERS") and words[at + 1 : at + 2] == ["الله"]


def _clause(words: Sequence[str], first: int, last: int) -> int:
    """Return where a clause opens after a body's name (وزارة الصحة إن), else `last`; ان may be a letter (سي ان ان)."""
    if first == last or not _among(words[first], _heads()):
        return last
    return next((at for at in range(first + 1, last) if words[at] in edge_words("clause", "ORG")), last)


def _heads() -> frozenset[str]:
    return edge_words("body", "ORG")


def _named_after(found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """Return the spans, those of persons whose name an institution or a road bears with its head (جامعة الملك سعود)."""
    whole: list[Span] = []
    for span in found:
        at = span.first - 2
        titled = span.kind == "PERS" and at >= 0 and words[span.first - 1] in edge_words("title", "PERS")
        kind = _bearing(words[at]) if titled else None
        free = not whole or whole[-1].last <= at
        if kind and free:
            whole.append(replace(span, first=at, last=_with_adjective(span.last, words), kind=kind))
        else:
            whole.append(span)
    return whole


def _bearing(head: str) -> Kind | None:
    """Return the kind of thing of this head that bears persons' names."""
    if _among(head, edge_words("named", "ORG")):
        return "ORG"
    return "LOC" if _among(head, edge_words("named", "LOC")) else None


def _joined(found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """Return the spans, bodies with their head before and the further fields behind that و joins to them.

    هيئة السياحة + والتراث الوطني are one, as are مؤسسة + النقد العربي; داعش والقاعدة stay two.
    """
    whole: list[Span] = []
    for span in found:
        if whole and span.kind == "ORG" and span.first < whole[-1].last:
            continue
        if whole and span.kind == "ORG" and _continues(whole[-1], span.first, words):
            whole[-1] = replace(whole[-1], last=span.last)
        else:
            whole.append(_headed(span, words, whole[-1].last if whole else 0))
        while _continues(whole[-1], whole[-1].last, words) and not _begins(found, whole[-1].last):
            whole[-1] = replace(whole[-1], last=_with_adjective(whole[-1].last + 1, words))
    return whole


def _with_adjective(last: int, words: Sequence[str]) -> int:
    """Return the end of a name moved past a definite adjective (والثروة المعدنية, مطار الملك خالد الدولي)."""
    follows = last < len(words) and words[last].startswith("ال") and words[last].endswith(_ADJECTIVE)
    return last + 1 if follows else last


def _begins(found: Sequence[Span], at: int) -> bool:
    return any(span.first == at for span in found)


def _continues(span: Span, at: int, words: Sequence[str]) -> bool:
    """Say whether the word at this place is one more field of the body that ends there."""
    if span.kind != "ORG" or at != span.last or at >= len(words) or words[at][:1] != "و":
        return False
    return words[at][1:] in edge_words("field", "ORG") and _among(words[span.first], _heads())


def _headed(span: Span, words: Sequence[str], free_from: int) -> Span:
    """Return the body with the head before it, when what the engine found is an attribute and no name of its own."""
    at = span.first - 1
    if span.kind != "ORG" or at < free_from or not words[span.first].startswith("ال") or span.last - span.first < 2:
        return span
    if not _among(words[at], _heads()) or words[at].startswith("ال"):
        return span
    known = index().full.get(" ".join(words[span.first : span.last]))
    return span if known or _among(words[span.first], _heads()) else replace(span, first=at)


def is_word(word: str) -> bool:
    """Say whether the token holds a letter or digit."""
    return any(letter.isalnum() for letter in word)


def _among(word: str, known: frozenset[str]) -> bool:
    return any(form in known for form in (word, *readings(word)))


def _is_head(word: str, kind: Kind) -> bool:
    """Say whether the folded word, a clitic aside, is a generic head that stays outside one-word names of the kind."""
    return _among(word, outside_heads(kind))
