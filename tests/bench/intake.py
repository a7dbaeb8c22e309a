"""What reading, cleaning and finding copies cost: processor time, whatever else the machine does, and memory."""

import gzip
import json
import random
import resource
import subprocess
import sys
from pathlib import Path

from lib import read
from lib.clean import clean, without_recurring
from lib.clean.copies import copies
from lib.read import Article
from tests.bench.measure import NEWS, Measure
from tests.browser.serving import ROOT

_COPIES, _RUNS = 30_000, 3


def intake() -> list[Measure]:
    """Measure on the shared news, where they are at hand."""
    if not NEWS.is_file():
        return []
    reading, both = zip(*(_read_and_clean(NEWS) for _ in range(_RUNS)), strict=True)
    made = {kind: _copies(kind) for kind in ("recombined", "near-duplicates")}
    return [
        Measure("reading JSONL, one core", "articles/s", list(reading)),
        Measure("reading and cleaning JSONL, one core", "articles/s", list(both)),
        *(Measure(f"copies among 30,000 {kind}", "CPU s", [seconds], 1) for kind, (seconds, _) in made.items()),
        *(Measure(f"copies among 30,000 {kind}, memory", "MiB", [peak]) for kind, (_, peak) in made.items()),
    ]


def _read_and_clean(path: Path) -> tuple[float, float]:
    """Return articles a second of processor time, that of the reading process included: reading, and with cleaning."""
    began = _processor()
    articles = [row for row in read.articles(path) if isinstance(row, Article)]
    were_read = _processor()
    without_recurring([(article.publisher, clean(article.title, article.body)) for article in articles])
    cleaned = _processor()
    return len(articles) / (were_read - began), len(articles) / (cleaned - began)


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _copies(kind: str) -> tuple[float, float]:
    """Return seconds and the peak of memory, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.intake", kind]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def _bodies(kind: str) -> list[str]:
    """Return 30,000 articles: sentences of real ones recombined, or each real one five times with a few words lost."""
    draw = random.Random(1)
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        bodies = [str(json.loads(line)["text"]) for line in lines]
    if kind == "near-duplicates":
        words = (draw.choice(bodies).split() for _ in range(_COPIES))
        return [" ".join(word for word in one if draw.random() > 0.02) for one in words]
    sentences = [sentence.strip() for body in bodies for sentence in body.split(".") if len(sentence) > 40]
    return [". ".join(draw.sample(sentences, draw.randint(3, 20))) + "." for _ in range(_COPIES)]


if __name__ == "__main__":
    articles = [(f"{at:016x}", body, None) for at, body in enumerate(_bodies(sys.argv[1]))]
    before = _processor()
    copies(articles)
    spent = _processor() - before
    print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
