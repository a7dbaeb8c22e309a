"""A page as a reader sees it: its lines, and whether they are prose, links, or in a box beside the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = _HEADINGS | {
    "html", "body", "main", "article", "section", "header", "div", "center", "p", "blockquote", "pre", "ul", "ol", "li",
    "dl", "dt", "dd", "table", "tbody", "tr", "td", "th", "hr", "br", "fieldset", "address", "details", "summary",
}  # fmt: skip
_BOXES = frozenset({"nav", "aside", "footer", "form", "button", "label", "figure", "figcaption", "menu", "dialog"})
_SILENT = frozenset({
    "head", "script", "style", "noscript", "template", "select", "option", "textarea", "iframe", "svg", "object",
    "video", "audio", "canvas",
})  # fmt: skip

# Words in the class or id of boxes beside an article, as the usual templates name them; has-sidebar has one, is none.
_BOX = re.compile(
    r"(?:^|[-_])(?:nav|navbar|menu|footer|sidebar|related|recommended|comments?|disqus|share|sharing|social|breadcrumbs?"
    r"|newsletter|subscribe|cookies?|promo|advert|ads?|banner|popup|modal|copyrights?|tags?|captions?|credits?"
    r"|trending|most-?read|most-?viewed|byline|author-?(?:box|bio))(?:$|[-_])"
)
_BEARER = re.compile(r"(?:^|[-_])(?:has|with|no|is|not)[-_]")

# Chosen: ten words make a line prose, when less than a third of it is links; teasers are shorter, menus are links.
_PROSE, LINKED = 60, 1 / 3
_AROUND = 8  # elements around one that say what it is; chosen


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a reader sees it; `linked` of its characters are links, `boxed` when it stands in a menu or such."""

    text: str
    linked: int
    block: HtmlElement
    boxed: bool

    @property
    def is_prose(self) -> bool:
        """Say whether it reads like a sentence of an article."""
        return not self.boxed and len(self.text) >= _PROSE and self.linked <= len(self.text) * LINKED

    @property
    def is_link(self) -> bool:
        """Say whether all of it leads to another page."""
        return self.linked == len(self.text)

    @property
    def is_teaser(self) -> bool:
        """Say whether it is a headline that leads to another page."""
        heading = any(tag.tag in _HEADINGS for tag in (self.block, *ancestors(self.block)))
        return heading and not self.boxed and self.is_link


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for the text directly inside an element: its block, and whether it is boxed, silent, a link."""

    block: HtmlElement
    boxed: bool = False
    silent: bool = False
    link: bool = False

    def inside(self, tag: HtmlElement) -> "_Place":
        return _Place(
            tag if tag.tag in BLOCKS or tag.tag in _BOXES else self.block,
            self.boxed or tag.tag in _BOXES or _is_box(tag),
            self.silent or tag.tag in _SILENT,
            self.link or tag.tag == "a",
        )


def lines(tree: HtmlElement) -> list[Line]:
    """Return the lines of a page in its order, cut where a browser begins a new one."""
    found: list[Line] = []
    places = [_Place(tree)]
    held: list[tuple[str, bool]] = []

    def cut() -> None:
        text = " ".join("".join(piece for piece, _ in held).split())
        linked = " ".join("".join(piece for piece, link in held if link).split())
        if text:
            found.append(Line(text, len(linked), places[-1].block, places[-1].boxed))
        held.clear()

    for event, tag in etree.iterwalk(tree, events=("start", "end")):
        starts = event == "start"
        if tag.tag in BLOCKS or tag.tag in _BOXES:
            cut()
        if starts:
            places.append(places[-1].inside(tag))
        else:
            places.pop()
        text = tag.text if starts else tag.tail
        if text and not places[-1].silent:
            held.append((text, places[-1].link))
    cut()
    return found


def _is_box(tag: HtmlElement) -> bool:
    if tag.tag in {"html", "body", "main", "article"}:
        return False
    names = f"{tag.get('class', '')} {tag.get('id', '')}".casefold().split()
    return any(_BOX.search(name) and not _BEARER.search(name) for name in names)


def ancestors(tag: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the few elements around one that say what it is; a hostile page nests thousands."""
    return islice(tag.iterancestors(), _AROUND)


def beginning(tag: HtmlElement, longest: int) -> str:
    """Return the first characters of an element's text on one line, without reading all that follows."""
    held: list[str] = []
    left = longest
    for piece in tag.itertext():
        held.append(piece[:left])
        left -= len(held[-1])
        if not left:
            break
    return plain("".join(held))


def plain(text: str) -> str:
    """Return text on one line, without the entities that some pages write twice."""
    return " ".join(unescape(text).split())
