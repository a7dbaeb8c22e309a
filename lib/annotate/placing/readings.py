"""The ways to read a place's mention: with the feature word beside it (مدينة), as it is, without its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from lib.annotate.document import Document, Mention
from lib.annotate.placing.gazetteer import ARTICLE, cues, key, unclitic
from lib.annotate.placing.nations import nation
from lib.arabic.normalize import fold

FEMININE = ("ة", "ات")  # endings of nouns that السعودية may be the adjective of
REACH = 40  # characters before a mention in which its feature word is looked for


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mention: the name to look up and the features its head word announces.

    `strict` when the head word belongs to the name: مطار سياتل is no city, and never stands for Seattle.
    """

    name: str
    features: frozenset[str]
    strict: bool = False


def read(document: Document, mention: Mention) -> Iterator[Reading]:
    """Yield the readings of a mention, best first: with the head word before it, as it is, without its own head.

    قاعدة [حميميم], [مدينة حماة], [العاصمة القطرية الدوحة], [ريف حلب الشمالي] all have their head word on one side.
    """
    heads = cues("head")
    words = mention.text.split()
    if mention.start == mention.end:
        return
    before, head = words_before(document, mention)
    announced = heads.get(bare(head), frozenset()) if head else frozenset()
    for word in dict.fromkeys((head, before)):
        if word:
            yield Reading(f"{word} {mention.text}", frozenset())
    if is_generic(mention.text) or described(mention, before, head):
        return
    for form in dict.fromkeys((tuple(words), shortened(words), headed_tail(words))):
        if form:
            yield from read_words(form, announced)


def read_words(words: Sequence[str], announced: frozenset[str]) -> Iterator[Reading]:
    """Yield the words as they are, then without their head word, and without the adjectives that end them."""
    yield Reading(" ".join(words), announced)
    heads = cues("head")
    inner, own = words, announced
    while len(inner) > 1 and bare(inner[0]) in heads:
        own, inner = heads[bare(inner[0])] or own, inner[1:]
        yield Reading(" ".join(inner), own, strict=True)
    if len(inner) > 1 and own and adjective(inner[0]):
        yield Reading(" ".join(inner[1:]), own, strict=True)
    ending = len(inner) - len(trimmed(inner, adjectives=bool(announced) or inner is not words))
    if ending:
        yield Reading(" ".join(words[:-ending]), announced)
        yield Reading(" ".join(inner[:-ending]), own, strict=True)


def trimmed(words: Sequence[str], *, adjectives: bool) -> Sequence[str]:
    """Return the words without those at their end that only describe: ريف إدلب الجنوبي الشرقي, حلب القديمة."""
    while len(words) > 1 and (
        (adjectives and adjective(words[-1]))
        or fold(words[-1]) in cues("qualifier")
        or (words[-1].startswith("و") and words[-1].endswith("ها"))
    ):
        words = words[:-1]
    return words


def shortened(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words up to one that says where the place lies: مخيم اليرموك جنوب دمشق, مطار كويرس بريف حلب."""
    heads = cues("head")
    for at in range(2 if bare(words[0]) in heads else 1, len(words)):
        within = words[at].startswith("ب") and bare(words[at]) in heads and fold(words[at]) not in heads
        if within or fold(words[at]) in cues("lies"):
            return tuple(words[:at])
    return ()


def headed_tail(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words from a feature word with the preposition ل on: الريف الشمالي لمحافظة حمص."""
    heads = cues("head")
    tails = (at for at in range(1, len(words) - 1) if words[at].startswith("ل") and bare(words[at]) in heads)
    return next((tuple(words[at:]) for at in tails), ())


@cache
def generic() -> frozenset[str]:
    """Return the keys of words that name no one place (المنطقة, البلاد)."""
    return frozenset(key(word) for word in cues("generic"))


@lru_cache(maxsize=1 << 16)
def is_generic(text: str) -> bool:
    """Whether the text, with or without clitics, names no one place (وأوروبا, للخليج)."""
    return any(key(form) in generic() for form in (text, *unclitic(text)))


@cache
def common() -> frozenset[str]:
    """Return the keys of everyday words that are also places; feature words are such (حقل, وادي)."""
    return frozenset(key(word) for word in (*cues("common"), *cues("head")))


def adjective(word: str) -> bool:
    """Whether the word looks like a definite relative adjective (القطرية, الشمالي)."""
    return word.startswith("ال") and fold(word).endswith(("ي", "يه"))


@cache
def bare(word: str) -> str:
    """Return the folded head word without clitics: وبمدينة → مدينه, للعاصمة → العاصمه."""
    heads = cues("head")
    return next((fold(form) for form in (word, *unclitic(word)) if fold(form) in heads), fold(word))


def words_before(document: Document, mention: Mention) -> tuple[str, str]:
    """Return the word right before the mention, and the feature word: that one, or the one before an adjective.

    العاصمة القطرية [الدوحة] has its feature word behind an adjective; "" where there is none.
    """
    words = document.text(mention.part)[max(0, mention.start - REACH) : mention.start].split(" ")
    if len(words) < 2 or words[-1].strip("\"'«“("):
        return "", ""
    before = words[-2] if words[-2].isalpha() else ""
    if bare(words[-2]) in cues("head"):
        return before, words[-2]
    far = len(words) > 2 and adjective(words[-2]) and fold(words[-3]).endswith("عاصمه")
    return before, words[-3] if far else ""


def described(mention: Mention, before: str, head: str) -> bool:
    """Whether the word only describes the definite noun before it: الخطوط الحمراء, الدول الخمس, الشركات السعودية."""
    definite = all(word.startswith(ARTICLE) for word in (before, mention.text))
    agrees = before.endswith(FEMININE) and bool(nation(mention.text))
    return definite and not head and (agrees or key(mention.text) in common())
