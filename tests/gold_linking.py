"""Linking on the 650 annotated articles of ../shared/ner/ant_news.jsonl: B-cubed against the annotators' names.

The mentions are given from the gold, so that only linking is measured; `python -m tests.gold` prints it.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from lib.annotate.document import Document, Mention
from lib.annotate.linking import link

KINDS = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}


@dataclass(frozen=True)
class BCubed:
    """Mean precision and recall over mentions of the entity each is in."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(frozen=True)
class Measured:
    """B-cubed over all mentions and by the gold's kind, and how many words linking read a second of processor time."""

    whole: BCubed
    kinds: dict[str, BCubed]
    speed: float


def measure(path: Path) -> Measured:
    """Link the gold mentions of all articles as one corpus."""
    articles, names = read(path)
    link(articles[:1])  # the tables are read once, not for every corpus
    began = process_time()
    linked, _ = link(articles)
    seconds = process_time() - began
    pairs = [
        (mention.entity_id, name)
        for found, gold in zip(linked, names, strict=True)
        for mention, name in zip(found, gold, strict=True)
    ]
    kinds = [mention.kind for _, mentions in articles for mention in mentions]
    words = sum(len(sentence.tokens) for document, _ in articles for sentence in document.sentences)
    scored = scores(pairs)
    return Measured(
        mean(scored),
        {kind: mean([score for score, of in zip(scored, kinds, strict=True) if of == kind]) for kind in KINDS.values()},
        words / seconds,
    )


def read(path: Path) -> tuple[list[tuple[Document, list[Mention]]], list[list[str]]]:
    """Return the articles with their gold mentions, and those mentions' gold names."""
    articles, names = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        document = Document.from_text(gold["id"], "", gold["text"], "", None)
        spots = sorted(gold["mentions"], key=lambda one: one["start"])
        articles.append((document, [_mention(document, one) for one in spots]))
        names.append([one["name"] for one in spots])
    return articles, names


def _mention(document: Document, gold: dict) -> Mention:
    sentence = next(one.sentence for one in document.sentences if gold["start"] < one.end)
    span = gold["start"], gold["end"]
    return Mention(sentence, "body", *span, document.body[slice(*span)], KINDS[gold["type"]], 1.0)


def scores(pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Return each mention's precision and recall, from its (entity found, entity in the gold)."""
    both, found, gold = Counter(pairs), Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    return [(both[pair] / found[pair[0]], both[pair] / gold[pair[1]]) for pair in pairs]


def mean(scored: Sequence[tuple[float, float]]) -> BCubed:
    """Return the mean of (precision, recall) pairs."""
    return BCubed(*(sum(part) / len(scored) for part in zip(*scored, strict=True)))
