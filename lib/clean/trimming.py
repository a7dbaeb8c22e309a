"""Trimming: how much of a shorter text stands in a longer one word for word and in the same order."""

from bisect import bisect_left

from lib.clean.fingerprints import Ids, Texts

# A passage of fewer words («وأضاف قائلا») stands in unrelated articles too.
_PASSAGE_WORDS = 5


def kept_in_order(texts: Texts, short: int, long: int) -> tuple[float, int]:
    """Return the share of the short text's passages that follow one another in the long one too, and their words.

    Passages of fewer than five words are not counted. Where the long text's sentences end does not matter.
    """
    passages = [passage for passage in texts.words_of(short) if len(passage) >= _PASSAGE_WORDS]
    there = texts.words_of(long).items
    ends: list[int] = []  # ends[n]: the earliest place where a row of n + 1 passages can end
    words: list[int] = []
    for passage in passages:
        place = _place(passage, there)
        if place is not None:
            at = bisect_left(ends, place)
            total = len(passage) + (words[at - 1] if at else 0)
            ends[at : at + 1] = [place]
            words[at : at + 1] = [total]
    return len(ends) / max(len(passages), 1), words[-1] if words else 0


def _place(passage: Ids, there: Ids) -> int | None:
    """Return where the passage's words stand in `there`, or None."""
    sought, text = passage.tobytes(), there.tobytes()
    at = text.find(sought)
    while at % there.itemsize and at > 0:
        at = text.find(sought, at + 1)
    return None if at < 0 else at // there.itemsize
