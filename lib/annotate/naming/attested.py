"""What a whole corpus attests of its names: which spellings stand there, of which kind, and who bears a surname."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from lib.annotate.document import Document, Kind, Mention
from lib.annotate.identity import spelling_rule
from lib.annotate.naming.actors import edge_words, given_names, head_words
from lib.annotate.naming.curated import SURNAME_HEADS, index, is_short
from lib.annotate.naming.lineages import hosts
from lib.annotate.naming.people import full_key
from lib.annotate.naming.rules import Rule
from lib.annotate.naming.wording import loose, sound_alike
from lib.annotate.placing.gazetteer import cues
from lib.arabic.clitics import readings
from lib.arabic.names import candidates, key, parts
from lib.arabic.normalize import fold
from lib.arabic.sounds import skeleton

_LONG_WORD = 5  # letters: what remains of shorter words without a clitic is too often a word by chance (بلان, لان)

Article = tuple[Document, Sequence[Mention]]


@dataclass(slots=True)
class Names:
    """What the whole corpus says about names: how often each key stands, its kinds, who bears each surname."""

    counts: Counter[str] = field(default_factory=Counter)
    firsts: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))
    bearers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    usual: dict[str, str] = field(default_factory=dict)
    fathers: dict[str, str] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def learn(cls, articles: Sequence[Article]) -> "Names":
        """Read all mentions twice: the names first, then, by what those attest, the persons."""
        names = cls()
        for _, mentions in articles:
            for mention in mentions:
                whole = key(mention.text)
                names.counts[whole] += 1
                names.firsts[whole.split(" ")[0]] += 1
                names.kinds[whole][mention.kind] += 1
        names.usual = _one_spelling(names)
        names.fathers = hosts(_full_names(names))
        names.words = _words(articles, names.firsts)
        for _, mentions in articles:
            found = (names.person(mention.text) for mention in mentions if mention.kind == "PERS")
            for person_key in {each for each in found if each}:
                actor = index().by_id.get(person_key)
                spellings = map(parts, actor.names) if actor else [person_key.split(" ")]
                for surname in {_surname(spelling) for spelling in spellings if len(spelling) > 1}:
                    names.bearers[surname][person_key] += 1
        return names

    def person(self, name: str) -> str:
        """Return the key of a person's full name, "" when it is none; a curated person's is the id."""
        found = full_key(name, self.counts)
        if found and found == " ".join(parts(name)):
            found = self.plain(name)
        usual = self.usual.get(found, found)
        return self.fathers.get(usual, usual)

    def rule(self, name: str, found: str) -> Rule:
        """Return how a full name leads to the key, or to the curated person, that was found for it."""
        whole, *shorter = candidates(name)
        if found in (whole, *shorter):
            return "same" if found == whole else "clitic"
        actor = index().by_id.get(found)
        return spelling_rule(name, actor.names if actor else (found,)) or "sound"

    def plain(self, name: str) -> str:
        """Return the name's key without a clitic, where the corpus attests the rest as often as the whole."""
        whole, *shorter = candidates(name)
        if whole in given_names():
            return whole
        if whole.split(" ")[0] in heads():
            return whole
        headed = [form for form in shorter if form.split(" ")[0] in heads()]
        if headed:
            return headed[0]
        attested = [form for form in shorter if self._attested(form, whole) or self._is_word(form, whole)]
        if attested:
            return attested[0]
        return next((form for form in shorter if form.startswith("ال") and whole.startswith(("لل", "ولل"))), whole)

    def _attested(self, form: str, whole: str) -> bool:
        """Say whether the corpus knows the shorter form better: as a name, or as how names of several words begin."""
        if self.counts[form] >= self.counts[whole]:
            return True
        first, whole_first = form.partition(" ")[0], whole.partition(" ")[0]
        if " " not in form or whole_first in given_names():
            return False
        return first in given_names() or self.firsts[first] > self.firsts[whole_first]

    def _is_word(self, form: str, whole: str) -> bool:
        """Say whether the articles hold the shorter first word more often than the whole: شمال in وشمال أفريقيا."""
        (first, *others), (whole_first, *_) = form.split(" "), whole.split(" ")
        if len(first) < _LONG_WORD or whole_first in given_names():
            return False
        agreeing = first.startswith("ال") and bool(others) and others[0].startswith("ال")
        return agreeing or self.words[first] > self.words[whole_first]

    def kind(self, plain: str, tagged: Kind) -> Kind:
        """Return the kind that the name nearly always has, else the one tagged here."""
        kinds = self.kinds.get(plain)
        if not kinds:
            return tagged
        best, count = kinds.most_common(1)[0]
        return best if count >= 0.8 * kinds.total() else tagged


def _surname(words: Sequence[str]) -> str:
    """Return by what a full name is shortened: its last word, or the father's with بن (بن دغر)."""
    return " ".join(words[-2:] if words[-2] in SURNAME_HEADS else words[-1:])


@cache
def heads() -> frozenset[str]:
    """Return the folded words that head names of places and bodies (مديرية, محافظة)."""
    return frozenset().union(*head_words().values(), edge_words("body", "ORG"), cues("head"))


def _words(articles: Sequence[Article], firsts: Iterable[str]) -> Counter[str]:
    """Return how often the articles hold the first words of names and what remains of those without clitics."""
    wanted = {form for first in firsts for form in (first, *readings(first))}
    words = (fold(token.text) for document, _ in articles for each in document.sentences for token in each.tokens)
    return Counter(word for word in words if word in wanted)


def _full_names(names: Names) -> Counter[str]:
    """Return how often each full name of a person stands, under its usual spelling."""
    found: Counter[str] = Counter()
    for whole, kinds in names.kinds.items():
        if kinds["PERS"] and (full := names.person(whole)) and full not in index().by_id:
            found[full] += kinds["PERS"]
    return found


def _one_spelling(names: Names) -> dict[str, str]:
    """Return for each key the most frequent of those that are one name in other spellings or transliterations.

    A person's name the table of actors has in one of them; its id then stands for all.
    """
    alike: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for whole, kinds in names.kinds.items():
        kind = kinds.most_common(1)[0][0]
        if kind != "PERS" or not is_short(tuple(whole.split(" "))):
            alike[kind, loose(whole)].append(whole)
            alike[kind, skeleton(whole)].append(whole)
    found: dict[str, str] = {}
    for (kind, shared), group in alike.items():
        if shared and len(group) > 1:
            ranked = sorted(set(group), key=lambda name: (name not in index().full, -names.counts[name], name))
            found |= _hosts(ranked, kind)
    return found


def _hosts(ranked: Sequence[str], kind: Kind) -> dict[str, str]:
    """Return for each name the first before it that it is a spelling of, where one is; a curated person's is the id."""
    found: dict[str, str] = {}
    hosts: list[str] = []
    for name in ranked:
        host = next((each for each in hosts if _one_name(each, name)), "")
        if not host:
            hosts.append(name)
        else:
            actor = next((each for each in index().full.get(host, ()) if each.kind == kind == "PERS"), None)
            found[name] = actor.entity_id if actor else host
    return found


def _one_name(one: str, other: str) -> bool:
    return loose(one) == loose(other) or sound_alike(one.split(" "), other.split(" "))
