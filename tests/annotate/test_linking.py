"""Linking: mentions lead to entities; short forms inside the article first, then by the corpus."""

import re
from collections import Counter

import pytest

from lib.annotate.linking import link
from lib.annotate.naming.actors import actors, countries
from tests.annotate.marked import article, linked, names

CASES = [
    (
        "full and short",
        "قال [بشار الأسد|PERS] أمس. وغادر [الأسد|PERS] [دمشق|LOC].",
        ["Bashar al-Assad"] * 2 + ["Damascus"],
    ),
    (
        "the short form may come first",
        "غادر [الأسد|PERS] البلاد. وكان [بشار الأسد|PERS] رئيسا.",
        ["Bashar al-Assad"] * 2,
    ),
    ("by given name", "خلف [بشار|PERS] أباه. [بشار الأسد|PERS] طبيب عيون.", ["Bashar al-Assad"] * 2),
    (
        "a father by given name",
        "حكم [بشار الأسد|PERS] [سوريا|LOC] بعد والده [حافظ|PERS].",
        ["Bashar al-Assad", "Syria", "Hafez al-Assad"],
    ),
    (
        "a wife by given name",
        "وصل [بشار الأسد|PERS] وزوجته [أسماء|PERS] إلى [موسكو|LOC].",
        ["Bashar al-Assad", "Asma al-Assad", "Moscow"],
    ),
    (
        "father and son stay two",
        "تولى [حافظ الأسد|PERS] الحكم عام 1971. وخلفه [بشار الأسد|PERS] عام 2000.",
        ["Hafez al-Assad", "Bashar al-Assad"],
    ),
    ("who the article is about", "كان [حافظ الأسد|PERS] ضابطا. ثم صار [الأسد|PERS] وزيرا.", ["Hafez al-Assad"] * 2),
    ("two spellings", "[فلاديمير بوتن|PERS] و[بوتين|PERS] و[فلاديمير بوتين|PERS]", ["Vladimir Putin"] * 3),
    ("a curated short form alone", "قال [لافروف|PERS] في [الدوحة|LOC].", ["Sergey Lavrov", "Doha"]),
    ("a father's name left out", "قال [سعود بن عبد الله القحطاني|PERS] ذلك.", ["Saud al-Qahtani"]),
    (
        "a given name is no father's name",
        "زار [سلمان بن عبد العزيز|PERS] و[محمد بن سلمان|PERS] المدينة. وقال [سلمان|PERS] كلمة.",
        ["Salman bin Abdulaziz", "Mohammed bin Salman", "Salman bin Abdulaziz"],
    ),
    ("two that fold alike", "التقى [أبي أحمد|PERS] نظيره. وقال [أبي|PERS] ذلك.", ["Abiy Ahmed"] * 2),
    ("a spelling not in the table", "التقى [سيرغى لافروڤ|PERS] نظيره.", ["Sergey Lavrov"]),
    (
        "clitics",
        "[للأسد|PERS] و[بشار الأسد|PERS] [بدمشق|LOC] [ولموسكو|LOC]",
        ["Bashar al-Assad"] * 2 + ["Damascus", "Moscow"],
    ),
    ("an agency", "[بلومبرج|ORG] و[بلومبيرغ|ORG] [وكالة بلومبرغ|ORG] [لبلومبرغ|ORG]", ["Bloomberg"] * 4),
    (
        "a generic head",
        "[وكالة رويترز|ORG] [صحيفة الغارديان|ORG] [حركة حماس|ORG]",
        ["Reuters", "The Guardian", "Hamas"],
    ),
    ("a generic tail", "[وكالة تاس للأنباء|ORG] [يونهاب للأنباء|ORG]", ["TASS", "Yonhap News Agency"]),
    (
        "a nationality after the name",
        "[وكالة الأناضول التركية|ORG] [إنترفاكس الروسية|ORG]",
        ["Anadolu Agency", "Interfax"],
    ),
    ("a city under its head", "[مدينة حلب|LOC] و[حلب|LOC]", ["Aleppo"] * 2),
    ("a country by any name", "[أميركا|LOC] [أمريكا|LOC] [الولايات المتحدة الأمريكية|LOC]", ["United States"] * 3),
    ("a ministry with its adjective", "أعلنت [وزارة الخارجية الروسية|ORG] ذلك.", ["Russian Foreign Ministry"]),
    ("the adjective outside the span", "أعلنت [وزارة الخارجية|ORG] الروسية ذلك.", ["Russian Foreign Ministry"]),
    (
        "a ministry in a capital",
        "أعلنت [وزارة الخارجية|ORG] في [موسكو|LOC] ذلك.",
        ["Russian Foreign Ministry", "Moscow"],
    ),
    ("a ministry in a country", "نفت [وزارة الدفاع|ORG] في [إيران|LOC] ذلك.", ["Iranian Defence Ministry", "Iran"]),
    ("a short form of a ministry", "نددت [الخارجية الإيرانية|ORG] بالهجوم.", ["Iranian Foreign Ministry"]),
    ("an adjective of two words", "قالت [وزارة الدفاع|ORG] الكورية الجنوبية إن", ["South Korean Defence Ministry"]),
    ("a curated body", "قال [الجيش|ORG] الأميركي. وقال [الجيش الأمريكي|ORG].", ["US Army"] * 2),
    (
        "a body named once with its country",
        "قالت [وزارة الداخلية المصرية|ORG] ذلك. وأضافت [الداخلية|ORG] أنها تحقق.",
        ["Egyptian Interior Ministry"] * 2,
    ),
    (
        "a body without a country in an article about one",
        "في [تونس|LOC] اليوم. [تونس|LOC] هادئة. وفي [تونس العاصمة|LOC] قالت [وزارة العدل|ORG] ذلك.",
        ["Tunisia", "Tunisia", "Tunis", "Tunisian Justice Ministry"],
    ),
    (
        "a body without a country where two are named",
        "بين [مصر|LOC] و[السودان|LOC] قالت [وزارة العدل|ORG] ذلك.",
        ["Egypt", "Sudan", "Justice Ministry"],
    ),
    ("a capital that speaks stays a place", "قالت [موسكو|LOC] إنها لن تتدخل.", ["Moscow"]),
    ("a title before a short form", "قال [السيد المالكي|PERS] إن [تركي المالكي|PERS]", ["Turki al-Maliki"] * 2),
    ("a newspaper", "ذكرت صحيفة «[الشرق الأوسط|LOC]» ذلك.", ["Asharq Al-Awsat"]),
    ("told to a newspaper", "نقلا عن «[الشرق الأوسط|LOC]»", ["Asharq Al-Awsat"]),
    ("a region", "في [الشرق الأوسط|ORG] اليوم", ["Middle East"]),
    ("a club and a channel", "[نادي الجزيرة|ORG] على [قناة الجزيرة|ORG]", ["Al-Jazira Club", "Al Jazeera"]),
    (
        "one body in two countries",
        "[الهلال الأحمر الإماراتي|ORG] و[الهلال الأحمر السوري|ORG]",
        ["UAE Red Crescent", "Syrian Arab Red Crescent"],
    ),
    (
        "a court that a republic does not have",
        "في [اليمن|LOC] و[اليمن|LOC] و[اليمن|LOC] مع [الديوان الملكي|ORG]",
        ["Yemen", "Yemen", "Yemen", "Royal Court"],
    ),
    ("a city and its club", "[برشلونة|ORG] في [برشلونة|LOC]", ["FC Barcelona", "Barcelona"]),
    ("a given name is no clitic", "[بشار|PERS] غير [كريم شار|PERS]", ["Bashar", "Karim Shar"]),
    ("a city named after a king is no king", "[مدينة الملك عبد الله|LOC]", ["King Abdullah City"]),
    ("a head that begins like a clitic", "[ولاية بورنو|LOC]", ["Borno State"]),
    ("spaces as one likes", "[مينامي توريشيما|LOC] هي [ميناميتوريشيما|LOC]", ["Minami Torishima"] * 2),
    ("one name, two bearers", "في [عمّان|LOC] بـ[الأردن|LOC] أمس", ["Amman", "Jordan"]),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mentions_lead_to_entities(why: str, text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_article_outweighs_the_table() -> None:
    """المالكي alone is the Iraqi of the table; in an article that names another bearer it is that one."""
    assert names("قال [المالكي|PERS] ذلك.") == ["Nouri al-Maliki"]
    assert names("قال [تركي المالكي|PERS] ذلك. وأضاف [المالكي|PERS].") == ["Turki al-Maliki"] * 2


def test_a_short_form_alone_goes_to_the_corpus_dominant_bearer() -> None:
    mentions, entities = linked(
        "فاز [كريم الزهراني|PERS].",
        "كرم [كريم الزهراني|PERS].",
        "قال [الزهراني|PERS] إنه سعيد.",
        "فاز [فهد الشمري|PERS].",
    )
    assert mentions[2][0].entity_id == mentions[0][0].entity_id
    assert entities[mentions[2][0].entity_id].name_ar == "كريم الزهراني"


def test_a_short_form_with_rival_bearers_stays_its_own() -> None:
    mentions, _ = linked("فاز [كريم الزهراني|PERS].", "خسر [فهد الزهراني|PERS].", "قال [الزهراني|PERS] إنه سعيد.")
    assert len({found[0].entity_id for found in mentions}) == 3


def test_a_relative_gets_the_family_name() -> None:
    mentions, entities = linked("حضر [طلال الزهراني|PERS] ونجله [ماجد|PERS] الحفل. وقال [الزهراني|PERS] كلمة.")
    assert [entities[each.entity_id].name_ar for each in mentions[0]][:1] == ["طلال الزهراني"]
    assert mentions[0][1].entity_id != mentions[0][0].entity_id == mentions[0][2].entity_id


def test_foreign_names_fold_over_the_corpus_and_arabic_ones_do_not() -> None:
    mentions, _ = linked("قال [غوران بيرغسون|PERS].", "قال [جوران بيرجسون|PERS].", "[محمد حسن|PERS] و[محمد حسين|PERS]")
    assert mentions[0][0].entity_id == mentions[1][0].entity_id
    assert mentions[2][0].entity_id != mentions[2][1].entity_id


def test_ids_do_not_depend_on_the_order_or_on_other_articles() -> None:
    one, two = "زار [كريم الزهراني|PERS] [ينبع|LOC].", "أعلن [نادي الوهج|ORG] ذلك."
    forward, _ = linked(one, two)
    backward, _ = linked(two, one)
    alone, _ = linked(one)
    assert forward[0] == backward[1] == alone[0]
    assert all(re.fullmatch(r"e[0-9a-f]{10}", mention.entity_id) for mention in forward[0])


def test_aliases_are_without_clitics_most_frequent_first() -> None:
    _, entities = linked("[للأسد|PERS] [الأسد|PERS] [والأسد|PERS] و[بشار الأسد|PERS] [بموسكو|LOC]")
    assert entities["bashar-al-assad"].aliases == ("الأسد", "بشار الأسد")
    assert entities["moscow"].aliases == ("موسكو",)


def test_an_entity_without_an_english_name_is_romanised_and_says_so() -> None:
    _, entities = linked("قال [كريم الزهراني|PERS] في [دمشق|LOC] لقناة [MTV|ORG].")
    assert {(entity.name_ar, entity.name_en, entity.romanised) for entity in entities.values()} == {
        ("دمشق", "Damascus", False),
        ("MTV", "MTV", False),
        ("كريم الزهراني", "Karim al-Zahrani", True),
    }


def test_spans_and_order_are_kept() -> None:
    document, mentions = article("قال [الأسد|PERS] في [دمشق|LOC].")
    found, _ = link([(document, mentions)])
    assert [(each.start, each.end, each.text) for each in found[0]] == [(e.start, e.end, e.text) for e in mentions]


def test_nothing_in_nothing_out() -> None:
    assert link([]) == ([], [])
    assert link([article("لا أسماء هنا.")]) == ([[]], [])


def test_the_table_of_actors_is_sound() -> None:
    ids = Counter(actor.entity_id for actor in actors())
    assert len(ids) >= 400
    assert [entity_id for entity_id, count in ids.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", entity_id) for entity_id in ids)
    assert all(actor.name_ar and actor.name_en for actor in actors())
    assert {actor.kind for actor in actors()} == {"PERS", "LOC", "ORG"}
    assert len(countries()) >= 190
    assert all(row.country_id in ids and (not row.capital_id or row.capital_id in ids) for row in countries())


def test_a_place_of_the_gazetteer_has_its_english_name() -> None:
    assert names("قصف [قاعدة العند|LOC] و[رابغ|LOC] وقرية [مجهولة تماما|LOC]") == [
        "Al Anad Air Base",
        "Rabigh",
        "Majhola Tamama",
    ]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("في الرياض [بالهيئة الوطنية للكتاب|ORG]", "الهيئة الوطنية للكتاب"),
        ("قال [لمديرية الدفاع المدني|ORG]", "الدفاع المدني"),
        ("رئيس [للجنة الانضباط|ORG]", "لجنة الانضباط"),
        ("مع [وبيركلي|LOC]", "بيركلي"),
        ("[فرقة_النور|ORG] غنت", "فرقة النور"),
        ("[ميلـــونا|ORG] لعبت", "ميلونا"),
        ("[وليد فواز|PERS] غنى", "وليد فواز"),
        ("[بالم هيلز|ORG] باعت", "بالم هيلز"),
    ],
)
def test_a_name_is_shown_clean(marked: str, name: str) -> None:
    _, entities = linked(marked)
    assert [entity.name_ar for entity in entities.values()] == [name]


def test_a_given_name_alone_is_someone_else_in_each_article() -> None:
    mentions, _ = linked("عاد [محمد|PERS] أمس.", "سافر [محمد|PERS] اليوم.")
    assert mentions[0][0].entity_id != mentions[1][0].entity_id


def test_a_club_is_no_city_though_it_bears_its_name() -> None:
    mentions, entities = linked("لعب [نادي الرياض|ORG] في [الرياض|LOC].")
    assert [entities[mention.entity_id].kind for mention in mentions[0]] == ["ORG", "LOC"]


def test_vowel_marks_tell_oman_from_amman() -> None:
    assert names("زار [عُمان|LOC] ثم [عمّان|LOC]") == ["Oman", "Amman"]


def test_a_curated_person_in_many_articles_owns_a_given_name_as_surname() -> None:
    mentions, entities = linked(*["قال [علي عبد الله صالح|PERS] أمس."] * 5, "قوات المخلوع [صالح|PERS] تتقدم.")
    assert entities[mentions[-1][0].entity_id].name_en == "Ali Abdullah Saleh"


def test_a_father_with_another_father_is_another_man() -> None:
    mentions, _ = linked("[فيصل بن سعود بن ثنيان|PERS] و[فيصل بن سعود بن محمد|PERS] و[فيصل بن سعود|PERS]")
    assert len({mention.entity_id for mention in mentions[0]}) == 3


def test_transliterations_of_a_place_are_one_entity_over_the_corpus() -> None:
    mentions, _ = linked("في [سالزبيري|LOC].", "إلى [سالزبري|LOC].", "وفي [شالفونت|LOC].")
    assert mentions[0][0].entity_id == mentions[1][0].entity_id != mentions[2][0].entity_id
