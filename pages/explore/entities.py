"""Entities: how often each is named, when, by whom, with whom, and under which spellings."""

from lib.ask import entities
from lib.draw import lines, network
from lib.draw.labels import names
from lib.show import Figure, answer, chart, focus, headline, kinds, language, ranked, require, screen, section, t, unit

everyone = answer(entities.frequency, unit())
require(len(everyone))
headline(Figure(len(everyone), t("entities.distinct")))
columns = ["articles", "mentions"]

section(t("entities.frequency"))
counted = unit(draw=True)
kinds()
rows = everyone.head(15)
ranked(rows, names(rows, language()), columns, counted, "frequency", colour="kind")

section(t("entities.focus"))
entity_id, name = focus(everyone)
section(t("entities.trend"))
rows = answer(entities.trend, [entity_id])
labels = [f"{name} · {when:%Y-%m-%d}" for when in rows["when"]]
chart(lines.trend(rows, {entity_id: name}, counted, screen()), rows, labels, [*columns, "size"], "trend")

section(t("entities.publishers"))
rows = answer(entities.by_publisher, entity_id)
ranked(rows, rows["publisher"], [*columns, "size"], counted, "publishers")

section(t("entities.aliases"))
rows = answer(entities.aliases, entity_id)
ranked(rows, rows["text"], columns, counted, "aliases")

section(t("entities.together"), t("entities.together_help"))
rows = answer(entities.together)
pairs = zip(names(rows, language()), names(rows, language(), "other_"), strict=True)
chart(network.network(rows, screen()), rows, [" + ".join(pair) for pair in pairs], ["sentences"], "together")
