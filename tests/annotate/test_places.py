"""A name on the map is the place meant, or none; its role is what the sentence says."""

import re

import pytest

from lib.annotate.document import Document, Kind, Mention, PlaceMention
from lib.annotate.places import resolve
from lib.annotate.placing.gazetteer import gazetteer
from lib.annotate.placing.reasons import REASONS
from lib.annotate.placing.weights import SHOWN

KINDS: dict[str, Kind] = {"[": "LOC", "{": "PERS"}


def marked(text: str, title: str = "") -> tuple[Document, list[Mention]]:
    """Return a document from text in which [LOC] and {PERS} are marked, and those mentions."""
    body, spans = "", []
    for plain, opened, name in re.findall(r"([^\[{]*)(?:([\[{])([^\]}]*)[\]}])?", text):
        body += plain
        if opened:
            spans.append((len(body), len(body) + len(name), KINDS[opened]))
            body += name
    document = Document.from_text("a", title, body, "", None)
    found = []
    for start, end, kind in spans:
        inside = [one for one in document.sentences if one.part == "body" and one.start <= start < one.end]
        found.append(Mention(inside[0].sentence, "body", start, end, body[start:end], kind, 1.0))
    return document, found


def placed(text: str) -> list[PlaceMention]:
    return resolve(*marked(text), gazetteer())


# The last marked place of each sentence; None where no place is sure.
MEANT = [
    # Head words, inside and outside the mention.
    ("سيطرت الفصائل على مدينة [حماة]", "C2987"),
    ("سيطرت الفصائل على [مدينة حماة]", "C2987"),
    ("في [محافظة حماة]", "SY05"),
    ("في محافظة [حماة]", "SY05"),
    ("قصف على ريف [حماة]", "SY05"),
    ("قصف على [ريف حماة الشمالي]", "SY05"),
    ("معارك في [حماة]", "C2987"),
    ("في [محافظة درعا]", "SY12"),
    ("في [ريف دمشق]", "SY03"),
    ("في ريف [دمشق]", "SY03"),
    ("وصل إلى [دمشق]", "C1001"),
    ("وصل إلى قاعدة [حميميم]", "F001"),
    ("وصل إلى [قاعدة حميميم]", "F001"),
    ("من قاعدة [حميميم] الروسية", "F001"),
    ("من [قاعدة حميميم الروسية]", "F001"),
    ("في [العاصمة القطرية الدوحة]", "G290030"),
    ("في العاصمة القطرية [الدوحة]", "G290030"),
    ("عبر معبر [باب الهوى]", "F041"),
    ("عبر معبر [نصيب] الحدودي", "F044"),
    ("في مخيم [الزعتري]", "F030"),
    ("في [سجن صيدنايا]", "F015"),
    ("إلى [مطار دمشق الدولي]", "F003"),
    ("غارة على [قطاع غزة]", "R001"),
    ("غارة على قطاع [غزة]", "R001"),
    ("في [مدينة غزة]", "G281133"),
    ("في ولاية [نيويورك]", "R389"),
    ("في [نيويورك]", "G5128581"),
    ("في [الولايات المتحدة] في [ديلاوير]", "R365"),
    ("زار [الرياض]", "G108410"),
    # Clitics.
    ("اجتماع [بدمشق]", "C1001"),
    ("زيارة [لموسكو]", "G524901"),
    ("[وروسيا] وإيران", "RU"),
    ("دعم [للسعودية]", "SA"),
    ("قال [ولبنان]", "LB"),
    # Vowel marks decide, and ج may stand for غ.
    ("وصل إلى [عمّان]", "G250441"),
    ("وصل إلى [عُمان]", "OM"),
    ("في [هونج كونج]", "HK"),
    # A governorate that is listed by its town.
    ("في [محافظة القنفذة]", "R521"),
    ("في [محافظة الأحساء]", "R160"),
    # Continents, oceans, planets and regions of many countries have no point on a map.
    ("في [أوروبا]", None),
    ("في [الشرق الأوسط]", None),
    ("فوق [المحيط الأطلسي]", None),
    ("دول [الخليج]", None),
    ("إلى [المريخ]", None),
    # One name, several places.
    ("في [لبنان] قرب [طرابلس]", "G266826"),
    ("في [ليبيا] قرب [طرابلس]", "G2210247"),
    ("انفجار في [طرابلس]", "G2210247"),
    ("في [الأردن] وصل إلى [عمان]", "G250441"),
    ("في العاصمة الأردنية [عمان]", "G250441"),
    ("أعلنت سلطنة [عمان]", "OM"),
    ("أعلنت [سلطنة عمان]", "OM"),
    ("وصل إلى [عمان]", None),
    ("في [تونس]", "TN"),
    ("في العاصمة [تونس]", "G2464470"),
    ("في [الجزائر]", "DZ"),
    ("في [الكويت]", "KW"),
    ("في [سنغافورة]", "SG"),
    ("[الولايات المتحدة]، وفي [جورجيا]", "GE"),
    ("في ولاية [جورجيا] في [الولايات المتحدة]", "US"),
    ("في [اليمن] سيطر الحوثيون على [الحديدة]", "G79415"),
    ("في [السعودية] في منطقة [الجوف]", "R158"),
    ("في [اليمن] في محافظة [الجوف]", "R114"),
    ("في [سوريا] في [القنيطرة]", "C6268"),
    ("في [المغرب] في [القنيطرة]", "G2544571"),
    ("في [فلسطين] في [أريحا]", "G284899"),
    # What says where the place lies, and what only describes it.
    ("قصف على [الريف الشمالي لمحافظة حمص]", "SY04"),
    ("قصف على [ريف إدلب الجنوبي الشرقي]", "SY07"),
    ("قصف على [ريف دمشق الغربي]", "SY03"),
    ("دخلوا [مدينة دير الزور وريفها]", "C5086"),
    ("في [مخيم اليرموك جنوب دمشق]", "F026"),
    ("في [مطار كويرس بريف حلب الشرقي]", "F013"),
    ("في [مدينة الفاشر عاصمة ولاية شمال دارفور]", "G379555"),
    ("في [مدينة حلب القديمة]", "C1007"),
    ("في [دمشق القديمة]", "C1001"),
    ("في [القاهرة الكبرى]", "G360630"),
    ("في [كوريا الشمالية]", "KP"),
    ("في [الحدود السورية التركية]", None),
    ("في [المنطقة العازلة]", None),
    ("في [منطقة خفض التصعيد]", None),
    # Everyday words that are also villages, and names that are no place.
    ("لجأ إلى [الملجأ]", None),
    ("في [سوريا] لجأ إلى [الملجأ]", None),
    ("عاد إلى [المدينة]", None),
    ("في [سوريا] عاد إلى [المدينة]", None),
    ("في [سوريا] من [الثورة]", None),
    ("على [الحدود]", None),
    ("في [المنطقة]", None),
    ("إلى خارج [البلاد]", None),
    ("في [العاصمة]", None),
    ("في [القصر الرئاسي]", None),
    ("في [الدولة العثمانية]", None),
    ("إلى [الحمرا]", None),
    # Small places need their surroundings.
    ("في قرية [الحمرات] النائية", None),
    ("قصف [عين لاروز]", None),
    ("في [محافظة إدلب] قصف [عين لاروز]", "C4299"),
    ("في [سوريا] قصف [عين لاروز]", "C4299"),
    ("قصف قرية [عين لاروز]", "C4299"),
    ("قصف [كفر زيتا]", "C3463"),
    ("في [اليمن] في مديرية [الظاهر]", None),
    # A facility is not the city it is named after.
    ("إلى [مطار سياتل]", None),
    ("في [مستشفى حلب]", None),
    ("في [محكمة شمال القاهرة]", None),
    ("في [جامعة دمشق]", None),
    # Unknown names stay off the map.
    ("في [كلمةلاوجودلها]", None),
    ("كوكب [المريخ]", None),
]


@pytest.mark.parametrize(("text", "place_id"), MEANT)
def test_a_name_means_this_place(text: str, place_id: str | None) -> None:
    last = placed(text)[-1]
    assert last.place_id == place_id, last.candidates


# Why: what raised the chosen place's weight, or why there is none.
WHY = [
    ("قاعدة [حميميم]", ("only",)),
    ("في مدينة [حماة]", ("size", "word", "seat")),
    ("في [سوريا]", ("only", "state")),
    ("في [لبنان] قرب [طرابلس]", ("country",)),
    ("في [محافظة إدلب] قصف [عين لاروز]", ("only", "country", "area")),
    ("وصل إلى [عمان]", ("doubt",)),
    ("من [الثورة]", ("doubt", "everyday")),
    ("في [اليمن] قصف [عين لاروز]", ("doubt", "abroad")),
    ("في [مستشفى حلب]", ("kind",)),
    ("في [كلمةلاوجودلها]", ("unknown",)),
    ("في [المنطقة]", ("generic",)),
]


@pytest.mark.parametrize(("text", "reasons"), WHY)
def test_a_place_says_why(text: str, reasons: tuple[str, ...]) -> None:
    assert placed(text)[-1].reasons == reasons


def test_every_mention_has_reasons_of_the_table() -> None:
    for text, _ in MEANT:
        for place in placed(text):
            assert place.reasons
            assert set(place.reasons) <= REASONS.keys()


ROLES = [
    ("[دمشق] – قالت مصادر", "dateline"),
    ("[دمشق] (رويترز) - قالت مصادر", "dateline"),
    ("[بيروت] ـ أعلنت الشركة", "dateline"),
    ("[القاهرة]/ وكالات: أعلن الوزير", "dateline"),
    ("الوكالة - [موسكو] - أعلن المتحدث", "dateline"),
    ("[دبي]، الإمارات (CNN) -- قال", "dateline"),
    ("واس - [الرياض]\nافتتح الوزير المعرض", "dateline"),
    ("[دمشق] مدينة قديمة", "mention"),
    ("قالت [موسكو] إن القرار نهائي", "metonym"),
    ("وأعلنت [واشنطن] عقوبات", "metonym"),
    ("وأضافت المصادر أن [روسيا] أقنعت الرئيس", "metonym"),
    ("يذكر أن [طهران] زادت الإنتاج", "metonym"),
    ("جاء موقف [أنقرة] واضحا", "metonym"),
    ("التحالف الذي تقوده [السعودية]", "metonym"),
    ("خلافات مع [واشنطن] حول الملف", "metonym"),
    ("وقد أعلن [العراق] رفضه", "metonym"),
    ("[إيران] لم تعلن موقفها", "metonym"),
    ("وشرعت [تركيا] في البحث عن أسواق", "metonym"),
    ("وعارضته كل من [واشنطن] ولندن", "metonym"),
    ("وتتهم #[بريطانيا] موسكو", "metonym"),
    ("لا تزال [روسيا] ترفض الطلب", "metonym"),
    ("الميليشيات الموالية [لطهران] انسحبت", "metonym"),
    ("وتأهلت [فرنسا] إلى نهائي كأس العالم", "mention"),
    ("وشهدت [تركيا] موسما حارا", "event"),
    ("وتعد [إيران] ثالث أكبر مصدر", "mention"),
    ("غادر ولي عهد [السعودية] القاعة", "mention"),
    ("حطت طائرة الوزير في مطار [بغداد]", "destination"),
    ("وصل إلى #[عدن] قادما", "destination"),
    ("قام بزيارة قصيرة [للكويت]", "destination"),
    ("المبعوث الدولي إلى [اليمن] غادر", "mention"),
    ("نقل الجريح من سرت [لمصراتة]", "destination"),
    ("غادر الوفد [دمشق] صباحا", "origin"),
    ("فر آلاف المدنيين من [حلب]", "origin"),
    ("وصل الوزير إلى [بيروت]", "destination"),
    ("وصل الوزير إلى مدينة [حلب]", "destination"),
    ("توجه الوزير نحو [بغداد]", "destination"),
    ("نقل الجرحى إلى [تركيا]", "destination"),
    ("سافر إلى باريس عبر [بيروت]", "transit"),
    ("رحلة إلى موسكو مرورا ب[اللاذقية]", "transit"),
    ("انفجار في [دمشق] أمس", "event"),
    ("قتل خمسة أشخاص في مدينة [حلب]", "event"),
    ("عقد الاجتماع [بالقاهرة]", "event"),
    ("شن الطيران غارات على [إدلب]", "event"),
    ("بدأ في العاصمة الأثيوبية، [أديس أبابا]، اجتماع", "event"),
    ("انتشال جثث قبالة سواحل [تونس]", "event"),
    ("فاز الفريق على [الأرجنتين] في المباراة", "mention"),
    ("خلال مؤتمر [جنيف] الأخير", "event"),
    ("بدعم من [إيران] عاد الفريق", "metonym"),
    ("الضربات التي وجهتها [واشنطن] أمس", "metonym"),
    ("وكانت [إيران] قد اشتكت من ذلك", "metonym"),
    ("الوزير يحذر [دمشق] من العواقب", "metonym"),
    ("أسواق الكويت [وقطر] مغلقة", "mention"),
    ("الميليشيات المدعومة من [إيران]", "metonym"),
    ("التحالف بقيادة [السعودية]", "metonym"),
    ("ضغوط أميركية على [تركيا]", "metonym"),
    ("أشار إلى [قطر] في خطابه", "mention"),
    ("بالنسبة إلى [سوريا] لا جديد", "mention"),
    ("يحب الكاتب [بيروت] كثيرا", "mention"),
    ("ولد في [فرنسا] كاتب اسمه", "event"),
    ("تجارة [فرنسا] الخارجية", "mention"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_place_plays_this_role(text: str, role: str) -> None:
    assert placed(text)[-1].role == role


def test_a_list_shares_its_role() -> None:
    assert [place.role for place in placed("انفجارات في [دمشق] و[حلب] [وحمص]")] == ["event", "event", "event"]


def test_only_locations_are_placed_and_all_of_them() -> None:
    document, mentions = marked("قال {دمشق} إن [كلمةلاوجودلها] و[دمشق]")
    assert [place.mention for place in resolve(document, mentions, gazetteer())] == mentions[1:]


def test_scores_and_candidates_are_shares() -> None:
    for text, _ in MEANT:
        for place in placed(text):
            shares = [score for _, score in place.candidates]
            assert 0 <= place.score <= 1
            assert shares == sorted(shares, reverse=True)
            assert sum(shares) <= 1.001
            assert len(shares) <= SHOWN
            assert place.place_id in (None, *(place_id for place_id, _ in place.candidates[:1]))
