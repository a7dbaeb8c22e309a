"""Quality of recognition on text that a training did not see: `python -m tests.held_out`, some 20 minutes on a core.

The network is trained as the shipped one is, but without the articles of one outlet and without the last sixth of
ANERcorp's train part, as one block; nor does it see the sentences of NewsFANE that share five words in a row with the
block, whose text is the same under another guide.
"""

import json
import os
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from lib.annotate.document import Document
from lib.annotate.engines.fast import ANERCORP, NEWS
from lib.annotate.engines.ner_data import KINDS, Tagged
from lib.annotate.engines.ner_features import Features
from lib.annotate.engines.ner_network import Network
from lib.annotate.engines.ner_tagger import Tagger
from lib.annotate.engines.ner_training import EPOCHS, Text, encyclopaedia, learn, read
from lib.annotate.entities import mentions
from lib.annotate.evaluate import compare
from lib.arabic.normalize import fold
from tests.conftest import SHARED
from tests.gold import Score

DATA = SHARED / "ner"
OUTLETS = {"CN": "CNN Arabic", "AL": "Al Arabiya", "SK": "Sky News Arabia"}
HELD = os.environ.get("HELD_OUTLET", "CN")
KINDS_SHOWN = ("PERS", "LOC", "ORG", "MISC")
_SHARED_WORDS = 5


class Unseen:
    """The trained network as an engine."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        return self._tagger.tag(sentences, scored=True)

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        return [[tag for tag, _ in row] for row in self.tag_scored(sentences)]


def split(texts: list[Text]) -> tuple[list[Text], list[Tagged], list[Tagged]]:
    """Return the texts to train on, the held outlet's sentences and ANERcorp's block."""
    news, other, wiki, fane = texts
    cut = len(other.sentences) * 5 // 6
    block = other.sentences[cut:]
    told = set().union(*map(_runs, block))
    kept = [
        Text(NEWS, [one for one in news.sentences if not one.article.startswith(HELD)]),
        Text(ANERCORP, other.sentences[:cut]),
        wiki,
        Text(fane.guide, [one for one in fane.sentences if told.isdisjoint(_runs(one))]),
    ]
    return kept, [one for one in news.sentences if one.article.startswith(HELD)], block


def _runs(one: Tagged) -> set[tuple[str, ...]]:
    words = [fold(word) for word in one.words if any(map(str.isalpha, word))]
    return {tuple(words[at : at + _SHARED_WORDS]) for at in range(len(words) - _SHARED_WORDS + 1)}


def articles() -> Iterator[tuple[Document, set[tuple[int, int, str]]]]:
    """Yield the held outlet's articles and their annotated mentions."""
    for line in (DATA / "ant_news.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"].startswith(HELD):
            gold = {(each["start"], each["end"], KINDS[each["type"]]) for each in row["mentions"]}
            yield Document.from_text(row["id"], "", row["text"], "", None), gold


def in_articles(engine: Unseen) -> Score:
    """Measure mentions as a build finds them, article by article."""
    documents, gold = zip(*articles(), strict=True)
    found = [{(one.start, one.end, one.kind) for one in rows} for rows in mentions(documents, engine)]
    right = sum(len(one & two) for one, two in zip(found, gold, strict=True))
    return Score(right, sum(map(len, found)), sum(map(len, gold)))


def main() -> None:
    """Train, measure and print."""
    texts, outlet, block = split(read(DATA))
    features = Features(encyclopaedia(texts, DATA))
    network = Network(learn(texts, features, epochs=EPOCHS), features)
    table = Table("measured on", "entities", "F1", *KINDS_SHOWN)
    for name, sentences, guide in (
        (f"{OUTLETS[HELD]}, sentences", outlet, NEWS),
        ("ANERcorp's block", block, ANERCORP),
    ):
        tagged = Unseen(Tagger([network], guide)).tag([one.words for one in sentences])
        measured = compare([one.tags for one in sentences], tagged)
        by_kind = {kind: f"{row['f1']:.3f}" for kind, row in measured["by_kind"].items()}
        table.add_row(
            name, str(measured["support"]), f"{measured['f1']:.3f}", *(by_kind.get(kind, "") for kind in KINDS_SHOWN)
        )
    whole = in_articles(Unseen(Tagger([network], NEWS)))
    table.add_row(f"{OUTLETS[HELD]}, whole articles, as a build", str(whole.gold), f"{whole.f1:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
