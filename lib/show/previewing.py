"""What is read in the files that a visitor brought, before anything is built; its columns can be corrected here."""

import json
from typing import Any

import streamlit as st

from lib.draw.labels import isolated
from lib.errors import MijharError
from lib.show import html
from lib.show.commands import run
from lib.show.draft import Draft
from lib.show.frame import section
from lib.show.headline import Figure, headline
from lib.show.language import t
from lib.show.notices import fail, warn

_FIELDS = ("title", "body", "publisher", "author", "published", "url", "language")
_IN_A_ROW = 4
_EXCERPT = 160  # characters of a body: two lines
_FILES = 50  # rows of the table of files


def preview(draft: Draft) -> bool:
    """Show what is read in the draft's files; return whether any of it is an article."""
    section(t("add.preview"))
    chosen = draft.told().get("columns", {})
    asked = (str(draft.folder), tuple(draft.held()), tuple(sorted(chosen.items())))
    if st.session_state.get("_asked") != asked:
        with st.spinner(t("add.reading"), show_time=True):
            try:
                printed = run(["preview", str(draft.files), *draft.columns(chosen)], lambda step, done, total: None)
            except MijharError as error:
                fail(str(error))
                return False
        st.session_state.update(_asked=asked, _preview=json.loads(printed.splitlines()[-1]))
    seen: dict[str, Any] = st.session_state["_preview"]
    headline(
        Figure(seen["articles"], t("add.articles")),
        Figure(seen["undated"], t("overview.undated")),
        Figure(seen["publishers"], t("overview.publishers")),
        Figure(seen["rejected"], t("intake.rejected")),
        at="preview",
    )
    html.block(_files(seen))
    for reason, count, where in seen["reasons"]:
        warn(f"{count:,} × {isolated(where)}: {reason}")
    html.block(*(_first(article) for article in seen["first"]))
    _columns(draft, seen, chosen)
    return bool(seen["articles"])


def _files(seen: dict[str, Any]) -> str:
    rows = [
        [
            html.words(str(text))
            for text in (
                file["input"],
                file["format"],
                file["encoding"] or "—",
                "; ".join(f"{field} = {column}" for field, column in file["columns"].items()) or "—",
                f"{file['records']:,}",
                f"{file['rejected']:,}",
            )
        ]
        for file in seen["files"][:_FILES]
    ]
    columns = ("input", "format", "encoding", "columns", "records", "rejected")
    return html.table([t(f"intake.{column}") for column in columns], rows)


def _first(article: dict[str, Any]) -> str:
    facts = (
        article["publisher"] or t("bar.anonymous"),
        (article["published"] or t("reader.undated"))[:16],
        article["language"],
    )
    title, body = html.words(article["title"] or "—"), html.words(article["body"][:_EXCERPT])
    return html.item(html.passage(f"<b>{title}</b><br>{body}"), html.line(*map(html.words, facts)))


def _columns(draft: Draft, seen: dict[str, Any], chosen: dict[str, str]) -> None:
    """Let each field's column be named; a change is previewed at once."""
    found = list(dict.fromkeys(column for file in seen["files"] for column in file["found"]))
    if not found:
        return
    key = f"_column-{draft.folder.name}-"
    with st.expander(t("add.columns"), expanded=not seen["articles"]), st.form(f"{key}form", border=False):
        for first in range(0, len(_FIELDS), _IN_A_ROW):  # a row at a time: the keyboard goes through them in order
            row = _FIELDS[first : first + _IN_A_ROW]
            for field, column in zip(row, st.columns(_IN_A_ROW), strict=False):
                column.selectbox(
                    t(f"add.{field}"),
                    ["", *found],
                    index=found.index(chosen[field]) + 1 if chosen.get(field) in found else 0,
                    key=key + field,
                    format_func=lambda name: name or t("add.auto"),
                )
        if st.form_submit_button(t("add.apply")):
            named = {field: st.session_state[key + field] for field in _FIELDS}
            draft.tell(columns={field: column for field, column in named.items() if column})
            st.rerun()
