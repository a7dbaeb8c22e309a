"""Sources: who publishes, whom they cite, and whether those are named."""

from lib.ask import overview, sources
from lib.draw import bars, matrix
from lib.draw.labels import NAMED, SOURCES, names
from lib.show import answer, chart, headline, language, require, section, t

kinds = answer(sources.naming)
publishers = answer(sources.publishers)
require(len(publishers))
named = int(kinds.loc[kinds["named"], "statements"].sum())
every = int(kinds["statements"].sum())
headline(every, t("sources.statements"), [(named, t("sources.named")), (every - named, t("sources.unnamed"))])

section(t("sources.publishers"))
labels = list(publishers["publisher"])
chart(
    bars.ranking(publishers, labels, "articles", language()), publishers, labels, ["articles", "copies", "words"], "by"
)

section(t("sources.over_time"))
rows = answer(overview.articles_over_time)
labels = [f"{row.publisher} · {row.when}" for row in rows.itertuples()]
chart(bars.over_time(rows, language()), rows, labels, ["articles"], "time")

require(every, "empty.rows")
section(t("sources.naming"))
labels = [f"{SOURCES[row.kind][language()]} · {NAMED[row.named][language()]}" for row in kinds.itertuples()]
chart(bars.naming(kinds, language()), kinds, labels, ["statements", "articles"], "naming")

for title, question in (("cited", sources.cited), ("relayed", sources.relayed)):
    section(t(f"sources.{title}"))
    rows = answer(question).head(15)
    labels = names(rows, language())
    chart(bars.ranking(rows, labels, "statements", language()), rows, labels, ["statements"], title)

section(t("sources.wordings"))
rows = answer(sources.unnamed).head(15)
labels = list(rows["source"])
chart(bars.ranking(rows, labels, "statements", language()), rows, labels, ["statements", "articles"], "wordings")

section(t("sources.matrix"))
rows = answer(sources.who_cites_whom)
labels = [f"{one} ← {other}" for one, other in zip(rows["publisher"], names(rows, language()), strict=True)]
chart(matrix.who_cites_whom(rows, language()), rows, labels, ["statements"], "matrix")
