"""Map: where the names point to, and beside it the names that point nowhere."""

import streamlit as st

from lib.ask import places
from lib.draw import maps
from lib.draw.labels import names
from lib.show import answer, chart, ground, headline, language, ranked, require, section, t, unit

things = st.session_state["things"]
placed = answer(places.places, unit(), things)
lost = answer(places.unresolved, things)
require(len(placed) + len(lost))
figures = [(placed["mentions"].sum(), t("map.mentions")), (lost["mentions"].sum(), t("map.unplaced"))]
headline(len(placed), t("map.places"), figures)

counted = unit(draw=True)
st.toggle(t("map.things"), key="things")
section(t("page.map"), t("map.help"))
labels = names(placed, language())
columns = ["articles", "mentions", "country"]
chart(maps.places(placed, counted, language(), ground()), placed, labels, columns, "map")

section(t("map.unresolved"), t("map.unresolved_help"))
require(len(lost), "empty.rows")
rows = lost.head(25)
ranked(rows, names(rows, language()), ["articles", "mentions"], counted, "unresolved")
