"""Titles that give their source before a colon: الكرملين: لا مؤشر على التدخل."""

from lib.annotate.document import Mention
from lib.annotate.saying import sources
from lib.annotate.saying.clause import Clause
from lib.annotate.saying.speakers import Span, Speakers, Statement

# Longer openings are phrases of their own (بعد عام على الحرب: ما الذي تغير): a judgement.
_REACH = 8
_MARKS = ("#", '"', "«", "»", "“", "”")
_SPEAKING = ("official", "unnamed", "document", "medium", "person")


def heading(who: Speakers, line: Clause) -> Statement | None:
    """Read a title whose words before its first colon are exactly a source; the colon is the cue.

    NOTE: a country before a colon is as often where it happened (مصر: ارتفاع الأسعار), so it is no source here.
    """
    at = next((i for i, word in enumerate(line.words[: _REACH + 1]) if word == ":"), None)
    if not at or at + 1 >= len(line.words):
        return None
    span = _unmarked(line, 0, at)
    if span is None or not _is_source(line, span):
        return None
    return who.statement(line, (at, at + 1), span, (at + 1, len(line.words)), "m")


def _unmarked(line: Clause, start: int, end: int) -> Span | None:
    """Return the span without quotation marks and hashes at its ends, None when it holds nothing else."""
    while start < end and line.words[start] in _MARKS:
        start += 1
    while end > start and line.words[end - 1] in _MARKS:
        end -= 1
    return (start, end) if end > start else None


def _is_source(line: Clause, span: Span) -> bool:
    """Tell whether the span is a name with its titles, a medium, or a phrase that a speaker's noun opens."""
    words = [line.words[i] for i in range(*span)]
    if line.noun_phrase(span[0], span[1]) != span:
        return False
    if sources.noun_kind(words[0]) in _SPEAKING and line.mention_at[span[0]] is None:
        return True
    return _is_name(line.mention_at[span[0]], line, span) or sources.has_medium_name(words, vouched=False)


def _is_name(mention: Mention | None, line: Clause, span: Span) -> bool:
    spanned = mention is not None and all(line.mention_at[i] is mention for i in range(*span))
    return spanned and mention is not None and mention.kind in ("PERS", "ORG")
