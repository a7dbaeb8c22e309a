"""The reader: one article with what was found in it, what cleaning set aside, and where else the same text stands."""

import streamlit as st

from lib.ask.reader import Reading, Row, reading
from lib.draw import labels, palette
from lib.show import html
from lib.show.article_text import copied, name, text
from lib.show.corpus import connection
from lib.show.evidence import day, publisher, reader_address, titled
from lib.show.frame import controls
from lib.show.language import label, t
from lib.show.notices import warn
from lib.show.state import address, language


def reader() -> bool:
    """Show the article that the link's `open` names; return whether there is one."""
    article_id, _, sentence = st.session_state["open"].partition(".")
    found = reading(connection(), article_id) if article_id else None
    if found is None:
        if article_id:
            warn(t("warn.no_article", name=article_id))
        return False
    html.block(html.link(address(open=""), t("articles.back")))
    html.block(_head(found.article))
    if found.removed:
        with controls():
            st.toggle(label("reader.removed", n=len(found.removed)), key="removed")
    html.block(text(found, int(sentence) if sentence.isdigit() else None, st.session_state["removed"]))
    html.block(html.kinds(), " ", html.chip(t("reader.cues"), palette.QUIET))
    _lists(found)
    return True


def _head(article: Row) -> str:
    published = article["published"]
    when = f"{published:%Y-%m-%d %H:%M} UTC" if published else t("reader.undated")
    return " · ".join([html.words(publisher(article["publisher"])), html.words(when), *copied(article)])


def _lists(found: Reading) -> None:
    if len(found.versions) > 1:
        is_copy = found.article["copy_of"] is not None
        with st.expander(label("reader.versions", n=len(found.versions)), expanded=is_copy):
            html.block(_versions(found))
    with st.expander(label("reader.statements", n=len(found.attributions))):
        html.block(_statements(found))
    with st.expander(label("reader.places", n=len(found.places))):
        html.block(_places(found))
    with st.expander(t("reader.meta")):
        article = found.article
        html.block(
            html.table(
                ("", ""),
                [
                    (html.words(t(f"meta.{fact}")), html.words(str(value)))
                    for fact, value in {
                        "author": article["author"] or "—",
                        "url": article["url"] or "—",
                        "words": f"{article['words']:,}",
                        "language": article["language"],
                        "input": f"{article['input']} · {article['record']}",
                        "id": article["article_id"],
                    }.items()
                ],
            )
        )


def _versions(found: Reading) -> str:
    """Return the articles of the story, the original first; the one that is open is no link."""
    rows = []
    for row in found.versions:
        here = row["article_id"] == found.article["article_id"]
        title = titled(row["title"])
        title = html.words(title) if here else html.link(reader_address(row["article_id"]), title)
        kind = " ".join(copied(row)) or html.chip(t("copy.original"), palette.ACCENT)
        rows.append((title, html.words(publisher(row["publisher"])), html.words(day(row["published"])), kind))
    return html.table([t("reader.title"), t("col.publisher"), t("col.when"), ""], rows)


def _statements(found: Reading) -> str:
    head = [t(f"reader.{column}") for column in ("says", "cue", "via", "direct")]
    rows = []
    for row in found.attributions:
        kind = html.chip(labels.SOURCES[row["kind"]][language()], palette.QUIET)
        speaker, via = name(row) or row["source"] or "—", name(row, "via_") or "—"
        direct = t("reader.yes" if row["direct"] else "reader.no")
        rows.append((f"{html.words(speaker)} {kind}", html.words(row["cue"]), html.words(via), html.words(direct)))
    return html.table(head, rows)


def _places(found: Reading) -> str:
    head = [t("col.text"), t("col.name"), t("col.country"), t("reader.role")]
    rows = []
    for row in found.places:
        surface = found.article[row["part"]][row["start"] : row["end"]]
        place, country = (name(row), row["country"]) if row["place_id"] else (t("reader.unresolved"), "—")
        rows.append([html.words(text) for text in (surface, place, country, labels.ROLES[row["role"]][language()])])
    return html.table(head, rows)
