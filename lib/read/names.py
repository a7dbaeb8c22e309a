"""How what a file is called, or says, is shown: on one line, in the order it is read, and not without end."""

import re

# Controls, line and paragraph separators, marks that turn the direction of what follows, and bytes that are no UTF-8.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Chosen: a path that still fits on a screen; its end says most.
_LONGEST, _END = 240, 80


def shown(name: str) -> str:
    r"""Return a name, or a library's words, their hidden characters escaped (`\n`, `\u202e`), and shortened."""
    name = _HIDDEN.sub(lambda mark: mark[0].encode("unicode_escape").decode(), name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - _END - 1]}…{name[-_END:]}"
