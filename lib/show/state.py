"""What a link carries. The URL and the session hold the same values: whichever changed last wins.

NOTE: widgets are not bound to the URL by Streamlit itself, which would write their labels instead of ids and
refuses ids in links. `restore` runs before any widget is drawn, `publish` once the values are checked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lib.ask.entities import UNITS
from lib.ask.filters import Filters
from lib.draw.labels import ROLES, Language

PAGES = ("overview", "articles", "entities", "entity", "sources", "sentiment", "map", "method", "add")
LAYERS = ("places", "countries", "journeys")
COMPARED = 5  # entities side by side: as many colours as any two of which can be told apart
_KEPT = {"page", "lang", "corpus", "unit", "view", "layer", "toned", "removed"}


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


def _at_most(most: int) -> Param:
    def decode(text: str) -> list[str]:
        ids: list[str] = list(dict.fromkeys(_IDS.decode(text)))
        if len(ids) > most:
            raise ValueError(f"{len(ids)} ids where {most} are the most")
        return ids

    return Param([], decode, _IDS.encode)


def _roles(text: str) -> list[str]:
    chosen = [] if text == _ANY else text.split(",")
    if not ROLES.keys() >= set(chosen):
        raise ValueError(f"{text!r} names no roles of places")
    return chosen


_ANY = "any"  # in a link: in whichever role
# Where things happen: a capital that stands for its government says nothing of where.
_HAPPENS = [role for role in ROLES if role != "metonym"]
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
    "sure": _FLAG,
    "unit": _choice(*UNITS),
    "view": _choice("list", "concordance"),
    "focus": Param(),
    "compare": _at_most(COMPARED),
    "layer": _choice(*LAYERS),
    "role": Param(_HAPPENS, _roles, lambda roles: ",".join(roles) or _ANY),
    "toned": _FLAG,
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
    if linked and st.session_state["page"] == "entities" and st.session_state["focus"]:
        st.session_state["page"] = "entity"  # where a link of before this page existed finds what it showed
    return unread


def publish() -> None:
    """Write the session's values to the URL, if they differ."""
    link = _link()
    st.session_state["_link"] = link
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def changed() -> set[str]:
    """Return the names of the values that are other than the URL says."""
    link, told = _link(), st.session_state["_link"]
    return {name for name in PARAMS if link.get(name) != told.get(name)}


def address(**changes: Any) -> str:
    """Return the root link of this view with some values changed, as an href."""
    return "?" + urlencode(_link(**changes))


def addresses(name: str, values: Iterable[Any], **changes: Any) -> Iterator[str]:
    """Yield an address for each value of one param, the others changed alike: the view is read once, not for each."""
    link = _link(**changes)
    for value in values:
        yield "?" + urlencode(link | {name: PARAMS[name].encode(value)})


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
    publishers, entities, kinds, roles = (tuple(state[name]) for name in ("publisher", "entity", "kind", "role"))
    return Filters(first, last, publishers, entities, kinds, state["q"], state["once"], state["sure"], roles)


def show_entity(entity_id: str) -> None:
    """Turn to the page of an entity."""
    st.session_state.update(page="entity", focus=entity_id, pick="", at="", open="")


def turn() -> None:
    """Leave behind what belongs to the page before: what was picked, what is open, which entity was looked at."""
    st.session_state.update(pick="", at="", open="", focus="")


def clear(keep: Collection[str] = ("focus", "compare")) -> None:
    """Drop every filter, what was picked and what is open; the page, what it is about and the corpus stay.

    `keep` names what else is no filter: another corpus has other entities.
    """
    for name in PARAMS.keys() - _KEPT - set(keep):
        default = PARAMS[name].default
        st.session_state[name] = list(default) if isinstance(default, list) else default
