"""A sentence seen from a reporting verb: where its complement opens and where its subject stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate import cues, sources
from lib.annotate.document import Mention, Sentence
from lib.arabic.normalize import fold

_COMMAS = ("،", ",", "؛")
_DASHES = ("-", "–", "—", "ـ")
_STOPS = (".", "؟", "!", "(", "…", "|")
# How far a complement may stand from its verb, subject and apposition between them (news gold: 31 words at most).
_REACH = 40
# A subject before its verb: titles, name and one apposition.
_SUBJECT_REACH = 14
# Words in quotation marks that name something (وكالة "رويترز") rather than quote it.
_NAME_WORDS = 4
# Words with these first letters open a complement of a verb that takes ب, unless they are set phrases.
_NOT_BI = frozenset(
    fold(word) for word in "باسم بالإنابة بالوكالة بعد بين بحسب بشأن بشكل بلاده بدوره بدورها بمجلس بوزارة".split()
)


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the words of a report open: token of the opener and first token of the claim."""

    at: int
    claim: int


def noun_after(word: str) -> bool:
    """Tell whether the word is ب or ل before a word of its own that the tables know (بأي, بهذا, لوزير)."""
    rest = word[1:]
    return rest in ("اي", "هذا", "هذه", "ذلك", "كل") or rest in sources.nouns()


# Openers that are no part of what is reported; أنه, اللوم, اتهامات are.
_OPENERS = frozenset(fold(word) for word in "أن بأن إلى على عن من في :".split())


class Line:
    """A sentence's tokens with what each is: quoted, part of a mention, a clause opener."""

    def __init__(self, sentence: Sentence, text: str, quotes: Sequence[tuple[int, int]], mentions: Sequence[Mention]):
        self.sentence, self.text = sentence, text
        self.tokens = sentence.tokens
        self.words = [token.text for token in self.tokens]
        self.folded = [fold(word) for word in self.words]
        self.names = {m.text for m in mentions}
        self.mentions = [m for m in mentions if m.sentence == sentence.sentence]
        self.mention_at: list[Mention | None] = [
            next((m for m in self.mentions if m.start < token.end and token.start < m.end), None)
            for token in self.tokens
        ]
        self.quotes = [q for q in quotes if q[0] < sentence.end and q[1] > sentence.start and not self._is_name(q)]
        self.quoted = [any(s < t.start and t.end < e for s, e in self.quotes) for t in self.tokens]
        self.opens = {t.start for t in self.tokens} & {s for s, _ in self.quotes}

    def _is_name(self, quote: tuple[int, int]) -> bool:
        """Tell whether the quotation marks only hold a name: a short one after a noun or with a mention in it."""
        inside = [i for i, t in enumerate(self.tokens) if quote[0] < t.start and t.end < quote[1]]
        if not inside or len(inside) > _NAME_WORDS or quote[1] > self.sentence.end:
            return False
        before = self.words[inside[0] - 2] if inside[0] >= 2 else ""
        named = self.mention_at[inside[0]] is not None or sources.has_medium_name([self.words[i] for i in inside])
        return named or (sources.noun_kind(before) in ("medium", "institution", "document"))

    def opens_quote(self, at: int) -> bool:
        """Tell whether the token is the mark that opens a quotation."""
        return self.tokens[at].start in self.opens

    def complement(self, after: int, cue: cues.Cue) -> Complement | None:
        """Return the first complement behind `after` that makes the verb a report, None when it is not one."""
        passed = after
        for at in range(after, min(len(self.words), after + _REACH)):
            word = self.folded[at]
            found = cues.phrase(self.folded, at)
            passed = max(passed, at + found[0]) if found else passed
            if at < passed:
                continue
            if self.opens_quote(at) and ({"clause", "«"} & cue.needs or ("ب" in cue.needs and self._is_bi(at + 1))):
                return Complement(at, at)
            if word == ":" and ({"clause", ":"} & cue.needs) and not self.words[at - 1].isdigit():
                return self.opened(at)
            if word in cues.words("clause") and "clause" in cue.needs:
                return self.opened(at)
            if word in cue.needs and word != "object":
                return self.opened(at)
            if "ب" in cue.needs and self._is_bi(at):
                return Complement(at, at)
            if word in ("قايلا", "قايله") and self.words[at - 1] not in _COMMAS and "clause" in cue.needs:
                continue
            if word in (".", "؟", "!") or (at > after and self._other_verb(at)):
                return None
        return None

    def _is_bi(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.folded[at]
        mention = self.mention_at[at]
        inside = mention is not None and mention.start < self.tokens[at].start
        return (
            word.startswith("ب")
            and len(word) > 3
            and word not in _NOT_BI
            and not inside
            and (mention is None or not mention.text.startswith("ال"))
            and not self._starts_name(at)
        )

    def _starts_name(self, at: int) -> bool:
        mention = self.mention_at[at]
        return mention is not None and not self.words[at].startswith(("بال", "بـ")) and mention.kind == "PERS"

    def _other_verb(self, at: int) -> bool:
        hit = cues.verb(self.words[at])
        if hit is None or hit[0].tense == "present" or self.mention_at[at] is not None or self.asks_anonymity(at):
            return False
        inner = self.folded[at - 1] in cues.words("relative") | {"ما", "لما", "كما"}
        return not inner and self.folded[at] not in cues.words("stop")

    def asks_anonymity(self, at: int) -> bool:
        """Tell whether the verb only keeps the source's name back: رفضت الكشف عن هويتها, طلب عدم ذكر اسمه."""
        near = self.folded[at + 1 : at + 6]
        kept = any(word.startswith(("هوي", "اسم", "بهوي", "باسم")) for word in near)
        return kept and bool(set(near) & cues.words("anonymity"))

    def opened(self, at: int) -> Complement:
        """Step over the rest of the opener (إلى + أن, أن + :, عن + أن) to the first word of what is reported."""
        if self.opens_quote(at):
            return Complement(at, at)
        claim = at + (self.folded[at] in _OPENERS)
        while (
            claim < len(self.words)
            and claim - at < 4
            and (self.words[claim] in (":", "،") or self.folded[claim] in ("ان", "بان"))
        ):
            claim += 1
        return Complement(at, min(claim, len(self.words)))

    def is_boundary(self, at: int) -> bool:
        """Tell whether no noun phrase runs over this token."""
        word = self.folded[at]
        if self.mention_at[at] is not None and self.mention_at[at - 1 if at else 0] is self.mention_at[at] and at:
            return False
        if word == "عن" and at and self.folded[at - 1] in ("صادر", "صادره"):
            return False
        if word in _DASHES or self.words[at] in _STOPS or word == ":":
            return True
        return (
            word in cues.words("time") or word in cues.words("stop") or word in cues.words("relative")
            or word in cues.words("filler") or word in cues.words("quoted") or word in cues.words("clause")
            or (word in ("في", "علي") and self._is_event(at + 1))
            or (word == "من" and at > 0 and self.words[at - 1].startswith("ال"))
            or (word == "من" and self.folded[at + 1 : at + 2] in (["جانبه"], ["جانبها"], ["جهته"], ["جهتها"]))
            or cues.phrase(self.folded, at) is not None
            or (self._is_verbal(at))
        )  # fmt: skip

    def _is_verbal(self, at: int) -> bool:
        hit = cues.verb(self.words[at])
        return hit is not None and self.mention_at[at] is None and sources.noun_kind(self.words[at]) is None

    def _is_event(self, at: int) -> bool:
        return at < len(self.words) and bool(sources.bare(self.words[at]) & cues.words("event"))

    def is_filler(self, at: int) -> bool:
        """Tell whether the word may stand anywhere between a verb, its subject and its complement."""
        word = self.folded[at]
        return self.words[at] in _COMMAS or word in cues.words("time") or word in cues.words("filler")

    def is_clause_start(self, at: int) -> bool:
        """Tell whether a clause begins with this word."""
        return at == 0 or self._opens_clause(at - 1, relative=False)

    def closing(self, opening: int) -> int:
        """Return the token behind a name in quotation marks that opens there, or `opening` when none does."""
        stop = min(len(self.words), opening + _NAME_WORDS + 2)
        return next((at + 1 for at in range(opening + 2, stop) if self.words[at] in ('"', "»", "”", "“")), opening)

    def is_aside(self, start: int, end: int) -> bool:
        """Tell whether the words are set off from their sentence by commas or dashes, or end it."""
        marks = (*_COMMAS, *_DASHES, ".")
        return start > 0 and self.words[start - 1] in marks and (end >= len(self.words) or self.words[end] in marks)

    def noun_phrase(self, start: int, stop: int, *, prefixed: bool = False) -> tuple[int, int] | None:
        """Return token span of the noun phrase that opens at `start`, None when none does before `stop`.

        Time words between commas before it are stepped over; an apposition after a comma belongs to it when it
        names somebody or a function. `prefixed` lets it open with ل or ب (وفقا لتقرير), which no subject does.
        """
        at = start
        while at < stop and (
            self.words[at] in _COMMAS
            or self.folded[at] in cues.words("time")
            or self.folded[at] in cues.words("filler")
            or self.words[at].isdigit()
            and at + 1 < stop
            and self.folded[at + 1] in cues.words("time")
        ):
            at += 1
        if at >= stop or self.is_boundary(at) or (not prefixed and self._is_prefixed(at)):
            return None
        end = at + 1
        while end < stop and not self.is_boundary(end):
            if self.words[end] in _COMMAS:
                end = self._apposition(end, stop)
                break
            if self._ends_name(end):
                break
            end += 1
        while end > at and (self.words[end - 1] in _COMMAS or self.folded[end - 1] in ("في", "من", "و")):
            end -= 1
        return (at, end) if end > at else None

    def _ends_name(self, at: int) -> bool:
        """Tell whether a person's name stops before this word and nothing joins on (و + name, a function)."""
        before, here = self.mention_at[at - 1], self.mention_at[at]
        if before is None or before.kind != "PERS" or here is before or self.words[at] in '"”»':
            return False
        return not self.words[at].startswith("و") and sources.noun_kind(self.words[at]) != "official" and here is None

    def _is_prefixed(self, at: int) -> bool:
        """Tell whether a preposition is written in the word, so that it is no subject (بأي, للصحافيين)."""
        word = self.folded[at]
        mention = self.mention_at[at]
        if mention is not None:
            return mention.text[:1] in ("ل", "ب") and mention.text[1:] in self.names
        known = fold(self.words[at]) in sources.nouns()
        return not known and (word.startswith(("بال", "لل")) or (word[:1] in "بل" and noun_after(word)))

    def _apposition(self, comma: int, stop: int) -> int:
        """Return the end of the noun phrase once what follows the comma is judged."""
        end = comma + 1
        while end < stop and self.words[end] not in _COMMAS and not self.is_boundary(end):
            end += 1
        inside = range(comma + 1, end)
        person = any((m := self.mention_at[i]) is not None and m.kind == "PERS" for i in inside)
        official = comma + 1 < end and sources.noun_kind(self.words[comma + 1]) == "official"
        return end if person or official else comma

    def phrase_before(self, end: int) -> int:
        """Return the first token of the phrase that ends before `end`, for a claim that stands before its verb."""
        start = end
        while start > max(0, end - _SUBJECT_REACH) and not self._opens_clause(start - 1, relative=False):
            start -= 1
        return start

    def subject_before(self, verb: int) -> tuple[int, int] | None:
        """Return token span of the subject that stands before its verb (العطية قال, وكان كونتي قد أعلن)."""
        end = verb
        while end and self.folded[end - 1] in ("قد", "وقد", "كان", "كانت", "كانوا"):
            end -= 1
        relative = end > 0 and self.folded[end - 1] in cues.words("relative")
        end -= relative
        start = end
        while start > max(0, verb - _SUBJECT_REACH) and not self._opens_clause(start - 1, relative=relative):
            start -= 1
        while start < end and self.folded[start] in cues.words("beside"):
            start += 1
        if start >= end or cues.phrase(self.folded, start):
            return None
        if not self._is_actor_phrase(start, end, relative):
            return None
        return (self._title_start(start, end), end) if relative else (start, end)

    def _title_start(self, start: int, end: int) -> int:
        """Return where the name that ends a phrase begins, with the titles right before it."""
        name = next(i for i in range(start, end) if self.mention_at[i] is self.mention_at[end - 1])
        title = next((i for i in range(start, name) if sources.noun_kind(self.words[i]) == "official"), name)
        return title

    def _opens_clause(self, at: int, *, relative: bool) -> bool:
        word = self.folded[at]
        return (
            self.words[at] in (*_COMMAS, *_STOPS, *_DASHES, ":") or word in cues.words("beside")
            or word in cues.words("clause") or word in cues.words("time") or self.quoted[at]
            or self._is_verbal(at) or word in cues.words("relative")
        )  # fmt: skip

    def _is_actor_phrase(self, start: int, end: int, relative: bool) -> bool:
        first = self.mention_at[start]
        last = self.mention_at[end - 1]
        if relative:
            return last is not None
        if first is not None and first.start >= self.tokens[start].start - 1:
            return True
        return sources.head(self.words[start:end][:1]) is not None
