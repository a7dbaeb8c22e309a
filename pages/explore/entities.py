"""Entities: how often each is named, up to five of them side by side, and who is named with whom."""

from lib.ask import entities
from lib.show import answer, compare, frequent, narrow, network, require, section, shares, t, tally, trend, unit

found = answer(entities.kinds)
require(len(found))
tally(found, answer(entities.uncertain))

section(t("entities.frequency"))
counted = unit(draw=True)
everyone = answer(entities.frequency, counted, 100)
frequent(everyone)

section(t("entities.compare"))
compared = compare(everyone)
trend(answer(entities.trend, list(compared)), compared, "compare")
section(t("entities.shares"), t("entities.shares_help"))
shares(answer(entities.shares, list(compared), counted), compared, "shares")

section(t("entities.together"), t("entities.together_help"))
network(answer(entities.together, 24 if narrow() else 40), "together")
