"""The object around a list of articles, as news services, search engines, scrapers and pandas give them."""

from collections.abc import Mapping, Sequence

from lib.read.columns import NAMES

# What they call their list of articles, the most precise first:
# NewsAPI, GNews and GDELT articles, Media Cloud stories, Solr response.docs, Elasticsearch hits.hits, JSON Feed items.
_WRAPPERS = (
    "articles", "stories", "posts", "news", "items", "docs", "documents", "results", "records", "entries", "rows",
    "hits", "data", "response", "result", "value",
)  # fmt: skip
_DEPTH = 3
_TEXTS = frozenset(NAMES["body"])
_ENVELOPE = frozenset({"message"})  # a service's word about its answer; a post's text only where there is no list


def unwrapped(value: object) -> Sequence[object]:
    """Return the articles that one value holds: those of the list that it wraps, of its columns, or itself."""
    if not isinstance(value, dict):
        return (value,)
    texts = _TEXTS.intersection(name for name, held in value.items() if type(held) is str)
    if texts - _ENVELOPE:
        return (value,)
    found = _wrapped(value, _DEPTH)
    return (_by_column(value) or (value,)) if found is None else found


def _wrapped(value: Mapping[str, object], depth: int) -> list[object] | None:
    for name in _WRAPPERS:
        held = value.get(name)
        if isinstance(held, list) and held and all(isinstance(one, dict) for one in held):
            return held
        if depth and isinstance(held, dict) and (found := _wrapped(held, depth - 1)) is not None:
            return found
    return None


def _by_column(value: Mapping[str, object]) -> list[object]:
    """Return the rows of a table that is given by columns, {"title": {"0": …}}, as pandas' to_json does unasked."""
    columns = {name: held for name, held in value.items() if isinstance(held, dict)}
    numbers = next(iter(columns.values()), {})
    alike = len(columns) == len(value) and all(held.keys() == numbers.keys() for held in columns.values())
    if not alike or not all(map(str.isdecimal, numbers)):
        return []
    return [{name: held[number] for name, held in columns.items()} for number in numbers]
