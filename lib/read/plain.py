"""Plain text: one article a file, with front matter or with its title on a line of its own."""

import re
from collections.abc import Iterator
from itertools import chain

from lib.errors import InputError
from lib.read.columns import NAMES
from lib.read.record import Record
from lib.read.text import whole

_PAIR = re.compile(r"([\w -]+?)\s*:\s*(.*)")
# Nearly twice the longest title of ANT 2018 and SaudiNewsNet (8,724 titles, 108 characters). A longer first line is
# furniture (a menu of headlines run together) or, when it ends like a sentence, a text without a title.
_LONGEST_TITLE = 200
# Two of these make a line with tabs the header of a table, which Excel saves as .txt when asked for Unicode text.
_HEADER = frozenset({"id", *chain.from_iterable(NAMES.values())})
_LONGEST_HEADER = 2**14  # characters looked at; chosen


def read(pieces: Iterator[str]) -> Iterator[Record]:
    """Yield the file's one record; InputError when it holds nothing."""
    text = whole(pieces)
    if not text.strip():
        raise InputError("the file is empty; give one that holds articles.")
    if _is_table(text):
        raise InputError("the file is named .txt but is a table with tabs; rename it to .tsv.")
    fields, rest = _front_matter(text)
    if "title" not in fields:
        title, rest = _title(rest)
        fields["title"] = title
    yield Record(1, fields | {"body": rest})


def _is_table(text: str) -> bool:
    head, _, rest = text.lstrip("\n").partition("\n")
    names = [name.strip('" ').casefold().replace(" ", "_") for name in head[:_LONGEST_HEADER].split("\t")]
    return len(_HEADER.intersection(names)) > 1 and "\t" in rest.partition("\n")[0]


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """Split `---`, lines of `key: value`, `---` from the text; text that only looks like it stays whole."""
    head, *lines = text.lstrip().split("\n")
    closing = next((at for at, line in enumerate(lines) if line.strip() == "---"), None)
    if head.strip() != "---" or closing is None:
        return {}, text
    fields: dict[str, object] = {}
    for line in filter(str.strip, lines[:closing]):
        pair = _PAIR.fullmatch(line.strip())
        if not pair:
            return {}, text
        fields[pair[1].casefold()] = _unquoted(pair[2].strip())
    return fields, "\n".join(lines[closing + 1 :])


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _title(text: str) -> tuple[str, str]:
    """Return the title and the text without its line; what stands above a title stays, for cleaning to judge."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        bare = line.strip()
        if not bare:
            continue
        if len(bare) <= _LONGEST_TITLE:
            return bare, "\n".join(lines[:at] + lines[at + 1 :])
        if bare.endswith("."):
            break
    return "", text
