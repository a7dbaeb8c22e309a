"""Who speaks: the source of a report identified, and whoever goes on when none is named."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.document import Document, Mention
from lib.annotate.saying import cues, sources
from lib.annotate.saying.clause import Clause
from lib.arabic.normalize import fold

# An elided speaker is one of the last six sentences', some two paragraphs of news.
_MEMORY = 6
# رأفت الصباغ المتحدث الرسمي: a title stands among the words after a name.
_TITLE_REACH = 5
_QUOTES = frozenset('"«“”')
_MARKS = _QUOTES | {"#"}


# First token and the one behind the last.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A report while it is read: spans in tokens of its line; `source` None when elided."""

    line: Clause
    cue: Span
    source: Span | None
    claim: Span | None
    kind: str
    named: bool
    gender: str
    speaker: Mention | None = None
    via: Mention | None = None
    according: bool = False


def _is_one(statement: Statement) -> bool:
    """Tell whether a statement has one person as its speaker, who is never taken up by a plural."""
    if statement.speaker is None or statement.speaker.kind != "PERS":
        return False
    source = range(*statement.source) if statement.source else range(0)
    people = {m for at in source if (m := statement.line.mention_at[at]) is not None and m.kind == "PERS"}
    return len(people) < 2


class Speakers:
    """The article's statements so far, and what they and the titles tell about a source."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        self.roles = sources.roles(document, mentions)
        self.titled = {word for role in self.roles for word in sources.last_name(role.mention)}
        self.bodies = sources.bodies(document, mentions)
        self.people = [mention for mention in mentions if mention.kind == "PERS"]
        self.found: list[Statement] = []
        self.before: Sequence[Mention] = ()

    def last(self, line: Clause, at: int, cue: cues.Cue) -> Statement | None:
        """Return the statement whose speaker goes on, by gender where the verb shows it; else who the text is about."""
        near = [s for s in reversed(self.found) if line.sentence.sentence - s.line.sentence.sentence <= _MEMORY]
        recent = [s for s in near if not s.according]
        if cue.gender == "p":
            several = next((s for s in recent if not _is_one(s)), None)
            return several or Statement(line, (0, 0), None, None, "unnamed", False, "p")
        if cue.tense == "participle" and recent and recent[0].line is line:
            return recent[0]
        same = next((s for s in recent if s.gender == cue.gender), None)
        return same or self._topic(line, at) or next(iter([*recent, *near]), None)

    def _topic(self, line: Clause, at: int) -> Statement | None:
        """Return the first person, or else organisation, named before the verb or in the sentence before."""
        here = [m for m in line.mentions if m.start < line.tokens[at].start]
        for mentions in (here, [m for m in self.before if m not in line.mentions]):
            for kind in ("PERS", "ORG"):
                first = next((m for m in mentions if m.kind == kind), None)
                if first:
                    return Statement(line, (0, 0), None, None, *self._kind_of(line, first), "m", first)
        return None

    def statement(self, line: Clause, cue: Span, source: Span, claim: Span, gender: str) -> Statement:
        """Return the report of a source phrase, with the medium that it names on the way."""
        kind, named, speaker = self.identify(line, source)
        via = self.medium_in(line, source[1], claim[0]) or self.medium_in(line, cue[1], source[0])
        if kind in ("unnamed", "official") and via is None:
            via = self.medium_in(line, *source)
        return Statement(line, cue, source, claim, kind, named, gender, speaker, None if via is speaker else via)

    def identify(self, line: Clause, span: Span) -> tuple[str, bool, Mention | None]:
        """Return kind, named and speaker of a source phrase."""
        words = line.words[slice(*span)]
        if fold(words[0]) in cues.words("honorific"):
            titled = self._last_person(line, span[0])
            return "official", titled is not None, titled
        inside = list(dict.fromkeys(m for i in range(*span) if (m := line.mention_at[i]) is not None))
        person = next((m for m in inside if m.kind == "PERS"), None)
        headed = sources.head(words)
        first = line.mention_at[next((at for at in range(*span) if line.words[at] not in _MARKS), span[0])]
        if person and (headed is None or headed[1] not in ("document", "institution", "medium") or first is person):
            official = first is not person and headed is not None and headed[1] == "official"
            return "official" if official else self._kind_of(line, person)[0], True, person
        if first is not None and first.kind in ("ORG", "LOC", "MISC"):
            return (*self._kind_of(line, first), first)
        if headed is None or headed[1] in ("official", "unnamed", "person"):
            earlier = self.resolve(line, span)
            if earlier is not None and (earlier.kind == "PERS" or headed is None):
                return self._kind_of(line, earlier)[0], True, earlier
            return (*self._unlinked(words, headed[1] if headed else None), None)
        return self._body(line, span, headed[1], inside)

    def _unlinked(self, words: Sequence[str], kind: str | None) -> tuple[str, bool]:
        """Tell kind and named of a source without a mention; a name that none marks shows by the title behind it."""
        if kind is not None:
            return kind if kind != "person" else "unnamed", False
        if sources.has_medium_name(words, vouched=False):
            return "medium", True
        if words[0] in _MARKS or (words[0].isascii() and words[0].isalpha()):
            return "institution", True
        titled = any(word.startswith("ال") and sources.noun_kind(word) == "official" for word in words[1:_TITLE_REACH])
        return ("official", True) if titled else ("unnamed", False)

    def _body(self, line: Clause, span: Span, kind: str, inside: Sequence[Mention]) -> tuple[str, bool, Mention | None]:
        """Identify an institution, medium or document: its own name, else the one named before."""
        near = line.mention_at[min(span[0] + 1, span[1] - 1)]
        own = next((m for m in inside if m.kind in ("ORG", "MISC")), None) or near
        if own is None:
            earlier = self.resolve(line, span)
            own = earlier if earlier is not None and earlier.kind != "PERS" else None
        words = line.words[slice(*span)]
        if kind == "medium" and sources.names_another([*words, own.text if own else ""]):
            kind = "institution"
        definite = any(word.startswith(("ال", "وال")) for word in words[:2])
        named = own is not None or (kind == "institution" and definite)
        return kind, named or (kind == "medium" and sources.has_medium_name(words, vouched=True)), own

    def _kind_of(self, line: Clause, mention: Mention) -> tuple[str, bool]:
        if mention.kind == "PERS":
            known = sources.last_name(mention) & self.titled
            return ("official" if known else "person"), True
        return ("medium" if self._is_medium(line, mention) else "institution"), True

    def _is_medium(self, line: Clause, mention: Mention) -> bool:
        before = next((t.text for t in reversed(line.tokens) if t.end <= mention.start and t.text not in _MARKS), "")
        after = next((t.text for t in line.tokens if t.start >= mention.end), "")
        quoted = line.text[: mention.start][-1:] in _QUOTES or mention.text[0] in _QUOTES
        return sources.is_medium(mention, before, after, quoted=quoted)

    def _last_person(self, line: Clause, at: int) -> Mention | None:
        """Return whom سموه or معاليه honours: who spoke last among persons, else the last one named before."""
        spoke = next((s.speaker for s in reversed(self.found) if s.speaker and s.speaker.kind == "PERS"), None)
        here = (line.sentence.sentence, line.tokens[at].start)
        named = [m for m in self.people if (m.sentence, m.start) < here]
        return spoke or (named[-1] if named else None)

    def resolve(self, line: Clause, span: Span) -> Mention | None:
        """Return who a definite phrase without a name stands for (الوزارة, الوزير التركي): the last such source."""
        words = sources.plain(line.words[slice(*span)])
        if not line.words[span[0]].startswith(("ال", "وال")):
            return None
        for statement in reversed(self.found):
            if (
                statement.source
                and statement.speaker
                and words <= sources.plain(statement.line.words[slice(*statement.source)])
            ):
                return statement.speaker
        here = (line.sentence.sentence, line.tokens[span[0]].start)
        for mention, full in reversed(self.bodies):
            if (mention.sentence, mention.start) < here and words <= full:
                return mention
        return next(
            (
                r.mention
                for r in reversed(self.roles)
                if words <= r.words and (r.mention.sentence, r.mention.start) < here
            ),
            None,
        )

    def medium_in(self, line: Clause, start: int, stop: int) -> Mention | None:
        """Return the first news medium named between two tokens."""
        for at in range(start, min(stop, len(line.words))):
            mention = line.mention_at[at]
            if mention is not None and self._is_medium(line, mention):
                return mention
        return None
