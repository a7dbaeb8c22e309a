"""Which country a publisher writes from and for, where that is known: from a table, or from its host's last label."""

import csv
from functools import cache

from lib.annotate.placing.gazetteer import FOLDER, gazetteer
from lib.arabic.normalize import fold

PREFIXES = ("https://", "http://", "www.")
# Labels of countries that sell them to everyone, and the one that is no ISO code.
WORLDWIDE = frozenset({"ai", "cc", "co", "eu", "fm", "io", "ly", "me", "tv", "ws"})
RENAMED = {"uk": "GB"}


@cache
def country_of(publisher: str) -> str:
    """Return the ISO code of the publisher's country (sana.sy: SY; عكاظ: SA), "" when it is not known.

    Those who write for the whole Arab world (قناة الجزيرة, سكاي نيوز عربية) have none.
    """
    name = fold(publisher.strip().casefold())
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    host = name.split("/")[0]
    labels = host.split(".")
    known = _table()
    listed = next((known[form] for form in (name, host, labels[0]) if form in known), "")
    last = labels[-1] if len(labels) > 1 else ""
    if listed or last in WORLDWIDE:
        return listed
    code = RENAMED.get(last, last.upper())
    return code if any(place.place_id == code for place in gazetteer() if place.feature == "country") else ""


@cache
def _table() -> dict[str, str]:
    with (FOLDER / "publishers.csv").open(encoding="utf-8", newline="") as lines:
        return {fold(row["publisher"].casefold()): row["country"] for row in csv.DictReader(lines)}
