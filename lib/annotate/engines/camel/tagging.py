"""Names: each word's tag and its probability, from the model of CAMeL Tools' NERecognizer."""

from collections.abc import Iterator, Sequence

from lib.annotate.engines.camel.bert import Bert
from lib.annotate.engines.ner_data import tag_of

_LONGEST = 254  # word pieces asked at a time: NERecognizer's 256 without [CLS] and [SEP]
_UNSEEN = ("O", 1.0)  # a word without a piece, as a space is


def tag_scored(bert: Bert, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, float]]]:
    """Return each word's tag, that of its first piece, and the tag's probability.

    A sentence too long for the model is asked in windows one after the other, as NERecognizer does.
    """
    pieces = _pieces(bert, sentences)
    windows = [
        (at, ids, begins) for at, words in enumerate(sentences) for ids, begins in _windows([pieces[w] for w in words])
    ]
    start, end = bert.tokenizer.cls_token_id, bert.tokenizer.sep_token_id
    tagged = [[_UNSEEN] * len(words) for words in sentences]
    tags = [tag_of(label) or "O" for label in bert.labels]
    asked = bert.logits([[start, *ids, end] for _, ids, _ in windows])
    for (at, _, begins), logits in zip(windows, asked, strict=True):
        own = logits[[1 + begin for begin in begins.values()]]  # past [CLS]
        best = own.argmax(-1)
        scores = own.softmax(-1).gather(-1, best[:, None])[:, 0]
        for word, label, score in zip(begins, best.tolist(), scores.tolist(), strict=True):
            tagged[at][word] = tags[label], score
    return tagged


def _pieces(bert: Bert, sentences: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return the piece ids of each word that occurs."""
    words = sorted({word for words in sentences for word in words})
    ids = bert.tokenizer(words, add_special_tokens=False)["input_ids"] if words else []
    return dict(zip(words, ids, strict=True))


def _windows(pieces: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], dict[int, int]]]:
    """Cut a sentence between words into windows that the model can take.

    Yields a window's piece ids and where in them each of its words begins; a word longer than a window is cut off.
    """
    ids: list[int] = []
    begins: dict[int, int] = {}
    for word, own in enumerate(pieces):
        if len(ids) + len(own) > _LONGEST and ids:
            yield ids, begins
            ids, begins = [], {}
        if own:
            begins[word] = len(ids)
            ids += own[:_LONGEST]
    if ids:
        yield ids, begins
