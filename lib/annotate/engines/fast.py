"""The embedded engine: a sequence tagger with shipped weights; no download, no torch, one core."""

import gzip
import hashlib
from functools import cache, lru_cache
from pathlib import Path

import pycrfsuite

from lib.annotate.actors import actors
from lib.annotate.engines.features import Features, Phrases
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens
from lib.errors import EngineError

MODELS = Path(__file__).parents[3] / "data" / "models"
WEIGHTS, WORDS, SUMS = "ner.crfsuite.gz", "ner_words.tsv.gz", "ner.sha256"
GUIDE = "news"  # the guide of our own annotation, which the tagger follows on new text
_TONE_SUMS = "tone.sha256"


def checked(folder: Path, sums: str) -> dict[str, bytes]:
    """Return the weights named in a `sha256  name` list; EngineError names the file that is missing or damaged."""
    try:
        lines = (folder / sums).read_text(encoding="utf-8").split("\n")
    except OSError:
        raise EngineError(
            f"The weights list {folder / sums} is missing: restore data/models from the release."
        ) from None
    found: dict[str, bytes] = {}
    for digest, name in (line.split() for line in lines if line.strip()):
        try:
            data = (folder / name).read_bytes()
        except OSError:
            raise EngineError(
                f"The weights {folder / name} are missing: restore data/models from the release."
            ) from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise EngineError(f"The weights {folder / name} are damaged: restore data/models from the release.")
        found[name] = data
    return found


def known_names() -> Phrases:
    """Return the curated actors' names as the tagger sees them."""
    return Phrases(
        ([fold(token.text) for token in tokens(name)], actor.kind) for actor in actors() for name in actor.names
    )


def read_words(data: bytes) -> dict[str, str]:
    """Return each folded word's classes from gzipped `word<TAB>classes` lines."""
    return dict(line.split("\t", 1) for line in gzip.decompress(data).decode("utf-8").splitlines())


class FastEngine:
    """A linear-chain CRF over words, affixes, neighbours and known names. One per process and thread."""

    name = "fast"
    version = "1"

    def __init__(self, folder: Path = MODELS) -> None:
        weights = checked(folder, SUMS)
        self._features = Features(read_words(weights[WORDS]), known_names())
        # NOTE: the tagger reads these bytes in place and does not own them; let go of them and it tags with garbage.
        self._weights = gzip.decompress(weights[WEIGHTS])
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._weights)
        self.weights_sha256 = _combined(folder)

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        """Return a BIO tag for each token of each sentence."""
        return [[tag for tag, _ in tags] for tags in self._run(sentences, scored=False)]

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        """Like `tag`, with each tag's marginal probability."""
        return self._run(sentences, scored=True)

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        """Return the probabilities of negative, neutral and positive for each sentence."""
        from lib.annotate.engines import tone_model  # noqa: PLC0415  its weights load only when tone is asked for

        return tone_model.tone(sentences)

    def _run(self, sentences: list[list[str]], *, scored: bool) -> list[list[tuple[str, float]]]:
        return [self._sentence(words, scored=scored) if words else [] for words in sentences]

    def _sentence(self, words: list[str], *, scored: bool) -> list[tuple[str, float]]:
        pieces, starts = _pieces(words)
        self._tagger.set(self._features.sentence(pieces, GUIDE))
        tags = self._tagger.tag()
        scores = [self._tagger.marginal(tag, at) for at, tag in enumerate(tags)] if scored else [1.0] * len(tags)
        scored_tags = list(zip(tags, scores, strict=True))
        return [_first_name(scored_tags[start:end]) for start, end in starts]


def _pieces(words: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Cut words with glued marks, as other corpora's tokens are, into ours; return where each word's pieces lie."""
    pieces: list[str] = []
    where: list[tuple[int, int]] = []
    for word in words:
        cut = _cut(word)
        where.append((len(pieces), len(pieces) + len(cut)))
        pieces += cut
    return pieces, where


@lru_cache(maxsize=1 << 16)
def _cut(word: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(word)) or (word,)


def _first_name(tags: list[tuple[str, float]]) -> tuple[str, float]:
    return next((entry for entry in tags if entry[0] != "O"), tags[0])


def _combined(folder: Path) -> str:
    lists = [folder / name for name in (SUMS, _TONE_SUMS) if (folder / name).exists()]
    return hashlib.sha256(b"".join(path.read_bytes() for path in lists)).hexdigest()


@cache
def load() -> FastEngine:
    """Load the shipped weights once."""
    return FastEngine()
