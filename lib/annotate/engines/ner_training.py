"""Training the tagger: a word lexicon from encyclopaedia text first, then the CRF that uses it as evidence."""

import gzip
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from lib.annotate.engines.fast import GUIDE, SUMS, WEIGHTS, WORDS, known_names
from lib.annotate.engines.features import Features
from lib.annotate.engines.ner_data import Tagged, joined, ours, read_articles, read_conll
from lib.arabic.normalize import fold

_KINDS = frozenset({"PERS", "LOC", "ORG"})  # our guide has no MISC: nationalities and the like are no mentions
_NEWS, _OTHER_NEWS, _WIKI, _TITLES = (
    "ant_news.jsonl",
    "anercorp_train.txt",
    "wikifane_segmented.txt",
    "wikiann_train.txt",
)

# Chosen on held-out news (see data/models/README.md): L1 keeps the file small, more iterations changed nothing.
_PARAMETERS = {"c1": 0.3, "c2": 0.02, "max_iterations": 70, "feature.possible_transitions": False}

# A word enters the lexicon when it stood in a name this often, in this share of its occurrences; it is `sure` above
# the higher share and `often` seen above the higher count, has a kind when one kind has this share, and leads or
# ends persons' names when it does so twice as often as not. Tried once, kept: rounder cuts gave the same.
_SEEN, _OFTEN, _SHARE, _SURE, _ONE_KIND = 2, 8, 0.3, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Text:
    """Annotated sentences and the name of the guide they follow."""

    guide: str
    sentences: list[Tagged]


def train(data: Path, out: Path) -> str:
    """Train on the annotated texts in the folder `data`, write weights, lexicon and their sums to `out`."""
    wiki = list(joined(read_conll(data / _WIKI), _KINDS))
    words = lexicon([*wiki, *joined(read_conll(data / _TITLES), _KINDS)])
    texts = [*news(data), Text("wikifane", wiki)]
    weights = fit(texts, Features(words, known_names()))
    files = {WEIGHTS: gzip.compress(weights, 9, mtime=0), WORDS: packed(words)}
    for name, content in files.items():
        (out / name).write_bytes(content)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    (out / SUMS).write_text(sums, encoding="utf-8")
    sizes = ", ".join(f"{name} {len(content) / 1e6:.2f} MB" for name, content in files.items())
    return f"{sum(len(text.sentences) for text in texts)} sentences, {len(words)} words in the lexicon; wrote {sizes}."


def news(data: Path) -> list[Text]:
    """Read the news texts: those of our guide, and ANERcorp's under its own."""
    other = [ours(sentence, _KINDS) for sentence in read_conll(data / _OTHER_NEWS)]
    return [Text(GUIDE, list(read_articles(data / _NEWS))), Text("anercorp", other)]


def lexicon(sentences: Iterable[Tagged]) -> dict[str, str]:
    """Return for each folded word that is mostly part of names its classes: kind, how often and surely, its place."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in zip(sentence.words, sentence.tags, strict=True):
            seen[fold(word)][tag] += 1
    return {word: " ".join(found) for word, tags in seen.items() if len(word) > 1 and (found := _classes(tags))}


def _classes(tags: Counter[str]) -> list[str]:
    named = tags.total() - tags["O"]
    if named < _SEEN or named < _SHARE * tags.total():
        return []
    kinds = Counter({kind: tags[f"B-{kind}"] + tags[f"I-{kind}"] for kind in sorted(_KINDS)})
    kind, count = kinds.most_common(1)[0]
    letter = kind[0] if count >= _ONE_KIND * named else "X"
    found = [letter, f"{letter}{int(named >= _OFTEN)}{int(named > _SURE * tags.total())}"]
    leads, ends = tags["B-PERS"], tags["I-PERS"]
    if letter == "P" and leads + ends > _SEEN and (leads > 2 * ends or ends > 2 * leads):
        found.append("Pfirst" if leads > ends else "Plast")
    return found


def packed(words: dict[str, str]) -> bytes:
    """Return `word<TAB>classes` lines, gzipped: the same bytes for the same lexicon."""
    lines = "".join(f"{word}\t{classes}\n" for word, classes in sorted(words.items()))
    return gzip.compress(lines.encode("utf-8"), 9, mtime=0)


def fit(texts: Iterable[Text], features: Features) -> bytes:
    """Train a CRF on the texts and return its weights."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_PARAMETERS)
    for guide, sentence in _rows(texts):
        trainer.append(features.sentence(sentence.words, guide), sentence.tags)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "weights"
        trainer.train(str(path))
        return path.read_bytes()


def _rows(texts: Iterable[Text]) -> Iterator[tuple[str, Tagged]]:
    for text in texts:
        for sentence in text.sentences:
            yield text.guide, sentence
