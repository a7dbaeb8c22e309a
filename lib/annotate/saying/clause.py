"""The noun phrases around a reporting verb: its subject behind or before it."""

from lib.annotate.document import Mention
from lib.annotate.saying import cues, sources
from lib.annotate.saying.line import COMMAS, NAME_WORDS, Line

_DASHES = ("-", "–", "—", "ـ")
_STOPS = (".", "؟", "!", "(", "…", "|")
_MARKS = ("#", '"', "«", "»", "“", "”")
# A subject before its verb: titles, name and one apposition.
_SUBJECT_REACH = 14


def _is_word(rest: str) -> bool:
    """Tell whether what follows ب or ل is a word of its own that the tables know (بأي, بهذا, لوزير)."""
    return rest in ("اي", "هذا", "هذه", "ذلك", "كل") or rest in sources.nouns()


class Clause(Line):
    """A line in which subjects are looked for."""

    def is_boundary(self, at: int) -> bool:
        """Tell whether no noun phrase runs over this token."""
        word = self.folded[at]
        if self.mention_at[at] is not None and self.mention_at[at - 1 if at else 0] is self.mention_at[at] and at:
            return False
        if word == "عن" and at and self.folded[at - 1] in ("صادر", "صادره", "الصادر", "الصادره"):
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
        return self.words[at] in COMMAS or word in cues.words("time") or word in cues.words("filler")

    def is_pause(self, at: int) -> bool:
        """Tell whether a comma, a day or an occasion (في بيان) stands here and not another clause."""
        if at >= len(self.words):
            return False
        return self.is_filler(at) or self.folded[at] in cues.words("stop") or self.folded[at] in ("في", "علي")

    def addressed(self, at: int) -> int:
        """Return the token behind whom one speaks to (لـ«الشرق الأوسط», لوكالة رويترز), `at` when nobody is there."""
        word = self.folded[at]
        mention = self.mention_at[at]
        opens = word == "ل" or (word.startswith("ل") and sources.noun_kind(word) == "medium")
        if mention is not None and word[0] == "ل":
            opens = self.words[at][1:] in self.names or sources.has_medium_name([word], vouched=False)
        if not opens:
            return at
        end = at + 1
        if mention is None and end < len(self.words) and self.words[end] in _MARKS:
            return self.closing(end)
        whom = mention or (self.mention_at[end] if end < len(self.words) else None)
        while end < len(self.words) and whom is not None and self.mention_at[end] is whom:
            end += 1
        return end

    def is_clause_start(self, at: int) -> bool:
        """Tell whether a clause begins with this word."""
        return at == 0 or self._opens_clause(at - 1, relative=False)

    def closing(self, opening: int) -> int:
        """Return the token behind a name in quotation marks that opens there, or `opening` when none does."""
        stop = min(len(self.words), opening + NAME_WORDS + 2)
        return next((at + 1 for at in range(opening + 2, stop) if self.words[at] in ('"', "»", "”", "“")), opening)

    def is_aside(self, start: int, end: int) -> bool:
        """Tell whether the words are set off from their sentence by commas or dashes, or end it."""
        marks = (*COMMAS, *_DASHES, ".")
        return start > 0 and self.words[start - 1] in marks and (end >= len(self.words) or self.words[end] in marks)

    def noun_phrase(self, start: int, stop: int, *, prefixed: bool = False) -> tuple[int, int] | None:
        """Return token span of the noun phrase that opens at `start`, None when none does before `stop`.

        Time words between commas before it are stepped over; an apposition after a comma belongs to it when it
        names somebody or a function. `prefixed` lets it open with ل or ب (وفقا لتقرير), which no subject does.
        """
        at = start
        while at < stop and (
            self.words[at] in COMMAS
            or self.folded[at] in cues.words("time")
            or self.folded[at] in cues.words("filler")
            or (self.words[at].isdigit() and at + 1 < stop and self.folded[at + 1] in cues.words("time"))
            or (not prefixed and self.addressed(at) > at)
        ):
            at = max(at + 1, self.addressed(at) if not prefixed else at)
        if at >= stop or self.is_boundary(at) or (not prefixed and self._is_no_subject(at)):
            return None
        end = at + 1
        while end < stop and not self.is_boundary(end):
            if self.words[end] in COMMAS:
                end = self._apposition(end, stop)
                break
            if self._ends_name(end):
                break
            end += 1
        while end > at and (self.words[end - 1] in COMMAS or self.folded[end - 1] in ("في", "من", "و")):
            end -= 1
        return (at, end) if end > at else None

    def _ends_name(self, at: int) -> bool:
        """Tell whether a person's name stops before this word and nothing joins on (و + name, a function)."""
        before, here = self.mention_at[at - 1], self.mention_at[at]
        if before is None or before.kind != "PERS" or here is before or self.words[at] in '"”»':
            return False
        if here is not None:
            joined = self.words[at].startswith("و") and sources.noun_kind(self.words[at]) is None
            return self.words[at].startswith("ل") or (here.kind != "PERS" and not joined)
        return not self.words[at].startswith("و") and sources.noun_kind(self.words[at]) != "official"

    def _is_no_subject(self, at: int) -> bool:
        """Tell whether the word opens no subject: a preposition, a pronoun, an adverb in tanwin (مبتسمًا)."""
        word = self.words[at]
        if self.folded[at] in cues.words("no_source") or self._is_prefixed(at):
            return True
        return self.mention_at[at] is None and sources.noun_kind(word) is None and word.endswith(("ًا", "اً"))

    def is_noun(self, at: int, joined: bool) -> bool:
        """Tell whether a past verb's letters are a noun here: إلى طلب, تم نشر, ما ورد, or عبر (via) inside a clause."""
        if self.words[at] == "عبر" and not self.is_clause_start(at):
            return not self._opens_person(at + 1)
        before = self.folded[at - 1] if at else ""
        return before == "ما" if joined else before in cues.words("before_noun")

    def _opens_person(self, at: int) -> bool:
        mention = self.mention_at[at] if at < len(self.words) else None
        kind = sources.noun_kind(self.words[at]) if at < len(self.words) else None
        if at < len(self.words) and self.folded[at] in cues.words("filler"):
            return True
        return kind in ("official", "person", "unnamed") or (mention is not None and mention.kind == "PERS")

    def _is_prefixed(self, at: int) -> bool:
        """Tell whether a preposition is written in the word, so that it is no subject (بأي, للصحافيين)."""
        word = self.folded[at]
        mention = self.mention_at[at]
        if mention is not None:
            return mention.text[:1] in ("ل", "ب") and mention.text[1:] in self.names
        known = word in sources.nouns()
        return not known and (word.startswith(("بال", "لل")) or (word[:1] in "بل" and _is_word(word[1:])))

    def _apposition(self, comma: int, stop: int) -> int:
        """Return the end of the noun phrase once what follows the comma is judged."""
        end = comma + 1
        while end < stop and self.words[end] not in COMMAS and not self.is_boundary(end):
            end += 1
        inside = range(comma + 1, end)
        person = any((m := self.mention_at[i]) is not None and m.kind == "PERS" for i in inside)
        official = comma + 1 < end and sources.noun_kind(self.words[comma + 1]) == "official"
        return end if person or official else comma

    def first_content(self, at: int) -> int:
        """Return the first token from `at` on that is no comma, day or filler."""
        return next((i for i in range(at, len(self.words)) if not self.is_filler(i)), len(self.words))

    def phrase_before(self, end: int) -> tuple[int, int]:
        """Return token span of the phrase before `end`, for a claim that stands before its verb."""
        while end and self.words[end - 1] in COMMAS:
            end -= 1
        start = end
        while start > max(0, end - _SUBJECT_REACH) and not self._opens_clause(start - 1, relative=False):
            start -= 1
        return start, end

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
            self.words[at] in (*COMMAS, *_STOPS, *_DASHES, ":") or word in cues.words("beside")
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
        head = sources.head(self.words[start : min(start + 2, end)])
        return head is not None

    def actor_end(self, span: tuple[int, int]) -> int | None:
        """Return where the source ends inside a noun phrase that runs into the object, None when no actor opens it."""
        kind = sources.noun_kind(self.words[span[0]])
        headed = kind is not None
        end = span[0] + 1 if headed else None
        opens = span[0] + (self.words[span[0]] == "#")
        named: Mention | None = None
        for at in range(span[0], span[1]):
            mention = self.mention_at[at]
            bridged = headed and named is None and end is not None and set(self.words[end:at]) <= set(_MARKS)
            second = named is not None and (named.kind == "PERS" or not headed)
            titled = kind not in ("institution", "medium", "document") and not second
            person = mention is not None and mention.kind == "PERS" and titled
            if mention is not None and (mention is named or bridged or person or at == opens):
                named, end = mention, at + 1
            elif end == at and headed and self._joins(span[0], at):
                end = at + 1
        if end is not None and end < span[1] and self.words[end] in _MARKS and headed:
            open_marks = sum(word in _MARKS[1:] for word in self.words[span[0] : end]) % 2
            end = end + 1 if open_marks else self.closing(end)
        return end

    def _joins(self, first: int, at: int) -> bool:
        """Tell whether the word goes on with a source's noun: وزارة الداخلية, وزارة خارجية البحرين."""
        second = at == first + 1 and sources.noun_kind(self.words[at]) is not None
        return second or (self.words[at].startswith("ال") and not self._after_name(at))

    def _after_name(self, at: int) -> bool:
        before = self.mention_at[at - 1]
        return before is not None and before.kind in ("PERS", "LOC")
