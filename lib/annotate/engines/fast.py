"""The embedded engine: a sequence tagger with shipped weights; no download, no torch, one core."""

import gzip
import hashlib
from collections.abc import Collection
from copy import copy
from functools import cache
from pathlib import Path
from typing import Self

from lib.annotate.engines.ner_features import Features
from lib.annotate.engines.ner_network import Network
from lib.annotate.engines.ner_tagger import Tagger
from lib.annotate.engines.ner_weights import Weights
from lib.errors import EngineError

MODELS = Path(__file__).parents[3] / "data" / "models"
WEIGHTS, WORDS, SUMS = "ner.npz", "ner_words.tsv.gz", "ner.sha256"
_TONE_SUMS = "tone.sha256"
NEWS, ANERCORP = "news", "anercorp"  # the guide of our own annotation, which new text follows; the one that has MISC


def checked(folder: Path, sums: str) -> dict[str, bytes]:
    """Return the weights named in a `sha256  name` list; EngineError names the file that is missing or damaged."""
    lines = _content(folder / sums).decode("utf-8", "replace").splitlines()
    found: dict[str, bytes] = {}
    for digest, name in (line.split(maxsplit=1) for line in lines if len(line.split()) == 2):
        found[name] = _content(folder / name)
        if hashlib.sha256(found[name]).hexdigest() != digest:
            raise _broken(folder / name, "is damaged")
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _broken(path, f"cannot be read ({error.strerror})") from None


def _broken(path: Path, what: str) -> EngineError:
    return EngineError(
        f"The weights {path} {what}: restore data/models or train them anew with `python -m lib.annotate.train ner`."
    )


def read_words(data: bytes) -> dict[str, str]:
    """Return each folded word's classes from gzipped `word<TAB>classes` lines."""
    return dict(line.split("\t", 1) for line in gzip.decompress(data).decode("utf-8").splitlines())


class FastEngine:
    """A small recurrent network over words as the sums of their features. One per process and thread."""

    name = "fast"
    version = "2"

    def __init__(self, folder: Path = MODELS) -> None:
        held = checked(folder, SUMS)
        if unlisted := {WEIGHTS, WORDS} - held.keys():
            raise _broken(folder / SUMS, f"does not list {', '.join(sorted(unlisted))}")
        try:
            network = Network(Weights.unpacked(held[WEIGHTS]), Features(read_words(held[WORDS])))
        except ValueError as error:
            raise _broken(folder / WEIGHTS, f"is of another version ({error})") from error
        self._taggers = {guide: Tagger([network], guide) for guide in (NEWS, ANERCORP)}
        self._tagger = self._taggers[NEWS]
        self.weights_sha256 = _combined(folder)

    def under(self, kinds: Collection[str]) -> Self:
        """Return the engine as it tags by the guide that has these kinds: ours, or ANERcorp's when MISC is one."""
        other = copy(self)
        other._tagger = self._taggers[ANERCORP if "MISC" in kinds else NEWS]
        return other

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        """Return a BIO tag for each token of each sentence."""
        return [[tag for tag, _ in tags] for tags in self._tagger.tag(sentences, scored=False)]

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        """Like `tag`, with each tag's marginal probability."""
        return self._tagger.tag(sentences, scored=True)

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        """Return the probabilities of negative, neutral and positive for each sentence."""
        from lib.annotate.engines import tone_model  # noqa: PLC0415  its weights load only when tone is asked for

        return tone_model.tone(sentences)


def _combined(folder: Path) -> str:
    lists = [folder / name for name in (SUMS, _TONE_SUMS) if (folder / name).exists()]
    return hashlib.sha256(b"".join(path.read_bytes() for path in lists)).hexdigest()


@cache
def load() -> FastEngine:
    """Return the engine with the shipped weights, read once per process."""
    return FastEngine()
