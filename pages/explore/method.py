"""Method: what each layer does, how good it is, what was read and set aside, and how to cite the corpus."""

from lib.show import (
    citation,
    engine_note,
    files_read,
    identity_table,
    layers,
    quality,
    rejected_records,
    removed_passages,
    section,
    t,
)

engine_note()
section(t("method.layers"))
layers()
section(t("method.quality"), t("method.quality_help"))
quality()
section(t("intake.read"))
files_read()
section(t("intake.not_articles"), t("intake.not_articles_help"))
rejected_records()
section(t("method.removed"))
removed_passages()
section(t("method.identity"))
identity_table()
section(t("method.cite"))
citation()
