"""Inputs to a corpus directory: read, clean, annotate, link, write."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from lib.annotate.document import Annotated, Document
from lib.annotate.engines import engine
from lib.annotate.layers import Recognised, annotate, recognise
from lib.annotate.linking import link
from lib.annotate.placing.gazetteer import gazetteer
from lib.clean import RULE_NAMES
from lib.clean.copies import copies
from lib.corpus.gather import Cleaned, Progress, gather
from lib.corpus.intake import intake
from lib.corpus.manifest import EngineStamp, Manifest, corpus_id
from lib.corpus.rows import Linked, tables
from lib.corpus.schema import SCHEMA_VERSION, TABLES
from lib.corpus.store import write_table, writing
from lib.corpus.workers import pool
from lib.errors import CorpusError, InputError
from lib.read import Rejected


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
    keep: Collection[str] = (),
    progress: Progress = lambda step, done, total: None,
) -> Summary:
    """Build the corpus `out` from the inputs; an older corpus of that name is replaced only when all is written.

    `columns` maps our field → the files' column; `keep` names cleaning rules that are switched off.
    """
    began = time.monotonic()
    if unknown := sorted(set(keep).difference(RULE_NAMES)):
        raise InputError(
            f"There is no cleaning rule {unknown[0]!r} to switch off; the rules are {', '.join(RULE_NAMES)}."
        )
    loaded = engine(engine_name)
    stamp = EngineStamp(loaded.name, loaded.version, loaded.weights_sha256)
    for path in inputs:
        if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
            raise CorpusError(f"{out} lies in {path}, which it would be built from next time: choose another --out.")
    with writing(out) as folder:
        gathered = gather(inputs, columns, keep, progress)
        progress("copies", 0, None)
        same = copies([(one.article_id, one.body, one.source.published) for one in gathered.articles])
        with pool(workers, len(gathered.articles)) as run:
            recognised = run(partial(_recognise, engine_name), gathered.articles, "recognise", progress)
            progress("link", 0, None)
            mentions, entities = link([(one.document, one.mentions) for one in recognised])
            linked = [replace(one, mentions=named) for one, named in zip(recognised, mentions, strict=True)]
            found = run(_annotate, linked, "annotate", progress)
        counts = {}
        articles = [Linked(*one) for one in zip(gathered.articles, same, found, strict=True)]
        for table, rows in chain(tables(articles, entities, gazetteer()), intake(gathered)):
            counts[table] = write_table(folder, table, rows)
            progress("write", len(counts), len(TABLES))
        identity = corpus_id(((one.article_id, f"{one.title}\n{one.body}") for one in gathered.articles), stamp)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(SCHEMA_VERSION, identity, created, stamp, gathered.inputs, counts, tuple(sorted(set(keep))))
        (folder / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    placed = {place.place_id for one in found for place in one.places} - {None}
    return Summary(identity, counts, len(placed), gathered.rejected, time.monotonic() - began)


def _recognise(engine_name: str, articles: Sequence[Cleaned]) -> list[Recognised]:
    documents = [
        Document.from_text(one.article_id, one.title, one.body, one.source.publisher, one.source.published)
        for one in articles
    ]
    return recognise(documents, engine(engine_name))


def _annotate(found: Sequence[Recognised]) -> list[Annotated]:
    return [annotate(one, gazetteer()) for one in found]
