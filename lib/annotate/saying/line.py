"""A sentence seen from a reporting verb: what is quoted in it and where the verb's complement opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.document import Mention, Sentence
from lib.annotate.saying import cues, sources
from lib.arabic.normalize import fold

# Forms of قائلا, which only carry on a report that another verb opened (folded).
SAYING = ("قايلا", "قايله")
COMMAS = ("،", ",", "؛")
# How far a complement may stand from its verb, subject and apposition between them: a judgement, rarely reached.
_REACH = 40
# Words in quotation marks that name something (وكالة "رويترز") rather than quote it.
NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the words of a report open: token of the opener and first token of the claim."""

    at: int
    claim: int


# Openers that are no part of what is reported; أنه, اللوم, اتهامات are.
_OPENERS = frozenset(fold(word) for word in ["أن", "بأن", "إلى", "على", "عن", "من", "في", ":"])


class Line:
    """A sentence's tokens with what each is: quoted, part of a mention, a clause opener.

    `mentions` are the sentence's own; `names` are the texts of all mentions of the article.
    """

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        quotes: Sequence[tuple[int, int]],
        mentions: Sequence[Mention],
        names: frozenset[str],
    ):
        self.sentence, self.text = sentence, text
        self.tokens = sentence.tokens
        self.words = [token.text for token in self.tokens]
        self.folded = [cues.folded(word) for word in self.words]
        self.names = names
        self.mentions = mentions
        self.mention_at: list[Mention | None] = [
            next((m for m in self.mentions if m.start < token.end and token.start < m.end), None)
            for token in self.tokens
        ]
        self.quotes = [q for q in quotes if q[0] < sentence.end and q[1] > sentence.start and not self._is_name(q)]
        self.quoted = [any(s < t.start and t.end < e for s, e in self.quotes) for t in self.tokens]
        self.opens = {t.start for t in self.tokens} & {s for s, _ in self.quotes}

    def _is_name(self, quote: tuple[int, int]) -> bool:
        """Tell whether the marks hold a name: a short one, after a noun or لـ, with a mention or before أن."""
        inside = [i for i, t in enumerate(self.tokens) if quote[0] < t.start and t.end < quote[1]]
        if not inside or len(inside) > NAME_WORDS or quote[1] > self.sentence.end:
            return False
        before = self.words[inside[0] - 2] if inside[0] >= 2 else ""
        named = self.mention_at[inside[0]] is not None or sources.has_medium_name(
            [self.words[i] for i in inside], vouched=True
        )
        titled = bool(sources.bare(before) & cues.words("titled"))
        behind = self.folded[inside[-1] + 2 : inside[-1] + 3]
        speaks = before in ("لـ", "ل") or (before != ":" and bool(set(behind) & (cues.words("clause") | {"الى"})))
        return named or titled or speaks or (sources.noun_kind(before) in ("medium", "institution", "document"))

    def candidates(self) -> list[int]:
        """Return the tokens where a reporting verb or phrase may stand."""
        return [at for at, word in enumerate(self.words) if cues.verb(word) or cues.phrase(self.folded, at)]

    def opens_quote(self, at: int) -> bool:
        """Tell whether the token is the mark that opens a quotation."""
        return self.tokens[at].start in self.opens

    def complement(self, after: int, cue: cues.Cue) -> Complement | None:
        """Return the first complement behind `after` that makes the verb a report, None when it is not one."""
        passed = after
        for at in range(after, min(len(self.words), after + _REACH)):
            phrase = cues.phrase(self.folded, at)
            passed = max(passed, at + phrase[0]) if phrase else passed
            if at < passed:
                continue
            if self._opens_complement(at, cue.needs):
                return self.opened(at)
            if self._ends_clause(at, cue.needs, first=at == after):
                return None
        return None

    def _opens_complement(self, at: int, needs: frozenset[str]) -> bool:
        word = self.folded[at]
        if self.opens_quote(at):
            return bool({"clause", "«"} & needs) or ("ب" in needs and self._is_bi(at + 1))
        if word == ":":
            return bool({"clause", ":"} & needs) and not self.words[at - 1].isdigit()
        if word == "ان" and sources.has_medium_name(self.words[at : at + 3], vouched=False):
            return False
        if word == "عن" and self.folded[at - 1] in ("صادر", "صادره", "الصادر", "الصادره"):
            return False
        clause = "clause" in needs and word in cues.words("clause")
        return clause or (word in needs and word != "object") or ("ب" in needs and self._is_bi(at))

    def _ends_clause(self, at: int, needs: frozenset[str], *, first: bool) -> bool:
        """Tell whether the verb's clause is over; قائلا only carries it on, unless a comma sets it off."""
        if self.folded[at] in SAYING and self.words[at - 1] not in COMMAS and "clause" in needs:
            return False
        return self.words[at] in (".", "؟", "!") or (not first and self._other_verb(at))

    def _is_bi(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.folded[at]
        mention = self.mention_at[at]
        inside = mention is not None and mention.start < self.tokens[at].start
        return (
            word.startswith("ب")
            and len(word) > 3
            and word not in cues.words("not_bi")
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
        if self.opens_quote(at) or self._is_bi(at):
            return Complement(at, at)
        claim = at + (self.folded[at] in _OPENERS)
        while (
            claim < len(self.words)
            and claim - at < 4
            and (self.words[claim] in (":", "،") or self.folded[claim] in ("ان", "بان"))
        ):
            claim += 1
        return Complement(at, min(claim, len(self.words)))

    def is_no_report(self, at: int, cue: cues.Cue) -> bool:
        """Tell whether the word before denies the report or points at a fact: لم يعلن, مما يؤكد, وهو ما يؤكد."""
        before = self.folded[at - 1] if at else ""
        earlier = self.folded[at - 2] if at > 1 else ""
        fact = before in cues.words("fact") or (before == "ما" and earlier in cues.words("pronoun") | set(COMMAS))
        return before in cues.words("negation") or (fact and cue.tense == "present" and not cue.pronoun)

    def is_clause(self, opening: Complement) -> bool:
        """Tell whether the complement is a clause or a quotation and not a preposition's object."""
        clause = self.folded[opening.at] in cues.words("clause") | {":"}
        inner = self.folded[max(opening.at, opening.claim - 1) : opening.claim + 1]
        return clause or self.opens_quote(opening.at) or bool(set(inner) & cues.words("clause"))
