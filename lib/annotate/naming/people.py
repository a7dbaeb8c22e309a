"""Persons in an article: short forms (الأسد, بشار) and relatives by given name lead to the person named in full."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.annotate.naming.actors import given_names, kin_words
from lib.annotate.naming.curated import index, is_short
from lib.annotate.naming.wording import without_titles
from lib.arabic.names import candidates, parts
from lib.arabic.normalize import fold
from lib.arabic.sounds import skeleton

_SHARE = 0.6  # a short form goes to the bearer of this share of the articles that name a bearer in full
_MANY = 5  # articles that name a curated person in full make even a given name their surname (صالح in Yemen's news)
_CURATED_VOTES = 2  # articles: what a short form listed in actors.csv counts against the corpus's own bearers


@dataclass(slots=True)
class Person:
    """A person named in full in an article: the spellings' words, and how often those stand there."""

    key: str
    spellings: set[tuple[str, ...]] = field(default_factory=set)
    count: int = 0

    def bears(self, short: tuple[str, ...]) -> int:
        """Return how well the short form fits: 3 its last words, 2 others, 1 the father's name or by sound, 0 not."""
        best = 0
        for spelling in self.spellings:
            if spelling[-len(short) :] == short and spelling[-len(short) - 1 : -len(short)] != ("بن",):
                best = 3
            elif _inside(short, spelling):
                father = spelling[-len(short) :] == short
                best = max(best, 2 if not father else 0 if short[0] in given_names() else 1)
            elif not best and len(short) == 1 and len(short[0]) > 3 and short[0] not in given_names():
                sound = skeleton(short[0])
                best = int(bool(sound) and any(skeleton(word) == sound for word in spelling))
        return best


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether the words stand in the longer name in this order (محمد بن سلمان in محمد بن سلمان بن عبد العزيز)."""
    left = iter(long)
    return all(word in left for word in short)


def full_key(name: str, known: Counter[str]) -> str:
    """Return the key of a person's full name ("" when it is no full name); a curated person's is the id."""
    actor = index().find(name, "PERS")
    if actor and actor.kind == "PERS":
        return actor.entity_id
    forms = candidates(name)
    if " " in forms[0] and not is_short(parts(name)):
        actor = index().similar(name, "PERS") or index().without_fathers(name)
        if actor:
            return actor.entity_id
    best = max(forms, key=lambda form: (known[form] if form != forms[0] else known[form] - 1, form == forms[0]))
    whole = best if known[best] else forms[0]
    whole = next((bare for form in (whole, *forms[1:]) if (bare := _untitled(form)) != form), whole)
    return whole if " " in whole and not is_short(tuple(whole.split(" "))) else ""


def _untitled(form: str) -> str:
    return " ".join(without_titles(form.split(" ")))


def in_article(names: Sequence[tuple[str, str]]) -> dict[str, Person]:
    """Return the article's persons by key, from (full key, name) pairs; a shorter full name joins a longer."""
    found: dict[str, Person] = {}
    for person_key, name in names:
        person = found.setdefault(person_key, Person(person_key))
        person.spellings.add(_words(person_key, name))
        person.count += 1
    for short in sorted(found.values(), key=lambda person: min(map(len, person.spellings))):
        if short.key in index().by_id:
            continue
        hosts = [
            host
            for host in found.values()
            if host is not short
            and any(_inside(a, b) for a in short.spellings for b in host.spellings if len(a) < len(b))
        ]
        if len({host.key for host in hosts}) == 1:
            hosts[0].spellings |= short.spellings
            hosts[0].count += short.count
            short.key = hosts[0].key
    return found


def _words(person_key: str, name: str) -> tuple[str, ...]:
    if person_key in index().by_id:
        return next((tuple(form.split(" ")) for form in candidates(name) if form in index().full), parts(name))
    return tuple(person_key.split(" "))


def bearer(name: str, persons: dict[str, Person], recent: str) -> str:
    """Return the key of the article's person whom the short form means, "" when none fits.

    The last words of a full name weigh more than its first; then the person named most often; then the most recent.
    """
    for form in short_forms(name):
        short = tuple(form.split(" "))
        ranked = [
            (fit, person.count, person.key in index().by_id, person.key == recent, person.key)
            for person in persons.values()
            if (fit := person.bears(short))
        ]
        if ranked:
            return max(ranked)[-1]
    return ""


def relative(name: str, before: str, family: str) -> str:
    """Return the full key of a relative named by given name after a kin word (والده حافظ), "" when it is no such case.

    `before` is the word before the mention, `family` the surname of the person last named.
    """
    words = parts(name)
    kin = fold(before)
    if len(words) != 1 or not family or not (kin in kin_words() or kin[1:] in kin_words()):
        return ""
    whole = f"{words[0]} {family}"
    actor = next(iter(index().full.get(whole, ())), None)
    return actor.entity_id if actor else whole


def dominant(name: str, bearers: dict[str, Counter[str]]) -> str:
    """Return the corpus's dominant bearer of a short form, curated short forms voting too; "" when none dominates."""
    for form in short_forms(name):
        votes = Counter(bearers.get(form, {}))
        for actor in index().short.get(form, ()):
            votes[actor.entity_id] += _CURATED_VOTES
        if votes:
            winner, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
            curated = index().by_id.get(winner)
            known = curated is not None and count >= _MANY and parts(curated.name_ar)[-1] == form
            surname = form not in given_names() or form in index().short or known
            if surname and count >= _SHARE * votes.total():
                return winner
    return ""


def by_sound(name: str) -> str:
    """Return the id of the foreign person whose short form this transliterates (بوتن alone), "" when there is none."""
    form = short_forms(name)[0]
    actor = index().similar(form, "PERS") if is_short(tuple(form.split(" "))) else None
    return actor.entity_id if actor else ""


def short_forms(name: str) -> tuple[str, ...]:
    """Return the keys that a short form may have: without titles, then without clitics; a given name has none."""
    whole, *shorter = map(_untitled, candidates(name))
    return (whole,) if whole in given_names() else (whole, *shorter)
