"""Measuring recognition against gold: entity-level precision, recall and F1, exact spans and kinds."""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lib.annotate.engines import Engine
from lib.annotate.engines.ner_data import read_conll
from lib.errors import InputError

Span = tuple[int, int, str]


def ner(path: Path, engine: Engine) -> dict[str, object]:
    """Measure the engine on a file of `token TAG` lines, a blank line between sentences.

    Returns precision, recall, f1 (micro, 0 to 1), by_kind {kind: the same and support}, engine, words, entities, and
    words_per_second. The file's own tokens are tagged, by the engine's guide that has the kinds of the file: what a
    name includes differs between corpora. InputError names the file, and the line when one is broken.
    """
    sentences = list(read_conll(path))
    if not sentences:
        raise InputError(f"{path} holds no `token TAG` line: give a file of tagged sentences.")
    kinds = {tag[2:] for sentence in sentences for tag in sentence.tags}
    following = engine.under(kinds)
    started = time.perf_counter()
    tagged = following.tag([sentence.words for sentence in sentences])
    seconds = time.perf_counter() - started
    words = sum(len(sentence.words) for sentence in sentences)
    measured = compare([sentence.tags for sentence in sentences], tagged)
    return {**measured, "engine": engine.name, "words": words, "words_per_second": round(words / max(seconds, 1e-9))}


def compare(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> dict[str, object]:
    """Return precision, recall, f1 and by_kind of `found` BIO tags against `gold` ones, sentence by sentence."""
    right, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    for gold_tags, found_tags in zip(gold, found, strict=True):
        expected, actual = set(spans(gold_tags)), set(spans(found_tags))
        wanted.update(kind for _, _, kind in expected)
        given.update(kind for _, _, kind in actual)
        right.update(kind for _, _, kind in expected & actual)
    kinds = sorted(wanted | given)
    return {
        **_scores(right.total(), given.total(), wanted.total()),
        "by_kind": {kind: {**_scores(right[kind], given[kind], wanted[kind])} for kind in kinds},
    }


def _scores(right: int, given: int, wanted: int) -> dict[str, float]:
    return {
        "precision": round(right / given, 4) if given else 0.0,
        "recall": round(right / wanted, 4) if wanted else 0.0,
        "f1": round(2 * right / (given + wanted), 4) if given + wanted else 0.0,
        "support": wanted,
    }


def spans(tags: Sequence[str]) -> list[Span]:
    """Return (first, last exclusive, kind) of each entity; an I- that continues nothing begins one."""
    found: list[Span] = []
    for at, tag in enumerate(tags):
        if tag == "O":
            continue
        kind = tag[2:]
        if tag[0] == "I" and found and found[-1][1:] == (at, kind):
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found
