"""The Method page's parts: layers, measured quality, the corpus's identity, how to cite it."""

import tomllib
from pathlib import Path
from typing import Any

from lib.show import html
from lib.show.corpus import identity
from lib.show.headline import Figure, headline
from lib.show.language import t
from lib.show.state import language

_METHOD: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("method.toml").read_text(encoding="utf-8")
)
LAYERS, QUALITY = _METHOD["layer"], _METHOD["quality"]
_ID_SHOWN = 12  # hex digits of a corpus id that a citation carries: no two corpora will share them


def engine_note() -> None:
    """Say which engine built the corpus."""
    manifest = identity()
    engine = manifest.engine
    figures = [
        Figure(manifest.counts[table], t(f"col.{name}"))
        for table, name in (("mentions", "mentions"), ("attributions", "statements"), ("sentences", "sentences"))
    ]
    headline(
        Figure(manifest.counts["articles"], t("method.engine", name=engine.name, version=engine.version)), *figures
    )


def layers() -> None:
    """Say what each layer does."""
    rows = [(html.words(row["name"][language()]), html.words(row["does"][language()])) for row in LAYERS]
    html.block(html.table((t("method.layer"), ""), rows))


def quality() -> None:
    """Show each layer's measured quality on gold data, with what it was measured on."""
    head = [t(f"method.{name}") for name in ("layer", "measure", "value", "gold")]
    rows = [
        (
            html.words(row["layer"][language()]),
            html.words(row["measure"][language()]),
            " · ".join(map(html.words, row["value"].split(" · "))),
            html.words(row["gold"][language()]),
        )
        for row in QUALITY
    ]
    html.block(html.table(head, rows))


def identity_table() -> None:
    """Show what the corpus was built from, when, and its id."""
    manifest = identity()
    html.block(
        html.table(
            ("", ""),
            [
                (html.words(t("method.id")), html.code(manifest.corpus_id)),
                (html.words(t("method.created")), html.words(manifest.created)),
            ],
        )
    )
    inputs = [
        (html.words(one.name), html.words(f"{one.records:,}"), html.words(f"{one.rejected:,}"))
        for one in manifest.inputs
    ]
    html.block(html.table((t("method.file"), t("method.records"), t("method.rejected")), inputs))


def citation() -> None:
    """Offer the sentence that cites this corpus."""
    manifest = identity()
    sentence = t(
        "method.citation",
        id=manifest.corpus_id[:_ID_SHOWN],
        created=manifest.created[:10],
        engine=f"{manifest.engine.name} {manifest.engine.version}",
        n=manifest.counts["articles"],
    )
    html.block(html.item(html.words(sentence)))
