"""Sources: who publishes, whom they cite, and whether those are named."""

from lib.ask import overview, sources
from lib.draw import bars, matrix
from lib.draw.labels import NAMED, SOURCES, names
from lib.show import Figure, answer, chart, headline, language, narrow, ranked, require, screen, section, t, timeline

kinds, publishers = answer(sources.naming), answer(sources.publishers)
require(len(publishers))
every, named = int(kinds["statements"].sum()), int(kinds.loc[kinds["named"], "statements"].sum())
headline(
    Figure(every, t("sources.statements"), "attribution"),
    Figure(named, t("sources.named"), "attribution~named~true"),
    Figure(every - named, t("sources.unnamed"), "attribution~named~false"),
)

section(t("sources.publishers"))
ranked(publishers, publishers["publisher"], ["articles", "copies", "words"], "articles", "by")

section(t("sources.over_time"))
timeline(answer(overview.articles_over_time), "time")

require(every, "empty.rows")
section(t("sources.naming"))
labels = [f"{SOURCES[row.kind][language()]} · {NAMED[row.named][language()]}" for row in kinds.itertuples()]
chart(bars.naming(kinds, screen()), kinds, labels, ["statements", "articles"], "naming")

for title, question in (("cited", sources.cited), ("relayed", sources.relayed)):
    section(t(f"sources.{title}"))
    rows = answer(question).head(15)
    ranked(rows, names(rows, language()), ["statements"], "statements", title, entity="entity_id")

section(t("sources.wordings"))
rows = answer(sources.unnamed).head(15)
ranked(rows, rows["source"], ["statements", "articles"], "statements", "wordings")

section(t("sources.matrix"))
rows = answer(sources.who_cites_whom, 4 if narrow() else 8)
labels = [f"{one} ← {other}" for one, other in zip(rows["publisher"], names(rows, language()), strict=True)]
chart(matrix.who_cites_whom(rows, screen()), rows, labels, ["statements"], "matrix")
