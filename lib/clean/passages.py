"""A body as passages: its lines, or the pieces that page dumps set apart by runs of blanks."""

import re
from functools import cached_property

from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

# In ANT 2018 and SaudiNewsNet (31 of 8,724 articles have them) four blanks stood between sentences wherever read,
# not inside one; page dumps and verse use them as a line end.
_CUT = re.compile(r"(\n|[ \t\u00a0]{4,})")

# Longer than any furniture but run-together menus: such a passage is prose and is not folded (origin: rules.RULES).
LONGEST = 320


class Passage:
    """A piece of text with the separator that follows it; `rule` names the rule that set it aside, "" if none did."""

    def __init__(self, text: str, after: str) -> None:
        self.text = text
        self.after = after
        self.bare = text.strip()
        self.rule = ""

    @cached_property
    def folded(self) -> str:
        """The text without outer blanks, folded; "" when it is too long to be furniture."""
        return folded(self.bare) if len(self.bare) <= LONGEST else ""

    @cached_property
    def words(self) -> list[str]:
        """The words that tell it apart; none when it is too long to be furniture."""
        return words(self.bare) if len(self.bare) <= LONGEST else []


def passages(body: str) -> list[Passage]:
    """Cut the body; joined as text and separator again, the passages are the body."""
    pieces = [*_CUT.split(body), ""]
    return [Passage(text, after) for text, after in zip(pieces[::2], pieces[1::2], strict=True)]


def folded(text: str) -> str:
    """Fold a line word by word, its blanks made single spaces."""
    return " ".join(fold(word) for word in text.split())


def words(text: str) -> list[str]:
    """Return the folded words of a line without و and ف before them; one and two letters do not tell lines apart."""
    found = (fold(token.text) for token in tokens(text) if token.text[0].isalnum())
    return [word[1:] if len(word) > 4 and word[0] in "وف" else word for word in found if len(word) > 2]
