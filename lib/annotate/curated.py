"""Looking names up among the curated actors."""

import re
from collections import defaultdict
from collections.abc import Container
from functools import cache

from lib.annotate.actors import Actor, actors, countries, given_names, head_words
from lib.annotate.document import Kind
from lib.arabic.names import candidates, key, parts, skeleton

MARKS = re.compile("[\u064b-\u0652]")
TAILS = frozenset({key("للأنباء")})  # a generic word that ends agencies' names: [رويترز] للأنباء
SURNAME_HEADS = frozenset({"بن", "ال", "ابن", "بنت", "ولد", "دي", "فون", "فان", "دا"})


def is_short(words: tuple[str, ...]) -> bool:
    """Say whether a person's name is a short form: one word, or one surname of two (بن سلمان, آل ثاني)."""
    return len(words) == 1 or (len(words) == 2 and words[0] in SURNAME_HEADS)


class Index:
    """The curated actors by name key; a person's single-word aliases (الأسد) are short forms, looked up apart."""

    def __init__(self) -> None:
        self.by_id = {actor.entity_id: actor for actor in actors()}
        self.full: dict[str, list[Actor]] = defaultdict(list)
        self.short: dict[str, list[Actor]] = defaultdict(list)
        self._by_skeleton: dict[str, list[Actor]] = defaultdict(list)
        for actor in actors():
            for at, name in enumerate(actor.names):
                words = parts(name)
                short = actor.kind == "PERS" and at > 0 and is_short(words)
                (self.short if short else self.full)[key(name)].append(actor)
                if actor.kind == "PERS" and len(words) > 1 and not given_names() & set(words):
                    self._by_skeleton[skeleton(name)].append(actor)
        self.capital_of = {row.capital_id: row.country_id for row in countries() if row.capital_id}

    def find(self, name: str, kind: Kind, seen: Container[str] = ()) -> Actor | None:
        """Return the actor of that name: as it stands, without clitics, without a generic head or a nationality.

        Among actors of one name the one of the tagger's kind wins, then the one whose country `seen` holds.
        """
        for reading in candidates(name):
            words = reading.split(" ")
            bare = self._without_head(words, kind)
            for form in (words, bare, self._without_tail(words), self._without_tail(bare)):
                found = self.full.get(" ".join(form), ()) if form else ()
                fitting = [actor for actor in found if form is words or actor.kind == kind]
                if fitting and (best := self._best(_as_marked(name, fitting), kind, seen, len(form))):
                    return best
        return None

    def similar(self, name: str) -> Actor | None:
        """Return the foreign person whose name differs only in transliteration (بوتن, بوتين), if there is just one."""
        words = parts(name)
        if len(words) < 2 or given_names() & set(words):
            return None
        found = {actor.entity_id: actor for actor in self._by_skeleton.get(skeleton(name), ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def without_fathers(self, name: str) -> Actor | None:
        """Return the person whose name this is with a father's name put in (سعود بن عبد الله القحطاني)."""
        words = parts(name)
        rest = " ".join(word for at, word in enumerate(words) if word != "بن" and words[at - 1 : at] != ("بن",))
        found = self.full.get(rest, ()) if "بن" in words and " " in rest else ()
        return next((actor for actor in found if actor.kind == "PERS"), None)

    @staticmethod
    def _without_head(words: list[str], kind: Kind) -> list[str]:
        return words[1:] if words and words[0] in head_words().get(kind, ()) else []

    @staticmethod
    def _without_tail(words: list[str]) -> list[str]:
        return words[:-1] if len(words) > 1 and (words[-1] in nationalities() or words[-1] in TAILS) else []

    def _best(self, found: list[Actor], kind: Kind, seen: Container[str], words: int) -> Actor | None:
        fitting = [actor for actor in found if actor.kind == kind] or [
            actor for actor in found if "PERS" not in (actor.kind, kind) or words > 1 or actor.kind == "LOC"
        ]
        related = [actor for actor in fitting if self.capital_of.get(actor.entity_id, actor.entity_id) in seen]
        return next(iter(related or fitting), None)


def _as_marked(name: str, found: list[Actor]) -> list[Actor]:
    """Return those spelt with the vowel marks that stand in the name (عُمان is no عمّان), or all where none is."""
    if not MARKS.search(name):
        return found
    return [actor for actor in found if any(MARKS.search(each) and each in name for each in actor.names)] or found


@cache
def nationalities() -> dict[str, str]:
    """Return the keys of nationality adjectives, with and without article, masculine and feminine → country id."""
    found: dict[str, str] = {}
    for country in countries():
        for adjective in country.adjectives_ar:
            for form in _forms(adjective):
                found.setdefault(key(form), country.country_id)
    return found


def _forms(adjective: str) -> list[str]:
    words = adjective.split(" ")
    feminine = " ".join(f"{word}ة" if word.endswith("ي") else word for word in words)
    bare = [adjective, feminine]
    return [*bare, *(" ".join(f"ال{word}" for word in form.split(" ")) for form in bare)]


@cache
def index() -> Index:
    """Return the index over the shipped actors."""
    return Index()
