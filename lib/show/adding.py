"""The page that adds articles: bring files, see what is read in them, correct the columns, build, open."""

from pathlib import Path

import streamlit as st

from lib.draw import labels
from lib.errors import MijharError
from lib.show import html
from lib.show.commands import run
from lib.show.draft import Draft, safe_name
from lib.show.frame import controls, section
from lib.show.language import t
from lib.show.library import allowed, place, shelved
from lib.show.notices import done, fail, warn
from lib.show.previewing import preview
from lib.show.state import address, language

_STEPS = ("read", "clean", "recognise", "link", "annotate", "write")


def adding() -> None:
    """Draw the page; where uploads are switched off it says so."""
    if not allowed():
        st.info(t("add.off"))
        return
    draft = _draft()
    _bring(draft)
    if draft.held() and preview(draft):
        _build(draft)
    _shelf()


def _draft() -> Draft:
    """Return the visitor's draft: the one begun, or the files of a corpus taken up again."""
    held: Draft | None = st.session_state.get("_draft")
    if held is None or not held.files.is_dir():
        held = st.session_state["_draft"] = Draft.new()
    return held


def _bring(draft: Draft) -> None:
    section(t("add.bring"), t("add.bring_help"))
    with controls():
        kind = st.segmented_control(
            t("add.bring"),
            ("files", "folder"),
            key="_kind",
            default="files",
            required=True,
            format_func={"files": t("add.files"), "folder": t("add.folder")}.__getitem__,
            label_visibility="collapsed",
        )
    key = f"_uploads-{draft.folder.name}-{kind}"
    st.file_uploader(
        t("add.bring"),
        accept_multiple_files=True if kind == "files" else "directory",
        key=key,
        label_visibility="collapsed",
        on_change=lambda: draft.receive(key, st.session_state[key]),
    )
    if draft.held():
        st.button(t("add.over"), on_click=lambda: st.session_state.update(_draft=None))


def _build(draft: Draft) -> None:
    section(t("add.build"))
    told = draft.told()
    rules = st.pills(
        t("add.keep"),
        list(labels.RULES),
        selection_mode="multi",
        default=[rule for rule in told.get("keep", {}) if rule in labels.RULES],
        format_func=lambda rule: labels.RULES[rule][language()],
        help=t("add.keep_help"),
        key=f"_keep-{draft.folder.name}",
    )
    stem = Path(min(draft.held().values())).name.partition(".")[0]
    proposed = told.get("name", {}).get("name") or safe_name(stem) or t("add.unnamed")
    name = safe_name(st.text_input(t("add.name"), proposed, key=f"_name-{draft.folder.name}"))
    taken = (place() / name).exists() and draft != Draft.of(name)
    if not name or taken:
        warn(t("add.taken" if name else "add.nameless", name=name))
        return
    if st.button(t("add.go"), type="primary"):
        draft.tell(keep=dict.fromkeys(rules, ""), name={"name": name})
        _built(draft, name, rules)


def _built(draft: Draft, name: str, rules: list[str]) -> None:
    """Build with a progress bar, and offer to open what was built."""
    bar = st.progress(0.0, t("add.read"))

    def show(step: str, done: int, total: int | None) -> None:
        share = (_STEPS.index(step) + (done / total if total else 0.0)) / len(_STEPS)
        of = f" / {total:,}" if total else ""
        bar.progress(min(share, 1.0), f"{t(f'add.{step}')}: {done:,}{of}")

    keep = [option for rule in rules for option in ("--keep", rule)]
    columns = draft.columns(draft.told().get("columns", {}))
    try:
        run(["build", str(draft.files), "--out", str(place() / name), *columns, *keep], show)
    except MijharError as error:
        bar.empty()
        fail(str(error))
        return
    bar.empty()
    draft.keep_as(name)
    built = next(one for one in shelved() if one.name == name)
    st.session_state.update(_draft=None, _asked=None)
    done(t("add.done", name=name, n=f"{built.articles:,}"))
    html.block(html.passage(html.link(_opens(built.corpus_id), t("add.open", name=name))))


def _shelf() -> None:
    """List the corpora of this machine, each to open, and those built here to change."""
    found = shelved()
    if not found:
        return
    section(t("add.shelf"))
    rows = []
    for one in found:
        link = html.link(_opens(one.corpus_id), one.name)
        rows.append((link, html.words(f"{one.articles:,}"), html.words(one.created[:16].replace("T", " "))))
    html.block(html.table([t("col.name"), t("col.articles"), t("method.created")], rows))
    again = [one.name for one in found if Draft.of(one.name)]
    if again:
        st.selectbox(
            t("add.change"), again, index=None, placeholder=t("add.change"), key="_change",
            label_visibility="collapsed", on_change=_change,
        )  # fmt: skip


def _change() -> None:
    """Take up the files of a corpus again, to name other columns or switch rules."""
    st.session_state.update(_draft=Draft.of(st.session_state["_change"]), _change=None)


def _opens(corpus_id: str) -> str:
    return address(page="overview", corpus=corpus_id, pick="", at="", open="", publisher=[], entity=[], period=(), q="")
