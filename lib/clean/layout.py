"""Furniture known by its shape: menus, headlines run together, captions of two names."""

import re
from itertools import groupby

from lib.clean.passages import Passage
from lib.clean.rules import SECTIONS

# Places where two headlines meet without a space: after ؟ or !, and after ة and ى, which only end words.
_JOINT = re.compile(r"[؟!؛…»”ةى][ء-ي]|ًا[ء-ي]")
_JOINTS = 3
_SENTENCE_END = re.compile(r"(?<!\.)\.(?:\s|$)")

_BETWEEN_ITEMS = re.compile(r"\s*[|/•·›»>]+\s*|\s+[-–]\s+")
_MENU_ITEMS = 3  # and four where only the bars between them, no known section, say that they are a menu

# Two words a side at least: one may be a town, as in the headings of a list of roads or matches (مكة - جدة).
_NAMES = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,4} [-–—] [^\W\d_]+(?: [^\W\d_]+){1,4}")
# Words that make a line a clause, not names side by side; unfolded, since على folds into the name علي.
_CLAUSE = re.compile(r"\b(?:في|فى|من|[إا]لى|على|عن|[أإا]ن|لا|ما|هل|كيف|لماذا|مع|بعد|قبل|حتى|كما|قد|لم|لن|هذا|هذه)\b")
_PROSE = 80


def mark(filled: list[Passage]) -> None:
    """Mark menus, headlines run together and captions among an article's passages that are not blank."""
    for passage in filled:
        if not passage.rule and (_glued(passage.bare) or _breadcrumb(passage)):
            passage.rule = "menu"
    _mark_menus(filled)
    left = [passage for passage in filled if not passage.rule]
    for before, passage, after in zip(left, left[1:], left[2:], strict=False):
        if _caption(passage) and len(before.bare) > _PROSE and len(after.bare) > _PROSE:
            passage.rule = "caption"


def _glued(text: str) -> bool:
    return not _SENTENCE_END.search(text) and sum(1 for _ in _JOINT.finditer(text)) >= _JOINTS


def _breadcrumb(passage: Passage) -> bool:
    items = [item for item in _BETWEEN_ITEMS.split(passage.folded) if item]
    if len(items) < _MENU_ITEMS or any(len(item.split()) > 4 for item in items):
        return False
    piped = passage.bare.count("|") > _MENU_ITEMS - 1 and not any(map(str.isdigit, passage.bare))
    return piped or sum(item in SECTIONS for item in items) >= 2


def _mark_menus(filled: list[Passage]) -> None:
    """Mark runs of lines that are nothing but section names; a single one may be a heading and stays."""
    for known, group in groupby(filled, key=lambda passage: passage.folded in SECTIONS):
        run = list(group)
        if known and len(run) >= _MENU_ITEMS:
            for passage in run:
                passage.rule = passage.rule or "menu"


def _caption(passage: Passage) -> bool:
    """Two names or titled names side by side, between two paragraphs: what stands under a picture of two people."""
    return bool(_NAMES.fullmatch(passage.bare)) and not _CLAUSE.search(passage.bare)
