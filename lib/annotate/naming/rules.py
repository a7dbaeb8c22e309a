"""The rules that join a mention to its entity: each mention carries the one that says most about why it is there."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from lib.annotate.naming.actors import Actor
from lib.annotate.naming.wording import loose, without_titles
from lib.arabic.names import candidates, key

Rule = Literal["same", "clitic", "title", "listed", "sound", "father", "article", "corpus", "kin", "country"]

# A rule's identifier is the contract (mentions.rule); pages bring their own words for it.
RULES: Mapping[Rule, str] = {
    "same": "It is the entity's name, letters, marks and spaces written one way or another (أحمد, احمد).",
    "clitic": "It is the name once a clitic written with it is taken off (لموسكو).",
    "title": "It is the name once a title, generic word or nationality beside it is left out (مدينة حلب).",
    "listed": "It is another name or a short form that the table of actors lists (أميركا).",
    "sound": "It is another transliteration of the foreign name (بلومبرج).",
    "father": "It is the full name with a father's name put in or left out (سعود بن عبد الله القحطاني).",
    "article": "It is a short form of a name that the same article gives in full (الأسد).",
    "corpus": "It is a short form whose bearer, wherever articles name one in full, is nearly always this one.",
    "kin": "It is a relative named by given name after a word of kinship (والده حافظ).",
    "country": "It is a body of a state, and the words around it or the article say of which (وزارة الخارجية).",
}


def spelling(written: str, actor: Actor) -> Rule | Literal[""]:
    """Return the rule by which the written form is one of the actor's names, "" when it is none as it stands."""
    whole, *shorter = candidates(written)
    own, listed = _keys(actor)
    if whole == own:
        return "same"
    if whole not in listed and own in shorter:
        return "clitic"
    if not listed.isdisjoint((whole, *shorter)):
        return "listed"
    if loose(written) in (loose(name) for name in actor.names):
        return "same" if loose(written) == loose(actor.name_ar) else "listed"
    bare = {" ".join(without_titles(form.split(" "))) for form in (whole, *shorter)}
    return "title" if own in bare or not listed.isdisjoint(bare) else ""


def clitics(written: str, plain: str) -> Rule:
    """Return "same" or "clitic": whether the written form is the key `plain` as it stands."""
    return "clitic" if candidates(written)[0] != plain else "same"


@cache
def _keys(actor: Actor) -> tuple[str, frozenset[str]]:
    return key(actor.name_ar), frozenset(_all(actor.aliases))


def _all(names: Iterable[str]) -> Iterable[str]:
    return (key(name) for name in names)
