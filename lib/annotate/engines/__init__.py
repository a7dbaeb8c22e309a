"""Engines recognise names and tone; all share one protocol, so a better one is one module and one row here."""

from collections.abc import Callable, Collection
from functools import cache
from importlib import import_module
from typing import Protocol

from lib.errors import EngineError

# name → module with a `load() -> Engine`; imported on first use, since an engine may be heavy.
ENGINES = {"fast": "lib.annotate.engines.fast", "camel": "lib.annotate.engines.camel"}


class Engine(Protocol):
    """Recognition and tone; stateless once loaded, one per process."""

    name: str
    version: str

    @property
    def weights_sha256(self) -> str:
        """The hash of all its weights; EngineError where some are missing or damaged."""
        ...

    def under(self, kinds: Collection[str]) -> "Engine":
        """Return the engine as it tags by the guide that has these kinds of names; itself when it knows one guide."""
        ...

    def tag(self, sentences: list[list[str]]) -> list[list[str]]:
        """Return a BIO tag (O, B-PERS, I-PERS, B-LOC, B-ORG, B-MISC …) for each token of each sentence."""
        ...

    def tag_scored(self, sentences: list[list[str]]) -> list[list[tuple[str, float]]]:
        """Like `tag`, with each tag's probability (0 to 1)."""
        ...

    def tone(self, sentences: list[str]) -> list[tuple[float, float, float]]:
        """Return the probabilities of negative, neutral and positive for each sentence."""
        ...


@cache
def engine(name: str) -> Engine:
    """Load the named engine once per process; EngineError names the known ones when there is none of that name."""
    if name not in ENGINES:
        raise EngineError(f"There is no engine named {name!r}: choose one of {', '.join(sorted(ENGINES))}.")
    load: Callable[[], Engine] = import_module(ENGINES[name]).load
    return load()
