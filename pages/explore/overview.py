"""Overview: how much, when, by whom, who is named most, what stands out."""

from lib.ask import entities, overview
from lib.draw.labels import names
from lib.show import Figure, answer, chooser, describe, headline, kinds, language, ranked, require, section, t, timeline

totals = answer(overview.totals)
require(totals.articles)
headline(
    Figure(totals.articles, t("overview.articles"), "article"),
    Figure(totals.publishers, t("overview.publishers")),
    Figure(totals.words, t("overview.words")),
    Figure(totals.copies, t("overview.copies"), "article~copied~true"),
    Figure(totals.undated, t("overview.undated"), "article~undated~true"),
    Figure(f"{totals.first_day} – {totals.last_day}" if totals.first_day else "—", t("overview.period")),
)

section(t("overview.over_time"))
timeline(answer(overview.articles_over_time), "time")

section(t("overview.top"))
kinds()
rows = answer(entities.frequency, limit=15)
ranked(
    rows,
    names(rows, language()),
    ["articles", "reports", "mentions"],
    "articles",
    "top",
    colour="kind",
    entity="entity_id",
)

section(t("overview.standing"), t("overview.standing_help"))
rows = answer(overview.standing_out)
describe(rows)
chooser(rows, names(rows, language()), "standing")
