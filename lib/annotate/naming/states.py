"""Which country an article's state bodies are of: its own name says so, the words after it, or the article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lib.annotate.document import Document, Mention
from lib.annotate.naming.bodies import National, national
from lib.annotate.naming.curated import index
from lib.arabic.names import key

_FOLLOWING = 3  # words after a body's name in which its country may stand
_CLEAR_COUNTRY = 0.75, 3  # share of an article's country mentions, and how many, that make its country clear


class States:
    """The state bodies among an article's mentions; `named` are the ids of its places, countries for capitals."""

    def __init__(self, document: Document, mentions: Sequence[Mention], named: Sequence[str]) -> None:
        self._bodies: dict[int, National] = {}
        self._clear = _clear_country(named)
        for at, mention in enumerate(mentions):
            headed = mention.kind == "ORG" or (mention.kind == "LOC" and " " in mention.text)
            body = national(mention.text, _after(document, mention)) if headed else None
            if body and not index().full.get(key(mention.text)):
                self._bodies[at] = body

    def body(self, at: int) -> National | None:
        """Return the body that a mention names, with its country where anything tells; None when it names none."""
        body = self._bodies.get(at)
        if body is None or body.country_id:
            return body
        same = {each.country_id for each in self._bodies.values() if each.body == body.body and each.country_id}
        country = next(iter(same)) if len(same) == 1 else "" if same else self._clear
        return replace(body, country_id=country) if body.body.may_be_of(country) else body


def _clear_country(named: Sequence[str]) -> str:
    counted = Counter(named)
    share, least = _CLEAR_COUNTRY
    best, count = next(iter(counted.most_common(1)), ("", 0))
    known = set(index().capital_of.values())
    return best if best in known and count >= least and count >= share * counted.total() else ""


def _after(document: Document, mention: Mention) -> list[str]:
    tokens = document.sentences[mention.sentence].tokens
    return [token.text for token in tokens if token.start >= mention.end][:_FOLLOWING]
