"""Attribution: which statements a text reports, and whose they are."""

from collections.abc import Sequence
from dataclasses import replace

from lib.annotate.document import PARTS, Attribution, Document, Mention
from lib.annotate.saying.clause import Clause
from lib.annotate.saying.quotes import quotes
from lib.annotate.saying.reports import Reader
from lib.annotate.saying.speakers import Statement

# A claim is direct when so much of it stands in quotation marks, the rest being a place or a time: a judgement;
# 0.3 to 0.6 score the same on our gold.
_DIRECT = 0.5


def attributions(document: Document, mentions: Sequence[Mention]) -> list[Attribution]:
    """Return the article's reported statements in order of their cues.

    A claim never runs over its sentence. Cues inside quotation marks are the speaker's own words and left out.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    names = frozenset(mention.text for mention in mentions)
    found: list[Attribution] = []
    for part in PARTS:
        text = document.text(part)
        reader, marks = Reader(document, mentions), quotes(text)
        for sentence in document.sentences:
            if sentence.part == part:
                reader.read(Clause(sentence, text, marks, by_sentence.get(sentence.sentence, []), names))
        found += [_row(statement) for statement in _cut(reader.found)]
    return found


def _cut(found: Sequence[Statement]) -> list[Statement]:
    """End each claim where the next cue of its sentence begins."""
    cut: list[Statement] = []
    for at, statement in enumerate(found):
        claim = statement.claim
        if claim:
            later = [s.cue[0] for s in found[at + 1 :] if s.line is statement.line and s.cue[0] > claim[0]]
            claim = (claim[0], min([claim[1], *later]))
        cut.append(replace(statement, claim=claim))
    return cut


def _row(statement: Statement) -> Attribution:
    line = statement.line
    cue = _span(line, statement.cue)
    source = _trimmed(line.text, *_span(line, statement.source)) if statement.source else None
    claim, direct = _claim(line, statement.claim) if statement.claim else (None, False)
    return Attribution(
        sentence=line.sentence.sentence,
        part=line.sentence.part,
        cue_start=cue[0],
        cue_end=cue[1],
        cue=line.text[slice(*cue)],
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        source=line.text[slice(*source)] if source else "",
        kind=statement.kind,
        named=statement.named,
        direct=direct,
        claim_start=claim[0] if claim else None,
        claim_end=claim[1] if claim else None,
        speaker=statement.speaker,
        via=statement.via,
    )


def _span(line: Clause, span: tuple[int, int]) -> tuple[int, int]:
    return line.tokens[span[0]].start, line.tokens[span[1] - 1].end


def _claim(line: Clause, span: tuple[int, int]) -> tuple[tuple[int, int] | None, bool]:
    """Return the claim's characters, without marks around it, and whether it stands in quotation marks."""
    start, end = span
    while start < end and line.words[start] in "،,:؛-–—":
        start += 1
    while end > start and line.words[end - 1] in "،,:؛.-–—":
        end -= 1
    if start >= end:
        return None, False
    left, right = _span(line, (start, end))
    for opened, closed in line.quotes:
        if left <= opened < right and min(closed, right) - opened > _DIRECT * (right - left):
            inside = _trimmed(line.text, opened + 1, min(closed - 1, right)) if opened == left else (left, right)
            return inside, inside is not None
    return _trimmed(line.text, left, right), False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without space and colons around it, None when no word is left."""
    piece = text[start:end]
    if not any(char.isalnum() for char in piece):
        return None
    return start + len(piece) - len(piece.lstrip(" :")), end - len(piece) + len(piece.rstrip())
