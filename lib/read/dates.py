"""When was it published? The date spellings that Arabic news files use, read without guessing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# Both families of Arabic month names (Levant and Iraq; Egypt and the Gulf), the Maghreb's, and English ones.
_MONTHS = (
    ("كانون الثاني", "يناير", "جانفي", "january", "jan"),
    ("شباط", "فبراير", "فيفري", "february", "feb"),
    ("آذار", "اذار", "أذار", "مارس", "march", "mar"),
    ("نيسان", "أبريل", "ابريل", "إبريل", "أفريل", "افريل", "april", "apr"),
    ("أيار", "ايار", "مايو", "ماي", "may"),
    ("حزيران", "يونيو", "يونيه", "جوان", "june", "jun"),
    ("تموز", "يوليو", "يوليه", "جويلية", "july", "jul"),
    ("آب", "اب", "أغسطس", "اغسطس", "أوت", "اوت", "august", "aug"),
    ("أيلول", "ايلول", "سبتمبر", "شتنبر", "september", "sept", "sep"),
    ("تشرين الأول", "تشرين الاول", "أكتوبر", "اكتوبر", "october", "oct"),
    ("تشرين الثاني", "نوفمبر", "نونبر", "november", "nov"),
    ("كانون الأول", "كانون الاول", "ديسمبر", "دجنبر", "december", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_CLOCK = r"(?:\D*?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<half>[ap]\.?m\b|[صم](?!\w))?)?"

_DIGITS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،\u00a0", "01234567890123456789, ", "\u200e\u200f\u202a\u202b\u202c\ufeffـ"
)
# Day before month, as everywhere Arabic is written; a year of four digits, so that 08/12/24 stays unread.
_WRITTEN = tuple(
    re.compile(pattern + _CLOCK)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:من\s+)?(?P<name>{_NAME})(?:\s*[/(-]\s*(?:{_NAME})\)?)?\s*,?\s*(?P<year>\d{{4}})(?!\d)",
        rf"(?P<name>{_NAME})\s+(?P<day>\d{{1,2}})\s*,?\s*(?P<year>\d{{4}})(?!\d)",
    )
)
_RFC_822 = re.compile(r"(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")

# Day, both month names, year, time and zone fit in half of this; more is a column that holds no dates.
_LONGEST = 120
# Printing in Arabic began around 1800; a year outside these is a placeholder (0001-01-01) or an error.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def read_date(value: object) -> datetime | None:
    """Return the moment in UTC, or None when it cannot be read; a time without a zone counts as UTC.

    ISO 8601, RFC 822, Unix seconds or milliseconds, 08/12/2024 (day first), 8 ديسمبر/كانون الأول 2024.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)[:_LONGEST].translate(_DIGITS).strip().casefold()
    for reader in _READERS:
        try:
            moment = reader(text)
            if moment is not None:
                return _in_utc(moment)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _in_utc(moment: datetime) -> datetime | None:
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def _stamp(text: str) -> datetime | None:
    return datetime.strptime(text, "%Y%m%d%H%M%S") if re.fullmatch(r"\d{14}", text) else None


def _iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text.upper()) if re.match(r"\d{4}-\d\d-\d\d|\d{8}(?:t|$)", text) else None


def _rfc_822(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if _RFC_822.match(text) else None


def _written(text: str) -> datetime | None:
    for pattern in _WRITTEN:
        if found := pattern.search(text):
            part = found.groupdict()
            month = _NUMBER[part["name"]] if part.get("name") else int(part["month"])
            hour = int(part["hour"] or 0)
            if part["half"]:
                hour = hour % 12 + (12 if part["half"][0] in "pم" else 0)
            clock = hour, int(part["minute"] or 0), int(part["second"] or 0)
            return datetime(int(part["year"]), month, int(part["day"]), *clock)
    return None


_READERS: tuple[Callable[[str], datetime | None], ...] = (_epoch, _stamp, _iso, _rfc_822, _written)
