"""From an article as published to its own words, with what was set aside kept beside it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from lib.clean import echoes, layout, phrases
from lib.clean.passages import Passage, passages
from lib.clean.rules import RULES

RULE_NAMES = tuple(sorted({rule.name for rule in RULES} | {"broken title", "caption", "menu", "recurring", "title"}))

# The longest article of ANT 2018 and SaudiNewsNet has some hundred passages; what has thousands is no article. Chosen.
_NEAR = 2000
_BLANK_LINES = re.compile(r"\n(?:[ \t\u00a0]*\n){2,}")


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage set aside, in the `order` it had, and the name of the rule that did.

    It stood at the character offset `at` of the cleaned body: above the passage that begins there, or at its end.
    """

    order: int
    text: str
    rule: str
    at: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's own words: `body` is what was published, character by character, without the removed passages.

    `spared` are the spans (start, end) of the body that a rule would have taken if it were not switched off.
    """

    title: str
    body: str
    removed: tuple[Removed, ...]
    spared: tuple[tuple[int, int], ...] = ()


def clean(title: str, body: str, keep: Collection[str] = frozenset()) -> Cleaned:
    """Set aside menus, captions, promotions and the title's repeats; an article that would vanish keeps all its text.

    Whole lines go, never words inside a paragraph (except tags and links behind the last one); three line ends and
    more become two. What the rules named in `keep` would have taken stays.
    """
    title = " ".join(title.split())
    body = _BLANK_LINES.sub("\n\n", body)
    found = passages(body)
    filled = _judged([passage for passage in found if passage.bare])
    phrases.mark(filled)
    layout.mark_menus(filled)
    echoes.mark(filled, title)
    layout.mark_captions(filled)
    phrases.cut_trailing(found)
    if keep:
        for passage in found:
            passage.spared = passage.rule in keep
    return assembled(title, found) or Cleaned(title, body.strip(), ())


def _judged(filled: list[Passage]) -> list[Passage]:
    """Return the passages among which furniture is looked for: in an endless text those near its ends."""
    return filled if len(filled) <= 2 * _NEAR else filled[:_NEAR] + filled[-_NEAR:]


def assembled(title: str, found: list[Passage]) -> Cleaned | None:
    """Return an article without its marked passages, or None when that leaves nothing."""
    own = [passage for passage in found if not passage.rule or passage.spared]
    if not any(passage.bare for passage in own):
        return None
    joined = "".join(passage.text + passage.after for passage in own)
    body = _BLANK_LINES.sub("\n\n", joined)
    if not any(passage.rule for passage in found):
        return Cleaned(title, body.strip(), ())
    starts = _starts(own, joined, len(body) - len(body.lstrip()))
    body = body.strip()
    spared = tuple((starts[id(p)], starts[id(p)] + len(p.text.strip())) for p in own if p.rule and p.bare)
    return Cleaned(title, body, tuple(_removed(found, starts, len(body))), spared)


def _starts(own: list[Passage], joined: str, leading: int) -> dict[int, int]:
    """Return where each passage's first letter stands in the body, by its id: blank lines were made fewer."""
    shorter = [(found.end(), len(found[0]) - 2) for found in _BLANK_LINES.finditer(joined)][::-1]
    starts = {}
    at, gone = 0, leading
    for passage in own:
        first = at + len(passage.text) - len(passage.text.lstrip())
        while shorter and shorter[-1][0] <= first:
            gone += shorter.pop()[1]
        if passage.bare:
            starts[id(passage)] = first - gone
        at += len(passage.text) + len(passage.after)
    return starts


def _removed(found: list[Passage], starts: dict[int, int], end: int) -> list[Removed]:
    """Return what was set aside; the lines of a broken title count as one."""
    at = end
    stood: list[tuple[Passage, int]] = []
    for passage in reversed(found):
        at = starts.get(id(passage), at)
        if passage.bare and id(passage) not in starts:
            stood.append((passage, at))
    gone: list[Removed] = []
    for (rule, place), group in groupby(reversed(stood), key=lambda one: (one[0].rule, one[1])):
        texts = [passage.text.strip() for passage, _ in group]
        for text in ["\n".join(texts)] if rule == "broken title" else texts:
            gone.append(Removed(len(gone), text, rule, place))
    return gone
