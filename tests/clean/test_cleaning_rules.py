"""Rules of cleaning can be switched off one by one, and what they took can be put back."""

import random

import pytest

from lib.clean import RULE_NAMES, clean
from lib.clean.passages import lines
from lib.clean.rules import RULES
from tests.clean.furniture import FIRST, FURNITURE, LAST, TITLE, between


def restored(cleaned):
    """The body with its removed passages put back where they say they stood."""
    text = cleaned.body
    for passage in reversed(cleaned.removed):
        put = f"\n{passage.text}" if passage.at == len(cleaned.body) else f"{passage.text}\n"
        text = text[: passage.at] + put + text[passage.at :]
    return text


@pytest.mark.parametrize("seed", range(60))
def test_removed_passages_put_back_at_their_offsets_give_the_original_lines(seed):
    rnd = random.Random(seed)
    pieces = [FIRST, LAST, "عنوان فرعي", "  سطر قصير  ", "شارك هذا الخبر", "\u202bإعلان\u202c", TITLE, "\u00a0", " \t "]
    pieces += [FURNITURE["menu"][0], f"{LAST} سمات معرض كتاب"]
    ends = ["\n", "\n\n", "\n\n\n", "\n \n\n\n", "     ", "\u2028"]
    body = "".join(rnd.choice(pieces) + rnd.choice(ends) for _ in range(rnd.randint(1, 14)))
    cleaned = clean(TITLE, body)
    offsets = [passage.at for passage in cleaned.removed]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(cleaned.body) for at in offsets)
    assert "".join(" ".join(lines(restored(cleaned))).split()) == "".join(" ".join(lines(body)).split())


@pytest.mark.parametrize(("rule", "line"), [(rule, lines[0]) for rule, lines in FURNITURE.items()])
def test_a_rule_that_is_switched_off_takes_nothing(rule, line):
    body = f"{FIRST}\n\n{LAST}\n\n{line}\n\nBack to top\n\nإعلان" if rule != "caption" else between(line)
    cleaned = clean(TITLE, body, keep={rule})
    assert line in cleaned.body
    assert rule not in {passage.rule for passage in cleaned.removed}
    assert [cleaned.body[start:end] for start, end in cleaned.spared][:1] == [line]


def test_all_rules_switched_off_leave_the_text():
    body = "\n\n".join([TITLE, FIRST, *(lines[0] for lines in FURNITURE.values()), LAST])
    assert clean(TITLE, body, keep=set(RULE_NAMES)).body == body
    assert clean(TITLE, body, keep=set(RULE_NAMES)).removed == ()


def test_the_names_of_the_rules():
    assert set(RULE_NAMES) == {rule.name for rule in RULES} | {"broken title", "caption", "menu", "recurring", "title"}
    assert set(FURNITURE) < set(RULE_NAMES)
    assert len(RULE_NAMES) == len(set(RULE_NAMES))
