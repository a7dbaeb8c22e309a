"""Mijhar's dashboard: page, navigation, filter bar; run it with `make run` or `streamlit run app.py`."""

import streamlit as st

from lib.errors import MijharError
from lib.show.bar import filter_bar, navigation
from lib.show.evidence import panel_elsewhere
from lib.show.language import t
from lib.show.notices import fail
from lib.show.state import restore

st.set_page_config("مجهر · Mijhar", page_icon="static/favicon.png", layout="wide")
unread = restore()
chosen = f"pages/explore/{st.session_state['page']}.py"
# NOTE: one page at the root, chosen by the link's `page`: paths of their own show "Page not found" to a server's
# first visitor. It must stand before the widgets, whose values are lost otherwise.
page = st.navigation([st.Page(chosen, title=t("app.name"), default=True)], position="hidden")
try:
    navigation()
    filter_bar(unread)
    page.run()
    panel_elsewhere()
except MijharError as error:
    fail(str(error))
