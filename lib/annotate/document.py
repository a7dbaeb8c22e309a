"""The rows that annotation passes from layer to layer; offsets count characters of their part, title or body."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from lib.arabic.sentences import spans
from lib.arabic.tokens import Token, tokens

Part = Literal["title", "body"]
Kind = Literal["PERS", "LOC", "ORG", "MISC"]
PARTS: tuple[Part, ...] = ("title", "body")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `sentence` numbers the article's sentences from 0, those of the title first."""

    sentence: int
    part: Part
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article cut into sentences and tokens."""

    article_id: str
    title: str
    body: str
    publisher: str
    published: datetime | None
    sentences: tuple[Sentence, ...]

    @classmethod
    def from_text(
        cls, article_id: str, title: str, body: str, publisher: str, published: datetime | None
    ) -> "Document":
        """Cut title and body into sentences and tokens."""
        cut: list[Sentence] = []
        for part, text in zip(PARTS, (title, body), strict=True):
            for start, end in spans(text):
                cut.append(Sentence(len(cut), part, start, end, tuple(tokens(text[start:end], start))))
        return cls(article_id, title, body, publisher, published, tuple(cut))

    def text(self, part: Part) -> str:
        """Return the part's text."""
        return self.title if part == "title" else self.body


@dataclass(frozen=True, slots=True)
class Mention:
    """A named entity where it stands; `text` is exactly the part's characters from `start` to `end`.

    A clitic written in the same word (و ف ب ل ك س) lies inside the span. An uncertain mention has a score below what
    names usually have. `entity_id` is "" until linked, and so is `rule`, which says what joined it to its entity.
    """

    sentence: int
    part: Part
    start: int
    end: int
    text: str
    kind: Kind
    score: float
    entity_id: str = ""
    uncertain: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A real-world entity; `aliases` are its mentions' spellings in this corpus, most frequent first.

    `romanised` says that `name_en` is no name found in a table but the Arabic one in Latin letters, by rule.
    """

    entity_id: str
    kind: Kind
    name_ar: str
    name_en: str
    aliases: tuple[str, ...]
    place_id: str | None = None
    romanised: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A LOC mention and the gazetteer place it points to, None when it is not resolved; score 0 to 1.

    `reasons` are identifiers of place_reasons.REASONS: why this place, or why none.
    """

    mention: Mention
    place_id: str | None
    score: float
    role: str
    candidates: tuple[tuple[str, float], ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """One leg of a movement that a sentence tells, in `order` from 0 within the article."""

    sentence: int
    order: int
    from_place_id: str | None
    to_place_id: str | None
    traveller: Mention | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement that the text reports of a source. Spans are in the sentence's part; a missing one is None.

    `source` is the source as named at that point, "" when elided (وأضاف). `speaker` and `via` are mentions.
    """

    sentence: int
    part: Part
    cue_start: int
    cue_end: int
    cue: str
    source_start: int | None
    source_end: int | None
    source: str
    kind: str
    named: bool
    direct: bool
    claim_start: int | None
    claim_end: int | None
    speaker: Mention | None
    via: Mention | None


@dataclass(frozen=True, slots=True)
class Tone:
    """A sentence's tone: probabilities of negative, neutral, positive; `abstained` when none is clear enough."""

    sentence: int
    p_negative: float
    p_neutral: float
    p_positive: float
    abstained: bool

    @property
    def tone(self) -> float:
        """Expected tone, -1 (negative) to 1 (positive)."""
        return self.p_positive - self.p_negative


@dataclass(frozen=True, slots=True)
class Target:
    """Tone toward a mentioned entity in a sentence, -1 to 1; score 0 to 1 says how sure."""

    mention: Mention
    tone: float
    score: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """All that the layers found in one article."""

    document: Document
    mentions: Sequence[Mention] = ()
    tones: Sequence[Tone] = ()
    places: Sequence[PlaceMention] = ()
    journeys: Sequence[Journey] = ()
    attributions: Sequence[Attribution] = ()
    targets: Sequence[Target] = field(default=())
