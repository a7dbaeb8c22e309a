"""Mentions: the named entities of an article, from an engine's tags and from what the rest of the article teaches."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.annotate.document import Document, Kind, Mention, Sentence
from lib.annotate.engines import Engine
from lib.annotate.naming.actors import edge_words, given_names, kin_words, outside_heads
from lib.annotate.naming.curated import SURNAME_HEADS, index
from lib.annotate.naming.nationality import nationalities
from lib.annotate.naming.spans import Span, Tags, spans
from lib.arabic.clitics import readings
from lib.arabic.normalize import fold

# Chosen on 62 annotated articles of an outlet that the engine had not seen, and checked on other news.
_LEAST = 0.4  # a mention whose least sure token is less likely than this is dropped
_SURE = 0.8  # a name tagged this surely once is taken for the same name elsewhere in the article
_DOUBTED = 0.995  # a surname, relative or short name counts where the engine thought "no name" no likelier than this
_PLAIN = 0.95  # a place tagged this surely is one even when a person of the article bears its name
_SHORTEST, _SAFE = 3, 4  # letters of a name that may teach; and that may do so without the engine's doubt (علي, عمر)
# Of mentions on the same articles, those surer than this were right in 95 of 100 cases, those less sure in 55.
_UNCERTAIN = 0.7
_TAUGHT = 0.5  # the score of a mention that the engine missed and the rest of the article taught


@dataclass(slots=True)
class _Read:
    """A sentence as read so far: its words as written and folded, the engine's tags, and the mentions found."""

    raw: list[str]
    words: list[str]
    tags: Tags
    spans: list[Span]

    def free(self, first: int, last: int) -> bool:
        """Say whether no mention stands among these tokens."""
        return all(span.last <= first or span.first >= last for span in self.spans)

    def parts(self, first: int, last: int) -> bool:
        """Say whether no mention stands among these tokens but shorter ones of which they are the whole."""
        within = [span for span in self.spans if span.last > first and span.first < last]
        return all(
            first <= span.first and span.last <= last and span.last - span.first < last - first for span in within
        )

    def add(self, first: int, last: int, kind: Kind) -> None:
        """Add a mention that the article taught, in its place and in that of its parts."""
        self.spans = [span for span in self.spans if span.last <= first or span.first >= last]
        self.spans.append(Span(first, last, kind, _TAUGHT))
        self.spans.sort(key=lambda span: span.first)


def mentions(documents: Sequence[Document], engine: Engine) -> list[list[Mention]]:
    """Return each article's mentions in reading order, none overlapping another; `entity_id` is "" until linked.

    The score is the least probable token's probability, or 0.5 where the rest of the article taught the name. The
    engine is asked once for all articles.
    """
    words = [[token.text for token in sentence.tokens] for document in documents for sentence in document.sentences]
    tagged = iter(engine.tag_scored(words))
    found: list[list[Mention]] = []
    for document in documents:
        read = [_read(sentence, next(tagged)) for sentence in document.sentences]
        _teach(read)
        for sentence in read:
            _fathers(sentence)
            _relatives(sentence)
        found.append(_rows(document, read))
    return found


def _read(sentence: Sentence, tags: Tags) -> _Read:
    raw = [token.text for token in sentence.tokens]
    words = [fold(word) for word in raw]
    return _Read(raw, words, tags, spans(tags, words, _LEAST))


def _teach(sentences: Sequence[_Read]) -> None:
    """Add what the engine missed: names it was sure of elsewhere in the article, and the surnames of persons."""
    lessons: dict[tuple[str, ...], Counter[Kind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for sentence in sentences:
        for span in sentence.spans:
            name = tuple(sentence.words[span.first : span.last])
            if span.score < _SURE or sum(map(len, name)) < _SHORTEST:
                continue
            lessons[name][span.kind] += 1
            if span.kind == "PERS" and len(name) > 1 and len(name[-1]) >= _SHORTEST:
                if name[-1] not in edge_words("title", "PERS") | edge_words("alone", "PERS"):
                    surnames.add(name[-1])
                if len(name) > 2 and name[-2] in SURNAME_HEADS:
                    lessons[name[-2:]][span.kind] += 1
    by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for name in sorted(lessons, key=lambda name: (-len(name), name)):
        by_first[name[0]].append((name, lessons[name].most_common(1)[0][0]))
    for sentence in sentences:
        _repeat(sentence, by_first)
        _surnames(sentence, surnames)
        sentence.spans = [_person(span, sentence.words, surnames) for span in sentence.spans]


def _repeat(sentence: _Read, by_first: dict[str, list[tuple[tuple[str, ...], Kind]]]) -> None:
    words = sentence.words
    for at, word in enumerate(words):
        for reading in (word, *readings(word)):
            for name, kind in by_first.get(reading, ()):
                last = at + len(name)
                room = sentence.parts if kind == "PERS" else sentence.free
                same = tuple(words[at + 1 : last]) == name[1:] and room(at, last)
                if same and (_safe(name) or (_doubted(sentence, at) and not _describes(sentence, at, name))):
                    sentence.add(at, last, kind)


def _safe(name: tuple[str, ...]) -> bool:
    """Say whether a name is hardly another word: long enough, and no adjective too (السعودية, the country's)."""
    return sum(map(len, name)) >= _SAFE and " ".join(name) not in nationalities()


def _describes(sentence: _Read, at: int, name: tuple[str, ...]) -> bool:
    """Say whether the name is here an adjective of the definite noun before it (السلطات السعودية)."""
    return " ".join(name) in nationalities() and at > 0 and sentence.words[at - 1].startswith("ال")


def _surnames(sentence: _Read, surnames: set[str]) -> None:
    for at, word in enumerate(sentence.words):
        surname = next((form for form in (word, *readings(word)) if form in surnames), "")
        if surname and sentence.free(at, at + 1) and (_telling(surname) or _doubted(sentence, at)):
            sentence.add(at, at + 1, "PERS")


def _telling(surname: str) -> bool:
    """Say whether a surname of the article is hardly anything else: long enough, no everyday word, no adjective."""
    everyday = surname in edge_words("plain", "PERS") or surname in nationalities()
    return len(surname) >= _SAFE and not everyday


def _person(span: Span, words: Sequence[str], surnames: set[str]) -> Span:
    """Return a place as the person whose surname the article knows (هاميلتون), where nothing says it is a place."""
    name = words[span.first]
    before = words[span.first - 1] if span.first else ""
    placed = before in edge_words("place", "LOC") or before in outside_heads("LOC") or name in index().full
    surname = span.kind == "LOC" and span.last - span.first == 1 and name in surnames
    return replace(span, kind="PERS") if surname and span.score < _PLAIN and not placed else span


def _fathers(sentence: _Read) -> None:
    """Add to persons the father's name behind بن and the given name before them, where the engine left them out."""
    words = sentence.words
    for at, span in enumerate(sentence.spans):
        first, last = span.first, span.last
        if span.kind != "PERS":
            continue
        while words[last : last + 1] in (["بن"], ["بنت"]) and last + 1 < len(words) and sentence.free(last, last + 2):
            last += 2
        if first and sentence.free(first - 1, first) and _is_given(sentence, first - 1):
            first -= 1
        sentence.spans[at] = replace(span, first=first, last=last)


def _is_given(sentence: _Read, at: int) -> bool:
    """Say whether a given name stands here, and not a word spelt like one (على, حياة)."""
    word = sentence.words[at]
    everyday = word in edge_words("everyday", "PERS") or sentence.raw[at].endswith("ى")
    after = sentence.words[at + 1]
    another = after[:1] in ("و", "ل") and after[1:] in given_names() and after not in given_names()
    return word in given_names() and not everyday and not another and _doubted(sentence, at)


def _relatives(sentence: _Read) -> None:
    """Add a given name after a kin word (والده حافظ)."""
    for at, word in enumerate(sentence.words[:-1]):
        kin = word in kin_words() or word[1:] in kin_words()
        if (
            kin
            and sentence.words[at + 1] in given_names()
            and sentence.free(at + 1, at + 2)
            and _doubted(sentence, at + 1)
        ):
            sentence.add(at + 1, at + 2, "PERS")


def _doubted(sentence: _Read, at: int) -> bool:
    tag, score = sentence.tags[at]
    return tag != "O" or score < _DOUBTED


def _rows(document: Document, read: Sequence[_Read]) -> list[Mention]:
    rows: list[Mention] = []
    for sentence, found in zip(document.sentences, read, strict=True):
        text = document.text(sentence.part)
        for span in found.spans:
            start, end = sentence.tokens[span.first].start, sentence.tokens[span.last - 1].end
            where = sentence.sentence, sentence.part, start, end, text[start:end]
            rows.append(Mention(*where, span.kind, round(span.score, 4), uncertain=span.score < _UNCERTAIN))
    return rows
