"""Full names with and without fathers: عزام بن محمد الدخيل is عزام الدخيل, محمد بن نايف بن عبد العزيز محمد بن نايف."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from lib.annotate.naming.actors import actors
from lib.annotate.naming.curated import index
from lib.arabic.names import FATHERS, fathers_apart, lineage, parts

Words = tuple[str, ...]
_COMMON = 30  # forms of one lineage: so many are as many people (محمد العتيبي)
_MANY = 12  # surnames that a given name stands with in a corpus: with so many, one more father may be another man


def hosts(counts: Counter[str]) -> dict[str, str]:
    """Return for each full name of a person the form that stands for it and all its other forms.

    `counts` has how often each key stands. Forms are one person's where each agrees with the longest, so that no two
    name different fathers: then all lead to the most frequent, or to the id of the curated person they are.
    """
    forms: dict[Words, set[str]] = defaultdict(set)
    for name in counts:
        forms[lineage(name.split(" "))].add(name)
    bearers = Counter(given for given, *_ in forms)
    found: dict[str, str] = {}
    for shared, names in forms.items():
        known = _curated().get(shared, frozenset())
        clear = shared[1] in FATHERS or bearers[shared[0]] < _MANY
        if clear and len(names | {name for name, _ in known}) > 1 and len(names) < _COMMON:
            found |= _one_person(names, known, counts)
    return found


def _one_person(names: set[str], known: frozenset[tuple[str, str]], counts: Counter[str]) -> dict[str, str]:
    ids = {entity_id for _, entity_id in known}
    if len(ids) > 1 or not _agree(names | {name for name, _ in known}):
        return {}
    host = next(iter(ids), "") or max(names, key=lambda name: (counts[name], name))
    return {name: host for name in names if name != host and name not in index().full}


def _agree(names: Iterable[str]) -> bool:
    """Say whether all the names are the longest of them with fathers left out."""
    longest, *others = sorted((name.split(" ") for name in names), key=len, reverse=True)
    return all(other == longest or fathers_apart(other, longest) for other in others)


@cache
def _curated() -> dict[Words, frozenset[tuple[str, str]]]:
    """Return the full names of curated persons, with their ids, by lineage."""
    found: dict[Words, set[tuple[str, str]]] = defaultdict(set)
    for actor in actors():
        for words in map(parts, actor.names):
            if actor.kind == "PERS" and len(words) > 1 and " ".join(words) in index().full:
                found[lineage(words)].add((" ".join(words), actor.entity_id))
    return {shared: frozenset(names) for shared, names in found.items()}
