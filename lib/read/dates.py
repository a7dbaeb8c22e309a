"""When was it published? The date spellings that Arabic news files use, read without guessing."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from lib.read.zones import folded, offset, zone_in

# Both families of Arabic month names (Levant and Iraq; Egypt and the Gulf), the Maghreb's two, and English ones.
_MONTHS = (
    ("كانون الثاني", "كانون ثاني", "يناير", "جانفي", "january", "jan"),
    ("شباط", "فبراير", "فيفري", "february", "feb"),
    ("آذار", "مارس", "march", "mar"),
    ("نيسان", "أبريل", "أفريل", "april", "apr"),
    ("أيار", "مايو", "ماي", "may"),
    ("حزيران", "يونيو", "يونيه", "يونية", "جوان", "june", "jun"),
    ("تموز", "يوليو", "يوليه", "يولية", "يوليوز", "جويلية", "july", "jul"),
    ("آب", "أغسطس", "أوت", "غشت", "august", "aug"),
    ("أيلول", "سبتمبر", "شتنبر", "september", "sept", "sep"),
    ("تشرين الأول", "تشرين أول", "أكتوبر", "october", "oct"),
    ("تشرين الثاني", "تشرين ثاني", "نوفمبر", "نونبر", "november", "nov"),
    ("كانون الأول", "كانون أول", "ديسمبر", "دجنبر", "december", "dec"),
)
_NUMBER = {folded(name): number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = rf"(?:{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.?"
_PAIR = rf"(?P<name>{_NAME})(?:\s*[/(-]\s*{_NAME}\)?)?"
_OF = r"\s*,?\s*(?:(?:من\s+)?(?:ال)?(?:عام|سنه|لعام)\s+)?"

# Day before month, as everywhere Arabic is written; a year of four digits, so that 08/12/24 stays unread.
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})([/.-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\s?([/.-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*(?:من\s+)?{_PAIR}(?:-|{_OF})(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\w){_PAIR}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_OF}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})[\s,-]+{_PAIR}[\s,-]+(?P<day>\d{{1,2}})(?![\d:])",
        rf"(?<!\w){_PAIR}\s+(?P<day>\d{{1,2}})\s+[\d:]{{5,8}}\s+(?:(?:[+-]\d{{4}}|[a-z]{{3,4}})\s+)?(?P<year>\d{{4}})(?!\d)",
    )
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?![\d:])"
    r"\s*(?P<half>[ap]\.?m\b|[صم](?!\w)|صباحا|فجرا|مساء|ظهرا|عصرا|بعد الظهر|ليلا)?"
    r"\s*(?:(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})(?!\d))?"
)
# The hour of the day that a twelve-hour clock's first hour, 12, stands for; at night it is late from six on.
_HALVES = {"a": 0, "ص": 0, "ف": 0, "p": 12, "م": 12, "ظ": 12, "ع": 12, "ب": 12}

_RFC_822 = re.compile(
    r"(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?(?:\s+(?:[+-]\d{4}|gmt|ut|z))?"
)
_COMPACT = re.compile(r"\d{8}(?:t\d{4,6}(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?")
# Since 1970, by the number of digits: seconds, milliseconds (JavaScript), microseconds (Arrow), nanoseconds (pandas).
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.\d+)?")

# Weekday, day, both month names, year, time and zone fit in half of this; more is a column that holds no dates.
_LONGEST = 120
# Printing in Arabic began around 1800; a year outside these is a placeholder (0001-01-01), a Hijri one or an error.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def read_date(value: object) -> datetime | None:
    """Return the moment in UTC, or None when it cannot be read; a time without a zone counts as UTC.

    ISO 8601, RFC 822, C's and Twitter's, Unix time, 20241208, 08/12/2024 (day first), dates and pandas' Timestamps,
    Mongo's {"$date": …}, «8 ديسمبر/كانون الأول 2024، 2:05 م بتوقيت دمشق». Of a Hijri and a Gregorian date the
    Gregorian; a Hijri one alone is None.
    """
    try:
        moment = _moment(value)
        return moment and _in_utc(moment)
    except (ValueError, TypeError, OverflowError, LookupError, RecursionError):
        return None


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        return _told(value)
    if isinstance(value, datetime):  # a Timestamp holds nanoseconds, NaT no numbers at all: only a plain one is kept
        clock = value.hour, value.minute, value.second, value.microsecond
        return datetime(value.year, value.month, value.day, *clock, tzinfo=value.tzinfo)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _told(str(value))
    if isinstance(value, Mapping):
        inner = value.get("$date", value.get("$numberLong"))
        return _moment(inner) if inner is not value else None
    return None


def _told(text: str) -> datetime | None:
    if text[4:5] == "-":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    text = folded(text[:_LONGEST]).strip()
    for reader in _READERS:
        try:
            moment = reader(text)
        except (ValueError, TypeError, IndexError):
            continue
        if moment is not None:
            return moment
    return None


def _in_utc(moment: datetime) -> datetime | None:
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    if not found:
        return None
    thousands = (len(found[1]) - 9) // 3
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(found[1]) / 1000**thousands)


def _stamp(text: str) -> datetime | None:
    return datetime.strptime(text, "%Y%m%d%H%M%S") if len(text) == 14 and text.isdigit() else None


def _compact(text: str) -> datetime | None:
    return datetime.fromisoformat(text.upper()) if _COMPACT.fullmatch(text) else None


def _rfc_822(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if _RFC_822.fullmatch(text) else None


def _written(text: str) -> datetime | None:
    """Return the first date written in a text, with the clock that follows it, or else the one before it or inside."""
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            part = found.groupdict()
            year = int(part["year"])
            if _FIRST_YEAR <= year <= _LAST_YEAR:
                month = _NUMBER[part["name"].rstrip(".")] if part.get("name") else int(part["month"])
                day = datetime(year, month, int(part["day"]))
                clock = _CLOCK.search(text, found.end()) or _CLOCK.search(text)
                return _at(day, clock, text) if clock else day
    return None


def _at(day: datetime, clock: re.Match[str], text: str) -> datetime:
    hour, half = int(clock["hour"]), clock["half"]
    if half == "ليلا":
        hour = hour % 12 + (12 if hour % 12 >= 6 else 0)
    elif half:
        hour = hour % 12 + _HALVES[half[0]]
    zone = offset(clock["sign"], clock["hours"], clock["minutes"]) if clock["sign"] else zone_in(text, clock.end())
    return day.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0), tzinfo=zone)


_READERS: tuple[Callable[[str], datetime | None], ...] = (_epoch, _stamp, _compact, _rfc_822, _written)
