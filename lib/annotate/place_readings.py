"""The ways to read a place's mention: with the feature word beside it (مدينة), as it is, without its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib.annotate.document import Document, Mention
from lib.annotate.gazetteer import cues, key, unclitic
from lib.arabic.normalize import fold


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
    if mention.start == mention.end or key(mention.text) in generic():
        return
    before = head_before(document, mention)
    announced = heads.get(bare(before), frozenset()) if before else frozenset()
    if announced:
        yield Reading(f"{before} {mention.text}", frozenset())
    yield Reading(mention.text, announced)
    inner, own = words, announced
    while len(inner) > 1 and bare(inner[0]) in heads:
        own, inner = heads[bare(inner[0])] or own, inner[1:]
        yield Reading(" ".join(inner), own, strict=True)
    if len(inner) > 1 and own and adjective(inner[0]):
        yield Reading(" ".join(inner[1:]), own, strict=True)
    if len(inner) > 1 and adjective(inner[-1]) and (announced or inner is not words):
        yield Reading(" ".join(inner[:-1]), own, strict=True)


@cache
def generic() -> frozenset[str]:
    """Return the keys of words that name no one place (المنطقة, البلاد)."""
    return frozenset(key(word) for word in cues("generic"))


@cache
def common() -> frozenset[str]:
    """Return the keys of everyday words that are also villages."""
    return frozenset(key(word) for word in cues("common"))


def adjective(word: str) -> bool:
    """Whether the word looks like a definite relative adjective (القطرية, الشمالي)."""
    return word.startswith("ال") and fold(word).endswith(("ي", "يه"))


@cache
def bare(word: str) -> str:
    """Return the folded head word without clitics: وبمدينة → مدينه, للعاصمة → العاصمه."""
    heads = cues("head")
    return next((fold(form) for form in (word, *unclitic(word)) if fold(form) in heads), fold(word))


def head_before(document: Document, mention: Mention) -> str:
    """Return the feature word right before the mention, or before one adjective (العاصمة القطرية [الدوحة])."""
    words = document.text(mention.part)[max(0, mention.start - 40) : mention.start].split(" ")
    if len(words) < 2 or words[-1].strip("\"'«“("):
        return ""
    if bare(words[-2]) in cues("head"):
        return words[-2]
    return words[-3] if len(words) > 2 and adjective(words[-2]) and fold(words[-3]).endswith("عاصمه") else ""
