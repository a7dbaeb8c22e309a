"""The object around a list of articles, as news services, search engines and scrapers give their answers."""

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


def unwrapped(value: object) -> Sequence[object]:
    """Return the articles that one value holds: those of the list that it wraps, or itself."""
    if not isinstance(value, dict) or not _TEXTS.isdisjoint(name for name, held in value.items() if type(held) is str):
        return (value,)
    found = _wrapped(value, _DEPTH)
    return (value,) if found is None else found


def _wrapped(value: Mapping[str, object], depth: int) -> list[object] | None:
    for name in _WRAPPERS:
        held = value.get(name)
        if isinstance(held, list) and held and all(isinstance(one, dict) for one in held):
            return held
        if depth and isinstance(held, dict) and (found := _wrapped(held, depth - 1)) is not None:
            return found
    return None
