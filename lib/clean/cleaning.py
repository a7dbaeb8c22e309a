"""From an article as published to its own words, with what was set aside kept beside it."""

import re
from dataclasses import dataclass
from itertools import groupby

from lib.clean import echoes, layout
from lib.clean.passages import Passage, passages
from lib.clean.rules import RULES

# The longest title of ANT 2018 and SaudiNewsNet has 108 characters; a third more for other houses' style.
_HEADLINE = 140
# «اقرأ أيضا:» or «مواضيع ذات صلة» with nothing behind it: its headline is the next line, or all lines down to the end.
_BARE_OPENING = 25
_BLANK_LINES = re.compile(r"\n(?:[ \t\u00a0]*\n){2,}")
# Tags that a template appends to the last paragraph (3alyoum writes «… سمات اليمن حوثيون» under all its articles).
_TRAILING_TAGS = re.compile(r"(?<=[.!؟…\"”»)])\s+(سمات(?: [^\W_]+){1,20})\s*$")


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage set aside, in the `order` it had, and the name of the rule that did."""

    order: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's own words: `body` is what was published, character by character, without the removed passages."""

    title: str
    body: str
    removed: tuple[Removed, ...]


def clean(title: str, body: str) -> Cleaned:
    """Set aside menus, captions, promotions and the title's repeats; an article that would vanish keeps all its text.

    Whole lines go, never words inside a paragraph (except tags behind the last one); three line ends and more
    become two.
    """
    title = " ".join(title.split())
    found = passages(body)
    filled = [passage for passage in found if passage.bare]
    _mark_phrases(filled)
    echoes.mark(filled, title)
    layout.mark(filled)
    kept = _BLANK_LINES.sub("\n\n", "".join(p.text + p.after for p in found if not p.rule)).strip()
    if not kept:
        return Cleaned(title, _BLANK_LINES.sub("\n\n", body).strip(), ())
    gone = _gone(filled)
    if tags := _TRAILING_TAGS.search(kept):
        kept = kept[: tags.start()]
        gone.append((tags[1], "tags"))
    removed = tuple(Removed(order, text, rule) for order, (text, rule) in enumerate(gone))
    return Cleaned(title, kept, removed)


def _mark_phrases(filled: list[Passage]) -> None:
    open_list = ""
    for at, passage in enumerate(filled):
        to_come = len(filled) - at - 1
        rule = next((rule for rule in RULES if rule.matches(passage.folded, len(passage.bare), to_come)), None)
        if rule:
            passage.rule = rule.name
            if rule.opens_list and len(passage.bare) <= _BARE_OPENING:
                open_list = rule.name if all(map(_headline, filled[at + 1 :])) else ""
                _mark_headline(filled[at + 1 : at + 2], rule.name)
        elif open_list:
            passage.rule = open_list


def _mark_headline(below: list[Passage], rule: str) -> None:
    for passage in filter(_headline, below):
        passage.rule = rule


def _headline(passage: Passage) -> bool:
    return len(passage.bare) <= _HEADLINE and not passage.bare.endswith(".")


def _gone(filled: list[Passage]) -> list[tuple[str, str]]:
    """Return text and rule of what was marked; the lines of a broken title count as one."""
    gone: list[tuple[str, str]] = []
    for rule, group in groupby(filled, key=lambda passage: passage.rule):
        texts = [passage.bare for passage in group]
        if rule == "broken title":
            texts = ["\n".join(texts)]
        gone += [(text, rule) for text in texts if rule]
    return gone
