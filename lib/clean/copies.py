"""Copies of a text: the same words again, or one text shortened from another."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lib.arabic.normalize import fold
from lib.arabic.sentences import spans

# A sentence of fewer words («وأضاف قائلا») stands in unrelated articles too.
_SENTENCE_WORDS = 5
# Outlets close many articles with one stock sentence. Chosen, not measured: what more originals share is stock.
_STOCK = 20
# An editor who shortens keeps sentences whole but often rewrites the first or drops one: four in five must be there.
# Chosen; 14 pairs drawn from ANT 2018 and SaudiNewsNet and judged by their headlines each told one story.
_KEPT = 0.8
# Somewhat less than one sentence of news (ANT 2018: 27 words on average); less could be a shared quotation. Chosen.
_SHARED_WORDS = 20
# A later and longer text is the earlier one extended only if that is most of it; else it quotes or recalls it. Chosen.
_MOST = 0.6

_WORD = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """What an article copies. `story_id` is its original's article_id, its own when it is an original.

    `copy_of` and `copy_kind` (verbatim, trimmed) are None for an original.
    """

    story_id: str
    copy_of: str | None
    copy_kind: str | None


@dataclass(frozen=True, slots=True)
class _Text:
    """A body as fingerprints: of all its words, and of each sentence long enough to count, in order."""

    words: int
    whole: int
    sentences: list[int]
    lengths: list[int]

    @classmethod
    def from_body(cls, body: str) -> "_Text":
        cut = [[fold(word) for word in _WORD.findall(body[start:end])] for start, end in spans(body)]
        long = [words for words in cut if len(words) >= _SENTENCE_WORDS]
        every = [word for words in cut for word in words]
        return cls(
            len(every), hash(tuple(every)), [hash(tuple(words)) for words in long], [len(words) for words in long]
        )


def copies(articles: Sequence[tuple[str, str, datetime | None]]) -> list[Copy]:
    """Say of each (article_id, cleaned body, published) what it copies, in the order given.

    The original is the earliest published (undated ones come last), then the longest, then the lowest id. Verbatim:
    the same words, however spelt and punctuated. Trimmed: at least four in five of the shorter text's sentences stand
    in the longer one in the same order, 20 words or more; if the longer is the later one, they are also three fifths
    of its words. Every copy is compared with originals only, so a story has one original.
    """
    texts = [_Text.from_body(body) for _, body, _ in articles]
    story = _Stories(texts)
    order = sorted(range(len(texts)), key=lambda at: _precedence(articles[at], texts[at]))
    found = {at: story.place(at) for at in order}
    result = []
    for at, (article_id, _, _) in enumerate(articles):
        original, kind = found[at]
        story_id = articles[original][0]
        result.append(Copy(story_id, story_id, kind) if kind else Copy(article_id, None, None))
    return result


def _precedence(article: tuple[str, str, datetime | None], text: _Text) -> tuple[datetime, int, str]:
    article_id, _, published = article
    return published or datetime.max.replace(tzinfo=UTC), -text.words, article_id


class _Stories:
    """The originals met so far, found by their words and by their sentences."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        self._by_words: dict[int, tuple[int, str]] = {}
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._rank: dict[int, int] = {}

    def place(self, at: int) -> tuple[int, str]:
        """Return the original that text `at` copies and how; itself and "" when it is an original."""
        text = self._texts[at]
        if text.words and text.whole in self._by_words:
            return self._by_words[text.whole]
        original = self._trimmed_from(text)
        if original is not None:
            self._by_words[text.whole] = original, "trimmed"
            return original, "trimmed"
        self._by_words[text.whole] = at, "verbatim"
        self._rank[at] = len(self._rank)
        for sentence in set(text.sentences):
            self._by_sentence[sentence].append(at)
        return at, ""

    def _trimmed_from(self, text: _Text) -> int | None:
        """Return the original that shares most sentences, if they are enough; the earliest of equals."""
        shared: dict[int, int] = defaultdict(int)
        for sentence in set(text.sentences):
            holders = self._by_sentence.get(sentence, ())
            if len(holders) <= _STOCK:
                for holder in holders:
                    shared[holder] += 1
        nearest = sorted(shared, key=lambda at: (-shared[at], self._rank[at]))
        return next((at for at in nearest if _trimmed(text, self._texts[at], shared[at])), None)


def _trimmed(later: _Text, earlier: _Text, shared: int) -> bool:
    short, long = sorted((later, earlier), key=lambda text: text.words)
    if shared < len(short.sentences) * _KEPT:
        return False
    count, words = _in_order(short, long)
    return (
        count >= len(short.sentences) * _KEPT
        and words >= _SHARED_WORDS
        and (long is earlier or words >= long.words * _MOST)
    )


def _in_order(short: _Text, long: _Text) -> tuple[int, int]:
    """Return how many of the short text's sentences follow one another in the long one too, and their words."""
    place = {sentence: at for at, sentence in reversed(list(enumerate(long.sentences)))}
    ends: list[int] = []  # ends[n]: the earliest place where a row of n + 1 sentences can end
    words: list[int] = []
    for sentence, length in zip(short.sentences, short.lengths, strict=True):
        if sentence in place:
            at = bisect_left(ends, place[sentence])
            total = length + (words[at - 1] if at else 0)
            ends[at : at + 1] = [place[sentence]]
            words[at : at + 1] = [total]
    return len(ends), words[-1] if words else 0
