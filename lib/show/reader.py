"""The reader: one article with what was found in it, and what cleaning set aside."""

import streamlit as st

from lib.ask.reader import Reading, Row, reading
from lib.draw import labels, palette
from lib.show import html
from lib.show.corpus import connection
from lib.show.evidence import reader_address
from lib.show.frame import controls
from lib.show.language import t
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
    _text(found, int(sentence) if sentence.isdigit() else None)
    with controls():
        st.toggle(t("reader.removed"), key="removed")
    if st.session_state["removed"]:
        _removed(found)
    _lists(found)
    return True


def _text(found: Reading, opened: int | None) -> None:
    article = found.article
    published = article["published"]
    when = f"{published:%Y-%m-%d %H:%M} UTC" if published else t("reader.undated")
    copied = f" · {html.chip(t('copy.' + article['copy_kind']), palette.QUIET)}" if article["copy_kind"] else ""
    original = article["copy_of"]
    source = f" · {html.link(reader_address(original), t('reader.original'))}" if original else ""
    html.block(f"{html.words(article['publisher'])} · {html.words(when)}{copied}{source}")
    html.block(html.passage(html.article(_lines(found, "title", opened), _lines(found, "body", opened))))
    html.block(html.kinds(), " ", html.chip(t("reader.cues"), palette.QUIET))


def _lines(found: Reading, part: str, opened: int | None) -> list[str]:
    """Return the part's lines, its sentences marked; the one that the link opens is underlined."""
    text, marks = found.article[part], _marks(found, part)
    lines: list[list[str]] = []
    at = 0
    for row in found.sentences:
        if row["part"] != part:
            continue
        if not lines or "\n" in text[at : row["start"]]:
            lines.append([])
        inside = [mark for mark in marks if row["start"] <= mark.start and mark.end <= row["end"]]
        made = html.marked(text[row["start"] : row["end"]], inside, row["start"])
        lines[-1].append(html.underlined(made) if row["sentence"] == opened else made)
        at = row["end"]
    return [" ".join(line) for line in lines]


def _marks(found: Reading, part: str) -> list[html.Mark]:
    mentions = [
        html.Mark(
            row["start"],
            row["end"],
            palette.KINDS[row["kind"]],
            f"{_name(row)} · {labels.KINDS[row['kind']][language()]}",
        )
        for row in found.mentions
        if row["part"] == part
    ]
    cues = [
        html.Mark(row["cue_start"], row["cue_end"], palette.QUIET, labels.SOURCES[row["kind"]][language()])
        for row in found.attributions
        if row["part"] == part
    ]
    return mentions + cues


def _removed(found: Reading) -> None:
    if found.removed:
        html.block(
            html.passage(
                "".join(html.struck(row["text"], labels.RULES[row["rule"]][language()]) for row in found.removed)
            )
        )
    else:
        html.block(html.muted(t("reader.removed_none")))


def _lists(found: Reading) -> None:
    with st.expander(f"{t('reader.statements')} ({len(found.attributions)})"):
        html.block(_statements(found))
    with st.expander(f"{t('reader.places')} ({len(found.places)})"):
        html.block(_places(found))
    with st.expander(t("reader.meta")):
        article = found.article
        html.block(
            html.table(
                ("", ""),
                [
                    (html.words(t(f"meta.{name}")), html.words(str(value)))
                    for name, value in {
                        "author": article["author"] or "—",
                        "url": article["url"] or "—",
                        "words": f"{article['words']:,}",
                        "input": f"{article['input']} · {article['record']}",
                        "id": article["article_id"],
                    }.items()
                ],
            )
        )


def _statements(found: Reading) -> str:
    head = [t(f"reader.{name}") for name in ("says", "cue", "via", "direct")]
    rows = []
    for row in found.attributions:
        kind = html.chip(labels.SOURCES[row["kind"]][language()], palette.QUIET)
        speaker, via = _name(row) or row["source"] or "—", _name(row, "via_") or "—"
        direct = t("reader.yes" if row["direct"] else "reader.no")
        rows.append((f"{html.words(speaker)} {kind}", html.words(row["cue"]), html.words(via), html.words(direct)))
    return html.table(head, rows)


def _places(found: Reading) -> str:
    head = [t("col.text"), t("col.name"), t("col.country"), t("reader.role")]
    rows = []
    for row in found.places:
        surface = found.article[row["part"]][row["start"] : row["end"]]
        name, country = (_name(row), row["country"]) if row["place_id"] else (t("reader.unresolved"), "—")
        rows.append([html.words(text) for text in (surface, name, country, labels.ROLES[row["role"]][language()])])
    return html.table(head, rows)


def _name(row: Row, before: str = "") -> str:
    """Return the row's name in the interface's language, or the other's, "" when it has none."""
    wanted, other = ("ar", "en") if language() == "ar" else ("en", "ar")
    return row[f"{before}name_{wanted}"] or row[f"{before}name_{other}"] or ""
