"""Looking names up among the curated actors."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cache

from lib.annotate.document import Kind
from lib.annotate.naming.actors import Actor, actors, countries, edge_words, given_names, head_words, media
from lib.annotate.naming.wording import loose, sound_alike, without_tail, without_titles
from lib.arabic.names import candidates, key, marks_in_common, parts
from lib.arabic.sounds import skeleton

MARKS = re.compile("[\u064b-\u0652]")
_KINDS: tuple[Kind, ...] = ("PERS", "ORG", "LOC")
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
        self._loose: dict[str, list[Actor]] = defaultdict(list)
        self._by_skeleton: dict[str, list[tuple[tuple[str, ...], Actor]]] = defaultdict(list)
        self._by_ends: dict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in actors():
            for at, name in enumerate(actor.names):
                self._add(actor, name, first=at == 0)
        self.capital_of = {row.capital_id: row.country_id for row in countries() if row.capital_id}

    def _add(self, actor: Actor, name: str, first: bool) -> None:
        words = parts(name)
        short = actor.kind == "PERS" and not first and is_short(words)
        (self.short if short else self.full)[key(name)].append(actor)
        if not short:
            self._loose[loose(name)].append(actor)
        if skeleton(name):
            self._by_skeleton[skeleton(name)].append((words, actor))
        if actor.kind == "PERS" and len(words) > 1:
            self._by_ends[words[0], words[-1]].append(actor)

    def find(self, name: str, kind: Kind, seen: Container[str] = ()) -> Actor | None:
        """Return the actor of that name: as it stands, without clitics, titles, a generic head or a nationality.

        Among actors of one name the one of the tagger's kind wins, then the one whose country `seen` holds.
        """
        whole = candidates(name)[0]
        for reading in candidates(name):
            words = reading.split(" ")
            strict = reading != whole and kind == "LOC"  # فارنا is no إرنا with a clitic
            for form in self._forms(words, kind):
                found = self.full.get(" ".join(form), ()) if form else ()
                fitting = [actor for actor in found if (form is words and not strict) or actor.kind == kind]
                if fitting and (best := self._best(_as_marked(name, fitting), kind, seen, len(form))):
                    return best
        found = [actor for actor in self._loose.get(loose(name), ()) if actor.kind == kind]
        return self._best(found, kind, seen, len(parts(name)))

    def kinds(self, name: str) -> frozenset[Kind]:
        """Return the kinds of the actors that have exactly this name, clitics aside (الشرق الأوسط: LOC, ORG)."""
        found = next((self.full[form] for form in candidates(name) if form in self.full), ())
        return frozenset(actor.kind for actor in found)

    def named(self, name: str) -> frozenset[str]:
        """Return the ids of all actors that the name, of whatever kind, may mean; short forms of persons among them."""
        if given_names().isdisjoint(parts(name)[:1]) or key(name) in self.full:
            readings: Sequence[str] = candidates(name)
        else:
            readings = candidates(name)[:1]
        for reading in readings:
            whole = _as_marked(name, [*self.full.get(reading, ()), *self.short.get(reading, ())])
            if whole:
                return frozenset(actor.entity_id for actor in whole)
            bare = {actor.entity_id for kind in _KINDS for actor in self._bare(reading.split(" "), kind)}
            if bare:
                return frozenset(bare)
        return frozenset(actor.entity_id for actor in self._loose.get(loose(name), ()))

    def _bare(self, words: Sequence[str], kind: Kind) -> Iterable[Actor]:
        """Yield the actors of the kind named by the words without what stands around a name of that kind."""
        for form in self._forms(words, kind)[1:]:
            found = [*self.full.get(" ".join(form), ()), *self.short.get(" ".join(form), ())]
            yield from (actor for actor in found if actor.kind == kind)

    def similar(self, name: str, kind: Kind) -> Actor | None:
        """Return the foreign actor whose name differs only in transliteration (بوتن, بوتين), if there is just one.

        Of a name of one word no clitic is taken off: too little would remain to compare by.
        """
        found = {}
        whole, *shorter = candidates(name)
        for reading in (whole, *shorter) if " " in whole else (whole,):
            words = tuple(reading.split(" "))
            for others, actor in self._by_skeleton.get(skeleton(" ".join(words)), ()):
                foreign = is_foreign(actor) and (kind == "PERS" or len(words) > 1)
                if actor.kind == kind and sound_alike(words, others, foreign):
                    found[actor.entity_id] = actor
        return next(iter(found.values())) if len(found) == 1 else None

    def without_fathers(self, name: str) -> Actor | None:
        """Return the person whose name this is with a father's name put in (سعود بن عبد الله القحطاني)."""
        words = parts(name)
        rest = " ".join(word for at, word in enumerate(words) if word != "بن" and words[at - 1 : at] != ("بن",))
        found = self.full.get(rest, ()) if "بن" in words and " " in rest else ()
        return next((actor for actor in found if actor.kind == "PERS"), None)

    @staticmethod
    def _forms(words: Sequence[str], kind: Kind) -> tuple[Sequence[str], ...]:
        """Return the words as they stand, then without what stands around a name of the kind."""
        if kind == "PERS":
            return words, without_titles(words)
        bare = words[1:] if words and words[0] in head_words().get(kind, ()) else []
        if bare and words[0] not in edge_words("medium", "ORG") and " ".join(bare) in media():
            bare = []  # نادي الجزيرة is no channel
        return words, bare, without_tail(words), without_tail(bare)

    def _best(self, found: list[Actor], kind: Kind, seen: Container[str], words: int) -> Actor | None:
        fitting = [actor for actor in found if actor.kind == kind] or [
            actor for actor in found if "PERS" not in (actor.kind, kind) or words > 1 or actor.kind == "LOC"
        ]
        related = [actor for actor in fitting if self.capital_of.get(actor.entity_id, actor.entity_id) in seen]
        return next(iter(related or fitting), None)


@cache
def is_foreign(actor: Actor) -> bool:
    """Say whether an actor's name is a transliteration: no given name and no article is in it."""
    words = parts(actor.name_ar)
    return given_names().isdisjoint(words) and not any(word.startswith("ال") for word in words)


def _as_marked(name: str, found: list[Actor]) -> list[Actor]:
    """Return those whose spelling shares most of the name's vowel marks (عُمان is no عمّان), or all where none is."""
    if not MARKS.search(name):
        return found
    shared = [max(marks_in_common(name, each) for each in actor.names) for actor in found]
    best = max(shared, default=0)
    return [actor for actor, common in zip(found, shared, strict=True) if common == best]


@cache
def index() -> Index:
    """Return the index over the shipped actors."""
    return Index()
