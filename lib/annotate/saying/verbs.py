"""A reporting verb in its sentence: whether it reports, and whether the noun behind it is its subject."""

from dataclasses import dataclass

from lib.annotate.saying import cues, sources
from lib.annotate.saying.clause import Clause
from lib.annotate.saying.line import Complement
from lib.annotate.saying.speakers import Span

# An unknown speaker is a short one (فرق الإنقاذ المحلية); longer phrases are objects and clauses: a judgement.
_UNKNOWN_WORDS, _SURE_WORDS = 6, 2
# محذرة من, معبرة عن: a feminine participle without a comma reports only when its complement stands so near.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb where it stands; `joined` when و or ف is written with it."""

    line: Clause
    at: int
    cue: cues.Cue
    joined: bool

    @property
    def span(self) -> Span:
        """The verb's own token."""
        return self.at, self.at + 1

    @property
    def before(self) -> str:
        """The folded word before it, "" at the start."""
        return self.line.folded[self.at - 1] if self.at else ""

    def carries_on(self, opening: Complement | None) -> bool:
        """Tell whether a participle reports (، مشيرا إلى أن) and does not describe a noun (بشائر معبرة عن تحول)."""
        if self.joined or self.cue.gender == "m" or self.line.is_clause_start(self.at):
            return True
        other = any(cues.verb(word) for word in self.line.words[self.at + 1 : self.at + _NEAR])
        return opening is not None and opening.at - self.at <= _NEAR and not other

    def names_itself(self, after: Span | None) -> bool:
        """Tell whether a participle has a subject of its own (مشيرا المصدر إلى), not an object (داعيا الدول إلى)."""
        if after is None or self.cue.group == "ask":
            return False
        mention = self.line.mention_at[after[0]]
        word = self.line.words[after[0]]
        titled = sources.noun_kind(word) in ("official", "unnamed") and word.startswith("ال")
        return titled or (mention is not None and mention.kind == "PERS")

    def reaches(self, after: Span, opening: Complement) -> bool:
        """Tell whether a noun that no table knows is still the subject: short, right before أن, and nobody's own."""
        line = self.line
        size = after[1] - after[0]
        telling = self.cue.tense == "past" and self.cue.group in ("say", "continue") and size <= _SURE_WORDS
        if size > _UNKNOWN_WORDS or not (line.is_clause(opening) or telling):
            return False
        if self.cue.group == "ask" or (self.cue.tense == "present" and self.cue.group != "say"):
            return False
        first = line.words[after[0]]
        owned = first.endswith(("ه", "ها", "هم", "هما")) or (first.startswith("ال") and first.endswith("ين"))
        return not owned and (after[1] == opening.at or line.is_pause(after[1]))

    def rest(self, start: int) -> Span:
        """The sentence from a token on."""
        return start, len(self.line.words)
