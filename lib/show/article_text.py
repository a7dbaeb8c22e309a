"""An article's text as the reader shows it: names and cues marked, what cleaning set aside struck out in its place."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from lib.ask.reader import Reading, Row
from lib.draw import labels, palette
from lib.show import html
from lib.show.language import t
from lib.show.state import addresses, language


def text(found: Reading, opened: int | None, with_removed: bool) -> str:
    """Return title and body as HTML; the sentence `opened` is underlined."""
    title = [made for _, made in _lines(found, "title", opened)]
    body = [(start, f"<p>{made}</p>") for start, made in _lines(found, "body", opened)]
    if with_removed:
        # What was set aside within a paragraph, or behind it, follows it: a paragraph is never torn apart.
        aside = [(row["body_offset"] or 0, _struck(row)) for row in found.removed]
        body = sorted(aside + body, key=lambda piece: piece[0])
    return html.passage(html.article(title, (made for _, made in body)))


def _struck(row: Row) -> str:
    return html.struck(row["text"], labels.RULES[row["rule"]][language()])


def name(row: Row, before: str = "") -> str:
    """Return the row's name in the interface's language, or the other's, "" when it has none."""
    wanted, other = ("ar", "en") if language() == "ar" else ("en", "ar")
    return row[f"{before}name_{wanted}"] or row[f"{before}name_{other}"] or ""


def copied(article: Mapping[Any, Any]) -> list[str]:
    """Return what kind of copy an article is, with the share of its words that the original has; nothing for others."""
    if not isinstance(article["copy_kind"], str):
        return []
    kind = html.chip(t(f"copy.{article['copy_kind']}"), palette.QUIET)
    if pd.isna(article["copy_share"]):  # a corpus built before it was kept
        return [kind]
    return [kind, html.words(t("copy.share", share=f"{article['copy_share']:.0%}"))]


def _lines(found: Reading, part: str, opened: int | None) -> list[tuple[int, str]]:
    """Return the part's lines with the offset where each begins, its sentences marked."""
    text, marks = found.article[part], list(_marks(found, part))
    lines: list[tuple[int, list[str]]] = []
    at = 0
    for row in found.sentences:
        if row["part"] != part:
            continue
        if not lines or "\n" in text[at : row["start"]]:
            lines.append((row["start"], []))
        inside = [mark for mark in marks if row["start"] <= mark.start and mark.end <= row["end"]]
        made = html.marked(text[row["start"] : row["end"]], inside, row["start"])
        lines[-1][1].append(html.underlined(made) if row["sentence"] == opened else made)
        at = row["end"]
    return [(start, " ".join(line)) for start, line in lines]


def _marks(found: Reading, part: str) -> Iterator[html.Mark]:
    named = [row for row in found.mentions if row["part"] == part]
    leads = addresses("focus", (row["entity_id"] for row in named), page="entity", open="", pick="", at="")
    for row, lead in zip(named, leads, strict=True):
        doubt = f" · {t('evidence.uncertain')}" if row["uncertain"] else ""
        note = f"{name(row)} · {labels.KINDS[row['kind']][language()]}{doubt}"
        yield html.Mark(row["start"], row["end"], palette.KINDS[row["kind"]], note, lead)
    for row in found.attributions:
        if row["part"] == part:
            yield html.Mark(row["cue_start"], row["cue_end"], palette.QUIET, labels.SOURCES[row["kind"]][language()])
