"""Articles whose names are marked in their text, and what linking makes of them."""

import re

from lib.annotate.document import Document, Entity, Kind, Mention
from lib.annotate.linking import link

MARK = re.compile(r"\[([^]|]+)\|(PERS|LOC|ORG)\]")


def article(marked: str, number: int = 0) -> tuple[Document, list[Mention]]:
    """Make an article whose mentions are written [الأسد|PERS]."""
    spots: list[tuple[int, int, Kind]] = []
    body = ""
    at = 0
    for found in MARK.finditer(marked):
        body += marked[at : found.start()]
        spots.append((len(body), len(body) + len(found[1]), found[2]))  # type: ignore[arg-type]
        body += found[1]
        at = found.end()
    body += marked[at:]
    document = Document.from_text(f"{number:016x}", "", body, "", None)
    mentions = [
        Mention(sentence.sentence, "body", start, end, body[start:end], kind, 0.9)
        for start, end, kind in spots
        for sentence in document.sentences
        if sentence.start <= start < sentence.end
    ]
    assert len(mentions) == len(spots)
    return document, mentions


def linked(*marked: str) -> tuple[list[list[Mention]], dict[str, Entity]]:
    mentions, entities = link([article(text, number) for number, text in enumerate(marked)])
    return mentions, {entity.entity_id: entity for entity in entities}


def names(*marked: str) -> list[str]:
    """Return the English names of all mentions in order."""
    mentions, entities = linked(*marked)
    return [entities[mention.entity_id].name_en for found in mentions for mention in found]
