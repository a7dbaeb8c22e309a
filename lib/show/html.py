"""The one place where text of articles becomes HTML. Everything that comes in is escaped here and nowhere else.

NOTE: st.html lets images with outside addresses and fixed positions through, so no unescaped text may reach it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape as _escape

import streamlit as st

from lib.draw import labels, palette
from lib.show.state import language

_READING = "font-family:Naskh,'Plex Latin','Plex Arabic',serif;line-height:2;font-size:1.12rem;overflow-wrap:anywhere"
_TINT = 0.28  # keeps 7:1 and more between text and highlight on both grounds


def escape(text: str) -> str:
    """Return text as HTML, its marks of direction in pairs, so that none reaches beyond the element it stands in."""
    return _escape(labels.paired(text))


@dataclass(frozen=True)
class Mark:
    """A highlighted span: offsets into the text, a colour (#rrggbb), a note shown on hover, where it leads."""

    start: int
    end: int
    colour: str
    note: str = ""
    href: str = ""


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> str:
    """Return the text as HTML with its marks; `offset` is where the text starts. A mark inside another is left out."""
    pieces, at = [], 0
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        start, end = mark.start - offset, mark.end - offset
        if start < at or end > len(text) or start >= end:
            continue
        note = f' title="{escape(mark.note)}"' if mark.note else ""
        pieces.append(escape(text[at:start]))
        inner = escape(text[start:end])
        if mark.href:
            inner = f'<a href="{escape(mark.href)}" style="color:inherit;text-decoration:none">{inner}</a>'
        pieces.append(f'<mark style="{_tint(mark.colour)}"{note}>{inner}</mark>')
        at = end
    return "".join([*pieces, escape(text[at:])])


def _tint(colour: str) -> str:
    # Background only: padding or a border inside a word would break its letters apart.
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"background:rgba({red},{green},{blue},{_TINT});color:inherit;border-radius:3px"


def link(href: str, text: str) -> str:
    """Return a link inside the app."""
    return f'<a href="{escape(href)}" style="color:inherit;text-underline-offset:3px"><bdi>{escape(text)}</bdi></a>'


def passage(text: str) -> str:
    """Return already marked Arabic text in a right-to-left reading block."""
    return f'<div dir="rtl" lang="ar" style="{_READING}">{text}</div>'


def chip(text: str, colour: str) -> str:
    """Return a small label."""
    return f'<span style="{_tint(colour)};padding:.05rem .5rem;font-size:.85rem"><bdi>{escape(text)}</bdi></span>'


def kinds() -> str:
    """Return the key to the colours of the kinds of entity."""
    return " ".join(chip(labels.KINDS[kind][language()], palette.KINDS[kind]) for kind in ("PERS", "LOC", "ORG"))


def words(text: str) -> str:
    """Return plain text as HTML that keeps its own direction."""
    return f"<bdi>{escape(text)}</bdi>"


def block(*parts: str) -> None:
    """Show HTML made by this module in the interface's direction."""
    direction = "rtl" if language() == "ar" else "ltr"
    st.html(f'<div dir="{direction}" lang="{language()}">{"".join(parts)}</div>')


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in the interface's direction; cells are HTML made by this module."""
    cell = "padding:.35rem .6rem;border-bottom:1px solid rgba(138,133,120,.3);text-align:start;vertical-align:top"
    header = "".join(f'<th scope="col" style="{cell};font-weight:600">{escape(name)}</th>' for name in head)
    lines = ("".join(f'<td style="{cell}">{value}</td>' for value in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        '<div style="overflow-x:auto"><table style="border-collapse:collapse;width:100%">'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def lines(hits: Iterable[tuple[str, str, str, str]]) -> str:
    """Return a concordance: (before, hit, after, where) a line, the hits in one column; `where` is HTML made here."""
    side = "flex:1 1 0;min-width:0;overflow:hidden;white-space:nowrap"
    made = []
    for before, hit, after, where in hits:
        one = (" ".join(text.split("\n")) for text in (before, hit, after))
        left, middle, right = (escape(text) for text in one)
        made.append(
            f'<div style="display:flex;gap:.4rem;{_READING}"><div style="{side};display:flex;justify-content:flex-end">'
            f'<span>{left}</span></div><mark style="{_tint("#2A8F86")};white-space:nowrap">{middle}</mark>'
            f'<div style="{side}">{right}</div></div><div style="font-size:.8rem;opacity:.7">{where}</div>'
        )
    return f'<div dir="rtl" lang="ar">{"".join(made)}</div>'


def article(title: Iterable[str], body: Iterable[str]) -> str:
    """Return an article: lines of its title, and paragraphs and struck passages of its body, all made here."""
    head = f'<h2 style="font-size:1.55rem;line-height:1.6;padding:0">{" ".join(title)}</h2>'
    return head + "".join(body)


def muted(text: str) -> str:
    """Return escaped text in the quiet voice of captions."""
    return f'<div style="opacity:.68;font-size:.9rem">{escape(text)}</div>'


def line(*parts: str) -> str:
    """Return a small line of parts, each HTML made here, with dots between."""
    return f'<div style="font-size:.88rem">{" · ".join(parts)}</div>'


def told(title: str, parts: Sequence[str]) -> str:
    """Return a small line that says what its parts are, each HTML made here."""
    return f'<div style="font-size:.92rem;padding:.15rem 0"><b>{escape(title)}:</b> {" · ".join(parts)}</div>'


def counted(name: str, number: str, href: str) -> str:
    """Return a name and its number, which leads to its evidence, as one piece of a line of either direction."""
    return f'<span style="unicode-bidi:isolate">{words(name)}: {link(href, number)}</span>'


def code(text: str) -> str:
    """Return an identifier, broken over lines where it must be."""
    return f'<code style="overflow-wrap:anywhere">{escape(text)}</code>'


def underlined(made: str) -> str:
    """Return HTML made here with a line under it: the sentence that a link opens."""
    style = "text-decoration:underline 2px #2A8F86;text-underline-offset:.45em"
    return f'<span style="{style}">{made}</span>'


def item(*parts: str) -> str:
    """Return one entry of a list of passages, set apart by a thin rule."""
    return f'<div style="padding:.6rem 0;border-bottom:1px solid rgba(138,133,120,.3)">{"".join(parts)}</div>'


def struck(text: str, rule: str) -> str:
    """Return a passage that cleaning set aside, struck out, with its rule."""
    note = f'<small style="opacity:.7"> [{escape(rule)}]</small>'
    return f'<div style="opacity:.75"><del>{escape(text)}</del>{note}</div>'


def named(name: str, *beside: str) -> str:
    """Return a name as the page's title, and what stands beside it, each HTML made here."""
    large = f'<span style="font-size:1.9rem;font-weight:700;line-height:1.5">{words(name)}</span>'
    return (
        f'<div style="display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline">{large}{"".join(beside)}</div>'
    )


Number = tuple[str, str, str]
"""What a headline shows: the number as written, its label, and the link to its evidence ("" for none)."""


def headline(main: Number, figures: Iterable[Number]) -> str:
    """Return the page's one large number with its label, and smaller figures beside it."""
    large = "font-size:3.2rem;line-height:1.1;font-weight:700;font-variant-numeric:tabular-nums"
    small = "font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums"
    shown = [_number(main, large), *(_number(one, small) for one in figures)]
    style = "display:flex;flex-wrap:wrap;gap:1rem 2.6rem;align-items:flex-end;margin:.2rem 0 .6rem"
    return f'<div style="{style}">{"".join(shown)}</div>'


def _number(number: Number, style: str) -> str:
    value, label, href = number
    dotted = "color:inherit;text-decoration:underline dotted 1.5px;text-underline-offset:.18em"
    written = f"<bdi>{escape(value)}</bdi>"
    if href:
        written = f'<a href="{escape(href)}" style="{dotted}">{written}</a>'
    return f'<div><div style="{style}">{written}</div>{muted(label)}</div>'
