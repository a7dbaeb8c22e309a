"""What encyclopaedia text says of a word: whether it stands in names, of which kind, how surely and where."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from lib.annotate.engines.ner_data import Tagged
from lib.arabic.normalize import fold

# A word enters the lexicon when it stood in a name this often, in this share of its occurrences; it is `sure` above
# the higher share and `often` seen above the higher count, has a kind when one kind has this share, and leads or
# ends persons' names when it does so twice as often as not. Tried once, kept: rounder cuts gave the same.
_SEEN, _OFTEN, _SHARE, _SURE, _ONE_KIND = 2, 8, 0.3, 0.8, 0.6


def lexicon(sentences: Iterable[Tagged], kinds: Collection[str]) -> dict[str, str]:
    """Return for each folded word that is mostly part of names its classes: kind, how often and surely, its place."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in zip(sentence.words, sentence.tags, strict=True):
            seen[fold(word)][tag] += 1
    return {word: " ".join(found) for word, tags in seen.items() if len(word) > 1 and (found := _classes(tags, kinds))}


def _classes(tags: Counter[str], kinds: Collection[str]) -> list[str]:
    named = tags.total() - tags["O"]
    if named < _SEEN or named < _SHARE * tags.total():
        return []
    counted = Counter({kind: tags[f"B-{kind}"] + tags[f"I-{kind}"] for kind in sorted(kinds)})
    kind, count = counted.most_common(1)[0]
    letter = kind[0] if count >= _ONE_KIND * named else "X"
    found = [letter, f"{letter}{int(named >= _OFTEN)}{int(named > _SURE * tags.total())}"]
    leads, ends = tags["B-PERS"], tags["I-PERS"]
    if letter == "P" and leads + ends > _SEEN and (leads > 2 * ends or ends > 2 * leads):
        found.append("Pfirst" if leads > ends else "Plast")
    return found


def packed(words: dict[str, str]) -> bytes:
    """Return `word<TAB>classes` lines, gzipped: the same bytes for the same lexicon."""
    lines = "".join(f"{word}\t{classes}\n" for word, classes in sorted(words.items()))
    return gzip.compress(lines.encode("utf-8"), 9, mtime=0)
