"""Inputs to a corpus directory: read, clean, annotate, link, write."""

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from lib.annotate.document import Annotated, Document
from lib.annotate.engines import engine
from lib.annotate.gazetteer import gazetteer
from lib.annotate.layers import annotate
from lib.annotate.linking import link
from lib.clean.copies import copies
from lib.corpus.gather import Cleaned, Progress, gather
from lib.corpus.manifest import EngineStamp, Manifest, corpus_id
from lib.corpus.rows import Linked, tables
from lib.corpus.schema import SCHEMA_VERSION
from lib.corpus.store import write_table, writing
from lib.read import Rejected

_BATCH = 50  # articles handed to a worker at a time: some 0.1 s of work, so that the progress bar moves


@dataclass(frozen=True)
class Summary:
    """What a build made: rows of each table, distinct places resolved, records set aside, wall-clock seconds."""

    corpus_id: str
    counts: dict[str, int]
    places: int
    rejected: list[Rejected]
    seconds: float


def build(
    inputs: Sequence[Path],
    out: Path,
    *,
    engine_name: str = "fast",
    workers: int = 1,
    columns: Mapping[str, str] | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Summary:
    """Build the corpus `out` from the inputs; an older corpus of that name is replaced only when all is written."""
    began = time.monotonic()
    loaded = engine(engine_name)
    stamp = EngineStamp(loaded.name, loaded.version, loaded.weights_sha256)
    with writing(out) as folder:
        gathered = gather(inputs, columns, progress)
        same = copies([(one.article_id, one.body, one.source.published) for one in gathered.articles])
        found: list[Annotated] = []
        for annotated in _annotated(gathered.articles, engine_name, workers):
            found.append(annotated)
            progress("annotate", len(found), len(gathered.articles))
        progress("link", 0, None)
        mentions, entities = link([(one.document, one.mentions) for one in found])
        counts = {}
        articles = [Linked(*one) for one in zip(gathered.articles, same, found, mentions, strict=True)]
        for table, rows in tables(articles, entities, gazetteer()):
            progress(f"write {table}", 0, None)
            counts[table] = write_table(folder, table, rows)
        identity = corpus_id(((one.article_id, f"{one.title}\n{one.body}") for one in gathered.articles), stamp)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(SCHEMA_VERSION, identity, created, stamp, gathered.inputs, counts)
        (folder / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    placed = {place.place_id for one in found for place in one.places} - {None}
    return Summary(identity, counts, len(placed), gathered.rejected, time.monotonic() - began)


def _annotated(articles: Sequence[Cleaned], engine_name: str, workers: int) -> Iterator[Annotated]:
    """Annotate in article order; with several workers in processes of their own, started clean (no fork)."""
    batches = [(engine_name, articles[first : first + _BATCH]) for first in range(0, len(articles), _BATCH)]
    if workers == 1 or len(batches) == 1:
        for batch in batches:
            yield from _annotate_batch(batch)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for annotated in pool.map(_annotate_batch, batches):
            yield from annotated


def _annotate_batch(work: tuple[str, Sequence[Cleaned]]) -> list[Annotated]:
    engine_name, articles = work
    loaded, places = engine(engine_name), gazetteer()
    return [annotate(_document(article), loaded, places) for article in articles]


def _document(article: Cleaned) -> Document:
    source = article.source
    return Document.from_text(article.article_id, article.title, article.body, source.publisher, source.published)
