"""How well an engine hears tone, on labelled sentences."""

import json
import time
from pathlib import Path

from lib.annotate.engines import Engine
from lib.errors import InputError

LABELS = ("negative", "neutral", "positive")


def tone(path: Path, engine: Engine) -> dict[str, object]:
    """Return accuracy, macro and per-label precision, recall and F1 over JSONL {"text", "label"} lines.

    The label of a sentence is the engine's most probable one, abstained or not. Raises InputError naming file and
    line when the file is missing, empty or broken.
    """
    rows = _read(path)
    started = time.perf_counter()
    shares = engine.tone([text for text, _ in rows])
    seconds = time.perf_counter() - started
    guesses = [LABELS[max(range(len(LABELS)), key=share.__getitem__)] for share in shares]
    pairs = [(label, guess) for (_, label), guess in zip(rows, guesses, strict=True)]
    by_label = {label: _scores(pairs, label) for label in LABELS}
    macro = {
        name: round(sum(by_label[label][name] for label in LABELS) / len(LABELS), 4)
        for name in ("precision", "recall", "f1")
    }
    return {
        **macro,
        "accuracy": round(sum(label == guess for label, guess in pairs) / len(pairs), 4),
        "by_label": by_label,
        "engine": engine.name,
        "items": len(pairs),
        "items_per_second": round(len(pairs) / max(seconds, 1e-9), 1),
    }


def _read(path: Path) -> list[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read as UTF-8 text ({error}): give a JSONL file of labelled sentences."
        ) from error
    rows = [_row(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise InputError(f'{path} holds no sentence: give one JSON object a line, {{"text": …, "label": …}}.')
    return rows


def _row(path: Path, number: int, line: str) -> tuple[str, str]:
    try:
        row = json.loads(line)
        text, label = row["text"], row["label"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f'{path}, line {number}: expected {{"text": …, "label": …}}, found {line[:60]!r}.') from error
    if not isinstance(text, str) or label not in LABELS:
        raise InputError(f"{path}, line {number}: the label must be one of {', '.join(LABELS)}, found {label!r}.")
    return text, label


def _scores(pairs: list[tuple[str, str]], label: str) -> dict[str, float]:
    """Return precision, recall, F1 and count of one label."""
    right = sum(gold == guess == label for gold, guess in pairs)
    said = sum(guess == label for _, guess in pairs)
    there = sum(gold == label for gold, _ in pairs)
    precision, recall = right / said if said else 0.0, right / there if there else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "count": there}
