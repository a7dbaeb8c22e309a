"""How fast a corpus is built: articles a second, the command line's own start included."""

import gzip
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from tests.bench.measure import NEWS, Measure
from tests.browser.serving import ROOT

_ARTICLES = 1000


def builds(sample: Path) -> list[Measure]:
    """Build the sample and, where the shared news are at hand, their first articles, with one worker and with two."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = {"sample": (sample, len(list(sample.iterdir())))}
        if NEWS.is_file():
            inputs["news of 2018"] = _head(Path(folder))
        return [
            Measure(f"build: {name}, workers {workers}", "articles/s", [count / _seconds(path, workers)], 1)
            for name, (path, count) in inputs.items()
            for workers in (1, 2)
        ]


def _head(folder: Path) -> tuple[Path, int]:
    path = folder / "news.jsonl"
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        first = list(islice(lines, _ARTICLES))
    path.write_text("".join(first), encoding="utf-8")
    return path, len(first)


def _seconds(source: Path, workers: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "lib", "build", str(source), "--out", f"{folder}/corpus"]
        began = time.perf_counter()
        subprocess.run([*command, "--workers", str(workers)], cwd=ROOT, check=True, capture_output=True)
        return time.perf_counter() - began
