"""The command line: build, evaluate, info, export. An error that the user can mend is one sentence, exit status 1."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from lib.errors import MijharError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)
evaluate = typer.Typer(no_args_is_help=True, help="Score an engine against annotated text.")
app.add_typer(evaluate, name="evaluate")
console = Console()
_REASONS_SHOWN = 10

Engine = Annotated[str, typer.Option("--engine", help="Which engine recognises names and tone.")]
Corpus = Annotated[Path, typer.Argument(help="A corpus directory made by `build`.")]
Gold = Annotated[Path, typer.Argument(help="The annotated text to score against.")]


class Format(StrEnum):
    """File formats that `export` writes."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"


@app.command()
def build(
    inputs: Annotated[list[Path], typer.Argument(help="Folders, .txt, .csv, .jsonl(.gz), .json or .zip files.")],
    out: Annotated[Path, typer.Option("--out", help="The corpus directory to make or replace.")],
    engine: Engine = "fast",
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to annotate with.")] = os.cpu_count() or 1,
    columns: Annotated[Path | None, typer.Option("--columns", help="A TOML file: our field = your column.")] = None,
) -> None:
    """Build a corpus from articles."""
    from lib import read  # noqa: PLC0415 - `--help` and `info` start without loading what builds
    from lib.corpus.build import build as run  # noqa: PLC0415

    mapping = read.columns_from_toml(columns) if columns else None
    with _progress() as show:
        summary = run(inputs, out, engine_name=engine, workers=workers, columns=mapping, progress=show)
    rows = {
        "articles": summary.counts["articles"],
        "rejected": len(summary.rejected),
        "entities": summary.counts["entities"],
        "places": summary.places,
        "seconds": f"{summary.seconds:.1f}",
    }
    _table(f"{out}", rows)
    reasons = Counter(row.reason for row in summary.rejected)
    for reason, count in reasons.most_common(_REASONS_SHOWN):
        first = next(row for row in summary.rejected if row.reason == reason)
        console.print(f"{count} × {reason} (first: {first.input}, record {first.record})", markup=False, soft_wrap=True)
    if len(reasons) > _REASONS_SHOWN:
        console.print(f"… and {len(reasons) - _REASONS_SHOWN} other reasons.")


@app.command()
def info(corpus: Corpus) -> None:
    """Say what a corpus is, from what and by what it was built."""
    from lib.corpus.manifest import Manifest  # noqa: PLC0415

    manifest = Manifest.from_json(corpus / "manifest.json")
    rows: dict[str, object] = {
        "corpus id": manifest.corpus_id,
        "created": manifest.created,
        "engine": f"{manifest.engine.name} {manifest.engine.version}",
        "inputs": ", ".join(entry.name for entry in manifest.inputs),
    }
    _table(f"{corpus}", rows | manifest.counts)


@app.command()
def export(
    corpus: Corpus,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")],
    file_format: Annotated[Format, typer.Option("--format", help="How to write the tables.")] = Format.CSV,
) -> None:
    """Write a corpus's tables as files that other programs open."""
    from lib.corpus.export import export as run  # noqa: PLC0415

    files = run(corpus, out, file_format.value)
    console.print(f"{len(files)} tables written to {out}", markup=False, soft_wrap=True)


@evaluate.command("ner")
def evaluate_ner(gold: Gold, engine: Engine = "fast") -> None:
    """Score names: GOLD holds `token TAG` lines (B-PERS, I-PERS, O …), a blank line between sentences."""
    from lib.annotate.engines import engine as load  # noqa: PLC0415
    from lib.annotate.evaluate import ner  # noqa: PLC0415

    _scores(ner(gold, load(engine)))


@evaluate.command("tone")
def evaluate_tone(gold: Gold, engine: Engine = "fast") -> None:
    """Score tone: GOLD holds {"text": …, "label": "negative|neutral|positive"} lines."""
    from lib.annotate.engines import engine as load  # noqa: PLC0415
    from lib.annotate.evaluate_tone import tone  # noqa: PLC0415

    _scores(tone(gold, load(engine)))


def _scores(scores: Mapping[str, object]) -> None:
    """Print a readable table and then the same as one JSON line, for programs."""
    _table("", {name: value for name, value in scores.items() if not isinstance(value, Mapping)})
    for name, nested in scores.items():
        if isinstance(nested, Mapping):
            _table(name, nested)
    typer.echo(json.dumps(scores, ensure_ascii=False))


def _table(title: str, rows: Mapping[str, object]) -> None:
    table = Table("", "", title=title or None, show_header=False)
    for name, value in rows.items():
        table.add_row(name, f"{value:.3f}" if isinstance(value, float) else str(value))
    console.print(table)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """Yield a callback that keeps one bar a step on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        steps = {}

        def show(step: str, done: int, total: int | None) -> None:
            if step not in steps:
                steps[step] = bars.add_task(step, total=total)
            bars.update(steps[step], completed=done, total=total)

        yield show


def main() -> None:
    """Run the command line."""
    try:
        app()
    except MijharError as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
