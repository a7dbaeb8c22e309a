"""Reading reports: each reporting verb of a sentence with its source and its claim."""

from collections.abc import Sequence
from dataclasses import replace

from lib.annotate.document import Document, Mention
from lib.annotate.saying import cues, sources
from lib.annotate.saying.clause import Clause
from lib.annotate.saying.headings import heading
from lib.annotate.saying.line import COMMAS, SAYING, Complement
from lib.annotate.saying.relays import according, relay
from lib.annotate.saying.speakers import Span, Speakers, Statement
from lib.annotate.saying.verbs import Verb

# Groups of verbs that report on their own word: an unknown noun before أن is then still a speaker (فرق الإنقاذ).
_SPEAKING = ("say", "continue", "announce", "deny", "promise", "ask", "warn")
# وبحسب الوكالة، فقد قال مصدر: so many words between the two parts of one report.
_GAP = 2


class Reader:
    """Reads an article's sentences in order and remembers who spoke."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        self.who = Speakers(document, mentions)

    @property
    def found(self) -> list[Statement]:
        """The statements so far, in order of their cues."""
        return self.who.found

    def read(self, line: Clause) -> None:
        """Add the sentence's statements."""
        skip = 0
        titled = heading(self.who, line) if line.sentence.part == "title" else None
        if titled:
            self._add(titled)
            skip = titled.cue[1]
        for at in line.candidates():
            if at < skip or line.quoted[at] or self._is_inside(line, at):
                continue
            statement = according(self.who, line, at) or self._verb(line, at)
            if statement:
                self._add(statement)
                skip = statement.cue[1]
        self.who.before = line.mentions

    def _is_inside(self, line: Clause, at: int) -> bool:
        """Tell whether a word belongs to the report just read: قائلا, or وفقا لما نقلته الوكالة before the claim."""
        last = self.found[-1] if self.found else None
        if last is None or last.line is not line or last.claim is None or at >= last.claim[0]:
            return False
        relayed = last.kind != "medium" and cues.phrase(line.folded, at) is not None
        return relayed or line.folded[at] in SAYING

    def _add(self, new: Statement) -> None:
        """Append the statement, or fold it into the one of its sentence that it relays or completes."""
        last = self.found[-1] if self.found and self.found[-1].line is new.line else None
        if last is None:
            self.found.append(new)
            return
        medium = last.speaker if last.kind == "medium" else last.via
        if _retells(last, new):
            self.found[-1] = replace(new, cue=last.cue, via=medium)
        elif last.according and last.source and 0 <= new.cue[0] - last.source[1] <= _GAP:
            self.found[-1] = replace(new, via=new.via or medium)
        elif new.according and new.kind == "medium" and last.kind != "medium":
            self.found[-1] = replace(last, via=last.via or new.speaker)
        elif _gives_origin(last, new):
            self.found[-1] = replace(new, cue=last.cue, claim=last.claim, via=last.speaker, according=False)
        else:
            self.found.append(new)

    def _verb(self, line: Clause, at: int) -> Statement | None:
        hit = cues.verb(line.words[at])
        if hit is None or line.is_no_report(at, hit[0]) or line.asks_anonymity(at):
            return None
        verb = Verb(line, at, *hit)
        if verb.cue.tense == "past" and line.is_noun(at, verb.joined):
            return None
        if verb.cue.group == "relay":
            return relay(self.who, line, at, verb.cue)
        return self._with_pronoun(verb) if verb.cue.pronoun else self._reported(verb)

    def _reported(self, verb: Verb) -> Statement | None:
        opening = verb.line.complement(verb.at + 1, verb.cue)
        if verb.cue.group == "passive" or (verb.cue.tense == "past" and cues.is_passive(verb.line.words[verb.at])):
            return self._unnamed(verb, opening)
        if verb.cue.tense == "participle" and not verb.carries_on(opening):
            return None
        return self._subject_first(verb, opening) or self._verb_first(verb, opening)

    def _subject_first(self, verb: Verb, opening: Complement | None) -> Statement | None:
        """Read الوزير الذي قال إن, وكانت روسيا قد أعلنت أن: a relative or قد shows that the subject stands before."""
        takes_object = "object" in verb.cue.needs
        if verb.before not in cues.words("relative") | {"قد", "وقد"} or not (opening or takes_object):
            return None
        before = verb.line.subject_before(verb.at)
        if before is None:
            return None
        if opening and (not takes_object or verb.line.folded[opening.at] in cues.words("clause")):
            claim = opening.claim
        else:
            claim = verb.line.first_content(verb.at + 1)
        return self.who.statement(verb.line, verb.span, before, verb.rest(claim), verb.cue.gender)

    def _verb_first(self, verb: Verb, opening: Complement | None) -> Statement | None:
        """Read قال الوزير إن, and قال إن when the subject is left out."""
        after = verb.line.noun_phrase(verb.at + 1, opening.at if opening else len(verb.line.words))
        if verb.before in cues.words("pronoun") or (verb.cue.tense == "participle" and not verb.names_itself(after)):
            after = None
        if after and verb.line.folded[after[0]] in cues.words("divine"):
            return None
        if opening is None or (after and "object" in verb.cue.needs and _is_object(verb.line, after, opening)):
            return self._with_object(verb, after) if "object" in verb.cue.needs else None
        claim = verb.rest(opening.claim)
        if after is None:
            return None if verb.cue.group == "show" else self._elided(verb, claim)
        headed = sources.head(verb.line.words[slice(*after)])
        honoured = verb.line.folded[after[0]] in cues.words("honorific")
        known = headed is not None or honoured or any(verb.line.mention_at[i] for i in range(*after))
        if verb.cue.group == "show":
            known = headed is not None and headed[1] == "document"
        if not known and (verb.cue.group not in _SPEAKING or not verb.reaches(after, opening)):
            return self._elided(verb, claim) if verb.cue.group == "ask" else None
        return self.who.statement(verb.line, verb.span, after, claim, verb.cue.gender)

    def _with_object(self, verb: Verb, after: Span | None) -> Statement | None:
        """Read a verb that reports without أن: أعلنت الرابطة وفاة قائد المنتخب."""
        line = verb.line
        if verb.cue.tense == "present" and not verb.joined and not line.is_clause_start(verb.at):
            return None
        end = line.actor_end(after) if after else None
        if after is None or end is None:
            same_line = bool(self.found) and self.found[-1].line is line
            goes_on = verb.joined and verb.cue.group == "attitude" and same_line and after is not None
            carried = goes_on or (after is None and verb.cue.tense == "participle")
            return self._elided(verb, verb.rest(verb.at + 1)) if carried else None
        if end < after[1] and line.words[end] in COMMAS:
            end = after[1]
        claim = line.first_content(end)
        if claim >= len(line.words) or line.folded[claim] in (".", "علي", "الي"):
            return None
        return self.who.statement(line, verb.span, (after[0], end), verb.rest(claim), verb.cue.gender)

    def _elided(self, verb: Verb, claim: Span) -> Statement | None:
        """Read a verb without a subject behind it: it stands before, or it is who spoke last."""
        opens = (verb.joined and verb.at) or verb.cue.tense == "participle"
        before = None if opens else verb.line.subject_before(verb.at)
        if before:
            return self.who.statement(verb.line, verb.span, before, claim, verb.cue.gender)
        told = verb.cue.group in ("say", "continue") or verb.before in cues.words("pronoun")
        if verb.cue.tense == "present" and not told:
            return None
        earlier = self.who.last(verb.line, verb.at, verb.cue)
        return earlier and replace(
            earlier, line=verb.line, cue=verb.span, source=None, claim=claim, gender=verb.cue.gender, via=None,
            according=False,
        )  # fmt: skip

    def _with_pronoun(self, verb: Verb) -> Statement | None:
        """Read a verb that carries its object (التي أعلنها الوزير): only behind a relative, with its subject."""
        if verb.before not in cues.words("relative") | {"ما"}:
            return None
        if verb.cue.group == "opinion" and verb.before == "ما":
            return self._elided(replace(verb, joined=True), verb.rest(verb.at + 1))
        after = verb.line.noun_phrase(verb.at + 1, len(verb.line.words))
        end = verb.line.actor_end(after) if after and after[0] == verb.at + 1 else None
        if after is None or end is None:
            return None
        claim = verb.line.phrase_before(verb.at - 1)
        return self.who.statement(verb.line, verb.span, (after[0], end), claim, verb.cue.gender)

    def _unnamed(self, verb: Verb, opening: Complement | None) -> Statement | None:
        """Read قيل إن, and كما قيل without a claim of its own."""
        if opening is None and verb.before != "كما":
            return None
        claim = verb.rest(opening.claim) if opening else None
        return Statement(verb.line, verb.span, None, claim, "unnamed", False, verb.cue.gender)


def _is_object(line: Clause, source: Span, opening: Complement) -> bool:
    """Tell whether words between source and opener are the verb's object, so that the opener is another's."""
    at = source[1]
    while at < opening.at and (line.is_filler(at) or line.addressed(at) > at):
        at = max(at + 1, line.addressed(at))
    if line.words[opening.at - 1] in COMMAS and line.folded[opening.at] in cues.words("clause"):
        return False
    return not line.opens_quote(opening.at) and at < opening.at and not line.is_boundary(at)


def _retells(last: Statement, new: Statement) -> bool:
    """Tell whether the claim of a medium or document is another's report: وأفادت رويترز بأن كونتي قال إنه."""
    if last.kind not in ("medium", "document") or last.according or new.according:
        return False
    if not (last.source and last.claim and new.source):
        return False
    return abs(min(new.cue[0], new.source[0]) - last.claim[0]) <= 1


def _gives_origin(last: Statement, new: Statement) -> bool:
    """Tell whether a medium says, before its claim, whom it heard it from: ذكرت الوكالة نقلا عن مصدر أن."""
    if not (new.according and last.kind == "medium" and last.claim and last.source):
        return False
    return last.source[1] <= new.cue[0] < last.claim[0]
