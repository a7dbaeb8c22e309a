"""A body as passages: its lines, or the pieces that page dumps set apart by runs of blanks."""

import re

from lib.arabic.normalize import fold

# In ANT 2018 and SaudiNewsNet (31 of 8,724 articles have them) four blanks stood between sentences wherever read,
# not inside one; page dumps and verse use them as a line end.
_RUN = re.compile(r"([ \t\u00a0]{4,})")
_WIDE = ("  ", "\t", "\u00a0")  # what a run holds: without any of these a body has none
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

# Marks of direction and joining that pages leave around a line: not part of what it says.
_INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
_BLANKS = " \t\u00a0\u1680\u2002\u2003\u2009\u200a\u202f\u205f\u3000"
AROUND = _BLANKS + _LINE_ENDS + _INVISIBLE + "\ufeff"
_WORD = re.compile(r"[^\W_]{3,}")


class Passage:
    """A piece of text with the separator that follows it; `rule` names the rule that set it aside, "" if none did.

    `bare` is the text without blanks and invisible marks around it, by which it is judged. A `spared` passage is one
    whose rule is switched off.
    """

    __slots__ = ("_folded", "_words", "after", "bare", "rule", "spared", "text")

    def __init__(self, text: str, after: str, rule: str = "") -> None:
        self.text = text
        self.after = after
        self.bare = text.strip(AROUND)
        self.rule = rule
        self.spared = False
        self._folded: str | None = None
        self._words: list[str] | None = None

    @property
    def folded(self) -> str:
        """The bare text folded, its blanks made single spaces; worth its time for short passages only."""
        if self._folded is None:
            self._folded = folded(self.bare)
        return self._folded

    @property
    def words(self) -> list[str]:
        """The words that tell the passage apart."""
        if self._words is None:
            self._words = _telling(self.folded)
        return self._words


def passages(body: str) -> list[Passage]:
    """Cut the body; joined as text and separator again, the passages are the body."""
    wide = any(blanks in body for blanks in _WIDE)
    found = []
    for line in body.splitlines(keepends=True):
        text = line.rstrip(_LINE_ENDS)
        end = line[len(text) :]
        if not wide or len(pieces := _RUN.split(text)) == 1:
            found.append(Passage(text, end))
            continue
        found += [Passage(piece, after) for piece, after in zip(pieces[:-1:2], pieces[1::2], strict=True)]
        found.append(Passage(pieces[-1], end))
    return found


def lines(body: str) -> list[str]:
    """Return the passages' bare texts, blank ones left out: what to compare them by, at a tenth of the time."""
    wide = any(blanks in body for blanks in _WIDE)
    texts = [passage.text for passage in passages(body)] if wide else body.splitlines()
    return [bare for text in texts if (bare := text.strip(AROUND))]


def folded(text: str) -> str:
    """Fold a line, its blanks made single spaces."""
    return " ".join(fold(text).split())


def words(text: str) -> list[str]:
    """Return the folded words of a line without و and ف before them; one and two letters do not tell lines apart."""
    return _telling(folded(text))


def _telling(text: str) -> list[str]:
    return [word[1:] if word[0] in "وف" and len(word) > 4 else word for word in _WORD.findall(text)]
