"""The entities met while linking, and the spellings that each was met in."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import replace

from lib.annotate.document import Entity, Kind, Mention
from lib.annotate.naming.curated import index
from lib.annotate.naming.english import english
from lib.annotate.naming.rules import Rule
from lib.annotate.places import usual_english
from lib.arabic.names import candidates, key, parts, spelled
from lib.arabic.romanise import is_arabic


class Book:
    """Counts every mention under its entity; a curated actor keeps its id and names."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}
        self._named: dict[str, tuple[str, str]] = {}
        self._spellings: dict[str, Counter[str]] = defaultdict(Counter)
        self._keys: dict[str, str] = {}

    def curated(self, entity_id: str) -> str:
        """Open the entry of a curated actor and return its id."""
        actor = index().by_id[entity_id]
        self._kinds[entity_id] = actor.kind
        self._named[entity_id] = actor.name_ar, actor.name_en
        return entity_id

    def other(self, kind: Kind, name_key: str, name_ar: str = "", name_en: str = "") -> str:
        """Open the entry of any other entity and return its id, "e" and ten hex digits of its kind and key."""
        entity_id = "e" + hashlib.sha256(f"{kind}\n{name_key}".encode()).hexdigest()[:10]
        self._kinds[entity_id] = kind
        self._keys[entity_id] = name_key
        if name_ar:
            self._named[entity_id] = name_ar, name_en
        return entity_id

    def met(self, entity_id: str, mention: Mention, plain: str, rule: Rule) -> Mention:
        """Count a mention, whose key without clitics is `plain`, and return it with its entity and rule."""
        self._spellings[entity_id][_without_clitics(spelled(mention.text) or mention.text, plain)] += 1
        return replace(mention, entity_id=entity_id, kind=self._kinds[entity_id], rule=rule)

    def entities(self) -> list[Entity]:
        """Return the entities, most mentioned first."""
        ranked = sorted(self._spellings.items(), key=lambda entry: (-entry[1].total(), entry[0]))
        return [self._entity(entity_id, spellings) for entity_id, spellings in ranked]

    def _entity(self, entity_id: str, spellings: Counter[str]) -> Entity:
        aliases = tuple(text for text, _ in sorted(spellings.items(), key=lambda entry: (-entry[1], entry[0])))
        kind = self._kinds[entity_id]
        name_ar, name_en = self._named.get(entity_id, ("", ""))
        if not name_ar:
            name_ar = next((text for text in aliases if key(text) == self._keys[entity_id]), "")
            name_ar = name_ar or max(aliases, key=lambda text: (len(parts(text)), spellings[text]))
            name_en = usual_english(name_ar) if kind == "LOC" else ""
        romanised = not name_en and is_arabic(name_ar)
        return Entity(entity_id, kind, name_ar, name_en or english(name_ar, kind), aliases, romanised=romanised)


def _without_clitics(text: str, plain: str) -> str:
    """Return the surface form that belongs to the key `plain`: للأسد gives الأسد, السيد كريم الزهراني كريم الزهراني."""
    whole, *shorter = candidates(text)
    if plain not in shorter:
        return text if plain == whole else _ending(text, plain)
    gone = len(whole) - len(plain)
    if plain.startswith("ال") and not whole[gone:].startswith("ال"):
        return "ال" + text.lstrip("وف").removeprefix("ل").removeprefix("ل")
    return text[gone:]


def _ending(text: str, plain: str) -> str:
    """Return the last words of the text that have the key `plain`, the whole text when none have."""
    words = text.split(" ")
    endings = (" ".join(words[at:]) for at in range(1, len(words)))
    return next((ending for ending in endings if key(ending) == plain), text)
