"""Texts that resemble others and copy none: forms filled anew each day, two reporters at one event, shared passages.

`lookalikes.txt` holds them unfilled, a line each; a headline says what kind of lookalikes they are.
"""

from pathlib import Path

from tests.clean.fillings import CITIES, DAYS, FAMILY, GIVEN, filling, named, words

LOOKALIKES = Path(__file__).with_name("lookalikes.txt")
_TIMES = 12  # as often a form is filled
_SIGNS = words("الحمل الثور الجوزاء السرطان الأسد العذراء الميزان العقرب القوس الجدي الدلو الحوت")
_COLOURS = words("الأزرق الأخضر الأبيض الرمادي البرتقالي البني")
_ADVICE = {
    "work": "يوم مناسب لإنجاز ما تأخر;لا توقع عقدا قبل قراءته;مديرك ينتظر منك اقتراحا جديدا;سفرة قصيرة تفتح لك بابا;"
    "خفف من نقاشاتك مع الزملاء;فكرة قديمة تعود بربح;أجل قرار الاستقالة;اجتماع مفاجئ يغير خطتك",
    "love": "كن صريحا مع الشريك;لا تكثر من العتاب;لقاء عابر يترك أثرا;خذ رأي أهلك أولا;هدية صغيرة تصلح الكثير;"
    "الصمت لا ينفع هذه المرة;أعد الاتصال بمن غاب;امنح نفسك وقتا قبل الجواب",
    "health": "مارس الرياضة وأكثر من شرب الماء;قلل من السهر;راجع طبيب الأسنان;انتبه إلى ظهرك;ابتعد عن المقالي;"
    "نم باكرا الليلة;امش نصف ساعة;اترك القهوة مساء",
}


def texts(bank, draw):
    """Return (body, day) of texts none of which is a copy of another, however alike."""
    found = []
    for kind, lines in _kinds():
        if kind.startswith("event"):
            found += [pair for _ in range(5) for pair in _reports(lines, draw)]
        elif kind.startswith("shared"):
            found += [one for _ in range(5) for one in _sharing(lines[0], bank, draw)]
        else:
            found += [(lines[0].format(**_fields(draw)), day) for day in range(_TIMES)]
    return found


def _kinds():
    for block in LOOKALIKES.read_text(encoding="utf-8").split("# ")[1:]:
        kind, *lines = block.strip().splitlines()
        yield kind, lines


def _reports(lines, draw):
    slots, day = filling(draw), draw.randrange(60)
    return [(line.format(**slots), day) for line in lines]


def _sharing(passage, bank, draw):
    """Return three articles of a few days that share one passage and tell different things."""
    slots, day = filling(draw), draw.randrange(50)
    for later, pairs in enumerate(draw.sample(bank, 3)):
        told = [one.format(**filling(draw)) for one, _ in draw.sample(pairs, 5)]
        yield " ".join([*told[:3], passage.format(**slots), *told[3:]]), day + later


def _fields(draw):
    people = [f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}" for _ in range(3)]
    fields = dict(zip(("who", "who2", "who3"), people, strict=True))
    fields |= dict(zip(("city", "city2"), draw.sample(CITIES, 2), strict=True))
    fields |= {letter: draw.randrange(11, 60) for letter in "abcde"} | {"x": draw.randrange(5)}
    fields |= {"day": draw.choice(DAYS), "org": named(draw), "org2": named(draw), "sign": draw.choice(_SIGNS)}
    fields |= {subject: " و".join(draw.sample(lines.split(";"), 3)) for subject, lines in _ADVICE.items()}
    return fields | {"colour": draw.choice(_COLOURS)}
