"""Which of the lines that recur across a publisher's articles are furniture, judged by place, share and wording."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lib.clean.layout import SECTIONS
from lib.clean.passages import Passage, folded, words

Place = Literal["head", "foot", "between"]

# Chosen by reading what recurs in ANT 2018, two days of SaudiNewsNet and 400 page dumps: at the foot, from four
# articles on, nothing was an article's own that `_OWN` does not name; above an article and between its paragraphs
# bylines, places and headings recur as often, so there a large share of the publisher's articles must have the line.
FEWEST = 4
_SHARE, _MANY = 0.25, 12
_BETWEEN_SHARE = 0.5
# Stock sentences («لم يصدر تعليق رسمي حتى الآن.») are their articles' own: a sentence goes only where most have it.
# And only where it shares fewer of its words than this with the rest of its articles: the background of a running
# story speaks of the same things. Chosen; a pitch shares next to none.
_SENTENCE_SHARE, _SUBJECT = 0.5, 0.2
_PREFIX, _STEM = re.compile(r"(?:[بكف]?ال|لل|[بل])(?=\w{3})"), 4  # إضرابا, الإضراب and لإضرابهم tell of one thing
_READ = 20  # articles, to tell a sentence's subject
_SENTENCE_ENDS = (".", "؟", "!", ":", "،", '."', ".»", ".)")
_SAME_PLACE = 0.8  # of a line's articles
LONGEST = 200  # Chosen, above any pitch read; what is longer is prose
_PROSE = 80  # as in echoes and layout: no furniture stands behind the first such line, or before the last
_FOLDED = 60  # what is longer is compared letter by letter: templates do not vary their spelling
_NUMBER = re.compile(r"\d+")
_HEADING_WORDS = 4  # a line of so many words between paragraphs may be a heading
_DATELINE_WORDS = 5

# What joins a sentence to those before it, and so opens background. In ANT 2018 it opens all of the 220 paragraphs that
# Sky News Arabia and Al Arabiya have in the feet of two articles and more, and 36 of the 377 of CNN Arabic, which
# prints the ledes of other articles there.
_JOINED = re.compile(
    r"و\w|فيما |كما |كان|يذكر |يشار |جدير |الجدير |تجدر |من جه|من جان|في غضون|في المقابل|بدور|لكن |غير ان |الا ان "
    r"|جا |ياتي |هذا و|لم |لا |لن |حتي "
)
# What opens a report: a sentence at the foot that is no neighbour's lede but of the article's own telling.
_TOLD = re.compile(r"قال|اضاف|تابع ان|اكد|اوضح|بعد |قبل |منذ |يعد |تعد |يعتبر|تعتبر|سبق ")
LEDE = (60, 320)  # characters of a lede reprinted under other articles; CNN Arabic cuts them at 240
_UNDER = 6  # so many passages at the foot may be neighbours' ledes; CNN Arabic prints five at most
_LEDES = 10  # of a publisher; the background of one running story has fewer that are not joined. Chosen.
# Sources, greetings and prayers: short lines that are an article's own however often they return.
_OWN = re.compile(
    r"\W*(?:نقلا عن|المصدر|ترجمه|خدمه|عن صحيفه|عن وكاله|وكاله|وكالات)\b|.*\b(?:[وفب]?الله|والله|لله|اللهم)\b"
    r"|.*\b(?:السلام عليكم|رضي|رحم|صدق|تعالي|امين|الحمد|سبحان|الفاتحه|حسبنا|راجعون)\b"
)
# «دمشق - سانا», «عمان (رويترز):»: where and by whom, above the article.
_DATELINE = re.compile(r"[-–—:،,/|(]")


@dataclass(slots=True)
class Line:
    """What recurs: the articles it stands in by place, as their stories, and by how many passages are above it."""

    bare: str
    stories: dict[Place, set[int]]
    above: Counter[int]
    bodies: list[str]


def key_of(line: str) -> int:
    """Return what equal lines share: numbers in them do not count, nor, in short ones, their spelling."""
    return hash(_NUMBER.sub("0", folded(line)) if len(line) <= _FOLDED else line)


def places(filled: list[Passage], often: set[int]) -> list[Place | None]:
    """Say of each passage where it stands; of an article without prose (verse, a list) nothing can be said."""
    prose = [at for at, passage in enumerate(filled) if _prose(passage.bare, often)]
    if not prose:
        return [None] * len(filled)
    return ["head" if at < prose[0] else "foot" if at > prose[-1] else "between" for at in range(len(filled))]


def _prose(bare: str, often: set[int]) -> bool:
    if len(bare) > LONGEST:
        return True
    return (len(bare) > _PROSE or bare.endswith(_SENTENCE_ENDS[0])) and key_of(bare) not in often


def judged(line: Line, of: int) -> Place | None:
    """Return the place in which a line is furniture, of a publisher with so many stories; None when it is none."""
    count, place = max((len(stories), place) for place, stories in line.stories.items())
    text = folded(line.bare)
    if count < max(FEWEST, _SAME_PLACE * sum(map(len, line.stories.values()))) or _OWN.match(text):
        return None
    sentence = line.bare.endswith(_SENTENCE_ENDS)
    if (sentence or len(line.bare) > _PROSE) and (
        _JOINED.match(text) or _TOLD.match(text) or count < of * _SENTENCE_SHARE or _on_subject(line)
    ):
        return None
    if place == "foot":
        return "foot"
    words = len(text.split())
    if place == "between":
        steady = line.above.most_common(1)[0][1] >= _SAME_PLACE * line.above.total()
        return "between" if steady and words > _HEADING_WORDS and count >= of * _BETWEEN_SHARE else None
    if text not in SECTIONS and (words < _HEADING_WORDS or (words <= _DATELINE_WORDS and _DATELINE.search(line.bare))):
        return None
    return "head" if count >= of * _SHARE or count >= _MANY else None


def ledes(found: Iterable[tuple[list[str], set[int]]]) -> set[int]:
    """Return the keys of neighbours' ledes among the lines of articles that several have.

    They stand at the foot wherever they stand below a first line, are not joined to what is above them, and there
    are many.
    """
    under: set[int] = set()
    elsewhere: set[int] = set()
    for its_lines, several in found:
        for at, bare in enumerate(its_lines):
            if at and len(bare) <= LEDE[1] and (key := key_of(bare)) in several:
                foot = len(its_lines) - at <= _UNDER and len(bare) >= LEDE[0] and not _JOINED.match(folded(bare))
                (under if foot else elsewhere).add(key)
    found_under = under - elsewhere
    return found_under if len(found_under) >= _LEDES else set()


def _on_subject(line: Line) -> bool:
    """Say whether a sentence speaks of what its articles speak of."""
    own = Counter(_stems(line.bare))
    again = 0
    for body in line.bodies[:_READ]:
        said = Counter(_stems(body))
        again += sum(said[word] > count for word, count in own.items())
    return again >= len(own) * len(line.bodies[:_READ]) * _SUBJECT


def _stems(text: str) -> list[str]:
    return [_PREFIX.sub("", word)[:_STEM] for word in words(text)]
