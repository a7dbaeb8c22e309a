"""Sentences as character spans."""

import re

# A sentence ends at . ! ? ؟ or … (with closing quotes) before space, and at every line break. A single letter
# or a number before the point (د. أحمد, 1. أولاً) does not end one.
_BREAK = re.compile(r"(?<![\s(\"«“][\wء-ي])(?<!^[\wء-ي])[.!?؟…]+[\"»”)\]]*(?=\s)|\n+")


def spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, without surrounding white space; together they hold all the text."""
    cuts = [found.end() for found in _BREAK.finditer(text)]
    found: list[tuple[int, int]] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            found.append((left, right))
    return found
