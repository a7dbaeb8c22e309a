"""What the command line shows: tables on standard output, progress on standard error."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

Show = Callable[[str, int, int | None], None]
"""Called with a step's name, how much of it is done, and how much there is (None when unknown)."""

console = Console()
_EVERY = 100  # items between two lines of progress


def say(text: str) -> None:
    """Print one line as it is."""
    console.print(text, markup=False, highlight=False, soft_wrap=True)


def complain(text: str) -> None:
    """Print why a command failed."""
    Console(stderr=True).print(text, style="red", markup=False, highlight=False, soft_wrap=True)


def table(title: str, rows: Mapping[str, object]) -> None:
    """Print names and their values."""
    grid = Table("", "", title=title or None, show_header=False)
    for name, value in rows.items():
        grid.add_row(name, f"{value:.3f}" if isinstance(value, float) else str(value))
    console.print(grid)


def scores(found: Mapping[str, object]) -> None:
    """Print a readable table and then the same as one JSON line, for programs."""
    table("", {name: value for name, value in found.items() if not isinstance(value, Mapping)})
    for name, nested in found.items():
        if isinstance(nested, Mapping):
            table(name, nested)
    typer.echo(json.dumps(found, ensure_ascii=False))


@contextmanager
def progress(lines: bool = False) -> Iterator[Show]:
    """Yield a callback that keeps one bar a step; with `lines`, one that prints JSON lines for programs."""
    if lines:
        yield _line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        steps = {}

        def show(step: str, done: int, total: int | None) -> None:
            if step not in steps:
                steps[step] = bars.add_task(step, total=total)
            bars.update(steps[step], completed=done, total=total)

        yield show


def _line(step: str, done: int, total: int | None) -> None:
    if done % _EVERY == 0 or done == total:
        typer.echo(json.dumps({"step": step, "done": done, "total": total}), err=True)
