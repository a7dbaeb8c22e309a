"""Annotations as the contract's rows: one function a table, entity ids filled in, rows in article order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from lib.annotate.document import Annotated, Entity, Mention
from lib.annotate.placing.gazetteer import Gazetteer
from lib.arabic.normalize import fold
from lib.arabic.sounds import skeleton
from lib.clean.copies import Copy
from lib.corpus.gather import Cleaned
from lib.corpus.store import Row


@dataclass(frozen=True)
class Linked:
    """One article with all that was found in it; mentions carry their entity ids."""

    cleaned: Cleaned
    copy: Copy
    annotated: Annotated


def tables(
    articles: Sequence[Linked], entities: Sequence[Entity], gazetteer: Gazetteer
) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield each table's name and its rows."""
    for table, rows in _BY_ARTICLE.items():
        found = ({"article_id": one.cleaned.article_id, **row} for one in articles for row in rows(one))
        # The search index is read by form: sorted, a query touches a few row groups.
        yield table, sorted(found, key=lambda row: str(row["form"])) if table == "words" else found
    yield "entities", _entities(articles, entities)
    yield "spellings", _spellings(entities)
    yield "places", _places(articles, gazetteer)


def _article(one: Linked) -> Iterator[Row]:
    copy = {name: getattr(one.copy, name) for name in ("story_id", "copy_of", "copy_kind")}
    row = asdict(one.cleaned.source) | copy | {"copy_share": one.copy.share}
    body = [sentence for sentence in one.annotated.document.sentences if sentence.part == "body"]
    words = sum(_is_word(token.text) for sentence in body for token in sentence.tokens)
    yield row | {
        "article_id": one.cleaned.article_id,
        "title": one.cleaned.title,
        "body": one.cleaned.body,
        "words": words,
    }


def _removed(one: Linked) -> Iterator[Row]:
    for passage in one.cleaned.removed:
        yield {"order": passage.order, "text": passage.text, "rule": passage.rule, "body_offset": passage.at}


def _sentences(one: Linked) -> Iterator[Row]:
    tones = {tone.sentence: tone for tone in one.annotated.tones}
    for sentence in one.annotated.document.sentences:
        where = {"sentence": sentence.sentence, "part": sentence.part, "start": sentence.start, "end": sentence.end}
        tone = tones[sentence.sentence]
        yield where | asdict(tone) | {"tone": tone.tone}


def _words(one: Linked) -> Iterator[Row]:
    for sentence in one.annotated.document.sentences:
        words = [token for token in sentence.tokens if _is_word(token.text)]
        for position, token in enumerate(words):
            yield {
                "sentence": sentence.sentence,
                "part": sentence.part,
                "start": token.start,
                "end": token.end,
                "position": position,
                "form": fold(token.text),
            }


def _mentions(one: Linked) -> Iterator[Row]:
    return (asdict(mention) for mention in one.annotated.mentions)


def _place_mentions(one: Linked) -> Iterator[Row]:
    for place in one.annotated.places:
        where = {name: getattr(place.mention, name) for name in ("sentence", "part", "start", "end")}
        candidates = [{"place_id": place_id, "score": score} for place_id, score in place.candidates]
        told = {name: getattr(place, name) for name in ("place_id", "score", "role")}
        yield where | told | {"candidates": candidates, "reasons": list(place.reasons)}


def _journeys(one: Linked) -> Iterator[Row]:
    for leg in one.annotated.journeys:
        row = asdict(leg)
        del row["traveller"]
        yield row | {"traveller_entity_id": _entity_id(leg.traveller)}


def _attributions(one: Linked) -> Iterator[Row]:
    for statement in one.annotated.attributions:
        row = asdict(statement)
        del row["speaker"], row["via"]
        yield row | {
            "speaker_entity_id": _entity_id(statement.speaker),
            "via_entity_id": _entity_id(statement.via),
        }


def _targets(one: Linked) -> Iterator[Row]:
    """One row a sentence and entity: of several mentions of it there, the one that is surest."""
    surest = {}
    for target in sorted(one.annotated.targets, key=lambda target: target.score):
        surest[target.mention.sentence, target.mention.entity_id] = target
    for (sentence, entity_id), target in sorted(surest.items(), key=lambda item: item[0][0]):
        yield {"sentence": sentence, "entity_id": entity_id, "tone": target.tone, "score": target.score}


_BY_ARTICLE: dict[str, Callable[[Linked], Iterator[Row]]] = {
    "articles": _article,
    "removed": _removed,
    "sentences": _sentences,
    "words": _words,
    "mentions": _mentions,
    "place_mentions": _place_mentions,
    "journeys": _journeys,
    "attributions": _attributions,
    "targets": _targets,
}


def _entity_id(mention: Mention | None) -> str | None:
    return None if mention is None else mention.entity_id


def _entities(articles: Sequence[Linked], entities: Sequence[Entity]) -> Iterator[Row]:
    """An entity's place is the one that most of its mentions point to."""
    pointed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in articles:
        for place in one.annotated.places:
            if place.place_id is not None:
                pointed[place.mention.entity_id][place.place_id] += 1
    for entity in entities:
        place_ids = pointed[entity.entity_id].most_common(1)
        yield asdict(entity) | {"place_id": place_ids[0][0] if place_ids else None}


def _spellings(entities: Sequence[Entity]) -> Iterator[Row]:
    """Words of one entity's aliases that sound alike but are written differently."""
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for word in {fold(word) for alias in entity.aliases for word in alias.split()}:
            if skeleton(word):
                alike[entity.entity_id, skeleton(word)].add(word)
    pairs = {(one, other) for words in alike.values() for one in words for other in words if one != other}
    return ({"form": one, "variant": other} for one, other in sorted(pairs))


def _places(articles: Sequence[Linked], gazetteer: Gazetteer) -> Iterator[Row]:
    """Every place that a row of another table names, as a candidate too."""
    named: set[str | None] = set()
    for one in articles:
        for mention in one.annotated.places:
            named |= {mention.place_id, *(place_id for place_id, _ in mention.candidates)}
        for leg in one.annotated.journeys:
            named |= {leg.from_place_id, leg.to_place_id}
    for place_id in sorted(named - {None}, key=str):
        place = gazetteer.place(str(place_id))
        yield {
            "place_id": place.place_id,
            "name_ar": place.name_ar,
            "name_en": place.name_en,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "country": place.country,
            "feature": place.feature,
        }


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)
