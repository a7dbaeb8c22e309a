"""One name: its forms, when and by whom it is named, beside whom and where, in what tone, and what is said of it."""

from lib.ask import entities, entity
from lib.ask.tone import of_entity
from lib.draw.labels import names
from lib.show import answer, card, cues, doubt, focus, forms, language, ranked, section, sources, t, tone, trend, unit

one = focus(answer(entities.frequency, unit(), 1))
called = card(answer(entity.about, one))
counted, columns = unit(draw=True), ["articles", "reports", "mentions"]

section(t("entities.trend"))
trend(answer(entities.trend, [one]), called, "trend")
section(t("entities.publishers"))
rows = answer(entity.by_publisher, one, counted)
ranked(rows, rows["publisher"], [*columns, "size"], counted, "publishers")

section(t("entities.aliases"), t("entities.rules_help"))
forms(answer(entity.forms, one), "aliases")
section(t("entities.uncertain"), t("entities.uncertain_help"))
doubt(answer(entity.forms, one, True))

section(t("entities.companions"))
rows = answer(entity.companions, one)
ranked(rows, names(rows, language()), ["sentences"], "sentences", "companions", colour="kind", entity="companion_id")
section(t("entities.places"))
rows = answer(entity.places, one, counted)
ranked(rows, names(rows, language()), [*columns, "country"], counted, "places")

section(t("entities.tone"), t("entities.tone_help"))
tone(answer(of_entity, one), "tone")
section(t("entities.said"), t("entities.said_help"))
sources(answer(entity.said, one), one)
section(t("entities.says"), t("entities.says_help"))
cues(answer(entity.says, one), "says")
