"""The engine itself: CAMeL Tools' classes read the models, and what they were asked for comes with probabilities.

Importing this module imports camel_tools.ner, which downloads a catalogue where there is none: see `load`.
"""

import hashlib
from collections.abc import Callable, Collection
from functools import cached_property
from importlib.metadata import version
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, Self

import torch
from camel_tools.ner import NERecognizer
from camel_tools.sentiment import SentimentAnalyzer

from lib.annotate.engines.camel.bert import Bert
from lib.annotate.engines.camel.installed import NAMES, TONE, Model, damaged, folder, weights
from lib.annotate.engines.camel.tagging import tag_scored
from lib.annotate.engines.camel.tone import LABELS, tone
from lib.annotate.engines.ner_data import tag_of


class CamelEngine:
    """AraBERT for names and multilingual BERT for tone, as CAMeL Tools trained them; on the GPU when there is one."""

    name = "camel"

    def __init__(self) -> None:
        self.version = f"{version('camel-tools')} ({NAMES.package}, {TONE.package})"
        if parent_process() is not None:  # a build has a process for each core that it may use
            torch.set_num_threads(1)

    @cached_property
    def weights_sha256(self) -> str:
        """The hash over those of both models' weights.

        Both are opened for it: a build asks before it reads, and so learns at once what is missing or damaged.
        """
        opened = {NAMES: self._names, TONE: self._tone}
        return hashlib.sha256("".join(_sha256(weights(model)) for model in opened).encode()).hexdigest()

    def under(self, kinds: Collection[str]) -> Self:
        """Return itself: the model knows one guide, ANERcorp's."""
        return self

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        """Return a BIO tag for each token of each sentence, the same as NERecognizer's."""
        return [[tag for tag, _ in tags] for tags in self.tag_scored(sentences)]

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        """Like `tag`, with each tag's probability; a token that the model cannot see is O for certain."""
        return tag_scored(self._names, sentences)

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        """Return the probabilities of negative, neutral and positive; a text's first 510 word pieces are heard."""
        return tone(self._tone, sentences)

    @cached_property
    def _names(self) -> Bert:
        return _opened(NAMES, NERecognizer, lambda labels: all(map(tag_of, labels)))

    @cached_property
    def _tone(self) -> Bert:
        return _opened(TONE, SentimentAnalyzer, lambda labels: set(labels) == set(LABELS))


def _opened(model: Model, reader: Callable[[str], Any], known: Callable[[list[str]], bool]) -> Bert:
    """Return the model as CAMeL Tools' class reads it; EngineError where it cannot, or labels are not as `known`."""
    where = folder(model)
    try:
        bert = Bert.from_camel(reader(str(where)))
        bert.logits(bert.tokenizer(["خبر"])["input_ids"])  # a damaged vocabulary shows when it is first used
    except Exception as error:  # each damaged file raises another family of errors
        why = str(error).partition("\n")[0]
        raise damaged(model, where, f"cannot be read as a model ({why})") from error
    if not known(bert.labels):
        raise damaged(model, where / "config.json", f"names other labels ({', '.join(bert.labels)})")
    return bert


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
