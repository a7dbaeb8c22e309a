"""Map: where the names point to, and beside it the names that point nowhere."""

import streamlit as st

from lib.ask import places
from lib.draw import maps
from lib.draw.labels import names
from lib.show import Figure, answer, chart, controls, headline, language, ranked, require, screen, section, t, unit

things = st.session_state["things"]
own = "~metonym~false" if things else ""
placed = answer(places.places, unit(), things)
lost = answer(places.unresolved, unit(), things)
require(len(placed) + len(lost))
headline(
    Figure(len(placed), t("map.places")),
    Figure(int(placed["mentions"].sum()), t("map.mentions"), "place~placed~true" + own),
    Figure(int(lost["mentions"].sum()), t("map.unplaced"), "place~placed~false" + own),
)
with controls():
    st.toggle(t("map.things"), key="things")
counted = unit(draw=True)

section(t("page.map"), t("map.help"))
if len(placed):
    labels = names(placed, language())
    columns = ["articles", "reports", "mentions", "country"]
    chart(maps.places(placed, counted, screen()), placed, labels, columns, "map")

section(t("map.unresolved"), t("map.unresolved_help"))
require(len(lost), "empty.rows")
rows = lost.head(25)
ranked(rows, names(rows, language()), ["articles", "reports", "mentions"], counted, "unresolved")
