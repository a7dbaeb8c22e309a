"""`python -m tests.bench` measures the app, the build, what reading and copies cost; a table, then one JSON line."""

import json
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lib.corpus.build import build
from tests.bench.building import builds
from tests.bench.exploring import cold_starts, filter_changes, page_switches
from tests.bench.intake import intake
from tests.bench.mapping import map_filters
from tests.bench.measure import Measure
from tests.bench.naming import naming
from tests.bench.placing import placing
from tests.browser.serving import ROOT

SAMPLE = ROOT / "data" / "sample" / "articles"


def main() -> None:
    """Measure everything on the sample, print it, and leave no process behind."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "sample"
        build([SAMPLE], corpus)
        measures = [
            *cold_starts(corpus),
            *page_switches(corpus),
            *filter_changes(corpus),
            *map_filters(corpus, Path(folder)),
            *builds(SAMPLE),
            *intake(),
            *naming(),
            *placing(),
        ]
    show(measures)
    print(json.dumps([measure.as_dict() for measure in measures], ensure_ascii=False))


def show(measures: list[Measure]) -> None:
    """Print a row a measure."""
    table = Table("measure", "unit", "runs", "min", "median", "max")
    for one in measures:
        figures = (f"{value:,.{one.digits}f}" for value in (one.least, one.median, one.most))
        table.add_row(one.name, one.unit, str(len(one.values)), *figures)
    Console().print(table)


if __name__ == "__main__":
    main()
