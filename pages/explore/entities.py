"""Entities: how often each is named, when, by whom, with whom, and under which spellings."""

from lib.ask import entities
from lib.draw import bars, lines, network
from lib.draw.labels import names
from lib.show import answer, chart, focus, headline, kinds, language, require, section, t, unit

everyone = answer(entities.frequency, unit())
require(len(everyone))
headline(len(everyone), t("entities.distinct"))

section(t("entities.frequency"))
counted = unit(draw=True)
kinds()
rows = everyone.head(25)
labels = names(rows, language())
chart(bars.ranking(rows, labels, counted, language(), "kind"), rows, labels, ["articles", "mentions"], "frequency")

section(t("entities.focus"))
entity_id, name = focus(everyone)
rows = answer(entities.trend, [entity_id])
labels = [f"{name} · {when:%Y-%m-%d}" for when in rows["when"]]
section(t("entities.trend"))
chart(
    lines.trend(rows, {entity_id: name}, counted, language()), rows, labels, ["articles", "mentions", "size"], "trend"
)

section(t("entities.publishers"))
rows = answer(entities.by_publisher, entity_id)
labels = list(rows["publisher"])
chart(bars.ranking(rows, labels, counted, language()), rows, labels, ["articles", "mentions", "size"], "publishers")

section(t("entities.aliases"))
rows = answer(entities.aliases, entity_id)
labels = list(rows["text"])
chart(bars.ranking(rows, labels, counted, language()), rows, labels, ["articles", "mentions"], "aliases")

section(t("entities.together"), t("entities.together_help"))
rows = answer(entities.together)
labels = [
    f"{one} + {other}" for one, other in zip(names(rows, language()), names(rows, language(), "other_"), strict=True)
]
chart(network.network(rows, language()), rows, labels, ["sentences"], "together")
