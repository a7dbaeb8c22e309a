"""Attribution: which statements a text reports, and whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.annotate import cues, sources
from lib.annotate.clause import Complement, Line
from lib.annotate.document import PARTS, Attribution, Document, Mention
from lib.annotate.quotes import quotes

# Groups of verbs that report on their own word: an unknown noun before أن is then still a speaker (فرق الإنقاذ).
# An elided speaker is one of the last six sentences', some two paragraphs of news.
_MEMORY = 6
_SPEAKING = ("say", "continue", "announce", "deny", "promise", "ask", "warn")


# وبحسب الوكالة، فقد قال مصدر: so many words between the two parts of one report.
_GAP = 2
# Fewer words than these beside a source are a credit line (نقلا عن "الوطن" السعودية), not a claim.
_CLAIM_WORDS = 2
_MARKS = ("#", '"', "«", "»", "“", "”")
# A claim is direct when so much of it stands in quotation marks: the rest is a connecting أن or a place (dev gold).
_DIRECT = 0.5


@dataclass(frozen=True, slots=True)
class _Statement:
    """A report while it is read: spans in tokens of its line; `source` None when elided."""

    line: Line
    cue: tuple[int, int]
    source: tuple[int, int] | None
    claim: tuple[int, int] | None
    kind: str
    named: bool
    gender: str
    speaker: Mention | None = None
    via: Mention | None = None
    according: bool = False


def attributions(document: Document, mentions: Sequence[Mention]) -> list[Attribution]:
    """Return the article's reported statements in order of their cues.

    A claim never runs over its sentence. Cues inside quotation marks are the speaker's own words and left out.
    """
    found: list[Attribution] = []
    for part in PARTS:
        reader = _Reader(document, mentions)
        marks = quotes(document.text(part))
        for sentence in document.sentences:
            if sentence.part == part:
                reader.read(Line(sentence, document.text(part), marks, mentions))
        found += [_row(statement) for statement in _cut(reader.found)]
    return found


class _Reader:
    """Reads an article's sentences in order and remembers who spoke."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        self.roles = sources.roles(document, mentions)
        self.titled = {word for role in self.roles for word in sources.last_name(role.mention)}
        self.bodies = sources.bodies(document, mentions)
        self.found: list[_Statement] = []
        self.before: Sequence[Mention] = ()

    def read(self, line: Line) -> None:
        """Add the sentence's statements."""
        at, skip = 0, 0
        for at in range(len(line.words)):
            if at < skip or line.quoted[at] or self._is_inside(line, at):
                continue
            statement = self._according(line, at) or self._verb(line, at)
            if statement:
                self._add(statement)
                skip = statement.cue[1]
        self.before = line.mentions

    def _is_inside(self, line: Line, at: int) -> bool:
        """Tell whether a word only belongs to the report just read: وأضاف العتيبي قائلا, وتابع وفقا لما نقلته الوكالة."""
        last = self.found[-1] if self.found else None
        if last is None or last.line is not line or last.claim is None or at >= last.claim[0]:
            return False
        return line.folded[at] in ("قايلا", "قايله") or (
            last.via is not None and cues.phrase(line.folded, at) is not None
        )

    def _add(self, new: _Statement) -> None:
        """Append the statement, or fold it into the one it relays or completes."""
        last = self.found[-1] if self.found and self.found[-1].line is new.line else None
        if (
            last
            and last.kind in ("medium", "document")
            and not new.according
            and new.source
            and last.claim
            and (last.source and not last.according and abs(min(new.cue[0], new.source[0]) - last.claim[0]) <= 1)
        ):
            via = last.speaker if last.kind == "medium" else last.via
            self.found[-1] = replace(new, cue=last.cue, via=via)
        elif last and last.according and last.source and 0 <= new.cue[0] - last.source[1] <= _GAP:
            self.found[-1] = replace(new, via=new.via or (last.speaker if last.kind == "medium" else last.via))
        elif last and new.according and new.kind == "medium" and last.kind != "medium":
            self.found[-1] = replace(last, via=last.via or new.speaker)
        elif (
            last
            and new.according
            and last.kind == "medium"
            and last.claim
            and (new.cue[0] < last.claim[0] and last.source and last.source[1] <= new.cue[0])
        ):
            self.found[-1] = replace(new, cue=last.cue, claim=last.claim, via=last.speaker, according=False)
        else:
            self.found.append(new)

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, line: Line, at: int) -> _Statement | None:
        hit = cues.verb(line.words[at])
        if hit is None or (at and line.folded[at - 1] in cues.words("negation")) or line.asks_anonymity(at):
            return None
        cue, joined = hit
        if cue.group == "relay":
            return self._relay(line, at, cue)
        opening = line.complement(at + 1, cue)
        if cue.pronoun:
            return self._relative(line, at, cue)
        if cue.group == "passive":
            return self._unnamed(line, at, opening, cue)
        antecedent = line.subject_before(at) if at and line.folded[at - 1] in cues.words("relative") else None
        if antecedent:
            claim = (opening.claim if opening else at + 1, len(line.words))
            ok = opening or "object" in cue.needs
            return self._statement(line, (at, at + 1), antecedent, claim, cue.gender) if ok else None
        after = line.noun_phrase(at + 1, opening.at if opening else len(line.words))
        if opening is None or (after and "object" in cue.needs and self._is_object(line, after, opening)):
            return self._with_object(line, at, cue, after, joined, opening)
        if after and self._is_source(line, after, cue):
            return self._statement(line, (at, at + 1), after, (opening.claim, len(line.words)), cue.gender)
        if after and cue.group not in _SPEAKING:
            return None
        return self._elided(line, at, cue, joined, (opening.claim, len(line.words)))

    def _is_object(self, line: Line, source: tuple[int, int], opening: Complement) -> bool:
        """Tell whether words between source and opener are the verb's object, so that the opener is another's."""
        at = source[1]
        while at < opening.at and line.is_filler(at):
            at += 1
        return at < opening.at and not line.is_boundary(at)

    def _with_object(
        self,
        line: Line,
        at: int,
        cue: cues.Cue,
        after: tuple[int, int] | None,
        joined: bool,
        opening: Complement | None,
    ) -> _Statement | None:
        """Read a verb that reports without أن: أعلنت الرابطة وفاة قائد المنتخب."""
        if "object" not in cue.needs:
            return None
        before = line.subject_before(at) if at and line.folded[at - 1] in ("قد", "وقد") else None
        if before:
            return self._statement(line, (at, at + 1), before, (at + 1, len(line.words)), cue.gender)
        if cue.tense == "present" and not joined and not line.is_clause_start(at):
            return None
        if after:
            end = self._actor_end(line, after)
            if end is None:
                goes_on = joined and cue.group == "attitude" and self.found and self.found[-1].line is line
                return self._elided(line, at, cue, joined, (at + 1, len(line.words))) if goes_on else None
            if any(word in "،," for word in line.words[slice(*after)]):
                end = after[1]
            claim = end
            while claim < len(line.words) and line.is_filler(claim):
                claim += 1
            if claim >= len(line.words) or line.words[claim] == "." or line.folded[claim] in ("علي", "الي"):
                return None
            return self._statement(line, (at, at + 1), (after[0], end), (claim, len(line.words)), cue.gender)
        return self._elided(line, at, cue, joined, (at + 1, len(line.words))) if cue.tense == "participle" else None

    def _actor_end(self, line: Line, span: tuple[int, int]) -> int | None:
        """Return where the source ends inside a noun phrase that runs into the object, None when no actor opens it."""
        headed = sources.head(line.words[span[0] : span[0] + 1]) is not None
        end = span[0] + 1 if headed else None
        for at in range(span[0], span[1]):
            mention = line.mention_at[at]
            bridged = end is not None and all(word in _MARKS for word in line.words[end:at])
            if mention is not None and (bridged or mention.kind == "PERS" or at == span[0] + (line.words[span[0]] == "#")):
                if end and not bridged and mention.kind != "PERS" and line.mention_at[at - 1] is not mention:
                    break
                end = at + 1
            elif end == at and headed and self._joins(line, span[0], at):
                end = at + 1
        if end is not None and end < span[1] and line.words[end] in _MARKS and headed:
            end = line.closing(end)
        return end

    def _joins(self, line: Line, first: int, at: int) -> bool:
        """Tell whether the word goes on with a source's noun: وزارة الداخلية, وزارة خارجية البحرين."""
        second = at == first + 1 and sources.noun_kind(line.words[at]) is not None
        return second or (line.words[at].startswith("ال") and not self._after_name(line, at))

    def _after_name(self, line: Line, at: int) -> bool:
        before = line.mention_at[at - 1]
        return before is not None and before.kind in ("PERS", "LOC")

    def _elided(self, line: Line, at: int, cue: cues.Cue, joined: bool, claim: tuple[int, int]) -> _Statement | None:
        """Read a verb without a subject behind it: it stands before, or it is who spoke last."""
        before = None if joined and at or cue.tense == "participle" else line.subject_before(at)
        if before:
            return self._statement(line, (at, at + 1), before, claim, cue.gender)
        if cue.tense == "present" and cue.group not in ("say", "continue"):
            return None
        earlier = self._last(line, at, cue)
        if earlier is None:
            return None
        return _Statement(line, (at, at + 1), None, claim, earlier.kind, earlier.named, cue.gender, earlier.speaker)

    def _last(self, line: Line, at: int, cue: cues.Cue) -> _Statement | None:
        """Return the statement whose speaker goes on, by gender where the verb shows it; else who the text is about."""
        near = [s for s in reversed(self.found) if line.sentence.sentence - s.line.sentence.sentence <= _MEMORY]
        recent = [s for s in near if not s.according]
        if cue.tense == "participle" and recent and recent[0].line is line:
            return recent[0]
        same = next((s for s in recent if s.gender == cue.gender), None)
        return same or self._topic(line, at) or next(iter([*recent, *near]), None)

    def _topic(self, line: Line, at: int) -> _Statement | None:
        """Return the first person, or else organisation, named before the verb or in the sentence before."""
        here = [m for m in line.mentions if m.start < line.tokens[at].start]
        for mentions in (here, [m for m in self.before if m not in line.mentions]):
            for kind in ("PERS", "ORG"):
                first = next((m for m in mentions if m.kind == kind), None)
                if first:
                    return _Statement(line, (0, 0), None, None, *self._kind_of(line, first), "m", first)
        return None

    def _relative(self, line: Line, at: int, cue: cues.Cue) -> _Statement | None:
        """Read a verb that carries its object (التي أعلنها الوزير): only behind a relative, with its subject."""
        if not at or line.folded[at - 1] not in cues.words("relative") | {"ما"}:
            return None
        if cue.group == "opinion" and line.folded[at - 1] == "ما":
            return self._elided(line, at, cue, True, (at + 1, len(line.words)))
        after = line.noun_phrase(at + 1, len(line.words))
        end = self._actor_end(line, after) if after and after[0] == at + 1 else None
        if after and end:
            return self._statement(
                line, (at, at + 1), (after[0], end), (line.phrase_before(at - 1), at - 1), cue.gender
            )
        return None

    def _unnamed(self, line: Line, at: int, opening: Complement | None, cue: cues.Cue) -> _Statement | None:
        claim = (opening.claim, len(line.words)) if opening else None
        ok = opening is not None or (at and line.folded[at - 1] == "كما")
        return _Statement(line, (at, at + 1), None, claim, "unnamed", False, cue.gender) if ok else None

    def _relay(self, line: Line, at: int, cue: cues.Cue) -> _Statement | None:
        """Read نقلت X عن Y قوله: X is the medium that relays, Y the speaker."""
        pronouns = ("عنه", "عنها", "عنهم")
        stop = min(len(line.words), at + 30)
        about = next((i for i in range(at + 1, stop) if line.folded[i] == "عن" or line.folded[i] in pronouns), None)
        said = next(
            (i for i in range(at + 1, stop) if line.folded[i] in cues.words("quoted") | cues.words("clause")
             or line.opens_quote(i) or line.folded[i] == ":"), None,
        )  # fmt: skip
        if about is None or said is None or about > said:
            return None
        opening = line.opened(said)
        if line.folded[said] in cues.words("quoted"):
            rest = next((i for i in range(said + 1, min(said + 14, len(line.words)))
                         if line.folded[i] in cues.words("clause") or line.opens_quote(i) or line.words[i] == ":"), None)  # fmt: skip
            opening = line.opened(rest) if rest is not None else Complement(said, said + 1)
        claim = (opening.claim, len(line.words))
        via = line.noun_phrase(at + 1, about) or line.noun_phrase(about + 1, said)
        medium = self._medium_in(line, at + 1, said)
        if line.folded[about] in pronouns:
            earlier = self._last(line, at, replace(cue, gender="f" if line.folded[about] == "عنها" else "m"))
            if earlier is None:
                return None
            return _Statement(
                line, (at, at + 1), None, claim, earlier.kind, earlier.named, earlier.gender, earlier.speaker, medium
            )
        source = line.noun_phrase(about + 1, said)
        if source is None:
            return None
        if medium is None and via and via != source:
            medium = self._resolve(line, via)
        return replace(self._statement(line, (at, at + 1), source, claim, "m"), via=medium)

    # -- بحسب, وفق, نقلا عن ---------------------------------------------------------------------------------------

    def _according(self, line: Line, at: int) -> _Statement | None:
        """Read a phrase that names its source: بحسب رويترز, وفق ما ذكرت الوكالة."""
        hit = cues.phrase(line.folded, at)
        if hit is None:
            return None
        end = at + hit[0]
        if hit[1]:
            verb = cues.verb(line.words[end]) if end < len(line.words) else None
            if verb is None:
                return None
            end += 1
        source = line.noun_phrase(end, len(line.words), prefixed=True)
        if source is None:
            return None
        stop = self._actor_end(line, source)
        known = (
            sources.head(line.words[source[0] : source[1]])
            or stop
            or sources.has_medium_name(line.words[slice(*source)])
        )
        bare_as = line.folded[at].lstrip("وف") == "كما"
        opened = source[1] < len(line.words) and (
            line.folded[source[1]] in cues.words("clause") | {":"} or line.opens_quote(source[1])
        )
        if not known or (bare_as and (opened or not line.is_aside(at, source[1]))):
            return None
        claim = (0, at)
        if opened:
            claim = (line.opened(source[1]).claim, len(line.words))
        elif at <= 1:
            claim = (source[1], len(line.words))
        if claim[1] - claim[0] < _CLAIM_WORDS:
            return None
        return replace(self._statement(line, (at, end), source, claim, "m"), according=True)

    # -- sources -------------------------------------------------------------------------------------------------

    def _is_source(self, line: Line, span: tuple[int, int], cue: cues.Cue) -> bool:
        known = sources.head(line.words[slice(*span)]) or any(line.mention_at[i] for i in range(*span))
        return bool(known) or cue.group in _SPEAKING

    def _statement(
        self, line: Line, cue: tuple[int, int], source: tuple[int, int], claim: tuple[int, int], gender: str
    ) -> _Statement:
        kind, named, speaker = self._identify(line, source)
        via = self._medium_in(line, source[1], claim[0])
        if kind in ("unnamed", "official") and via is None:
            via = self._medium_in(line, source[0], source[1])
        if via is speaker:
            via = None
        return _Statement(line, cue, source, claim, kind, named, gender, speaker, via)

    def _identify(self, line: Line, span: tuple[int, int]) -> tuple[str, bool, Mention | None]:
        """Return kind, named and speaker of a source phrase."""
        words = line.words[slice(*span)]
        inside = list(dict.fromkeys(m for i in range(*span) if (m := line.mention_at[i]) is not None))
        person = next((m for m in inside if m.kind == "PERS"), None)
        headed = sources.head(words)
        first = line.mention_at[min(span[0] + (words[0] == "#"), span[1] - 1)]
        if person and (headed is None or headed[1] not in ("document", "institution", "medium") or first is person):
            return self._kind_of(line, person)[0], True, person
        if first is not None and first.kind in ("ORG", "LOC", "MISC"):
            return (*self._kind_of(line, first), first)
        if headed is None or headed[1] in ("official", "unnamed", "person"):
            earlier = self._resolve(line, span)
            if earlier is not None and (earlier.kind == "PERS" or headed is None):
                return self._kind_of(line, earlier)[0], True, earlier
            kind = headed[1] if headed else "medium" if sources.has_medium_name(words) else "unnamed"
            return kind if kind != "person" else "unnamed", kind == "medium", None
        return self._body(line, span, headed[1], inside)

    def _body(
        self, line: Line, span: tuple[int, int], kind: str, inside: Sequence[Mention]
    ) -> tuple[str, bool, Mention | None]:
        """Identify an institution, medium or document: its own name, else the one named before."""
        own = next((m for m in inside if m.kind in ("ORG", "MISC")), None) or next(iter(inside), None)
        if own is None:
            own = self._resolve(line, span)
        words = line.words[slice(*span)]
        if kind == "medium" and any(sources.bare(word) & sources.not_media() for word in words):
            kind = "institution"
        definite = any(word.startswith(("ال", "وال")) for word in words[:2])
        named = own is not None or (kind == "institution" and definite)
        return kind, named or sources.has_medium_name(words) and kind == "medium", own

    def _kind_of(self, line: Line, mention: Mention) -> tuple[str, bool]:
        if mention.kind == "PERS":
            known = sources.last_name(mention) & self.titled
            return ("official" if known else "person"), True
        before = [t.text for t in line.tokens if t.end <= mention.start and t.text not in '"«“”#']
        return ("medium" if sources.is_medium(mention, before[-1] if before else "") else "institution"), True

    def _resolve(self, line: Line, span: tuple[int, int]) -> Mention | None:
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

    def _medium_in(self, line: Line, start: int, stop: int) -> Mention | None:
        for at in range(start, min(stop, len(line.words))):
            mention = line.mention_at[at]
            if mention is not None:
                before = next((w for w in reversed(line.words[:at]) if w not in '"«“”#'), "")
                if sources.is_medium(mention, before):
                    return mention
        return None


def _cut(found: Sequence[_Statement]) -> list[_Statement]:
    """End each claim where the next cue of its sentence begins."""
    cut: list[_Statement] = []
    for at, statement in enumerate(found):
        claim = statement.claim
        if claim:
            later = [s.cue[0] for s in found[at + 1 :] if s.line is statement.line and s.cue[0] > claim[0]]
            claim = (claim[0], min([claim[1], *later]))
        cut.append(replace(statement, claim=claim))
    return cut


def _row(statement: _Statement) -> Attribution:
    line = statement.line
    tokens, part = line.tokens, line.sentence.part
    cue = (tokens[statement.cue[0]].start, tokens[statement.cue[1] - 1].end)
    source = _span(line, statement.source) if statement.source else None
    claim, direct = _claim(line, statement.claim) if statement.claim else (None, False)
    return Attribution(
        line.sentence.sentence, part, *cue, line.text[slice(*cue)], *(source or (None, None)),
        line.text[slice(*source)] if source else "", statement.kind, statement.named, direct,
        *(claim or (None, None)), statement.speaker, statement.via,
    )  # fmt: skip


def _span(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    return line.tokens[span[0]].start, line.tokens[span[1] - 1].end


def _claim(line: Line, span: tuple[int, int]) -> tuple[tuple[int, int] | None, bool]:
    """Return the claim's characters, without marks around it, and whether it stands in quotation marks."""
    start, end = span
    while start < end and line.words[start] in "،,:؛-–—":
        start += 1
    while end > start and line.words[end - 1] in "،,:؛.-–—":
        end -= 1
    if start >= end:
        return None, False
    left, right = _span(line, (start, end))
    for s, e in line.quotes:
        if left <= s < right and min(e, right) - s > _DIRECT * (right - left):
            if s == left:
                left, right = s + 1, min(e - 1, right)
                left += len(line.text[left:right]) - len(line.text[left:right].lstrip(" :"))
            return (left, right), True
    return (left, right), False
