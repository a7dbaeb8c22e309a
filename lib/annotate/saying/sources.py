"""Who a source is: its kind, whether it is named, and which mention stands for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from lib.annotate.document import Document, Mention
from lib.annotate.saying.cues import rows, verb, words
from lib.arabic.normalize import fold
from lib.arabic.tokens import Token

# Clitics before a source noun or a name: والوزير, للوزارة, بالجيش. Longest first.
_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
# A title stands within so many words before its name: رئيس الهيئة الوطنية العليا للانتخابات + name.
_TITLE_REACH = 8
# A medium's name is no longer than "وكالة الأنباء المركزية الكورية الشمالية"; more is a name recognised too widely.
_NAME_WORDS = 5
# The head of a source stands among its first words: 3 مصادر, عدد من المسؤولين, كبير مستشاري.
_HEAD_REACH = 3
# So many different words are remembered: some 20 MB.
_KEPT = 1 << 16


@cache
def nouns() -> dict[str, str]:
    """Return folded common noun → kind of source."""
    return {fold(word): row["kind"] for row in rows("source_nouns.csv") for word in row["words"].split()}


@cache
def _media(alone: str) -> frozenset[str]:
    """Return the folded media names that stand alone ("yes"), or those that are also words, places or clubs ("no")."""
    return frozenset(
        fold(name) for row in rows("media_names.csv") if row["alone"] == alone for name in row["names"].split("|")
    )


@cache
def not_media() -> frozenset[str]:
    """Return the folded words after وكالة that make it no news agency (موديز, الفضاء, الطاقة)."""
    return frozenset(fold(word) for row in rows("not_media.csv") for word in row["words"].split())


def names_another(texts: Sequence[str]) -> bool:
    """Tell whether the words make وكالة or موقع something else than a news medium; أنباء among them settles it."""
    return any(bare(text) & not_media() for text in texts) and not any(bare(text) & words("news") for text in texts)


@lru_cache(maxsize=_KEPT)
def bare(word: str) -> frozenset[str]:
    """Return the folded word with and without each clitic or article before it."""
    folded = fold(word)
    cut = (folded[len(prefix) :] for prefix in _PREFIXES if folded.startswith(prefix))
    return frozenset((folded, *(rest for rest in cut if len(rest) >= 2)))


@lru_cache(maxsize=_KEPT)
def noun_kind(word: str) -> str | None:
    """Return the kind of source that a common noun is (مصادر unnamed, وزارة institution …), None for another word."""
    table = nouns()
    folded = fold(word)
    if folded in table:
        return table[folded]
    for prefix in _PREFIXES:
        if folded.startswith(prefix) and folded[len(prefix) :] in table:
            return table[folded[len(prefix) :]]
    return None


def head(texts: Sequence[str]) -> tuple[int, str] | None:
    """Return (position, kind) of the noun that heads a source; only numbers, marks and أحدث or كل stand before it."""
    for at, word in enumerate(texts[:_HEAD_REACH]):
        kind = noun_kind(word)
        if kind:
            return at, kind
        if word.isalpha() and not bare(word) & words("superlative"):
            return None
    return None


def is_medium(mention: Mention, before: str, after: str, *, quoted: bool) -> bool:
    """Tell whether a mention names a news medium: by its name, or by the noun before it (وكالة, صحيفة).

    A name that is also a word, a place or a club (الرياض, الاتحاد) needs that noun, or quotation marks around it.
    """
    own = mention.text.strip('#"«»“”').replace("_", " ")
    parts = own.split()
    if mention.kind == "PERS" or not parts or len(parts) > _NAME_WORDS or names_another([*parts, after]):
        return False
    kinds = noun_kind(before), noun_kind(parts[0])
    if bare(own) & _media("yes"):
        return True
    if bare(own) & _media("no"):
        return quoted or "medium" in kinds
    return "medium" in kinds and kinds[1] != "institution" and (quoted or mention.kind != "LOC")


def has_medium_name(texts: Sequence[str], *, vouched: bool) -> bool:
    """Tell whether the words open with a medium's name; `vouched` (in marks, behind وكالة) it may stand anywhere."""
    folded = [fold(text) for text in texts]
    known = _media("yes") | (_media("no") if vouched else frozenset())
    for at in range(len(folded) if vouched else 1):
        for size in (1, 2, 3):
            named = " ".join(folded[at + 1 : at + size])
            if any(f"{first} {named}".strip() in known for first in bare(" ".join(texts[at : at + 1]))):
                return True
    return False


def last_name(mention: Mention) -> frozenset[str]:
    """Return the last word of a person's name, by which later mentions take it up; hashtags join words with _."""
    return plain(mention.text.replace("_", " ").split()[-1:])


@dataclass(frozen=True, slots=True)
class Role:
    """A named person's title as the article gives it, words folded and without article."""

    words: frozenset[str]
    mention: Mention


def plain(words: Sequence[str]) -> frozenset[str]:
    """Return the words of a source folded, without article, marks and clitics, for comparing two of them."""
    kept: set[str] = set()
    for word in words:
        folded = fold(word)
        for prefix in ("وال", "لل", "ال"):
            if folded.startswith(prefix) and len(folded) > len(prefix) + 1:
                folded = folded[len(prefix) :]
                break
        if len(folded) > 1:
            kept.add(folded)
    return frozenset(kept)


def roles(document: Document, mentions: Sequence[Mention]) -> list[Role]:
    """Return the titles found before or, after a comma, behind each person of the article, in order."""
    found: list[Role] = []
    tokens = {sentence.sentence: sentence.tokens for sentence in document.sentences}
    for mention in mentions:
        if mention.kind == "PERS":
            title = _title(tokens[mention.sentence], mention)
            if title:
                found.append(Role(plain(title), mention))
    return found


def _title(tokens: Sequence[Token], mention: Mention) -> list[str]:
    """Return the words of the person's title, [] when there is none that makes an official."""
    before = [token.text for token in tokens if token.end <= mention.start][-_TITLE_REACH:]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in (".", ":", "؛", '"') or fold(before[at]) in words("clause") or verb(before[at]):
            break
        if noun_kind(before[at]) == "official":
            start = at
            while start and noun_kind(before[start - 1]) == "official":
                start -= 1
            return before[start:]
    after = [token.text for token in tokens if token.start >= mention.end][: _TITLE_REACH + 1]
    if after[:1] in (["،"], [","], ["؛"], ["("]) and len(after) > 1 and noun_kind(after[1]) == "official":
        stop = next((i for i, word in enumerate(after[1:], 1) if word in "،,.)"), len(after))
        return after[1:stop]
    return []


def bodies(document: Document, mentions: Sequence[Mention]) -> list[tuple[Mention, frozenset[str]]]:
    """Return each organisation with its words and the one before them, which الوكالة or الشركة may take up again."""
    found: list[tuple[Mention, frozenset[str]]] = []
    for mention in mentions:
        if mention.kind == "ORG":
            before = document.text(mention.part)[: mention.start].rstrip(' "«“”#').split()[-1:]
            found.append((mention, plain([*before, *mention.text.split()])))
    return found
