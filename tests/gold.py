"""Quality on the annotated articles of ../shared/gold/news, end to end: `python -m tests.gold`.

Each article goes through the shipped engine and every layer; nothing is given from the gold but the text. Linking
is measured beside it with mentions given, on ../shared/ner/ant_news.jsonl.
"""

import json
from collections import Counter
from dataclasses import dataclass, replace
from math import acos, cos, radians, sin
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from lib.annotate.document import Annotated, Document, Entity, Mention
from lib.annotate.engines import engine
from lib.annotate.layers import annotate, recognise
from lib.annotate.linking import link
from lib.annotate.placing.gazetteer import gazetteer
from lib.arabic.names import candidates, key
from lib.arabic.normalize import fold
from tests import gold_linking
from tests.conftest import SHARED

KINDS = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}
PARTS = ("kind", "named", "speaker")
NEAR = 161  # km, the customary radius for geoparsers (100 miles)
Span = tuple[int, int, str]
Pair = tuple[dict[str, Any], Annotated, dict[str, Entity]]


@dataclass(frozen=True)
class Score:
    """How many were right, of those found and of those in the gold."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold)

    def __str__(self) -> str:
        return f"{self.f1:.3f} ({self.right} right, {self.found} found, {self.gold} in the gold)"


def read(folder: Path) -> list[Pair]:
    """Annotate each gold article by itself, as the only one of its corpus."""
    pairs = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = Document.from_text(path.stem, "", gold["body"], gold["source"], None)
        (found,) = recognise([document], engine("fast"))
        (mentions,), entities = link([(found.document, found.mentions)])
        linked = replace(found, mentions=mentions)
        pairs.append((gold, annotate(linked, gazetteer()), {entity.entity_id: entity for entity in entities}))
    return pairs


def is_named(entity: Entity, name: str, surfaces: set[str]) -> bool:
    """Say whether an entity is the gold one of that name: by its English name, or by a spelling the gold has for it."""
    return entity.name_en == name or bool({key(alias) for alias in entity.aliases} & surfaces)


def surfaces_of(gold: dict[str, Any], name: str) -> set[str]:
    """Return the keys of the spellings, with and without the clitics that lie in the gold's spans."""
    found = (mention["surface"] for mention in gold["mentions"] if mention["name"] == name)
    return {form for surface in found for form in candidates(surface)}


def spans(pairs: list[Pair]) -> Score:
    """Names by exact span and kind."""
    count: Counter[str] = Counter()
    for gold, found, _ in pairs:
        wanted = {(mention["start"], mention["end"], KINDS[mention["type"]]) for mention in gold["mentions"]}
        got = {(mention.start, mention.end, mention.kind) for mention in found.mentions}
        count.update(right=len(wanted & got), found=len(got), gold=len(wanted))
    return Score(count["right"], count["found"], count["gold"])


def overlap(pairs: list[Pair]) -> float:
    """Names that share a letter with one of their kind: the share of those found and those in the gold together."""
    met: list[bool] = []
    for gold, found, _ in pairs:
        wanted = [(mention["start"], mention["end"], KINDS[mention["type"]]) for mention in gold["mentions"]]
        got = [(mention.start, mention.end, mention.kind) for mention in found.mentions]
        met += [any(_meet(one, other) for other in got) for one in wanted]
        met += [any(_meet(one, other) for other in wanted) for one in got]
    return sum(met) / len(met)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] == other[2]


def names(pairs: list[Pair]) -> Score:
    """Distinct names of an article, by kind and name, or else by kind and spelling, each matched once."""
    count: Counter[str] = Counter()
    for gold, _, entities in pairs:
        left = list(entities.values())
        wanted = sorted({(mention["name"], KINDS[mention["type"]]) for mention in gold["mentions"]})
        count.update(found=len(left), gold=len(wanted))
        for surfaces in (lambda name: set(), lambda name, gold=gold: surfaces_of(gold, name)):
            for name, kind in tuple(wanted):
                match = next((one for one in left if one.kind == kind and is_named(one, name, surfaces(name))), None)
                if match:
                    left.remove(match)
                    wanted.remove((name, kind))
                    count["right"] += 1
    return Score(count["right"], count["found"], count["gold"])


def places(pairs: list[Pair]) -> Score:
    """Distinct places that have a position in the gold: how many got one (found), and how many a near one (right)."""
    count: Counter[str] = Counter()
    for gold, found, _ in pairs:
        for wanted in gold["places"]:
            if wanted["lat"] is None:
                continue
            count["gold"] += 1
            surface = fold(wanted["surface"])
            ids = {one.place_id for one in found.places if one.place_id and surface in fold(one.mention.text)}
            count["resolved"] += bool(ids)
            count["near"] += any(is_near(place_id, wanted) for place_id in ids)
    return Score(count["near"], count["resolved"], count["gold"])


def is_near(place_id: str, wanted: dict[str, Any]) -> bool:
    """Say whether a place is the gold one: of a country by its English name, else by distance."""
    place = gazetteer().place(place_id)
    south, north, east = (radians(value) for value in (place.latitude, wanted["lat"], place.longitude - wanted["lon"]))
    kilometres = 6371 * acos(min(1.0, sin(south) * sin(north) + cos(south) * cos(north) * cos(east)))
    return kilometres <= NEAR or (wanted["kind"] == "country" and place.name_en == wanted["name"])


def roles(pairs: list[Pair], role: str = "") -> Score:
    """Roles of the distinct places of an article, every role or one: (place, role) pairs that both have.

    A place's roles are those of all our mentions that meet one of the gold's mentions of that name.
    """
    count: Counter[str] = Counter()
    for gold, found, _ in pairs:
        for place in gold["places"]:
            named = [one for one in gold["mentions"] if one["name"] == place["name"]]
            got = {one.role for one in found.places if any(_covers(one.mention, each) for each in named)}
            got, wanted = ({one for one in has if role in ("", one)} for has in (got, set(place["roles"])))
            count.update(right=len(got & wanted), found=len(got), gold=len(wanted))
    return Score(count["right"], count["found"], count["gold"])


def _covers(mention: Mention, named: dict[str, Any]) -> bool:
    return mention.part == "body" and mention.start < named["end"] and named["start"] < mention.end


def statements(pairs: list[Pair]) -> tuple[Score, dict[str, int]]:
    """Reported statements: cues that overlap a gold cue, and of how many of those each part is right."""
    count: Counter[str] = Counter()
    for gold, found, entities in pairs:
        left = list(found.attributions)
        count.update(found=len(left), gold=len(gold["attributions"]))
        for wanted in gold["attributions"]:
            start, end = wanted["cue_start"], wanted["cue_start"] + len(wanted["cue"])
            match = next((one for one in left if one.cue_start < end and start < one.cue_end), None)
            if match is None:
                continue
            left.remove(match)
            speaker = entities[match.speaker.entity_id] if match.speaker else None
            name = wanted["speaker"]
            same = is_named(speaker, name, surfaces_of(gold, name)) if speaker and name else not (speaker or name)
            count.update(cue=1, kind=match.kind == wanted["kind"], named=match.named == wanted["named"], speaker=same)
    return Score(count["cue"], count["found"], count["gold"]), {part: count[part] for part in PARTS}


def main() -> None:
    """Print every figure."""
    pairs = read(SHARED / "gold" / "news")
    cues, parts = statements(pairs)
    table = Table("measure", f"{len(pairs)} articles")
    table.add_row("names: span and kind, F1", str(spans(pairs)))
    table.add_row("names: kind and overlap, F1", f"{overlap(pairs):.3f}")
    table.add_row("names: distinct in an article, F1", str(names(pairs)))
    table.add_row(f"places: within {NEAR} km", str(places(pairs)))
    table.add_row("places: metonym, F1", str(roles(pairs, "metonym")))
    table.add_row("places: event, F1", str(roles(pairs, "event")))
    table.add_row("places: every role, F1", str(roles(pairs)))
    table.add_row("statements: cue, F1", str(cues))
    for part, right in parts.items():
        table.add_row(f"statements: {part}", f"{right}/{cues.right}")
    linked = gold_linking.measure(SHARED / "ner" / "ant_news.jsonl")
    table.add_row("linking, gold mentions of 650 articles: B-cubed", str(linked.whole))
    for kind, score in linked.kinds.items():
        table.add_row(f"linking: {kind}", str(score))
    table.add_row("linking: words a second of processor time", f"{linked.speed:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
