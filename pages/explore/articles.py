"""Articles: a list or a concordance of what was searched, and the reader."""

import streamlit as st

from lib.show import article_list, concordance, controls, reader, t

if not reader():
    views = {"list": article_list, "concordance": concordance}
    with controls():
        st.segmented_control(
            t("articles.view"),
            list(views),
            key="view",
            required=True,
            format_func={view: t(f"articles.{view}") for view in views}.__getitem__,
            label_visibility="collapsed",
        )
    views[st.session_state["view"]]()
