"""The command line. An error that the user can mend is one sentence and exit status 1."""

import json
import os
import signal
import sys
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lib import terminal
from lib.errors import MijharError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)
evaluate = typer.Typer(no_args_is_help=True, help="Score an engine against annotated text.")
app.add_typer(evaluate, name="evaluate")
_REASONS_SHOWN = 10

Engine = Annotated[str, typer.Option("--engine", help="Which engine recognises names and tone.")]
Inputs = Annotated[
    list[Path],
    typer.Argument(
        help="Folders and files: .txt .csv .tsv .json .jsonl .html .parquet .zip; - for JSON lines on stdin."
    ),
]
Columns = Annotated[Path | None, typer.Option("--columns", help="A TOML file: our field = your column.")]
Lines = Annotated[bool, typer.Option("--progress-lines", help="Progress as JSON lines, for programs.")]
Corpus = Annotated[Path, typer.Argument(help="A corpus directory made by `build`.")]
Gold = Annotated[Path, typer.Argument(help="The annotated text to score against.")]


class Format(StrEnum):
    """File formats that `export` writes."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"


@app.command()
def build(
    inputs: Inputs,
    *,
    out: Annotated[Path, typer.Option("--out", help="The corpus directory to make or replace.")],
    engine: Engine = "fast",
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to annotate with.")] = os.cpu_count() or 1,
    columns: Columns = None,
    keep: Annotated[list[str] | None, typer.Option("--keep", help="A cleaning rule to switch off; repeatable.")] = None,
    lines: Lines = False,
) -> None:
    """Build a corpus from articles."""
    from lib import read  # noqa: PLC0415 - `--help` and `info` start without loading what builds
    from lib.corpus.build import build as run  # noqa: PLC0415

    mapping = read.columns_from_toml(columns) if columns else None
    with terminal.progress(lines) as show:
        summary = run(inputs, out, engine_name=engine, workers=workers, columns=mapping, keep=keep or (), progress=show)
    rows = {
        "articles": summary.counts["articles"],
        "rejected": len(summary.rejected),
        "entities": summary.counts["entities"],
        "places": summary.places,
        "seconds": f"{summary.seconds:.1f}",
    }
    terminal.table(f"{out}", rows)
    reasons = Counter(row.reason for row in summary.rejected)
    for reason, count in reasons.most_common(_REASONS_SHOWN):
        first = next(row for row in summary.rejected if row.reason == reason)
        line = f", line {first.line}" if first.line else ""
        terminal.say(f"{count} × {reason} (first: {first.input}, record {first.record}{line})")
    if len(reasons) > _REASONS_SHOWN:
        terminal.say(f"… and {len(reasons) - _REASONS_SHOWN} other reasons.")


@app.command()
def preview(inputs: Inputs, columns: Columns = None, lines: Lines = False) -> None:
    """Read articles and say what was found in which columns and encoding, without building; last line JSON."""
    from lib import read  # noqa: PLC0415
    from lib.corpus.preview import preview as run  # noqa: PLC0415

    with terminal.progress(lines) as show:
        seen = run(inputs, read.columns_from_toml(columns) if columns else None, show)
    for file in seen.files:
        found = ", ".join(f"{field} = {column}" for field, column in file.columns.items())
        terminal.say(f"{file.input}: {file.format} {file.encoding}, {file.records} records; {found}")
    for article in seen.first:
        terminal.say(f"  {article.published or 'undated'} | {article.publisher or '-'} | {article.title}")
    terminal.table("", {name: getattr(seen, name) for name in ("articles", "undated", "publishers", "rejected")})
    for reason, count, where in seen.reasons:
        terminal.say(f"{count} × {reason} (first: {where})")
    typer.echo(json.dumps(asdict(seen), ensure_ascii=False, default=str))


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
    terminal.table(f"{corpus}", rows | manifest.counts)


@app.command()
def export(
    corpus: Corpus,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")],
    file_format: Annotated[Format, typer.Option("--format", help="How to write the tables.")] = Format.CSV,
) -> None:
    """Write a corpus's tables as files that other programs open."""
    from lib.corpus.export import export as run  # noqa: PLC0415

    files = run(corpus, out, file_format.value)
    terminal.say(f"{len(files)} tables written to {out}")


@evaluate.command("ner")
def evaluate_ner(gold: Gold, engine: Engine = "fast") -> None:
    """Score names: GOLD holds `token TAG` lines (B-PERS, I-PERS, O …), a blank line between sentences."""
    from lib.annotate.engines import engine as load  # noqa: PLC0415
    from lib.annotate.evaluate import ner  # noqa: PLC0415

    terminal.scores(ner(gold, load(engine)))


@evaluate.command("tone")
def evaluate_tone(gold: Gold, engine: Engine = "fast") -> None:
    """Score tone: GOLD holds {"text": …, "label": "negative|neutral|positive"} lines."""
    from lib.annotate.engines import engine as load  # noqa: PLC0415
    from lib.annotate.evaluate_tone import tone  # noqa: PLC0415

    terminal.scores(tone(gold, load(engine)))


def main() -> None:
    """Run the command line; ended by SIGTERM it leaves nothing half-written, as by Ctrl-C."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        app()
    except MijharError as error:
        terminal.complain(str(error))
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
