"""The title said again inside the body: as a line, broken over many lines, or as a subheading in its words."""

from itertools import groupby

from lib.clean.passages import Passage, words

# A headline's words in another order are still the headline. Set on ANT 2018 and SaudiNewsNet, where what they took
# was read line by line: with three shared words instead of four, salutations and subheadings of their own begin to go.
_SHARE = 0.7
_SHARED = 4
_FEWEST = 3
_LONGEST_SUBHEADING = 12
# Verse may be called by one of its lines: a repeat stands over a paragraph, which is longer than any line of verse.
_PROSE = 80
# What ends so is a sentence or opens a list: a repeat only when it is the title's words and little more in writing.
_ENDS = (".", ":", "،")
_POINT = 10
# Browsers' text export breaks a heading into a line for each word; four such lines are no coincidence.
_BROKEN = 4
_BROKEN_SHARE = 0.8


def mark(filled: list[Passage], title: str) -> None:
    """Mark those of an article's passages that say the title again; `filled` are the ones that are not blank."""
    said = words(title)
    if len(said) < _FEWEST or all(len(passage.bare) <= _PROSE for passage in filled):
        return
    _mark_broken(filled, set(said))
    following = _PROSE + 1  # nothing follows the last passage: what says the title there is a foot line
    for at, passage in reversed(list(enumerate(filled))):
        if passage.rule:
            continue
        longest = len(title) + (_POINT if passage.bare.endswith(_ENDS) else _PROSE)
        stands_over_prose = at == 0 or following > _PROSE
        if stands_over_prose and len(passage.bare) <= longest and _repeats(passage, said):
            passage.rule = "title"
        else:
            following = len(passage.bare)


def _repeats(passage: Passage, said: list[str]) -> bool:
    found = passage.words
    if found == said:
        return True
    if passage.bare.endswith(_ENDS) or len(found) < _FEWEST:
        return False
    if f" {' '.join(found)} " in f" {' '.join(said)} ":
        return True
    if found[: len(said)] == said:  # and the site's name behind it
        return len(found) <= len(said) + _FEWEST
    shared = len(set(found).intersection(said))
    return len(found) <= _LONGEST_SUBHEADING and shared >= _SHARED and shared >= len(set(found)) * _SHARE


def _mark_broken(filled: list[Passage], said: set[str]) -> None:
    """Mark each run of lines of one word (or two) whose words are the title's."""
    for short, group in groupby(filled, key=lambda passage: len(passage.bare.split()) <= 2):
        run = list(group) if short else []
        found = [word for passage in run for word in passage.words]
        if len(run) >= _BROKEN and sum(word in said for word in found) >= len(found) * _BROKEN_SHARE:
            for passage in run:
                passage.rule = passage.rule or "broken title"
