"""What the tone model sees of a sentence: words, stems, pairs, letter groups, tone words, in buckets."""

import re
import zlib
from functools import cache, lru_cache
from itertools import combinations

from lib.annotate.saying.cues import folded, rows
from lib.arabic.normalize import fold
from lib.arabic.tokens import tokens

BUCKETS = 1 << 17
# Clitics and endings cut once each, longest first; three letters at least stay.
_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "س")
_SUFFIXES = ("هما", "كما", "هم", "ها", "نا", "ات", "ون", "ين", "ان", "وا", "ته", "ه", "ي", "ا", "ت")
# Words that turn what follows around; their reach is the usual verb or noun plus its object.
_VERBAL = ("لا", "لم", "لن", "ما", "ليس", "ليست", "وليس", "وليست", "ولا", "ولم", "ولن")
_NOMINAL = ("غير", "دون", "بدون", "بلا", "عدم", "وعدم", "بعدم", "لعدم")
_NEGATIONS = frozenset((*_VERBAL, *_NOMINAL))
_NEGATION_REACH = 3
_LETTER_GROUPS = (3, 4)
# Beyond three more good words than bad ones, or the other way round, a sentence is no clearer: a judgement.
_BALANCE = 3
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return a folded word without one clitic before it and one ending."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def bucket(feature: str) -> int:
    """Return the feature's bucket, the same in every process and on every machine."""
    return zlib.crc32(feature.encode()) % BUCKETS


def key(stem: str) -> int:
    """Return the number under which a stem's own weights are kept."""
    return zlib.crc32(stem.encode())


@lru_cache(maxsize=1 << 16)
def word_buckets(word: str, negated: bool) -> tuple[int, ...]:
    """Return the buckets of a folded word by itself: as it stands, its stem, the stem's letter groups."""
    mark = "!" if negated else ""
    root = stem(word)
    framed = f"<{root}>"
    groups = [f"c{framed[i : i + n]}" for n in _LETTER_GROUPS for i in range(len(framed) - n + 1)]
    return tuple(bucket(feature) for feature in (f"w{mark}{word}", f"s{mark}{root}", *groups))


@lru_cache(maxsize=1 << 17)
def pair_bucket(first: str, second: str) -> int:
    """Return the bucket of two neighbouring stems."""
    return bucket(f"b{first} {second}")


def words(sentence: str) -> list[tuple[str, str, bool]]:
    """Return (folded word, stem, negated) in order; every number reads 0."""
    found: list[tuple[str, str, bool]] = []
    reach = 0
    for token in tokens(sentence):
        word = folded(token.text)
        if not word:
            continue
        word = "0" if word[0].isdigit() else word
        found.append((word, stem(word), reach > 0))
        reach = _NEGATION_REACH if word in _NEGATIONS else reach - 1
    return found


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Return stem → classes (good, bad, rise, fall, gain, cost) of the tone words."""
    table: dict[str, list[str]] = {}
    for row in rows("tone_words.csv"):
        forms = [form for word in row["words"].split() for form in (fold(word), fold(f"ال{word}"))]
        for root in dict.fromkeys(map(stem, forms)):  # the article keeps بطالة from losing its ب
            table.setdefault(root, []).append(row["class"])
    return {root: tuple(found) for root, found in table.items()}


def lexicon_buckets(found: list[tuple[str, str, bool]]) -> tuple[int, ...]:
    """Return the buckets of a sentence's tone words: each class, which two meet (fall of a gain), good against bad."""
    heard = [f"{name}{'!' * negated}" for _, root, negated in found for name in _classes().get(root, ())]
    pairs = [f"kk{one} {two}" for one, two in combinations(sorted(set(heard)), 2)]
    good = sum(name in ("good", "bad!") for name in heard) - sum(name in ("bad", "good!") for name in heard)
    balance = f"kb{max(-_BALANCE, min(_BALANCE, good))}"
    return tuple(bucket(feature) for feature in (*(f"k{name}" for name in heard), *pairs, balance))


def shape_buckets(sentence: str, size: int) -> tuple[int, ...]:
    """Return the buckets of a sentence's outer form: length, quotation, question, exclamation, numbers."""
    marks = [name for name, chars in (("Q", '"«“”'), ("?", "؟?"), ("!", "!")) if any(c in sentence for c in chars)]
    marks += ["0"] if _DIGIT.search(sentence) else []
    return tuple(bucket(f"x{mark}") for mark in (f"L{min(8, size // 6)}", *marks))
