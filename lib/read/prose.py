"""Where the text of a page stands: the box with most prose, the lines that sum it up, notes about the site."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile

from lxml.html import HtmlElement

from lib.read.lines import BLOCKS, LINKED, Line, ancestors, beginning

_LEAD = re.compile(
    r"(?:^|[-_])(?:lead|lede|intro|standfirst|sub-?title|sub-?head(?:line|ing)?|excerpt|dek|sapo|description|summary)(?:$|[-_])"
)
_SHORTEST_LEAD, _ALIKE = 40, 40  # characters: of a line that sums up the article, and that show two texts to be one

# A site's own pages about itself, in addresses without a host; a paragraph that links to one is about the site. With
# the box around it it has no more characters than this, chosen.
_POLICY = re.compile(
    r"^/?(?:[\w-]+/){0,2}(?:privacy|terms|conditions|cookie|community.guidelines)[\w-]*(?:\.\w+)?/?$", re.IGNORECASE
)
_NOTE = 600


def main_box(found: Sequence[Line]) -> HtmlElement | None:
    """Return the element that holds most prose, as readability finds it.

    A line counts for its block and the element around that, and by half for the one around both.
    """
    scores: defaultdict[HtmlElement, float] = defaultdict(float)
    for line in found:
        if line.is_prose:
            for element, share in zip((line.block, *ancestors(line.block)), (1, 1, 0.5), strict=False):
                scores[element] += len(line.text) * share
    return max(scores, key=lambda element: scores[element], default=None)


def inside(box: HtmlElement | None, found: Sequence[Line]) -> list[Line]:
    """Return the lines of an element that are in no menu or such."""
    elements = set() if box is None else set(box.iter())
    return [line for line in found if line.block in elements and not line.boxed]


def drop_notes(tree: HtmlElement, box: HtmlElement | None) -> bool:
    """Remove paragraphs that link to the site's own terms or policies, and the boxes made for them alone.

    True when there was one. `box` and what is around it stay.
    """
    if box is None:
        return False
    kept = {box, *box.iterancestors()}
    notes: list[HtmlElement] = []
    for link in tree.iter("a"):
        if _POLICY.search(link.get("href", "")[:_NOTE]):
            around = takewhile(lambda tag: tag not in kept and len(beginning(tag, _NOTE + 1)) <= _NOTE, ancestors(link))
            notes += [tag for tag in around if tag.tag in BLOCKS]
    for note in notes:
        if note.getparent() is not None:
            note.drop_tree()
    return bool(notes)


def lead(found: Sequence[Line], title: str, description: str, body: str) -> list[str]:
    """Return the lines between headline and text that sum the article up, which extraction often takes for furniture.

    A box's name says that it is one, or the page's description repeats it.
    """
    texts = [line.text for line in found]
    opening = body.partition("\n")[0]
    first = next((at for at, text in enumerate(texts) if alike(text, opening)), 0)
    start = next((at for at in range(first, -1, -1) if title and texts[at : at + 1] == [title]), first)
    return [
        line.text
        for line in found[start + 1 : first]
        if len(line.text) >= _SHORTEST_LEAD
        and not line.boxed
        and line.linked <= len(line.text) * LINKED
        and line.text not in body
        and (alike(line.text, description) or _names_lead(line.block))
    ]


def _names_lead(block: HtmlElement) -> bool:
    around = (block, *islice(ancestors(block), 1))
    names = " ".join(f"{tag.get('class', '')} {tag.get('itemprop', '')}" for tag in around).casefold().split()
    return any(_LEAD.search(name) for name in names)


def alike(text: str, other: str) -> bool:
    """Say whether two texts begin with the same forty characters."""
    return bool(text) and text[:_ALIKE] == other[:_ALIKE]
