"""Training the shipped weights anew: `python -m lib.annotate.train ner --data ../shared/ner`."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

# layer → module with a `train(data: Path, out: Path) -> str`, which writes the weights and returns a line on them.
TRAINERS = {"ner": "lib.annotate.engines.ner_training", "tone": "lib.annotate.engines.tone_training"}
MODELS = Path("data/models")


def main(
    layer: Annotated[str, typer.Argument(help=f"One of {', '.join(TRAINERS)}.")],
    data: Annotated[Path, typer.Option(help="The folder of annotated texts.")],
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = MODELS,
) -> None:
    """Train a layer's weights and write them."""
    if layer not in TRAINERS:
        raise typer.BadParameter(f"There is no layer {layer!r}: choose one of {', '.join(TRAINERS)}.")
    train: Callable[[Path, Path], str] = import_module(TRAINERS[layer]).train
    typer.echo(train(data, out))


if __name__ == "__main__":
    typer.run(main)
