"""Linking: every mention gets the id of the real-world entity it names, in whatever spelling or short form."""

from collections.abc import Iterable, Sequence

from lib.annotate.document import Document, Entity, Kind, Mention
from lib.annotate.naming.actors import edge_words, given_names, head_words
from lib.annotate.naming.attested import Article, Names, heads
from lib.annotate.naming.bodies import National
from lib.annotate.naming.book import Book
from lib.annotate.naming.curated import index
from lib.annotate.naming.people import bearer, by_sound, dominant, in_article, relative
from lib.annotate.naming.rules import Rule, clitics, spelling
from lib.annotate.naming.states import States
from lib.annotate.naming.wording import loose, without_titles
from lib.annotate.placing.gazetteer import gazetteer
from lib.arabic.clitics import readings
from lib.arabic.names import candidates, key, parts
from lib.arabic.normalize import fold

_CITIES = frozenset({"city", "capital"})


def link(articles: Sequence[Article]) -> tuple[list[list[Mention]], list[Entity]]:
    """Return each article's mentions with their `entity_id` and `rule`, and the entities, most mentioned first.

    A short form is resolved inside its article first, then by the corpus; different full names never merge.
    Curated actors keep their id; another entity's is "e" and ten hex digits of its kind and key.
    """
    names = Names.learn(articles)
    book = Book()
    linked = [_Article(document, mentions, names, book).link() for document, mentions in articles]
    return linked, book.entities()


class _Article:
    """Links one article: full names first, then what leans on them."""

    def __init__(self, document: Document, mentions: Sequence[Mention], names: Names, book: Book) -> None:
        self._document, self._mentions, self._names, self._book = document, mentions, names, book
        self._recent = ""

    def link(self) -> list[Mention]:
        """Return the mentions with their entities, in order."""
        named = self._named_ids()
        self._seen = frozenset(named)
        self._states = States(self._document, self._mentions, named)
        persons = ((self._names.person(each.text), each.text) for each in self._mentions if each.kind == "PERS")
        self._persons = in_article([(found, text) for found, text in persons if found])
        return [self._one(at, mention) for at, mention in enumerate(self._mentions)]

    def _named_ids(self) -> list[str]:
        found = (index().find(mention.text, mention.kind) for mention in self._mentions if mention.kind != "PERS")
        ids = [actor.entity_id for actor in found if actor]
        return [index().capital_of.get(entity_id, entity_id) for entity_id in ids]

    def _one(self, at: int, mention: Mention) -> Mention:
        body = self._states.body(at)
        if body:
            return self._body(body, mention)
        actor = index().find(mention.text, self._kind(mention), self._seen)
        if actor and actor.kind == "ORG" and mention.kind == "LOC" and _is_place(mention.text):
            return self._other(mention)  # the city of Barcelona, not its club
        if actor and (mention.kind != "PERS" or actor.kind != "PERS"):
            return self._curated(actor.entity_id, mention, "title")
        if mention.kind == "PERS":
            return self._person(mention)
        actor = index().similar(mention.text, mention.kind)
        return self._curated(actor.entity_id, mention, "sound") if actor else self._other(mention)

    def _kind(self, mention: Mention) -> Kind:
        """Return the mention's kind; of a name that a place shares with a medium, what the words before it say."""
        if not index().kinds(mention.text) >= {"LOC", "ORG"}:
            return mention.kind
        *_, second, first = ["", "", *self._before(mention)]
        cue = fold(second if first == "عن" else first)
        return "ORG" if {cue, *readings(cue)} & edge_words("medium", "ORG") else "LOC"

    def _other(self, mention: Mention) -> Mention:
        whole = plain = self._names.plain(mention.text)
        words = plain.split(" ")
        named = words[1:] and words[1] in edge_words("title", "PERS")  # مدينة الملك عبد الله is no city of that name
        if len(words) > 1 and mention.kind == "LOC" and words[0] in head_words()["LOC"] and not named:
            plain = " ".join(words[1:])
        placed = _placed(plain) if mention.kind == "LOC" else plain
        usual = self._names.usual.get(placed, placed)
        rule: Rule = "title" if plain != whole else clitics(mention.text, placed)
        rule = "sound" if usual != placed and loose(usual) != loose(placed) else rule
        kind = self._names.kind(usual, mention.kind)
        return self._book.met(self._book.other(kind, usual), mention, placed, rule)

    def _curated(self, entity_id: str, mention: Mention, way: Rule, sure: bool = False) -> Mention:
        """Count a mention of a curated actor; `way` led there, and unless `sure` a spelling explains it better."""
        actor = index().by_id[entity_id]
        known = {key(name) for name in actor.names}
        own = _own_words(mention.text, actor.names) if actor.kind == "PERS" else ""
        form = next((form for form in _bare(mention) if form in known), own)
        rule = way if sure else spelling(mention.text, actor) or way
        return self._book.met(self._book.curated(entity_id), mention, form or self._names.plain(mention.text), rule)

    def _person(self, mention: Mention) -> Mention:
        found, rule = self._bearer(mention)
        self._recent = found or self._recent
        if found in index().by_id:
            return self._curated(found, mention, rule, sure=rule in ("kin", "article"))
        plain = found if rule == "title" else _own_words(mention.text, [found]) or self._plain(mention)
        bearer_key = found or (f"{plain}\n{self._document.article_id}" if plain in given_names() else plain)
        rule = rule if found else "title" if plain != self._names.plain(mention.text) else clitics(mention.text, plain)
        return self._book.met(self._book.other("PERS", bearer_key), mention, plain, rule)

    def _plain(self, mention: Mention) -> str:
        """Return the key of a person known by nothing but a short form, without clitic and titles."""
        return " ".join(without_titles(self._names.plain(mention.text).split(" ")))

    def _bearer(self, mention: Mention) -> tuple[str, Rule]:
        """Return the key of the person whom the mention means, "" when nobody is known by it, and how it led there."""
        found = self._names.person(mention.text)
        if found:
            host = self._persons[found].key if found in self._persons else found
            return host, "article" if host != found else self._names.rule(mention.text, found)
        found = relative(mention.text, next(reversed(self._before(mention)), ""), self._family())
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

    def _body(self, body: National, mention: Mention) -> Mention:
        name_key, plain = key(body.name_ar), self._names.plain(mention.text)
        named = index().full.get(name_key, ()) if body.country_id else ()
        actor = next((actor for actor in named if actor.kind == "ORG"), None)
        told = bool(body.country_id) and not body.inside
        rule: Rule = "country" if told else "listed" if plain != name_key else clitics(mention.text, plain)
        if actor:
            return self._curated(actor.entity_id, mention, rule)
        return self._book.met(self._book.other("ORG", name_key, body.name_ar, body.name_en), mention, plain, rule)

    def _before(self, mention: Mention) -> list[str]:
        """Return the words of the sentence before the mention."""
        tokens = self._document.sentences[mention.sentence].tokens
        return [token.text for token in tokens if token.end <= mention.start and token.text[0].isalnum()]


def _is_place(text: str) -> bool:
    """Say whether the gazetteer has a city of the name as it stands, or of what remains of it after a clitic."""
    matches = (match for form in candidates(text) for match in gazetteer().candidates(form))
    return any(match.place.feature in _CITIES and not match.clitic for match in matches)


def _bare(mention: Mention) -> Iterable[str]:
    """Yield a mention's keys, with and without clitics; a person's then without titles."""
    yield from candidates(mention.text)
    if mention.kind == "PERS":
        yield from (" ".join(without_titles(form.split(" "))) for form in candidates(mention.text))


def _placed(plain: str) -> str:
    """Return the key without the clitic that the gazetteer shows to be one (وبرمنغهام), else as it is."""
    matches = gazetteer().candidates(plain) if plain.split(" ", maxsplit=1)[0] not in heads() else ()
    if not matches or not all(match.clitic for match in matches):
        return plain
    return next((form for form in candidates(plain)[1:] if gazetteer().candidates(form)), plain)


def _own_words(text: str, names: Iterable[str]) -> str:
    """Return the reading of a person's mention whose words all stand in their full names, "" when there is none."""
    words = {word for name in names for word in parts(name)}
    return next((form for form in candidates(text) if words.issuperset(form.split(" "))), "")
