"""The annotated texts a tagger learns from, in our tokens and our tags."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.arabic.sentences import spans
from lib.arabic.tokens import tokens
from lib.errors import InputError

_LANGUAGE = "ar:"  # WikiANN writes it before each token
KINDS = {"PER": "PERS", "PERS": "PERS", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence: words and their BIO tags, and the article it came from ("" when the source does not say)."""

    words: list[str]
    tags: list[str]
    article: str = ""


def tag_of(raw: str) -> str | None:
    """Return our tag for a tag as corpora write it (B-PER is B-PERS), None when it is no BIO tag."""
    if raw == "O":
        return raw
    lead, _, kind = raw.partition("-")
    return f"{lead}-{KINDS[kind]}" if lead in ("B", "I") and kind in KINDS else None


def read_conll(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of a `token TAG` file (blank line between sentences), tokens as they stand there.

    InputError names the file and the line that has no tag, or a tag of another family.
    """
    words: list[str] = []
    tags: list[str] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError:
        raise InputError(f"There is no readable file {path}: give the path of a file of `token TAG` lines.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text: save it as UTF-8.") from None
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            word, _, raw = line.strip().rpartition("\t" if "\t" in line.strip() else " ")
            tag = tag_of(raw)
            if not word or tag is None:
                raise InputError(f"Line {number} of {path} is not `token TAG` with a BIO tag such as B-PERS or O.")
            words.append(word.removeprefix(_LANGUAGE) or word)
            tags.append(tag)
        elif words:
            yield Tagged(words, tags)
            words, tags = [], []


def ours(sentence: Tagged, kinds: frozenset[str]) -> Tagged:
    """Return the sentence in our tokens, tags of other kinds than `kinds` as O; a mark glued to a name leaves it."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        cut = [token.text for token in tokens(word)]
        words += cut
        tags += ["O"] * len(cut) if tag[2:] not in kinds else _tags_of_pieces(cut, tag, tags[-1] if tags else "O")
    return Tagged(words, tags, sentence.article)


def _tags_of_pieces(cut: list[str], tag: str, before: str) -> list[str]:
    """Return the tags of the pieces of one tagged word; a piece continues the name before it, or begins one."""
    lead, kind = tag[0], tag[2:]
    whole = [at for at, piece in enumerate(cut) if any(letter.isalnum() for letter in piece)]
    if not whole:  # a mark inside a name, as (ب) in كتيبة (ب)
        return [f"I-{kind}" if lead == "I" and before[2:] == kind else "O"] * len(cut)
    begins = lead == "B" or before[2:] != kind
    first, last = (whole[0] if begins else 0), whole[-1]
    inside = [f"{'B' if begins and at == first else 'I'}-{kind}" for at in range(first, last + 1)]
    return ["O"] * first + inside + ["O"] * (len(cut) - last - 1)


def read_articles(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of a JSONL file of annotated articles: text, and mentions as start, end, type."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text: str = record["text"]
        marks = sorted((m["start"], m["end"], KINDS[m["type"]]) for m in record["mentions"])
        for start, end in spans(text):
            words: list[str] = []
            tags: list[str] = []
            previous: tuple[int, int, str] | None = None
            for token in tokens(text[start:end], start):
                hit = next((m for m in marks if m[0] < token.end and token.start < m[1]), None)
                words.append(token.text)
                tags.append("O" if hit is None else f"{'I' if hit == previous else 'B'}-{hit[2]}")
                previous = hit
            if words:
                yield Tagged(words, tags, str(record["id"]))


_SPLIT_BEFORE, _SPLIT_AFTER = frozenset("وفلبك"), frozenset({"ه", "ها", "هم", "ي"})


def joined(sentences: Iterable[Tagged], kinds: frozenset[str]) -> Iterator[Tagged]:
    """Yield sentences of a corpus that splits clitics off with the clitics back in their words, in our tokens."""
    for sentence in sentences:
        words: list[str] = []
        tags: list[str] = []
        before = ""
        for word, tag in zip(sentence.words, sentence.tags, strict=True):
            if word in _SPLIT_BEFORE:
                before += word
            elif word in _SPLIT_AFTER and words and tags[-1] == "O":
                words[-1] += word
            else:
                whole = before + (word[1:] if before.endswith("ل") and word.startswith("ال") else word)
                words.append(whole)
                tags.append(f"B{tag[1:]}" if before and tag != "O" else tag)
                before = ""
        if words:
            yield ours(Tagged(words, tags), kinds)
