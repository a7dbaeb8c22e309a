"""Each mention says which rule joined it to its entity."""

import pytest

from lib.annotate.naming.rules import RULES, Rule
from tests.annotate.marked import linked
from tests.annotate.test_linking import CASES

RULE_CASES: list[tuple[Rule, str, str]] = [
    ("same", "[بشّار الاسد|PERS]", "Bashar al-Assad"),
    ("same", "قال [كريم الزهراني|PERS].", "Karim al-Zahrani"),
    ("same", "في [الاتحاد السوفييتي|LOC]", "Soviet Union"),
    ("clitic", "توجه [لموسكو|LOC]", "Moscow"),
    ("title", "في [مدينة حلب|LOC]", "Aleppo"),
    ("title", "[وكالة تاس للأنباء|ORG]", "TASS"),
    ("title", "قال [وزير الخارجية سامح شكري|PERS]", "Sameh Shoukry"),
    ("title", "قال [للرئيس بوتين|PERS]", "Vladimir Putin"),
    ("title", "قال [الدكتور كريم الزهراني|PERS]", "Karim al-Zahrani"),
    ("listed", "في [أميركا|LOC]", "United States"),
    ("listed", "قال [لافروف|PERS]", "Sergey Lavrov"),
    ("sound", "قال [سيرجى لفروف|PERS]", "Sergey Lavrov"),
    ("father", "قال [سعود بن عبد الله القحطاني|PERS]", "Saud al-Qahtani"),
    ("father", "قال [محمد بن نايف بن عبد العزيز آل سعود|PERS]", "Mohammed bin Nayef"),
    ("father", "[كريم الراوي|PERS] و[كريم الراوي|PERS] هو [كريم بن طلال الراوي|PERS]", "Karim al-Rawi"),
    ("article", "[الأسد|PERS] هو [بشار الأسد|PERS]", "Bashar al-Assad"),
    ("kin", "والده [حافظ|PERS] سبق [بشار الأسد|PERS]. ووالده [حافظ|PERS]", "Hafez al-Assad"),
    ("country", "أعلنت [وزارة الخارجية|ORG] الروسية", "Russian Foreign Ministry"),
    ("same", "أعلنت [وزارة الخارجية الروسية|ORG]", "Russian Foreign Ministry"),
    ("listed", "نددت [الخارجية الإيرانية|ORG]", "Iranian Foreign Ministry"),
]


@pytest.mark.parametrize(("rule", "text", "name"), RULE_CASES, ids=[f"{case[0]}: {case[1]}" for case in RULE_CASES])
def test_a_mention_says_what_joined_it(rule: Rule, text: str, name: str) -> None:
    (mentions,), entities = linked(text)
    assert (rule, name) in {(mention.rule, entities[mention.entity_id].name_en) for mention in mentions}


def test_a_short_form_joined_by_the_corpus_says_so() -> None:
    mentions, _ = linked("فاز [كريم الزهراني|PERS].", "كرم [كريم الزهراني|PERS].", "قال [الزهراني|PERS] إنه سعيد.")
    assert [mention.rule for found in mentions for mention in found] == ["same", "same", "corpus"]


def test_every_mention_has_a_rule_of_the_table_and_every_rule_a_case() -> None:
    mentions, _ = linked(*(case[1] for case in CASES))
    assert {mention.rule for found in mentions for mention in found} <= set(RULES)
    assert {rule for rule, *_ in RULE_CASES} | {"corpus"} == set(RULES)
