"""Names that mislead: sentences written for Mijhar, each asking which place the one in [brackets] means.

`place_traps.tsv` has a sentence, the place's id (or - where there is none) and the trap; <…> marks other places named.
"""

import re
from collections import Counter
from pathlib import Path

from lib.annotate.document import Document, Mention
from lib.annotate.places import resolve
from lib.annotate.placing.gazetteer import gazetteer

TABLE = Path(__file__).with_name("place_traps.tsv")
ENOUGH = 160  # sentences
RIGHT = 0.9  # of them


def traps() -> list[tuple[str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(text, place_id, trap) for text, place_id, trap in (line.split("\t") for line in lines)]


def answer(text: str) -> str:
    """Return the id of the place in brackets, - when there is none; letters joined to a mark belong to the name."""
    body, asked, spans = "", 0, []
    for plain, prefix, mark, name in re.findall(r"(.*?)(?:(?<!\w)(\w*)([\[<])([^\]>]*)[\]>]|$)", text):
        body += plain
        if mark:
            asked = len(spans) if mark == "[" else asked
            spans.append((len(body), len(body) + len(prefix + name)))
            body += prefix + name
    document = Document.from_text("a", "", body, "", None)
    found = [Mention(0, "body", start, end, body[start:end], "LOC", 1.0) for start, end in spans]
    return resolve(document, found, gazetteer())[asked].place_id or "-"


def test_a_trap_is_a_sentence_with_one_place_asked() -> None:
    known = {place.place_id for place in gazetteer()} | {"-"}
    assert len(traps()) >= ENOUGH
    assert len({text for text, _, _ in traps()}) == len(traps())
    for text, place_id, _ in traps():
        assert len(re.findall(r"\[[^\]]+\]", text)) == 1, text
        assert place_id in known, text


def test_most_traps_are_passed() -> None:
    wrong = [(trap, text, place_id, answer(text)) for text, place_id, trap in traps() if answer(text) != place_id]
    for line in wrong:
        print(*line, sep=" | ")
    print(Counter(trap for trap, *_ in wrong))
    assert len(wrong) <= (1 - RIGHT) * len(traps())
