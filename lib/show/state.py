"""What a link carries. The URL and the session hold the same values: whichever changed last wins.

NOTE: widgets are not bound to the URL by Streamlit itself, which would write their labels instead of ids and
refuses ids in links. `restore` runs before any widget is drawn, `publish` once the values are checked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lib.ask.filters import Filters
from lib.draw.labels import Language

PAGES = ("overview", "articles", "entities", "sources", "sentiment", "map", "method", "add")


@dataclass(frozen=True)
class Param:
    """One value of the link: its default, how it is read from the URL (ValueError when it cannot be) and written."""

    default: Any = ""
    decode: Callable[[str], Any] = str
    encode: Callable[[Any], str] = str


def _choice(*options: str) -> Param:
    return Param(options[0], lambda text: options[options.index(text)])


def _period(text: str) -> tuple[date, ...]:
    first, last = (date.fromisoformat(day) for day in text.split("."))
    return (first, last) if first <= last else (last, first)


_IDS = Param([], lambda text: [one for one in text.split(",") if one], ",".join)
_FLAG = Param(False, lambda text: bool(int(text)), lambda value: str(int(value)))

PARAMS: dict[str, Param] = {
    "page": _choice(*PAGES),
    "lang": _choice("ar", "en"),
    "corpus": Param(),
    "period": Param((), _period, lambda days: ".".join(day.isoformat() for day in days)),
    "publisher": _IDS,
    "entity": _IDS,
    "kind": _IDS,
    "q": Param(),
    "once": _FLAG,
    "unit": _choice("articles", "mentions"),
    "view": _choice("list", "concordance"),
    "focus": Param(),
    "things": _FLAG,
    "removed": _FLAG,
    "rule": Param(),
    "pick": Param(),
    "at": Param(),
    "open": Param(),
}


def restore() -> list[str]:
    """Bring the session to what the URL says, if the URL changed; return the names of values that could not be read."""
    url = st.query_params.to_dict()
    unread = []
    linked = url != st.session_state.get("_link")
    st.session_state["_places"] = set()
    for name, param in PARAMS.items():
        value = st.session_state.get(name, param.default)
        if linked:
            try:
                value = param.decode(url[name]) if name in url else param.default
            except ValueError:
                value = param.default
                unread.append(name)
        # Assigned even when it is the same: Streamlit forgets the value of a widget that a page does not draw.
        st.session_state[name] = list(value) if isinstance(value, list) else value
    return unread


def publish() -> None:
    """Write the session's values to the URL, if they differ."""
    link = _link()
    st.session_state["_link"] = link
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def address(**changes: Any) -> str:
    """Return the root link of this view with some values changed, as an href."""
    return "?" + urlencode(_link(**changes))


def _link(**changes: Any) -> dict[str, str]:
    values = {name: changes.get(name, st.session_state[name]) for name in PARAMS}
    whole = {name: value for name, value in values.items() if name != "period" or len(value) == 2}
    return {name: PARAMS[name].encode(value) for name, value in whole.items() if value != PARAMS[name].default}


def language() -> Language:
    """Return the interface's language."""
    chosen: Language = st.session_state["lang"]
    return chosen


def narrow() -> bool:
    """Return whether the visitor's browser says that it is a phone's."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def filters() -> Filters:
    """Return the selection that the filter bar describes."""
    state = st.session_state
    first, last = state["period"] if len(state["period"]) == 2 else (None, None)
    publishers, entities, kinds = (tuple(state[name]) for name in ("publisher", "entity", "kind"))
    return Filters(first, last, publishers, entities, kinds, state["q"], state["once"])


def clear() -> None:
    """Drop every filter, what was picked and what is open; the page, the language and the corpus stay."""
    for name in PARAMS.keys() - {"page", "lang", "corpus", "unit", "view", "things", "removed"}:
        default = PARAMS[name].default
        st.session_state[name] = list(default) if isinstance(default, list) else default
