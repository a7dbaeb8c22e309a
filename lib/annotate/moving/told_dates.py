"""The day that a text tells: 8 كانون الأول, ٨ ديسمبر, يوم الأحد, أمس; the publication gives the year."""

import re
from datetime import date, datetime, timedelta

from lib.arabic.normalize import fold

MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            *("يناير كانون|الثاني", "فبراير شباط", "مارس آذار", "أبريل إبريل نيسان", "مايو أيار ماي", "يونيو حزيران"),
            *("يوليو تموز", "أغسطس آب غشت", "سبتمبر أيلول شتنبر", "أكتوبر تشرين|الأول", "نوفمبر تشرين|الثاني"),
            "ديسمبر كانون|الأول دجنبر",
        ),
        start=1,
    )
    for name in (part.replace("|", " ") for part in names.split())
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_AND_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?(?:شهر\s+)?({MONTH})(?!\w)(?:\s*/\s*(?:{MONTH}))?"
    r"(?:\s*[،,]?\s*(?:من\s+)?(?:عام\s+)?(\d{4}))?"
)
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})(?!\d)")  # 8/12/2024, day first
YEAR = re.compile(r"(?<!\w)(?:عام|سنه|العام)\s+\d{4}")
WEEKDAYS = {
    fold(name): number
    for number, name in enumerate(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"))
}
WEEKDAY = re.compile(rf"(?<!\w)({'|'.join(WEEKDAYS)})(?!\w)(?:\s+(\w+))?")
AHEAD = frozenset(fold(word) for word in ("المقبل", "القادم", "التالي"))
GONE = frozenset(fold(word) for word in ("الماضي", "الفائت", "المنصرم"))
# How many days ago, the longer phrases first; اليوم التالي and اليوم ذاته are days of the story, not of publication.
AGO = (
    (re.compile(r"(?<!\w)(?:اول (?:من )?امس|امس الاول)(?!\w)"), 2),
    (re.compile(r"(?<!\w)(?:امس|البارحه)(?!\w)"), 1),
    (re.compile(r"(?<!\w)اليوم(?!\w)(?!\s+(?:ال\w{3,}|ذاته|نفسه))"), 0),
)
LATEST_AHEAD = 31  # days: a date further ahead of publication than this was last year's


def told_day(text: str, published: datetime | None) -> date | None:
    """Return the first day and month that the text tells, else its weekday, else أمس or اليوم; None when it has none.

    A weekday is the last one up to publication; without a published day nothing but a full date is known.
    """
    folded = fold(text)
    if found := NUMERIC.search(folded):
        return dated(int(found[1]), int(found[2]), found[3], published)
    if found := DAY_AND_MONTH.search(folded):
        return dated(int(found[1]), MONTHS[found[2]], found[3], published)
    if published is None or YEAR.search(folded):
        return None  # غادر عام 2017 … الثلاثاء: the weekday is of another time
    if found := WEEKDAY.search(folded):
        return weekday(WEEKDAYS[found[1]], found[2] or "", published.date())
    return next((published.date() - timedelta(ago) for told, ago in AGO if told.search(folded)), None)


def weekday(number: int, after: str, published: date) -> date | None:
    """Return the last such weekday up to publication, before it when called past (الماضي), None when ahead (المقبل)."""
    if after in AHEAD:
        return None
    back = (published.weekday() - number) % 7
    return published - timedelta(back or 7 if after in GONE else back)


def dated(day: int, month: int, year: str | None, published: datetime | None) -> date | None:
    """Return the date; without a stated year it is the last such day up to shortly after publication."""
    if not year and published is None:
        return None
    try:
        if year or published is None:
            return date(int(year or 0), month, day)
        told = date(published.year, month, day)
        late = (told - published.date()).days > LATEST_AHEAD
        return told.replace(year=told.year - 1) if late else told
    except ValueError:
        return None
