"""The manifest: what a corpus is, from what and by what it was built."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from lib.corpus.schema import SCHEMA_VERSION
from lib.errors import CorpusError


@dataclass(frozen=True)
class Input:
    """One input as the user named it; sha256 over the file, or over the names and bytes of a folder's files."""

    name: str
    sha256: str
    records: int
    rejected: int


@dataclass(frozen=True)
class EngineStamp:
    """Which engine annotated the corpus, and the sha256 of its weights."""

    name: str
    version: str
    weights_sha256: str


@dataclass(frozen=True)
class Manifest:
    """`created` is UTC, ISO 8601; `counts` holds the rows of each table; `kept_rules` cleaning rules switched off."""

    schema_version: int
    corpus_id: str
    created: str
    engine: EngineStamp
    inputs: tuple[Input, ...]
    counts: dict[str, int]
    kept_rules: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, path: Path) -> "Manifest":
        """Read manifest.json; CorpusError when there is none or it is of another schema version."""
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise CorpusError(
                f"{path.parent} is not a Mijhar corpus (no manifest.json): build one with "
                f"`python -m lib build INPUT --out {path.parent}`."
            ) from None
        except (OSError, ValueError) as error:
            raise CorpusError(f"{path} cannot be read ({error}): build the corpus again.") from error
        version = raw.get("schema_version") if isinstance(raw, dict) else None
        if version != SCHEMA_VERSION:
            raise CorpusError(
                f"{path.parent} was built with schema version {version} and this Mijhar reads {SCHEMA_VERSION}: "
                "build it again."
            )
        try:
            inputs = tuple(Input(**entry) for entry in raw["inputs"])
            stamp, kept = EngineStamp(**raw["engine"]), tuple(raw.get("kept_rules", ()))
            return cls(version, raw["corpus_id"], raw["created"], stamp, inputs, raw["counts"], kept)
        except (KeyError, TypeError) as error:
            raise CorpusError(f"{path} is incomplete ({error}): build the corpus again.") from error

    def to_json(self) -> str:
        """Return the manifest as readable JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def corpus_id(texts: Iterable[tuple[str, str]], engine: EngineStamp) -> str:
    """Return the sha256 over (article id, cleaned text) pairs, in id order, and the engine with its weights."""
    digest = hashlib.sha256()
    for article_id, text in sorted(texts):
        digest.update(f"{article_id}\0{text}\0".encode())
    digest.update(f"{engine.name}\0{engine.version}\0{engine.weights_sha256}".encode())
    return digest.hexdigest()


def input_sha256(path: Path) -> str:
    """Return the sha256 over a file's bytes, or over the relative names and bytes of a folder's files in name order."""
    if path.is_file():
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    digest = hashlib.sha256()
    for file in sorted(entry for entry in path.rglob("*") if entry.is_file()):
        digest.update(f"{file.relative_to(path).as_posix()}\0{input_sha256(file)}\0".encode())
    return digest.hexdigest()
