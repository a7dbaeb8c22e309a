"""Linking: every mention gets the id of the real-world entity it names, in whatever spelling or short form."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lib.annotate.actors import given_names, head_words
from lib.annotate.attested import Article, Names
from lib.annotate.bodies import National, national
from lib.annotate.curated import index
from lib.annotate.document import Document, Entity, Kind, Mention
from lib.annotate.english import english
from lib.annotate.gazetteer import gazetteer
from lib.annotate.people import bearer, by_sound, dominant, in_article, relative
from lib.annotate.places import usual_english
from lib.annotate.rules import Rule, clitics, spelling
from lib.annotate.wording import loose
from lib.arabic.names import candidates, key, parts, spelled
from lib.arabic.romanise import is_arabic

_FOLLOWING = 3  # words after a body's name in which its country may stand
_CLEAR_COUNTRY = 0.75, 3  # share of an article's country mentions, and how many, that make its country clear


def link(articles: Sequence[Article]) -> tuple[list[list[Mention]], list[Entity]]:
    """Return each article's mentions with their `entity_id`, and the entities, most mentioned first.

    A short form is resolved inside its article first, then by the corpus; different full names never merge.
    Curated actors keep their id; another entity's is "e" and ten hex digits of its kind and key.
    """
    names = Names.learn(articles)
    book = _Book()
    linked = [_Article(document, mentions, names, book).link() for document, mentions in articles]
    return linked, book.entities()


class _Book:
    """The entities met so far and the spellings they were met in."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}
        self._named: dict[str, tuple[str, str]] = {}
        self._spellings: dict[str, Counter[str]] = defaultdict(Counter)
        self._keys: dict[str, str] = {}

    def curated(self, entity_id: str) -> str:
        actor = index().by_id[entity_id]
        self._kinds[entity_id] = actor.kind
        self._named[entity_id] = actor.name_ar, actor.name_en
        return entity_id

    def other(self, kind: Kind, name_key: str, name_ar: str = "", name_en: str = "") -> str:
        entity_id = "e" + hashlib.sha256(f"{kind}\n{name_key}".encode()).hexdigest()[:10]
        self._kinds[entity_id] = kind
        self._keys[entity_id] = name_key
        if name_ar:
            self._named[entity_id] = name_ar, name_en
        return entity_id

    def met(self, entity_id: str, mention: Mention, plain: str, rule: Rule) -> Mention:
        self._spellings[entity_id][_without_clitics(spelled(mention.text) or mention.text, plain)] += 1
        return replace(mention, entity_id=entity_id, kind=self._kinds[entity_id], rule=rule)

    def entities(self) -> list[Entity]:
        ranked = sorted(self._spellings.items(), key=lambda entry: (-entry[1].total(), entry[0]))
        return [self._entity(entity_id, spellings) for entity_id, spellings in ranked]

    def _entity(self, entity_id: str, spellings: Counter[str]) -> Entity:
        aliases = tuple(text for text, _ in sorted(spellings.items(), key=lambda entry: (-entry[1], entry[0])))
        name_ar, name_en = self._named.get(entity_id, ("", ""))
        if not name_ar:
            name_ar = next((text for text in aliases if key(text) == self._keys[entity_id]), "")
            name_ar = name_ar or max(aliases, key=lambda text: (len(parts(text)), spellings[text]))
            name_en = usual_english(name_ar) if self._kinds[entity_id] == "LOC" else ""
        guessed = not name_en and is_arabic(name_ar)
        name_en = name_en or english(name_ar, self._kinds[entity_id])
        return Entity(entity_id, self._kinds[entity_id], name_ar, name_en, aliases, romanised=guessed)


def _placed(plain: str) -> str:
    """Return the key without the clitic that the gazetteer shows to be one (وبرمنغهام), else as it is."""
    matches = gazetteer().candidates(plain)
    if not matches or not all(match.clitic for match in matches):
        return plain
    return next((form for form in candidates(plain)[1:] if gazetteer().candidates(form)), plain)


def _own_words(text: str, names: Iterable[str]) -> str:
    """Return the reading of a person's mention whose words all stand in their full names, "" when there is none."""
    words = {word for name in names for word in parts(name)}
    return next((form for form in candidates(text) if words.issuperset(form.split(" "))), "")


def _without_clitics(text: str, plain: str) -> str:
    """Return the surface form that belongs to the key `plain`: للأسد gives الأسد."""
    whole, *shorter = candidates(text)
    if plain == whole or plain not in shorter:
        return text
    gone = len(whole) - len(plain)
    if plain.startswith("ال") and not whole[gone:].startswith("ال"):
        return "ال" + text.lstrip("وف").removeprefix("ل").removeprefix("ل")
    return text[gone:]


class _Article:
    """Links one article: full names first, then what leans on them."""

    def __init__(self, document: Document, mentions: Sequence[Mention], names: Names, book: _Book) -> None:
        self._document, self._mentions, self._names, self._book = document, mentions, names, book
        self._found: dict[int, str] = {}
        self._bodies: dict[int, National] = {}
        self._recent = ""

    def link(self) -> list[Mention]:
        self._seen = frozenset(self._named_ids())
        self._persons = in_article(
            [(found, each.text) for each in self._mentions if each.kind == "PERS" and (found := self._full(each))]
        )
        for at, mention in enumerate(self._mentions):
            headed = mention.kind == "ORG" or (mention.kind == "LOC" and " " in mention.text)
            body = national(mention.text, self._after(mention)) if headed else None
            if body and not index().full.get(key(mention.text)):
                self._bodies[at] = body
        return [self._one(at, mention) for at, mention in enumerate(self._mentions)]

    def _named_ids(self) -> list[str]:
        found = (index().find(mention.text, mention.kind) for mention in self._mentions if mention.kind != "PERS")
        ids = [actor.entity_id for actor in found if actor]
        return [index().capital_of.get(entity_id, entity_id) for entity_id in ids]

    def _full(self, mention: Mention) -> str:
        return self._names.person(mention.text)

    def _one(self, at: int, mention: Mention) -> Mention:
        if at in self._bodies:
            return self._body(at, mention)
        actor = index().find(mention.text, mention.kind, self._seen)
        if actor and (mention.kind != "PERS" or actor.kind != "PERS"):
            return self._curated(actor.entity_id, mention, "title")
        if mention.kind == "PERS":
            return self._person(mention)
        actor = index().similar(mention.text, mention.kind)
        return self._curated(actor.entity_id, mention, "sound") if actor else self._other(mention)

    def _other(self, mention: Mention) -> Mention:
        whole = plain = self._names.plain(mention.text)
        words = plain.split(" ")
        if len(words) > 1 and mention.kind == "LOC" and words[0] in head_words()["LOC"]:
            plain = " ".join(words[1:])
        rule: Rule = "title" if plain != whole else clitics(mention.text, plain)
        placed = _placed(plain) if mention.kind == "LOC" else plain
        usual = self._names.usual.get(placed, placed)
        if placed != plain:
            rule = "clitic"
        elif usual != placed and loose(usual) != loose(placed):
            rule = "sound"
        kind = self._names.kind(usual, mention.kind)
        return self._book.met(self._book.other(kind, usual), mention, placed, rule)

    def _curated(self, entity_id: str, mention: Mention, way: Rule, sure: bool = False) -> Mention:
        """Count a mention of a curated actor; `way` led there, and unless `sure` a spelling explains it better."""
        actor = index().by_id[entity_id]
        forms = candidates(mention.text)
        known = {key(name) for name in actor.names}
        own = _own_words(mention.text, actor.names) if actor.kind == "PERS" else ""
        plain = next((form for form in forms if form in known), own or self._names.plain(mention.text))
        rule = way if sure else spelling(mention.text, actor) or way
        return self._book.met(self._book.curated(entity_id), mention, plain, rule)

    def _person(self, mention: Mention) -> Mention:
        found, rule = self._bearer(mention)
        self._recent = found or self._recent
        if found in index().by_id:
            return self._curated(found, mention, rule, sure=rule in ("kin", "article"))
        plain = _own_words(mention.text, [found]) or self._names.plain(mention.text)
        bearer_key = found or (f"{plain}\n{self._document.article_id}" if plain in given_names() else plain)
        rule = rule if found else clitics(mention.text, plain)
        return self._book.met(self._book.other("PERS", bearer_key), mention, plain, rule)

    def _bearer(self, mention: Mention) -> tuple[str, Rule]:
        """Return the key of the person whom the mention means, "" when nobody is known by it, and how it led there."""
        found = self._full(mention)
        if found:
            host = self._persons[found].key if found in self._persons else found
            return host, "article" if host != found else self._names.rule(mention.text, found)
        found = relative(mention.text, self._before(mention), self._family())
        if found:
            return found, "kin"
        found = bearer(mention.text, self._persons, self._recent)
        if found:
            return found, "article"
        found = dominant(mention.text, self._names.bearers)
        return (found, "corpus") if found else (by_sound(mention.text), "sound")

    def _family(self) -> str:
        actor = index().by_id.get(self._recent)
        words = parts(actor.name_ar) if actor else tuple(self._recent.split(" "))
        return words[-1] if len(words) > 1 else ""

    def _body(self, at: int, mention: Mention) -> Mention:
        body = self._bodies[at]
        same = {each.country_id for each in self._bodies.values() if each.body == body.body and each.country_id}
        country = body.country_id or (next(iter(same)) if len(same) == 1 else "" if same else self._clear_country())
        whole = National(body.body, country)
        actor = index().find(whole.name_ar, "ORG") if country else None
        name_key = key(whole.name_ar)
        plain = self._names.plain(mention.text)
        rule: Rule = "country" if country and not body.inside else "listed" if plain != name_key else "same"
        if actor:
            return self._curated(actor.entity_id, mention, rule)
        entity_id = self._book.other("ORG", name_key, whole.name_ar, whole.name_en)
        return self._book.met(entity_id, mention, plain, clitics(mention.text, plain) if rule == "same" else rule)

    def _clear_country(self) -> str:
        counted = Counter(self._named_ids())
        share, least = _CLEAR_COUNTRY
        best, count = next(iter(counted.most_common(1)), ("", 0))
        known = set(index().capital_of.values())
        return best if best in known and count >= least and count >= share * counted.total() else ""

    def _before(self, mention: Mention) -> str:
        tokens = self._document.sentences[mention.sentence].tokens
        return next((token.text for token in reversed(tokens) if token.end <= mention.start), "")

    def _after(self, mention: Mention) -> list[str]:
        tokens = self._document.sentences[mention.sentence].tokens
        return [token.text for token in tokens if token.start >= mention.end][:_FOLLOWING]
