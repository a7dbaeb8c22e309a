"""Tone: the probabilities behind the label of CAMeL Tools' SentimentAnalyzer."""

from collections.abc import Sequence

from lib.annotate.engines.camel.bert import Bert

LABELS = ("negative", "neutral", "positive")
_LONGEST = 512  # word pieces with [CLS] and [SEP] that SentimentAnalyzer hears of a text; the rest is not asked


def tone(bert: Bert, sentences: Sequence[str]) -> list[tuple[float, float, float]]:
    """Return each sentence's probabilities of negative, neutral and positive."""
    if not sentences:
        return []
    rows = bert.tokenizer(list(sentences), truncation=True, max_length=_LONGEST)["input_ids"]
    order = [bert.labels.index(label) for label in LABELS]
    found: list[tuple[float, float, float]] = []
    for logits in bert.logits(rows):
        negative, neutral, positive = logits.softmax(-1)[order].tolist()
        found.append((negative, neutral, positive))
    return found
