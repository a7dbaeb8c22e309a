"""The table of rules put to work: what a line says, and the headlines under a line that announces them."""

import re
from collections import defaultdict

from lib.arabic.normalize import fold
from lib.clean.passages import Passage
from lib.clean.rules import RULES, Rule

# The longest title of ANT 2018 and SaudiNewsNet has 108 characters; a third more for other houses' style.
_HEADLINE = 140
# «اقرأ أيضا:» or «مواضيع ذات صلة» with nothing behind it: its headline is the next line, or all lines down to the end.
_BARE_OPENING = 25
# Of 169 CNN page dumps, none announces more than five; twice that for other sites.
_LISTED = 10
# A subheading above a paragraph is no headline of another article; of the dumps' headlines all but one have more words.
_SUBHEADING = 4
# Tags and links that a template appends to the last paragraph (3alyoum writes «… سمات اليمن حوثيون» under all its
# articles, alweeam «رابط الخبر بصحيفة الوئام: …»), within its last `_TAIL` characters.
_TRAILING = re.compile(
    r"(?<=[.!؟…\"”»)])(\s{1,9})(?:(?P<tags>سمات(?: [^\W_]+){1,20})|(?P<link>رابط (?:الخبر|المقال|الموضوع)\b.*))\s*$"
)
_TAIL = 320

_MARK = "[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]*"
_FIRST_WORD = re.compile(rf"[\W_]*((?:[^\W_]{_MARK})+)")
_LONGEST = max(rule.longest for rule in RULES)
_BY_FIRST: dict[str, list[Rule]] = defaultdict(list)
for _rule in RULES:
    for _word in _rule.words:
        _BY_FIRST[_word].append(_rule)
_BY_FIRST = dict(_BY_FIRST)
_HELD = [(text, rule) for rule in RULES for text in rule.holds]


def mark(filled: list[Passage]) -> None:
    """Mark those of an article's passages that the table knows; `filled` are the ones that are not blank."""
    open_list = ""
    prose = None
    for at, passage in enumerate(filled):
        rule = _rule_of(passage, len(filled) - at - 1)
        if not rule:
            passage.rule = passage.rule or open_list
            continue
        passage.rule = rule.name
        if rule.below and len(passage.bare) <= _BARE_OPENING:
            prose = _last_prose(filled) if prose is None else prose
            open_list = rule.name if at >= prose else ""
            _mark_below(filled, at, rule)


def cut_trailing(found: list[Passage]) -> None:
    """Make what a template appended to the last paragraph a passage of its own, marked."""
    at = next((at for at in range(len(found) - 1, -1, -1) if found[at].bare and not found[at].rule), None)
    if at is None or not any(word in found[at].text[-_TAIL:] for word in ("سمات", "رابط")):
        return
    text, after = found[at].text, found[at].after
    if cut := _TRAILING.search(text, max(0, len(text) - _TAIL)):
        own = Passage(text[: cut.start()], cut[1])
        found[at : at + 1] = [own, Passage(text[cut.end(1) :], after, str(cut.lastgroup))]


def _rule_of(passage: Passage, to_come: int) -> Rule | None:
    """Return the first rule that a passage fits; its first word or sign says which are worth trying."""
    bare = passage.bare
    if len(bare) > _LONGEST:
        return None
    opening = _FIRST_WORD.match(bare[:40])
    word = fold(opening[1]) if opening else ""
    worth = [*_BY_FIRST.get("0" if word[:1].isdigit() else word, ()), *_BY_FIRST.get(bare[0], ())]
    for text, rule in _HELD:
        if text in bare:
            worth.append(rule)
    return next((rule for rule in worth if rule.matches(passage, to_come)), None)


def _last_prose(filled: list[Passage]) -> int:
    return max((at for at, passage in enumerate(filled) if not _headline(passage)), default=-1)


def _mark_below(filled: list[Passage], at: int, rule: Rule) -> None:
    run = []
    for passage in filled[at + 1 : at + 1 + (_LISTED if rule.below == "list" else 1)]:
        if not _headline(passage):
            break
        run.append(passage)
    if len(run) > 1 and len(run[-1].bare.split()) <= _SUBHEADING:
        run.pop()
    for passage in run:
        passage.rule = rule.name


def _headline(passage: Passage) -> bool:
    bare = passage.bare.rstrip("\"”»')")
    return len(passage.bare) <= _HEADLINE and not (bare.endswith(".") and not bare.endswith(".."))
