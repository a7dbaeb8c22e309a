"""Words and punctuation with their character offsets."""

import re
from dataclasses import dataclass

# A word is a run of letters, marks and digits, with inner hyphens, apostrophes or points between Latin
# letters or digits (F-16, U.N., 3.5); anything else that is not space is a token of its own.
_TOKEN = re.compile(
    r"[0-9٠-٩]+(?:[.,٫٬][0-9٠-٩]+)*"
    r"|[A-Za-z]+(?:[-'.&][A-Za-z0-9]+)*"
    r"|[\w\u0610-\u061a\u064b-\u065f\u0670]+"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; `start` and `end` are character offsets into the text it was cut from."""

    start: int
    end: int
    text: str


def tokens(text: str, offset: int = 0) -> list[Token]:
    """Cut `text` into tokens in order; `text[start - offset:end - offset]` is the token's text."""
    return [Token(offset + found.start(), offset + found.end(), found.group()) for found in _TOKEN.finditer(text)]
