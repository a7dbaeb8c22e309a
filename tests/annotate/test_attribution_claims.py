"""What a statement claims, in titles too, and that every span is the text shown."""

from dataclasses import replace

import pytest

from lib.annotate.attribution import attributions
from lib.annotate.document import Document
from tests.annotate.statements import mentions_of, read
from tests.annotate.test_attribution import ONE
from tests.annotate.test_attribution_turns import MORE

# title → (source, kind, speaker, claim), or None
TITLES = [
    ("الكرملين: لا لقاء قريبا", ("الكرملين", "institution", "الكرملين", "لا لقاء قريبا")),
    ("بلومبرغ: الصفقة تمت", ("بلومبرغ", "medium", "بلومبرغ", "الصفقة تمت")),
    ('"رويترز": الميناء توقف', ("رويترز", "medium", "رويترز", "الميناء توقف")),
    ("مصدر حكومي: الموازنة جاهزة", ("مصدر حكومي", "unnamed", None, "الموازنة جاهزة")),
    ("الوزير سامي الحلبي: المدرسة ستفتح", ("الوزير سامي الحلبي", "official", "سامي الحلبي", "المدرسة ستفتح")),
    ("تقرير: الأسعار ترتفع", ("تقرير", "document", None, "الأسعار ترتفع")),
    ("سوريا: أمطار غزيرة في حلب", None),
    ("عام بعد الحرب: ما الذي تغير", None),
    ("كريم في حلب: آمال كبيرة", None),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_names_its_source_before_the_colon(title, expected):
    document = Document.from_text("a", title, "", "", None)
    found = [replace(mention, part="title") for mention in mentions_of(Document.from_text("a", "", title, "", None))]
    rows = [
        (row.source, row.kind, row.speaker and row.speaker.text, title[row.claim_start : row.claim_end])
        for row in attributions(document, found)
    ]
    assert rows == ([expected] if expected else [])


# text → direct, claim
CLAIMS = [
    ('قال كريم: "سنعود غدا".', True, "سنعود غدا"),
    ("قال كريم: «سنعود غدا».", True, "سنعود غدا"),
    ("وقال كريم ”سنعود غدا“.", True, "سنعود غدا"),
    ('وقالت رويترز إن "الميناء مغلق تماما".', True, "الميناء مغلق تماما"),
    ("قال كريم إن الماء قليل.", False, "الماء قليل"),
    ("قال كريم إنه سيعود.", False, "إنه سيعود"),
    ("وحذرت وزارة الصحة من موجة حر.", False, "موجة حر"),
    ("قتل عشرة مدنيين في الغارة، وفق وزارة الصحة.", False, "قتل عشرة مدنيين في الغارة"),
    ("بحسب رويترز، توقفت الرحلات.", False, "توقفت الرحلات"),
    (
        'قال كريم إن فريق "النسور" خسر المباراة الأخيرة أمام ضيفه.',
        False,
        'فريق "النسور" خسر المباراة الأخيرة أمام ضيفه',
    ),
]


@pytest.mark.parametrize(("text", "direct", "claim"), CLAIMS)
def test_claim(text, direct, claim):
    document, [row] = read(text)
    assert (row.direct, document.body[row.claim_start : row.claim_end]) == (direct, claim)


def test_spans_are_the_text_shown():
    for text, _ in [*ONE, *MORE]:
        document, rows = read(text)
        for row in rows:
            assert document.body[row.cue_start : row.cue_end] == row.cue
            assert (row.source_start is None) == (row.source == "")
            assert row.source == "" or document.body[row.source_start : row.source_end] == row.source
            sentence = document.sentences[row.sentence]
            assert sentence.start <= row.cue_start < row.cue_end <= sentence.end


def test_a_quoted_verb_is_the_speakers_own():
    _, rows = read('قال كريم: "أعلنت إيران أن الحدود مغلقة".')
    assert [row.cue for row in rows] == ["قال"]
