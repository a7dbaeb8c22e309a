"""Which column holds what: the usual names as one table, and the user's own mapping, which wins."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lib.errors import InputError
from lib.read.names import shown

# For each field of an article the column names seen in news data sets, scraper output and exports, the most precise
# first: a record's value is the first of them that holds something. Spaces and hyphens count as _, case does not.
# Media Cloud: media_name, media_url, publish_date, indexed_date, collect_date, guid (its API's fields since 2013).
# GDELT: seendate, url_mobile (DOC API), outletname, desc (Article List), and the GKG's names (lib.read.gdelt).
# Facebook: message, created_time, permalink_url (Graph API), page_name, post_created (CrowdTangle).
NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "article_title", "news_title", "title_ar", "العنوان", "عنوان", "عنوان_الخبر",
        "عنوان_المقال", "extras:_page_title",
    ),
    "body": (
        "full_text", "fulltext", "article_text", "article_body", "articlebody", "main_text", "maintext", "body", "text",
        "content", "contents", "article", "article_content", "story", "news", "raw_text", "body_ar", "text_ar",
        "النص", "نص", "نص_الخبر", "نص_المقال", "المحتوى", "محتوى", "المتن", "متن", "الخبر", "المقال",
        "message", "post_text", "tweet_text", "tweet", "المنشور", "نص_المنشور",
    ),
    "publisher": (
        "publisher", "outlet", "outlet_name", "outletname", "publication", "newspaper", "source_name", "media_name",
        "source", "media_outlet", "media", "site_name", "site", "website", "sourcecommonname", "domain", "media_url",
        "page_name", "channel_name",
        "الناشر", "المصدر", "مصدر", "الصحيفة", "الجريدة", "الموقع", "الوسيلة",
    ),
    "author": (
        "author", "authors", "byline", "writer", "reporter", "journalist", "الكاتب", "كاتب", "المؤلف", "الصحفي",
        "المحرر", "extras:_page_authors",
    ),
    "published": (
        "published_at", "publishedat", "date_published", "datepublished", "publication_date", "publish_date",
        "published_date", "pub_date", "pubdate", "published", "datetime", "date_time", "timestamp", "time", "date",
        "created_at", "created_time", "creation_time", "post_created", "@timestamp", "extras:_page_precisepubtimestamp",
        "تاريخ_النشر", "وقت_النشر", "التاريخ", "تاريخ", "الوقت",
        # Last: when a page was fetched, at most a day late in a daily crawl and the only date that such a set has.
        "seendate", "indexed_date", "collect_date", "date_extracted", "date_download", "crawl_date",
    ),
    "url": (
        "url", "link", "article_url", "canonical_url", "permalink", "source_url", "web_url", "الرابط", "رابط",
        "documentidentifier", "guid", "mobileurl", "url_mobile", "permalink_url", "post_url",
    ),
    "language": ("language", "lang", "اللغة", "لغة", "translationinfo"),
}  # fmt: skip

# Stand in for the body only where a file has no column of full text at all.
_SHORT_TEXT = ("abstract", "summary", "lead", "description", "desc", "snippet", "الملخص", "ملخص", "الوصف")


# Sets of columns seen in one file and remembered; JSON whose every record has columns of its own is read without.
_REMEMBERED = 1000


class Columns:
    """Finds an article's fields among the columns of one file.

    `headlines` when the file has titles and no column of text at all: each record is then its headline alone.
    """

    def __init__(self, found: Sequence[str], chosen: Mapping[str, str]) -> None:
        """Check the file's columns; InputError names them when a chosen one is missing or none holds text or titles."""
        self._found = tuple(found)
        self._chosen = dict(chosen)
        self._known: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
        for field, column in self._chosen.items():
            if field not in NAMES:
                raise InputError(f"--columns maps {field!r}, which is no field; the fields are {', '.join(NAMES)}.")
            if column not in found:
                raise InputError(f"there is no column {column!r} for {field}; the columns are {_listed(found)}.")
        self._names = NAMES
        if "body" not in self._chosen and not _among(found, NAMES["body"]):
            self._names = NAMES | {"body": (*NAMES["body"], *_SHORT_TEXT)}
        where = self.of(found)
        self.headlines = not where["body"]
        if self.headlines and not where["title"]:
            raise InputError(
                f"no column holds the text; the columns are {_listed(found)}: name one with --columns (body = …)."
            )

    def of(self, keys: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return, for each field, which of these columns may hold it, the best first."""
        columns = tuple(keys)
        if columns not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[columns] = {
                field: (self._chosen[field],) if field in self._chosen else _among(columns, names)
                for field, names in self._names.items()
            }
        return self._known[columns]

    def used(self) -> dict[str, str]:
        """Return the file's columns that hold each field, joined by ", " when several are tried in turn."""
        return {field: ", ".join(columns) for field, columns in self.of(self._found).items() if columns}


def _among(found: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    plain = {"_".join(column.casefold().replace("-", " ").split()): column for column in reversed(found)}
    return tuple(plain[name] for name in names if name in plain)


def _listed(found: Sequence[str]) -> str:
    names = [shown(column if len(column) <= 40 else f"{column[:40]}…") for column in found[:30]]
    return ", ".join(names) + (" …" if len(found) > 30 else "")


def columns_from_toml(path: Path) -> dict[str, str]:
    """Read a mapping, our field → their column, from a TOML file's `[columns]` table or its top-level pairs.

    InputError when the file is missing, is not TOML, or maps anything but a known field to a column's name.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: the column map cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f'{path}: the column map is not TOML ({error}); write lines such as body = "content".'
        ) from error
    pairs = told.get("columns", told)
    if not isinstance(pairs, dict) or not pairs:
        raise InputError(f'{path}: the column map is empty; write lines such as body = "content".')
    for field, column in pairs.items():
        if field not in NAMES:
            raise InputError(f"{path}: {field!r} is no field; the fields are {', '.join(NAMES)}.")
        if not isinstance(column, str):
            raise InputError(f"{path}: {field} must name one column in quotes, not {column!r}.")
    return dict(pairs)
