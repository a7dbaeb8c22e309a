"""Method: what each layer does, which engine built this corpus, how good it is, and how to cite the corpus."""

from lib.show import citation, engine_note, identity_table, layers, quality, removed_rules, section, t

engine_note()
section(t("method.layers"))
layers()
section(t("method.quality"), t("method.quality_help"))
quality()
section(t("method.removed"))
removed_rules()
section(t("method.identity"))
identity_table()
section(t("method.cite"))
citation()
