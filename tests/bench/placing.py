"""Which share of a build goes into resolving places, in processor time of one process."""

import gzip
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from lib.annotate import layers
from lib.annotate.document import PlaceMention
from lib.corpus.build import build
from tests.bench.measure import NEWS, Measure

_ARTICLES, _RUNS = 300, 3


def placing() -> Iterator[Measure]:
    """Measure the share, roles of places included, on the first articles of the shared news, where they are at hand."""
    if NEWS.is_file():
        yield Measure("build: share of resolving places", "%", [_share() for _ in range(_RUNS)], 1)


def _share() -> float:
    resolve, spent = layers.resolve, 0.0

    def timed(*given: object) -> list[PlaceMention]:
        nonlocal spent
        began = time.process_time()
        found = resolve(*given)  # type: ignore[arg-type]
        spent += time.process_time() - began
        return found

    with tempfile.TemporaryDirectory() as folder, patch.object(layers, "resolve", timed):
        news = Path(folder) / "news.jsonl"
        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            news.write_text("".join(islice(lines, _ARTICLES)), encoding="utf-8")
        began = time.process_time()
        build([news], Path(folder) / "corpus")
        return 100 * spent / (time.process_time() - began)
