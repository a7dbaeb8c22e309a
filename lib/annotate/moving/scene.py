"""A sentence of a journey: its words, and the people it names by the numbers of their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.annotate.document import Document, Mention, Sentence
from lib.annotate.placing.stems import tells
from lib.annotate.placing.travel import travel
from lib.arabic.normalize import fold

# A person behind one of these is not the one who travels: سافر مع لافروف.
BESIDE = frozenset({"مع", "عن", "علي", "الي", "من", "بين", "ضد", "لدي", "برفقه", "بصحبه", "في", "حول", "بعد", "قبل"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the people it names, each by the number of their first and last word."""

    document: Document
    sentence: Sentence
    words: tuple[str, ...]
    people: tuple[tuple[int, int, Mention], ...]

    @classmethod
    def of(cls, document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> "Scene":
        """Number the words of the people of a sentence; a name that is a word of travel (آتيا) is none."""
        starts = [word.start for word in sentence.tokens]
        here = [one for one in mentions if one.kind == "PERS" and one.sentence == sentence.sentence]
        people = []
        for one in here:
            inside = [number for number, start in enumerate(starts) if one.start <= start < one.end]
            if inside and not travel(one.text):
                people.append((inside[0], inside[-1], one))
        return cls(document, sentence, tuple(word.text for word in sentence.tokens), tuple(people))


def identity(person: Mention) -> str:
    """Return the linked entity, or the folded last name where nothing is linked yet."""
    return person.entity_id or fold(person.text.split()[-1]).removeprefix("ال")


def people_told(words: Sequence[str]) -> bool:
    """Whether a word for people, or for what carries them, is among the words."""
    return any(tells(word, "traveller") for word in words)
