"""When a page's article was published: what its markup tells, its lines beside the headline, or htmldate finds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import dropwhile, islice

from htmldate import find_date
from lxml.html import HtmlElement

from lib.read.dates import read_date
from lib.read.lines import beginning, plain

# The names under which pages tell it, besides JSON-LD's datePublished, the most precise first.
DATES = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "article:published",
    "dcterms.issued", "dc.date.issued", "dc:date", "dc.date", "dcterms.created", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "date_published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "date", "datecreated",
)  # fmt: skip

# Two moments told belong to one day, whose zone may be missing in one of them; chosen.
_SAME_DAY = timedelta(hours=26)
# The line with the date stands near the headline, and is short; chosen.
_NEAR, _LONGEST_DATE = 40, 100


def moment(tree: HtmlElement, told: Sequence[str], title: str) -> str:
    """Return the moment told, or printed beside the headline, or else the day that htmldate finds; in UTC.

    Of several, the one in htmldate's day. It is asked last, because where nothing is marked as the article's date it
    takes a widget's, a link's or the first of a year.
    """
    moments = _read(told) or _read(_beside_headline(tree, title))
    if moments and max(moments) - min(moments) <= _SAME_DAY:
        return _fullest(moments).isoformat()
    day = read_date(find_date(tree, extensive_search=False, original_date=True))
    if day is None:
        return moments[0].isoformat() if moments else ""
    noon = day + timedelta(hours=12)
    return _fullest([told for told in moments if abs(told - noon) <= _SAME_DAY] or moments or [day]).isoformat()


def _read(told: Iterable[str]) -> list[datetime]:
    return [read for text in told if (read := read_date(text))]


def _fullest(moments: Sequence[datetime]) -> datetime:
    """Return the first moment that tells the time of day, else the first."""
    return next((told for told in moments if told.hour or told.minute), moments[0])


def _beside_headline(tree: HtmlElement, title: str) -> Iterator[str]:
    """Yield the short texts after the headline, up to the first paragraph, where a page prints its date."""
    shown = dropwhile(lambda tag: not _is_heading(tag, title), tree.iter())
    for tag in islice(shown, 1, _NEAR):
        if tag.tag in {"script", "style"}:
            continue
        text = plain(str(tag.text or ""))
        if len(text) > _LONGEST_DATE:
            return
        yield str(tag.get("datetime") or "")
        yield text


def _is_heading(tag: HtmlElement, title: str) -> bool:
    return tag.tag in {"h1", "h2"} and beginning(tag, len(title) + _LONGEST_DATE).startswith(title)
