"""Sentiment: shares with counts and intervals: overall, over time, by publisher, where an entity is named."""

from lib.ask import tone
from lib.draw import tone as draw
from lib.draw.labels import TONES, names
from lib.show import Figure, answer, chart, headline, language, require, screen, section, t
from lib.show import tone as distribution

columns = ["sentences", "share", "low", "high"]
rows = answer(tone.distribution)
require(len(rows))
counts = dict(zip(rows["label"], rows["sentences"], strict=True))
undecided = int(counts.pop("abstained", 0))
headline(
    Figure(int(sum(counts.values())), t("sentiment.sentences"), "sentence~decided~true"),
    Figure(undecided, t("sentiment.undecided"), "sentence~decided~false"),
)

section(t("sentiment.distribution"), t("sentiment.help"))
distribution(rows, "distribution")

section(t("sentiment.over_time"))
rows = answer(tone.over_time)
labels = [f"{TONES[row.label][language()]} · {row.when:%Y-%m-%d}" for row in rows.itertuples()]
chart(draw.over_time(rows, screen()), rows, labels, columns, "tone_time")

section(t("sentiment.by_publisher"))
rows = answer(tone.by_publisher)
groups = dict(zip(rows["publisher_id"], rows["publisher"], strict=True))
labels = [f"{row.publisher} · {TONES[row.label][language()]}" for row in rows.itertuples()]
chart(draw.by_group(rows, groups, "publisher_id", screen()), rows, labels, columns, "tone_publisher")

section(t("sentiment.toward"))
rows = answer(tone.toward)
groups = dict(zip(rows["entity_id"], names(rows, language()), strict=True))
labels = [f"{groups[row.entity_id]} · {TONES[row.label][language()]}" for row in rows.itertuples()]
chart(draw.by_group(rows, groups, "entity_id", screen()), rows, labels, columns, "tone_entity")
