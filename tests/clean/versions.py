"""A synthetic corpus whose copies are known: articles, each with its versions, and texts that only look alike.

`stories.txt` holds the sentences, all written for this test: `=` as first told, `~` the same told otherwise.
"""

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.clean import lookalikes
from tests.clean.fillings import filling

STORIES = Path(__file__).with_name("stories.txt")
KINDS = ("verbatim", "trimmed", "reordered", "edited", "retold", "embedded")
START = datetime(2024, 3, 1, tzinfo=UTC)
_SENTENCE = re.compile(r"(?<=\.)\s+")


@dataclass(frozen=True)
class Version:
    """One text; `story` is the number of its story, `kind` how it was made from the story's original ("")."""

    article_id: str
    body: str
    published: datetime
    story: int
    kind: str


def subjects():
    """Return each subject's (as told, told otherwise) pairs of sentences, unfilled."""
    found = []
    for block in STORIES.read_text(encoding="utf-8").split("# ")[1:]:
        lines = block.splitlines()[1:]
        told = [line[2:] for line in lines if line.startswith("= ")]
        otherwise = [line[2:] for line in lines if line.startswith("~ ")]
        found.append(list(zip(told, otherwise, strict=True)))
    return found


def corpus(articles=200, seed=1):
    """Return `articles` stories in all their versions, and as many texts that resemble others and copy none."""
    draw = random.Random(seed)
    bank = subjects()
    found = []
    for story in range(articles):
        pairs, slots = bank[story % len(bank)], filling(draw)
        told, otherwise = ([text.format(**slots) for text in side] for side in zip(*pairs, strict=True))
        other = [text.format(**filling(draw)) for text, _ in draw.choice([one for one in bank if one is not pairs])]
        day = START + timedelta(days=draw.randrange(60))
        bodies = {"": " ".join(told)} | {kind: make(kind, told, otherwise, other, draw) for kind in KINDS}
        for number, (kind, body) in enumerate(bodies.items()):
            published = day + timedelta(hours=6 * number)
            found.append(Version(f"{story:04}-{number}", body, published, story, kind))
    for number, (body, day) in enumerate(lookalikes.texts(bank, draw)):
        found.append(Version(f"like-{number:04}", body, START + timedelta(days=day), articles + number, ""))
    draw.shuffle(found)
    return found


def make(kind, told, otherwise, other, draw):
    """Return the story's text in the version that `kind` names."""
    sentences = [sentence for unit in told for sentence in _SENTENCE.split(unit)]
    if kind == "verbatim":
        return respelt(" ".join(told), draw)
    if kind == "trimmed":
        kept = sorted(draw.sample(range(len(sentences)), round(len(sentences) * draw.uniform(0.5, 0.8))))
        return " ".join(sentences[at] for at in kept)
    if kind == "reordered":
        return "\n".join(draw.sample(sentences, len(sentences)))
    if kind == "edited":
        return " ".join(edited(sentence, draw) for sentence in sentences)
    if kind == "retold":
        return " ".join(moved(otherwise, draw))
    place = draw.randrange(len(other))
    return "\n".join([*other[:place], *told, *other[place:]])


def respelt(text, draw):
    """Spell and punctuate as another desk would: hamza, teh marbuta, vowels, digits and marks."""
    ways = [
        lambda t: t.translate(str.maketrans("أإآ", "ااا")),
        lambda t: re.sub(r"ة\b", "ه", t),
        lambda t: t.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        lambda t: t.replace("،", " -").replace(". ", ".\n\n"),
        lambda t: t.replace("قال ", "قالَ ").replace("مدينة", "مدينــة").replace(".", "!"),
    ]
    for way in draw.sample(ways, 3):
        text = way(text)
    return text


def edited(sentence, draw):
    """Drop a word and, now and then, open with a phrase of the desk's own."""
    words = sentence.split()
    plain = [at for at in range(3, len(words) - 2) if not any(map(str.isdigit, "".join(words[at - 1 : at + 2])))]
    if plain:
        gone = draw.choice(plain)
        words[gone : gone + 2] = words[gone + 1 : gone + 2]
    opening = draw.choice(["", "", "ومن جهة أخرى ", "وفي السياق نفسه ", "وللتذكير "])
    return opening + " ".join(words)


def moved(units, draw):
    """Return the units with one of them somewhere else and, half the time, another left out."""
    units = list(units)
    units.insert(draw.randrange(1, len(units)), units.pop(draw.randrange(1, len(units))))
    if draw.random() < 0.5:
        units.pop(draw.randrange(1, len(units)))
    return units
