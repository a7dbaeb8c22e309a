"""The page that adds articles: bring files, see what is read in them, correct the columns, build, open."""

from pathlib import PurePosixPath

import streamlit as st

from lib.draw import labels
from lib.show import html
from lib.show.building import Building, build
from lib.show.draft import Draft, can_be_changed, safe_name
from lib.show.frame import controls, section
from lib.show.language import label, t
from lib.show.library import allowed, shelved
from lib.show.notices import done, fail, warn
from lib.show.previewing import preview
from lib.show.state import PARAMS, address, language

_LISTED = 30  # files, beyond which their list would fill the screen


def adding() -> None:
    """Draw the page; where uploads are switched off it says so."""
    if not allowed():
        st.info(label("add.off"))
        return
    under_way: Building | None = st.session_state.get("_building")
    if under_way and not under_way.ended:
        _watch(under_way)
    else:
        if under_way:
            _ended(under_way)
        draft = _draft()
        _bring(draft)
        if draft.held() and preview(draft):
            _offer(draft)
    _shelf()


def _draft() -> Draft:
    """Return the visitor's draft: the one begun, or the files of a corpus taken up again."""
    held: Draft | None = st.session_state.get("_draft")
    if held is None:
        held = st.session_state["_draft"] = Draft.new()
    return held


def _bring(draft: Draft) -> None:
    section(t("add.bring"), t("add.bring_help"))
    with controls():
        kind = st.segmented_control(
            t("add.bring"), ("files", "folder"), key="_kind", default="files", required=True,
            format_func={"files": t("add.files"), "folder": t("add.folder")}.__getitem__, label_visibility="collapsed",
        )  # fmt: skip
    # The draft is what holds the files: an uploader is emptied, by a new key, once it has handed over what it got.
    key = f"_uploads-{kind}-{st.session_state.setdefault('_intakes', 0)}"
    st.file_uploader(
        t("add.bring"), accept_multiple_files=True if kind == "files" else "directory", key=key,
        label_visibility="collapsed", on_change=lambda: _receive(draft, key),
    )  # fmt: skip
    held = draft.held()
    if 0 < len(held) <= _LISTED:
        st.session_state["_held"] = held
        st.multiselect(
            t("add.held"), held, key="_held",
            on_change=lambda: draft.drop(set(held).difference(st.session_state["_held"])),
        )  # fmt: skip
    if held:
        st.button(t("add.over"), on_click=lambda: st.session_state.update(_draft=None))


def _receive(draft: Draft, key: str) -> None:
    draft.receive(st.session_state[key])
    st.session_state["_intakes"] += 1


def _offer(draft: Draft) -> None:
    """Let the corpus be named, rules be switched off, and the build be started."""
    section(t("add.build"))
    told, own = draft.told(), draft.folder.name
    rules = st.pills(
        t("add.keep"), list(labels.RULES), selection_mode="multi",
        default=[rule for rule in told.get("keep", {}) if rule in labels.RULES],
        format_func=lambda rule: labels.RULES[rule][language()], help=t("add.keep_help"), key=f"_keep-{own}",
    )  # fmt: skip
    stem = PurePosixPath(draft.held()[0]).name.partition(".")[0]
    proposed = told.get("of", {}).get("name") or safe_name(stem) or t("add.unnamed")
    name = safe_name(st.text_input(t("add.name"), proposed, key=f"_name-{own}"))
    if not name:
        warn(t("add.nameless"))
    elif st.button(t("add.go"), type="primary"):
        draft.tell(keep=dict.fromkeys(rules, ""))
        st.session_state["_building"] = build(draft, name)
        if not st.session_state["_building"]:
            warn(t("add.taken", name=name))
            return
        st.rerun()


@st.fragment(run_every=1)
def _watch(building: Building) -> None:
    """Show how far a build has come, a second at a time; when it has ended the whole page is drawn anew."""
    if building.ended:
        st.rerun()
    section(t("add.building", name=building.name), t("add.building_help"))
    of = f" / {building.total:,}" if building.total else ""
    st.progress(building.share, label(f"add.{building.step}", n=f"{building.done:,}{of}"))
    st.button(t("add.stop"), on_click=building.stopped.set, disabled=building.stopped.is_set())


def _ended(building: Building) -> None:
    """Say how a build ended; what was not built can be tried again."""
    built = next((one for one in shelved() if one.name == building.name), None)
    if building.failure or building.stopped.is_set() or not built:
        st.session_state.update(_draft=building.draft, _building=None)
        (fail if building.failure else warn)(building.failure or t("add.stopped"))
        return
    if st.session_state.get("_draft") == building.draft:
        st.session_state["_draft"] = None
    done(t("add.done", name=built.name, n=f"{built.articles:,}"))
    html.block(html.link(_opens(built.link_id), t("add.open", name=built.name)))


def _shelf() -> None:
    """List the corpora of this machine, each to open, and those built here to change."""
    found = shelved()
    if not found:
        return
    section(t("add.shelf"))
    rows = []
    for one in found:
        link = html.link(_opens(one.link_id), one.name)
        rows.append((link, html.words(f"{one.articles:,}"), html.words(one.created[:16].replace("T", " "))))
    html.block(html.table([t("col.name"), t("col.articles"), t("method.created")], rows))
    again = [one.name for one in found if can_be_changed(one.name)]
    if again:
        st.selectbox(
            t("add.change"), again, index=None, placeholder=t("add.change"), key="_change",
            label_visibility="collapsed", on_change=_change,
        )  # fmt: skip


def _change() -> None:
    """Take up the files of a corpus again, to name other columns or switch rules."""
    st.session_state.update(_draft=Draft.again(st.session_state["_change"]), _building=None, _change=None)


def _opens(link_id: str) -> str:
    """Return the link to a corpus: of the present view it keeps the language."""
    fresh = {name: param.default for name, param in PARAMS.items() if name != "lang"}
    return address(**fresh | {"corpus": link_id})
