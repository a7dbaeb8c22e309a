"""Training the tagger: a word lexicon from encyclopaedia text first, then the network that uses it as evidence."""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lib.annotate.engines.fast import ANERCORP, NEWS, SUMS, WEIGHTS, WORDS
from lib.annotate.engines.ner_data import Tagged, joined, ours, read_articles, read_conll
from lib.annotate.engines.ner_features import Features
from lib.annotate.engines.ner_lexicon import lexicon, packed
from lib.annotate.engines.ner_torch import Example, Task, fit
from lib.annotate.engines.ner_weights import Weights

_KINDS = frozenset({"PERS", "LOC", "ORG"})  # our guide has no MISC: nationalities and the like are no mentions
_ALL_KINDS = _KINDS | {"MISC"}
_TAGS = ["O", *(f"{lead}-{kind}" for kind in sorted(_ALL_KINDS) for lead in "BI")]
_FORMS = ("w=", "t=")
_GRAM = "n="
_SEEN, _GRAM_SEEN = 3, 8  # how often a feature, and letters in a row, must stand in the texts to have a vector
EPOCHS = 8
_OWN = 2  # how often the texts of our own guide are read while the others are read once


@dataclass(frozen=True, slots=True)
class Text:
    """Annotated sentences and the name of the guide they follow."""

    guide: str
    sentences: list[Tagged]


def read(data: Path) -> list[Text]:
    """Read the annotated texts in the folder `data`, each under the guide it follows."""
    return [
        Text(NEWS, list(read_articles(data / "ant_news.jsonl"))),
        Text(ANERCORP, [ours(sentence, _ALL_KINDS) for sentence in read_conll(data / "anercorp_train.txt")]),
        Text("wikifane", list(joined(read_conll(data / "wikifane_segmented.txt"), _KINDS))),
        Text("newsfane", list(joined(read_conll(data / "newsfane_segmented.txt"), _KINDS))),
    ]


def train(data: Path, out: Path) -> str:
    """Train on the annotated texts in the folder `data`, write weights, lexicon and their sums to `out`."""
    texts = read(data)
    words = encyclopaedia(texts, data)
    weights = learn(texts, Features(words), epochs=EPOCHS)
    files = {WEIGHTS: weights.packed(), WORDS: packed(words)}
    for name, content in files.items():
        (out / name).write_bytes(content)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    (out / SUMS).write_text(sums, encoding="utf-8")
    sizes = ", ".join(f"{name} {len(content) / 1e6:.2f} MB" for name, content in files.items())
    return f"{sum(len(text.sentences) for text in texts)} sentences, {len(words)} words in the lexicon; wrote {sizes}."


def encyclopaedia(texts: Iterable[Text], data: Path) -> dict[str, str]:
    """Return the word lexicon of the encyclopaedia texts: WikiFANE's and WikiANN's, none of news."""
    wiki = [sentence for text in texts if text.guide == "wikifane" for sentence in text.sentences]
    return lexicon([*wiki, *joined(read_conll(data / "wikiann_train.txt"), _KINDS)], _KINDS)


def learn(texts: list[Text], features: Features, *, epochs: int, seed: int = 0) -> Weights:
    """Train a network on the texts."""
    alone = {word: features.alone(word) for text in texts for one in text.sentences for word in one.words}
    seen: Counter[str] = Counter()
    rows: list[tuple[int, Tagged, list[tuple[str, ...]]]] = []
    guides = list(dict.fromkeys(text.guide for text in texts))
    for text in texts:
        for one in text.sentences:
            marks = features.together(one.words)
            found = [(*alone[word], *filter(None, mark)) for word, mark in zip(one.words, marks, strict=True)]
            seen.update(feature for features_of_word in found for feature in features_of_word)
            rows.append((guides.index(text.guide), one, found))
    row_of = {name: row for row, name in enumerate((name for name, n in seen.items() if n >= _least(name)), 1)}
    forms = np.array([False, *(name.startswith(_FORMS) for name in row_of)])
    keys = np.array([zlib.crc32(name.encode()) for name in row_of], np.uint32)
    examples = [_example(guide, one, found, row_of) for guide, one, found in rows]
    own = [one for one in examples if guides[one.guide] == NEWS] * (_OWN - 1)
    return fit([*examples, *own], Task(_TAGS, guides, keys, forms), epochs, seed)


def _least(feature: str) -> int:
    return _GRAM_SEEN if feature.startswith(_GRAM) else _SEEN


def _example(guide: int, one: Tagged, found: list[tuple[str, ...]], row_of: dict[str, int]) -> Example:
    known = [[row_of[name] for name in names if name in row_of] or [0] for names in found]
    flat = np.array([row for rows in known for row in rows], np.int64)
    counts = np.array([len(rows) for rows in known], np.int64)
    return Example(guide, flat, counts, np.array([_TAGS.index(tag) for tag in one.tags], np.int64))
