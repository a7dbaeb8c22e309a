"""What a page says about its article: headline, moment, author, site, address, language.

trafilatura's own metadata changes names (capitals, handles) and keeps no time of day: it is asked for the body alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from lib.read.lines import beginning, plain
from lib.read.linked_data import article_data, texts
from lib.read.page_dates import DATES, moment

# Where pages name a field besides JSON-LD, by a meta tag's name or property or any tag's itemprop, most precise first.
_TITLES = ("og:title", "headline", "twitter:title", "dc.title", "dcterms.title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_LANGUAGES = ("content-language", "language", "og:locale", "dc.language", "inlanguage")
_LEADS = ("description", "og:description", "twitter:description")
_WANTED = {*_TITLES, *DATES, *_AUTHORS, *_SITES, *_LANGUAGES, *_LEADS, "og:url", "og:type"}
_NAMED = "//*[@itemprop or @property or self::meta[@name or @http-equiv]]"
_KEPT = 3  # values of one name: the article's own come first, then those of teasers and comments; chosen

_ADDRESS = re.compile(
    r"https?:|www\.|//|@|\.(?:com|net|org|png|jpe?g)\b|(?:developed|designed|powered) by", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:author|byline|writer)(?:[_-]?name)?(?:$|\s)", re.IGNORECASE)
_BY = re.compile(r"^(?:بقلم|كتبت?|تحرير|بواسطة|إعداد|الكاتب|by)(?:\s*[:/|-]\s*|\s+)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|•·:»«]+\s+|\s*\|\s*")

# Chosen: a headline is longer than the first, the name of a site or a person shorter than the second; a byline stands
# among the elements that follow the headline; nothing that is told here is longer than the last.
_SHORTEST_HEADLINE, _LONGEST_NAME, _SHORTEST_SITE, _NEAR, _LONGEST = 12, 80, 3, 120, 2000


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article as its markup tells it; `lead` is its description, `text` JSON-LD's articleBody.

    `article` when the markup says that the page is an article at all.
    """

    title: str
    published: str
    author: str
    publisher: str
    url: str
    language: str
    lead: str
    text: str
    article: bool


def described(tree: HtmlElement) -> Page:
    """Read what the markup of a page tells; what it does not tell is ""."""
    data, meta = article_data(tree), _named(tree)

    def told(key: str, names: Sequence[str]) -> list[str]:
        return [value for value in map(plain, (*texts(data.get(key)), *_all(meta, names))) if value]

    url = _url(tree, [*told("url", ("og:url",)), *told("mainEntityOfPage", ())])
    site = next((name for name in told("publisher", _SITES) if _is_name(name)), "")
    title = _headline(tree, [*told("", _TITLES[:1]), *told("headline", _TITLES)], {site, urlsplit(url).hostname or ""})
    dates = [*told("datePublished", DATES), *texts(data.get("dateCreated"))]
    return Page(
        title=title,
        published=moment(tree, dates, title),
        author=_author(tree, told("author", ()), told("", _AUTHORS), (site, urlsplit(url).hostname or "")),
        publisher=site,
        url=url,
        language=_language([tree.get("lang") or tree.get("xml:lang") or "", *told("inLanguage", _LANGUAGES)]),
        lead=next(iter(told("description", _LEADS)), ""),
        text="\n".join(texts(data.get("articleBody"))),
        article=bool(data) or "article" in meta["og:type"] or any(meta[name] for name in DATES[:2]),
    )


def _all(meta: Mapping[str, list[str]], names: Sequence[str]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


def _named(tree: HtmlElement) -> defaultdict[str, list[str]]:
    """Return what meta tags and microdata name, by the name in small letters without its prefix."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for tag in tree.xpath(_NAMED):
        names = tag.get("itemprop") or tag.get("property") or tag.get("name") or tag.get("http-equiv") or ""
        for name in names.casefold().replace("schema:", "").split():
            if name in _WANTED and len(found[name]) < _KEPT:
                found[name].append(tag.get("content") or tag.get("datetime") or _text(tag))
    return found


def _text(tag: HtmlElement) -> str:
    """Return the text of a marked element; of one that has a name of its own, as a person or site has, the name."""
    own = tag.find(".//*[@itemprop='name']") if tag.get("itemscope") is not None else None
    named = tag if own is None else own
    return str(named.get("content") or beginning(named, _LONGEST))


def _url(tree: HtmlElement, told: Sequence[str]) -> str:
    canonical = [str(link) for link in tree.xpath("//link[@rel='canonical']/@href")]
    return next((url for url in (*canonical, *told) if _is_address(url)), "")


def _is_address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"} and bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _headline(tree: HtmlElement, told: Sequence[str], sites: set[str]) -> str:
    """Return the headline without the site's name: what one place writes alone and another with something joined."""
    headings = [beginning(heading, _LONGEST) for heading in islice(tree.iter("h1"), _KEPT)]
    titles = [beginning(title, _LONGEST) for title in islice(tree.iter("title"), 1)]
    found = [title for title in (*told, *headings, *titles) if title and title not in sites]
    best = next((title for title in found if len(title) >= _SHORTEST_HEADLINE), next(iter(found), ""))
    for other in sorted(found, key=len):
        if len(other) >= _SHORTEST_HEADLINE and best.startswith(other) and _SEPARATOR.match(best, len(other)):
            return other
    cuts = list(_SEPARATOR.finditer(best))
    if cuts and (best[cuts[-1].end() :] in sites or "|" in cuts[-1][0]):
        return max(best[: cuts[-1].start()], best[cuts[-1].end() :], key=len)
    return best


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and not _ADDRESS.search(text)


def _author(tree: HtmlElement, told: Sequence[str], marked: Sequence[str], own: Sequence[str]) -> str:
    """Return the authors whom JSON-LD tells, or whom a meta tag or a byline does; a site's `own` name is none."""
    below = islice(dropwhile(lambda tag: tag.tag != "h1", tree.iter()), _NEAR)
    shown = [tag for tag in below if tag.get("rel") == "author" or _BYLINE.search(tag.get("class") or "")]
    lines = [beginning(tag, _LONGEST) for tag in shown]
    for names in (told, marked, lines):
        people = [person for name in names if _is_name(person := _BY.sub("", name)) and not _is_own(person, own)]
        if people:
            return ", ".join(dict.fromkeys(people)) if names is told else people[0]
    return ""


def _is_own(name: str, own: Sequence[str]) -> bool:
    joined = "".join(name.casefold().split())
    others = ["".join(other.casefold().split()) for other in own if len(other) > _SHORTEST_SITE]
    return any(joined in other or other in joined for other in others)


def _language(told: Sequence[str]) -> str:
    return next((found[0].casefold() for value in told if (found := re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", value))), "")
