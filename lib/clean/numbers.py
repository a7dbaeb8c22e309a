"""Numbers in figures and in words, as values: «خمسة وعشرون ألفا» and 25,000 are one number."""

from collections.abc import Sequence

from lib.arabic.normalize import fold

_UNITS = {
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
    10: "عشر عشرة",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "مئة مائة",
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
}
_HUNDREDS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_SCALES = {
    1_000: "ألف ألفا آلاف",
    1_000_000: "مليون مليونا ملايين",
    1_000_000_000: "مليار مليارا مليارات بليون بلايين",
}
_DUALS = {
    2_000: "ألفان ألفين ألفا ألفي",
    2_000_000: "مليونان مليونين مليونا مليوني",
    2_000_000_000: "ملياران مليارين مليارا ملياري",
}
_ONE = frozenset({"احد", "احدي", "واحد", "واحده"})  # part of eleven, or of twenty-one; alone one says little
_TEN = frozenset({"عشر", "عشره"})
_HUNDRED = frozenset({"ميه", "مايه"})

_SMALL = {fold(word): value for value, words in _UNITS.items() for word in words.split()} | {
    fold(one + hundred): value * 100
    for value, ones in _HUNDREDS.items()
    for one in ones.split()
    for hundred in ("مئة", "مائة")
}
_SCALE = {fold(word): value for value, words in _SCALES.items() for word in words.split()}
# NOTE: ألفا and مليونا are the accusative of one far more often than the shortened dual.
_DUAL = {fold(word): value for value, words in _DUALS.items() for word in words.split() if fold(word) not in _SCALE}
_WORDS = {**_DUAL, **_SCALE, **_SMALL}
_PARTS = _ONE.union(_WORDS, ("و" + word for word in _WORDS))


def figure(word: str) -> float | None:
    """Return the value of a folded word in figures (1,250 and 3.5), or None."""
    if not word[:1].isdecimal():
        return None
    parts = word.replace("٫", ".").replace("٬", ",").replace(",", ".").split(".")
    if not all(part.isdecimal() for part in parts):
        return None
    thousands = len(parts) > 1 and all(len(part) == 3 for part in parts[1:])
    return float("".join(parts) if thousands or len(parts) > 2 else ".".join(parts))


def numeral(word: str) -> bool:
    """Say whether a folded word is or may be part of a number."""
    return word in _PARTS or word[:1].isdecimal()


def values(words: Sequence[str]) -> list[tuple[int, int, float]]:
    """Return (start, end, value) of each number in folded words; ranks (الثالث) and a lone واحد are none."""
    found = []
    done = 0
    for at in [at for at, word in enumerate(words) if word in _PARTS or word[0].isdecimal()]:
        end, value = _read(words, at) if at >= done else (at, 0.0)
        if end > at:
            found.append((at, end, value))
            done = end
    return found


def _read(words: Sequence[str], start: int) -> tuple[int, float]:
    """Read the longest number that starts at `start`; the end returned is `start` itself when there is none."""
    first = words[start]
    value = _opening(words, start)
    if value is None:
        return start, 0.0
    total, group = (value, 0.0) if first in _SCALE or first in _DUAL else (0.0, value)
    at = start + 1
    while at < len(words):
        word = words[at]
        added = _WORDS.get(word[1:]) if word.startswith("و") else None
        if word in _SCALE and group:
            total, group = total + group * _SCALE[word], 0.0
        elif word in _TEN and 0 < group < 10:
            group += 10
        elif word in _HUNDRED and 2 < group < 10:
            group *= 100
        elif added is not None and _may_follow(added, group) and not words[at - 1][:1].isdecimal():
            group += added
        else:
            break
        at += 1
    return at, total + group


def _opening(words: Sequence[str], at: int) -> float | None:
    """Return the value of the word that may open a number: with its و only when nothing before it is a number."""
    word = words[at]
    if word in _ONE:
        follower = words[at + 1] if at + 1 < len(words) else ""
        return 1.0 if follower in _TEN or 20 <= _SMALL.get(follower[1:], 0) <= 90 else None
    found = figure(word)
    return _WORDS.get(word, _WORDS.get(word.removeprefix("و"))) if found is None else found


def _may_follow(value: float, group: float) -> bool:
    """Say whether و and a value continue a number: خمسة وعشرون and مئة وخمسة do, خمسة وستة are two."""
    rest = group % 100
    return value < 1000 if not group else value < 100 and (rest == 0 or (rest < 10 and 20 <= value <= 90))
