"""Quotation marks: which characters of a text stand inside them."""

import re

_OPEN, _CLOSE = "«", "»"
_DOUBLE = '"“”„'
_SEEN = re.compile(f"[\n{_OPEN}{_CLOSE}{_DOUBLE}]")


def quotes(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each quotation, marks included; an opened one ends with its paragraph.

    Newsrooms open with ” and close with “ as often as the other way round, so double marks pair in order.
    """
    found: list[tuple[int, int]] = []
    guillemet: int | None = None
    double: int | None = None
    for hit in _SEEN.finditer(text):
        at, char = hit.start(), hit.group()
        if char == "\n":
            found += [(start, at) for start in (guillemet, double) if start is not None]
            guillemet = double = None
        elif char == _OPEN:
            guillemet = at
        elif char == _CLOSE and guillemet is not None:
            found.append((guillemet, at + 1))
            guillemet = None
        elif char in _DOUBLE:
            if double is None:
                double = at
            else:
                found.append((double, at + 1))
                double = None
    found += [(start, len(text)) for start in (guillemet, double) if start is not None]
    return sorted(found)
