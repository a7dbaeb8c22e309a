"""Tone: how each sentence sounds, and what of it falls on those it names."""

from collections import Counter
from collections.abc import Sequence

from lib.annotate.document import Attribution, Document, Mention, Target, Tone
from lib.annotate.engines import Engine

# Below this top probability the label is more likely wrong than right, so the system abstains. On five-fold
# cross-validation over the 6,000 training sentences (data/models/README.md) 0.5 keeps 78 % of them and lifts accuracy
# from 66 % to 71 %; 0.45 keeps 89 % (68 %), 0.6 keeps 57 % (78 %).
ABSTAIN_BELOW = 0.5
# Somebody who only reports is rarely whom the tone is about: half as sure. A judgement, not measured.
_REPORTER = 0.5
_TARGETS = ("PERS", "ORG", "LOC")


def tones(documents: Sequence[Document], engine: Engine) -> list[list[Tone]]:
    """Return the tone of each document's sentences, in order; the engine is asked once for all of them."""
    texts = [each.text(s.part)[s.start : s.end] for each in documents for s in each.sentences]
    heard = iter(engine.tone(texts))
    return [
        [Tone(s.sentence, *(shares := next(heard)), abstained=max(shares) < ABSTAIN_BELOW) for s in document.sentences]
        for document in documents
    ]


def targets(mentions: Sequence[Mention], tones: Sequence[Tone], attributions: Sequence[Attribution]) -> list[Target]:
    """Return the tone toward each person, organisation and place mentioned: its sentence's, surer or less sure.

    The score is the sentence's top probability, divided by the number of names that share the sentence and halved
    for who only speaks or relays there. An abstained sentence says nothing about anybody: it has no row.
    """
    heard = {tone.sentence: tone for tone in tones if not tone.abstained}
    named = [mention for mention in mentions if mention.kind in _TARGETS]
    crowd = Counter((mention.sentence, _identity(mention)) for mention in named)
    sharing = Counter(sentence for sentence, _ in crowd)
    reporters = {m for a in attributions for m in (a.speaker, a.via) if m is not None}
    rows: list[Target] = []
    for mention in named:
        tone = heard.get(mention.sentence)
        if tone is not None:
            own = _REPORTER if mention in reporters else 1.0
            rows.append(Target(mention, tone.tone, own * _sureness(tone) / sharing[mention.sentence]))
    return rows


def _identity(mention: Mention) -> str:
    return mention.entity_id or mention.text


def _sureness(tone: Tone) -> float:
    return max(tone.p_negative, tone.p_neutral, tone.p_positive)
