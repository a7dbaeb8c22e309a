"""Datelines: the town that an article reports from, at the head of its body (دمشق – وكالات, بيروت (رويترز) –)."""

import re

from lib.annotate.document import Document, Mention

# After the town: a second name before an agency in brackets (دبي، الإمارات (CNN)), a day, an agency, then a mark.
AFTER = re.compile(
    r"\s*[،,]?\s*(?:\d{1,2}\s*\S+\s*)?"
    r"(?:(?:[^\n.:(«\"“–—-]{2,40})?\([^)\n]{1,40}\)|[«\"“][^\n»\"”]{1,40}[»\"”])?\s*[-–—ـ:/|]"
)
# Before it nothing, or an agency and a mark: واس - الرياض. Such a dateline may also be a line of its own.
BEFORE = re.compile(r"\W*(?P<agency>[^\n.:؛]{1,30}[-–—/،,|(]\s*)?\W*")
END_OF_LINE = re.compile(r"[ \t]*\n")
REACH = 60  # characters: a dateline of two towns and an agency still starts within them
HEADLINES = 300  # characters of headlines in lines of their own that may stand before it


def is_dateline(document: Document, mention: Mention) -> bool:
    """Whether the mention opens the body, or a line near its head, as its dateline."""
    if mention.part != "body" or mention.start > HEADLINES:
        return False
    line = document.body.rfind("\n", 0, mention.start) + 1
    if mention.start - line > REACH:
        return False
    before = BEFORE.fullmatch(document.body, line, mention.start)
    if before is None:
        return False
    own_line = before["agency"] is not None and END_OF_LINE.match(document.body, mention.end)
    return bool(own_line or AFTER.match(document.body, mention.end, mention.end + REACH))
