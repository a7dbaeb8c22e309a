"""How fast names are recognised and linked, beside what camel-tools needs to cut the same text into words."""

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from lib.annotate.document import Document
from lib.annotate.engines import engine
from lib.annotate.entities import mentions
from lib.annotate.linking import link
from tests.bench.measure import NEWS, Measure
from tests.browser.serving import ROOT

_ARTICLES, _RUNS = 400, 3
T = TypeVar("T")
_LOAD = "import time; began = time.perf_counter(); from lib.annotate.engines import engine; engine('fast')"


def naming() -> Iterator[Measure]:
    """Measure words a second of processor time, a fresh process for each run: what it remembers of words is its own."""
    yield Measure("fast engine: imported and loaded", "s", [float(_own(_LOAD + _PRINT)) for _ in range(_RUNS)], 2)
    if NEWS.is_file():
        runs = [json.loads(_own("from tests.bench.naming import measured; measured()")) for _ in range(_RUNS)]
        for name in runs[0]:
            yield Measure(name, "words/s", [run[name] for run in runs])


_PRINT = "; print(time.perf_counter() - began)"


def _own(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def measured() -> None:
    """Print as JSON how many words a second each step handles in this process."""
    from camel_tools.tokenizers.word import simple_word_tokenize  # noqa: PLC0415  it takes a second to import

    documents = [*_documents()]
    words = sum(any(map(str.isalnum, t.text)) for each in documents for s in each.sentences for t in s.tokens)
    fast = engine("fast")
    named, recognising = _timed(lambda: mentions(documents, fast))
    _, linking = _timed(lambda: link([*zip(documents, named, strict=True)]))
    _, cutting = _timed(lambda: [simple_word_tokenize(document.body) for document in documents])
    seconds = {
        "names recognised and linked": recognising + linking,
        "names recognised": recognising,
        "names linked": linking,
        "simple_word_tokenize of camel-tools, the same text": cutting,
    }
    print(json.dumps({name: words / value for name, value in seconds.items()}))


def _documents() -> Iterator[Document]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in islice(lines, _ARTICLES):
            row = json.loads(line)
            yield Document.from_text(row["id"], row["title"], row["text"], row["source"], None)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.process_time()
    return work(), time.process_time() - began
