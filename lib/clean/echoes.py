"""The title said again inside the body: as a line, broken over many lines, or as a subheading in its words."""

import re
from itertools import groupby

from lib.clean.passages import Passage, words

# A headline's words in another order are still the headline. Set on ANT 2018 and SaudiNewsNet, where what they took
# was read line by line: with three shared words instead of four, salutations and subheadings of their own begin to go.
_SHARE = 0.7
_SHARED = 4
_FEWEST = 3
_LONGEST_SUBHEADING = 12
_SHORTEST_TITLE = 15  # letters; a shorter one may stand inside a word or a name. Chosen.
# What touches the title: the end of a word (fewer letters are و, ب or ل before a title quoted in a sentence) or of a
# question; the beginning of one behind it.
_GLUED_BEFORE, _GLUED_AFTER = re.compile(r"(?:[^\W\d_]{3}|؟)$"), re.compile(r"[^\W\d_]{3}")
_LONGEST_TITLE = 320  # what is longer is a text that no title was found in
# Verse may be called by one of its lines: a repeat stands over a paragraph, which is longer than any line of verse.
_PROSE = 80
# What ends so is a sentence or opens a list: a repeat only when it is the title's words and little more in writing.
_ENDS = (".", ":", "،")
_POINT = 10
# Words of one and two letters are not compared; with them a line has half as many words again, seldom more.
_WITH_SHORT = 1.6
# Browsers' text export breaks a heading into a line for each word; four such lines are no coincidence.
_BROKEN = 4
_BROKEN_SHARE = 0.8
# A page's own title («BBC Arabic - العالم - …», «… | صحيفة») stands first, its headline within the page's menu below.
_BAR = re.compile(r"\s+[-–—»:]+\s+|\s*\|\s*")
_BARS = (" - ", " – ", " — ", " » ", " : ", "|")
_ABOVE_ALL, _MENU = 3, 30


def mark(filled: list[Passage], title: str) -> None:
    """Mark those of an article's passages that say the title again; `filled` are the ones that are not blank."""
    if all(len(passage.bare) <= _PROSE for passage in filled):
        return
    said = words(title) if len(title) <= _LONGEST_TITLE else []
    _mark_page_title(filled, said)
    _mark_glued(filled, title)
    if len(said) < _FEWEST:
        return
    _mark_broken(filled, set(said))
    phrase = f" {' '.join(said)} "
    most = max(len(said) + _FEWEST, _LONGEST_SUBHEADING) * _WITH_SHORT
    top = next((at for at, passage in enumerate(filled) if not passage.rule), 0)
    following = _PROSE + 1  # nothing follows the last passage: what says the title there is a foot line
    for at in range(len(filled) - 1, -1, -1):
        passage = filled[at]
        if passage.rule:
            continue
        bare = passage.bare
        longest = len(title) + (_POINT if bare.endswith(_ENDS) else _PROSE)
        fits = len(bare) <= longest and (at <= top or following > _PROSE) and bare.count(" ") < most
        if fits and _repeats(passage, said, phrase):
            passage.rule = "title"
        else:
            following = len(bare)


def _mark_glued(filled: list[Passage], title: str) -> None:
    """Mark each line in which other headlines touch the title: a menu that lost its breaks."""
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE:
        return
    for passage in filled:
        before, found, after = passage.bare.partition(title)
        if found and not passage.rule and (_GLUED_BEFORE.search(before[-4:]) or _GLUED_AFTER.match(after)):
            passage.rule = "menu"


def _repeats(passage: Passage, said: list[str], phrase: str) -> bool:
    found = passage.words
    if found == said:
        return True
    if passage.bare.endswith(_ENDS) or len(found) < _FEWEST:
        return False
    if f" {' '.join(found)} " in phrase:
        return True
    if found[: len(said)] == said:  # and the site's name behind it
        return len(found) <= len(said) + _FEWEST
    shared = len(set(found).intersection(said))
    return len(found) <= _LONGEST_SUBHEADING and shared >= _SHARED and shared >= len(set(found)) * _SHARE


def _mark_page_title(filled: list[Passage], said: list[str]) -> None:
    """Mark a line at the top that has the site's name beside the title, or beside the headline some lines below."""
    for at, passage in enumerate(filled[:_ABOVE_ALL]):
        bare = passage.bare
        if passage.rule or len(bare) > _LONGEST_TITLE or bare.endswith(".") or not any(bar in bare for bar in _BARS):
            continue
        parts = [part for part in map(words, _BAR.split(bare)) if len(part) >= _FEWEST]
        below = [line for line in filled[at + 1 : at + _MENU] if len(line.bare) < len(bare)]
        if said in parts or any(line.words in parts for line in below):
            passage.rule = "title"


def _mark_broken(filled: list[Passage], said: set[str]) -> None:
    """Mark each run of lines of one word (or two) whose words are the title's."""
    for short, group in groupby(filled, key=_broken):
        run = list(group) if short else []
        found = [word for passage in run for word in passage.words]
        if len(run) >= _BROKEN and sum(word in said for word in found) >= len(found) * _BROKEN_SHARE:
            for passage in run:
                passage.rule = passage.rule or "broken title"


def _broken(passage: Passage) -> bool:
    return len(passage.bare) <= _PROSE and len(passage.bare.split(None, 2)) <= 2
