"""Lines that recur across a publisher's articles: slogans, sign-offs, pitches and neighbours' headlines."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from lib.clean.cleaning import Cleaned, assembled
from lib.clean.furniture import FEWEST, LEDE, LONGEST, Line, Place, judged, key_of, ledes, places
from lib.clean.passages import Passage, lines, passages

_RULE = "recurring"
_PUBLISHER = 6  # articles, below which nothing can be said of a publisher's habits. Chosen.
_ENDLESS = 200_000  # characters: what is longer is no article. Chosen.
_TITLE_WORDS = 4  # a shorter title («خلفية») is a heading too


def without_recurring(articles: Sequence[tuple[str, Cleaned]], keep: Collection[str] = frozenset()) -> list[Cleaned]:
    """Set aside what recurs at the edges of a publisher's articles; the rows are (publisher, cleaned article).

    Copies and versions of an article count once. Articles without a publisher stay as they are, as do all when
    "recurring" is in `keep`, and the lines that `clean` spared.
    """
    result = [cleaned for _, cleaned in articles]
    by_publisher: dict[str, list[int]] = defaultdict(list)
    for at, (publisher, _) in enumerate(articles):
        if _RULE not in keep and publisher.strip():
            by_publisher[publisher.strip()].append(at)
    for members in by_publisher.values():
        if len(members) >= _PUBLISHER:
            for at, cleaned in zip(members, _of_publisher([result[at] for at in members]), strict=True):
                result[at] = cleaned
    return result


def _of_publisher(articles: list[Cleaned]) -> list[Cleaned]:
    keys, marks = zip(*map(_keys, articles), strict=True)
    titles = {key_of(cleaned.title): at for at, cleaned in enumerate(articles) if _long_enough(cleaned.title)}
    holders: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(keys):
        for key in set(found):
            holders[key].append(at)
    several = {key for key, held in holders.items() if len(held) > 1}
    neighbours = set(titles.keys() & holders.keys())
    stories = _stories(marks) if several or neighbours else [0]
    if len(set(stories)) < _PUBLISHER:
        return articles
    told = {key: len({stories[at] for at in holders[key]}) for key in several}
    often = {key for key, count in told.items() if count >= FEWEST}
    several = {key for key, count in told.items() if count > 1}
    taken = _furniture(articles, keys, often, stories)
    reprinted = ledes(
        (lines(articles[at].body), several) for at in sorted({at for key in several for at in holders[key]})
    )
    worth = taken.keys() | neighbours | reprinted
    return [
        cleaned
        if worth.isdisjoint(found)
        else _without(
            cleaned, taken, {key for key in neighbours.intersection(found) if stories[titles[key]] != story}, reprinted
        )
        for cleaned, found, story in zip(articles, keys, stories, strict=True)
    ]


def _keys(cleaned: Cleaned) -> tuple[list[int], tuple[str, int]]:
    """Return the keys of an article's lines, and what its copies and versions share: title or longest passage."""
    if len(cleaned.body) > _ENDLESS:
        return [], (cleaned.title, hash(cleaned.body))
    found = lines(cleaned.body)
    longest = max(found, key=len, default="")
    return [key_of(line) for line in found if len(line) <= LEDE[1]], (cleaned.title, hash(longest))


def _long_enough(title: str) -> bool:
    return len(title) <= LONGEST and title.count(" ") >= _TITLE_WORDS - 1


def _stories(marks: Sequence[tuple[str, int]]) -> list[int]:
    """Number the articles so that those that share a mark are one."""
    first: dict[str | int, int] = {}
    same = list(range(len(marks)))

    def root(at: int) -> int:
        while same[at] != at:
            same[at] = at = same[same[at]]
        return at

    for at, its_marks in enumerate(marks):
        for mark in its_marks:
            if mark:
                same[root(at)] = root(first.setdefault(mark, at))
    return [root(at) for at in range(len(marks))]


def _furniture(
    articles: list[Cleaned], keys: Sequence[list[int]], often: set[int], stories: list[int]
) -> dict[int, Place]:
    """Return the place in which each recurring line is furniture."""
    found: dict[int, Line] = {}
    for cleaned, its_keys, story in zip(articles, keys, stories, strict=True):
        if often.isdisjoint(its_keys):
            continue
        filled = [passage for passage in passages(cleaned.body) if passage.bare]
        for above, (passage, place) in enumerate(zip(filled, places(filled, often), strict=True)):
            if place and len(passage.bare) <= LONGEST and (key := key_of(passage.bare)) in often:
                line = found.setdefault(key, Line(passage.bare, defaultdict(set), Counter(), []))
                line.stories[place].add(story)
                line.above[above] += 1
                line.bodies.append(cleaned.body)
    of = len(set(stories))
    return {key: place for key, line in found.items() if (place := judged(line, of))}


def _without(cleaned: Cleaned, taken: dict[int, Place], neighbours: set[int], reprinted: set[int]) -> Cleaned:
    """Return the article without its recurring lines, what was removed before kept in its place."""
    found = passages(cleaned.body)
    filled = [passage for passage in found if passage.bare]
    spared = {start for start, _ in cleaned.spared}
    starts = _starts(cleaned.body, found)
    neighbour = False  # below the first lede of another article nothing is the article's own
    for at, (passage, place) in enumerate(zip(filled, places(filled, set(taken)), strict=True)):
        key = key_of(passage.bare) if len(passage.bare) <= LEDE[1] else 0
        neighbour = neighbour or (at > 0 and key in reprinted)
        if neighbour or (place and (taken.get(key) == place or key in neighbours)):
            passage.rule = _RULE
        if starts[id(passage)] in spared:
            passage.rule, passage.spared = _RULE, True
    if not any(passage.rule and not passage.spared for passage in filled):
        return cleaned
    return assembled(cleaned.title, _with_removed(cleaned, found, starts)) or cleaned


def _starts(body: str, found: list[Passage]) -> dict[int, int]:
    starts, at = {}, 0
    for passage in found:
        starts[id(passage)] = at + len(passage.text) - len(passage.text.lstrip())
        at += len(passage.text) + len(passage.after)
    return starts


def _with_removed(cleaned: Cleaned, found: list[Passage], starts: dict[int, int]) -> list[Passage]:
    """Put the passages removed before back among the others, marked."""
    waiting = list(reversed(cleaned.removed))
    result = []
    for passage in found:
        while passage.bare and waiting and waiting[-1].at <= starts[id(passage)]:
            gone = waiting.pop()
            result.append(Passage(gone.text, "", gone.rule))
        result.append(passage)
    return result + [Passage(gone.text, "", gone.rule) for gone in reversed(waiting)]
