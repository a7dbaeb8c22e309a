"""The filter bar and the navigation: what every page has around it."""

from collections.abc import Container, Mapping

import streamlit as st

from lib.ask.entities import uncertain
from lib.ask.overview import repeats, totals
from lib.draw import labels
from lib.show import html, offered
from lib.show.corpus import answer, identity
from lib.show.frame import ordered
from lib.show.language import t
from lib.show.library import allowed, find, shelved
from lib.show.notices import warn
from lib.show.state import PAGES, PARAMS, clear, language, publish, turn

_KINDS = ("PERS", "LOC", "ORG")
_LONGEST = 200  # characters of a search: a dozen words, more than are looked up


def navigation() -> None:
    """Draw the page switch, in Arabic from the right, but for a phone, where it wraps and the first must stay first."""
    arabic = language() == "ar"
    here = st.session_state["page"]
    # An entity's page is reached from its name, and adding needs leave: they stand here while they are open.
    pages = [page for page in PAGES if page not in ("add", "entity") or page == here or (page == "add" and allowed())]
    with st.container(horizontal=True, horizontal_alignment="right" if arabic else "left"):
        st.segmented_control(
            t("bar.page"),
            ordered(pages),
            key="page",
            required=True,
            format_func={page: t(f"page.{page}") for page in PAGES}.__getitem__,
            label_visibility="collapsed",
            wrap=True,
            on_change=turn,
        )


def filter_bar(unread: list[str]) -> None:
    """Draw the filters in the sidebar, leave out what the corpus does not have, and write the link."""
    unknown = _drop_unknown_corpus()
    publishers, entities = offered.publishers(), offered.entities()
    unknown += _drop_unknown({"publisher": publishers, "entity": entities, "compare": entities, "kind": _KINDS})
    if st.session_state["focus"] not in ("", *entities):
        unknown.append(st.session_state["focus"])
        st.session_state["focus"] = ""
    with st.sidebar:
        st.segmented_control(
            t("bar.language"),
            ("ar", "en"),
            key="lang",
            required=True,
            format_func={"ar": "العربية", "en": "English"}.__getitem__,
            label_visibility="collapsed",
        )
        _corpus()
        st.text_input(t("bar.text"), key="q", help=t("bar.text_help"), max_chars=_LONGEST, icon=":material/search:")
        _period()
        st.multiselect(
            t("bar.publisher"), list(publishers), key="publisher", placeholder=t("bar.all"),
            format_func={one: name or t("bar.anonymous") for one, name in publishers.items()}.__getitem__,
        )  # fmt: skip
        st.multiselect(
            t("bar.entity"), list(entities), key="entity", placeholder=t("bar.all"), help=t("bar.entity_help"),
            format_func=entities.__getitem__,
        )  # fmt: skip
        st.pills(
            t("bar.kind"), _KINDS, key="kind", selection_mode="multi",
            format_func={kind: labels.KINDS[kind][language()] for kind in _KINDS}.__getitem__,
        )  # fmt: skip
        _sure()
        _copies()
        st.button(t("bar.clear"), on_click=clear, width="stretch")
        chosen, everything = answer(totals).articles, identity().counts["articles"]
        html.block(html.muted(t("bar.selected", n=f"{chosen:,}", all=f"{everything:,}")), html.muted(t("bar.share")))
    publish()
    if unread:
        warn(t("warn.unread", names=", ".join(unread)))
    if unknown:
        warn(t("warn.unknown", names=", ".join(unknown)))


def _corpus() -> None:
    """Let a corpus of the library be chosen, when there is one."""
    named = {"": t("bar.default"), **{one.link_id: one.name for one in shelved()}}
    if len(named) > 1:
        st.selectbox(
            t("bar.corpus"), list(named), key="corpus", format_func=named.__getitem__, on_change=lambda: clear(keep=()),
            help=t("bar.corpus_help"),
        )  # fmt: skip


def _drop_unknown_corpus() -> list[str]:
    """Go back to the default corpus when the link names one that is not here, and return its id."""
    named = st.session_state["corpus"]
    if not named or find(named):
        return []
    st.session_state["corpus"] = ""
    return [named]


def _period() -> None:
    days = offered.period()
    if days:
        note = t("bar.period_help", first=days[0].isoformat(), last=days[1].isoformat())
        chosen = (*days, *st.session_state["period"])
        bounds = {"min_value": min(chosen), "max_value": max(chosen)}
        st.date_input(t("bar.period"), key="period", help=note, format="YYYY-MM-DD", **bounds)


def _sure() -> None:
    """Offer to leave the uncertain mentions out, with their number."""
    st.toggle(t("bar.sure"), key="sure", help=t("bar.sure_help"))
    told = "bar.sure_out" if st.session_state["sure"] else "bar.sure_in"
    html.block(html.muted(t(told, n=f"{answer(uncertain):,}")))


def _copies() -> None:
    """Offer the switch between every article and each report once, with the number that it moves every count by."""
    st.radio(
        t("bar.copies"), (False, True), key="once", help=t("bar.copies_help"),
        format_func={False: t("bar.every"), True: t("bar.once")}.__getitem__,
    )  # fmt: skip
    once = st.session_state["once"]
    copies = answer(repeats) if once else answer(totals).copies  # the same number; the totals are asked for anyway
    html.block(html.muted(t("bar.copies_out" if once else "bar.copies_in", n=f"{copies:,}")))


def _drop_unknown(known: Mapping[str, Container[str]]) -> list[str]:
    """Take ids that the corpus does not have out of the session's filters and return them."""
    unknown = []
    for name, ids in known.items():
        kept = [one for one in st.session_state[name] if one in ids]
        unknown += [one for one in st.session_state[name] if one not in kept]
        if kept != st.session_state[name]:
            st.session_state[name] = kept or list(PARAMS[name].default)
    return unknown
