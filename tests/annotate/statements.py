"""Statements of example texts whose names are given, so that attribution alone is judged."""

import re

from lib.annotate.attribution import attributions
from lib.annotate.document import Attribution, Document, Kind, Mention

# Names that the examples use: mentions are given, so that these tests judge attribution alone.
NAMES: dict[str, Kind] = {
    "سامي الحلبي": "PERS",
    "الحلبي": "PERS",
    "ليلى منصور": "PERS",
    "منصور": "PERS",
    "كريم": "PERS",
    "نادر يوسف": "PERS",
    "رويترز": "ORG",
    "فرانس برس": "ORG",
    "بلومبرغ": "ORG",
    "الأناضول": "ORG",
    "لوموند": "ORG",
    "موديز": "ORG",
    "وزارة الصحة": "ORG",
    "وزارة الداخلية": "ORG",
    "الأمم المتحدة": "ORG",
    "المرصد السوري لحقوق الإنسان": "ORG",
    "البيت الأبيض": "ORG",
    "الكرملين": "ORG",
    "داعش": "ORG",
    "يونيسف": "ORG",
    "نوكيا": "ORG",
    "سكاي نيوز عربية": "ORG",
    "روسيا": "LOC",
    "إيران": "LOC",
    "موسكو": "LOC",
    "واشنطن": "LOC",
    "سوريا": "LOC",
    "حلب": "LOC",
    "عمّان": "LOC",
    "الشرق الأوسط": "ORG",
    "الاتحاد": "ORG",
    "الدفاع المدني": "ORG",
    "السويس": "LOC",
}


def read(text: str) -> tuple[Document, list[Attribution]]:
    document = Document.from_text("a", "", text, "", None)
    return document, attributions(document, mentions_of(document))


def mentions_of(document: Document) -> list[Mention]:
    text = document.body
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                sentence = next(s.sentence for s in document.sentences if s.start <= hit.start() < s.end)
                found.append(Mention(sentence, "body", *hit.span(), name, NAMES[name], 1.0))
    return sorted(found, key=lambda mention: mention.start)


def short(row: Attribution) -> tuple[str, str, str, bool, str | None, str | None]:
    speaker, via = (mention and mention.text for mention in (row.speaker, row.via))
    return row.cue, row.source, row.kind, row.named, speaker, via
