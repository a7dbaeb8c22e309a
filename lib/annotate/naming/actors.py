"""The curated actors: who and what the news of the region names, under one id, an Arabic and an English name."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.annotate.document import Kind
from lib.arabic.names import key, parts
from lib.arabic.normalize import fold

LEXICON = Path(__file__).parents[3] / "data" / "lexicon"


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of actors.csv; `aliases` are further Arabic (or Latin) spellings and short forms."""

    entity_id: str
    kind: Kind
    name_ar: str
    name_en: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All its spellings, the full Arabic name first."""
        return (self.name_ar, *self.aliases)


@dataclass(frozen=True, slots=True)
class Country:
    """A row of actors_countries.csv: a country, its capital ("" when none is listed), and its adjectives."""

    country_id: str
    capital_id: str
    adjective_en: str
    adjectives_ar: tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def actors() -> tuple[Actor, ...]:
    """Return the rows of actors.csv in file order."""
    return tuple(
        Actor(row["entity_id"], row["kind"], row["name_ar"], row["name_en"], _parts(row["aliases"]))  # type: ignore[arg-type]
        for row in _rows("actors.csv")
    )


@cache
def countries() -> tuple[Country, ...]:
    """Return the rows of actors_countries.csv in file order."""
    return tuple(
        Country(row["country_id"], row["capital_id"], row["adjective_en"], _parts(row["adjective_ar"]))
        for row in _rows("actors_countries.csv")
    )


@dataclass(frozen=True, slots=True)
class Body:
    """A row of names_bodies.csv: a body of many countries (all, or `countries`), so that its name needs theirs."""

    name_ar: str
    variants: tuple[str, ...]
    name_en: str
    feminine: bool
    countries: tuple[str, ...]

    def may_be_of(self, country_id: str) -> bool:
        """Say whether the country has such a body: no republic has a الديوان الملكي."""
        return not self.countries or country_id in self.countries


@cache
def bodies() -> tuple[Body, ...]:
    """Return the rows of names_bodies.csv in file order."""
    return tuple(
        Body(row["body"], _parts(row["variants"]), row["english"], row["gender"] == "f", _parts(row["countries"]))
        for row in _rows("names_bodies.csv")
    )


@cache
def kin_words() -> frozenset[str]:
    """Return the folded words that announce a relative by given name (والده, زوجته)."""
    return frozenset(fold(row["word"]) for row in _rows("names_kin.csv"))


@cache
def given_names() -> frozenset[str]:
    """Return the keys of common Arabic given names: no clitic is taken from them, no surname seen in them."""
    return frozenset(given_spellings())


@cache
def given_spellings() -> dict[str, str]:
    """Return the key of every spelling of a given name → the key of its usual one (داوود → داود)."""
    rows = [(key(row["name"]), _parts(row["variants"])) for row in _rows("names_given.csv")]
    return {key(spelling): usual for usual, variants in rows for spelling in variants} | {
        usual: usual for usual, _ in rows
    }


@cache
def given_latin() -> dict[str, str]:
    """Return the key of every spelling of a given name → as the press writes it in English."""
    usual = {key(row["name"]): row["latin"] for row in _rows("names_given.csv")}
    return {spelling: usual[name] for spelling, name in given_spellings().items()}


@cache
def word_latin() -> dict[str, str]:
    """Return the key of a word that institutions' and places' names are made of → the word in Latin letters."""
    return {key(row["word"]): row["latin"] for row in _rows("names_words.csv")}


@cache
def titles(role: str) -> frozenset[tuple[str, ...]]:
    """Return the folded words of titles of one role: "title" before a name, "beside" after a title (السابق)."""
    return frozenset(parts(row["phrase"]) for row in _rows("names_titles.csv") if row["role"] == role)


@cache
def head_words() -> dict[Kind, frozenset[str]]:
    """Return for each kind the folded generic words that may stand before a name without being part of it."""
    found: dict[Kind, set[str]] = {}
    for row in _rows("names_heads.csv"):
        found.setdefault(row["kind"], set()).add(fold(row["word"]))  # type: ignore[arg-type]
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def head_meanings() -> dict[tuple[Kind, str], str]:
    """Return (kind, folded generic word) → what it means in English."""
    rows = _rows("names_heads.csv")
    return {(row["kind"], fold(row["word"])): row["meaning"] for row in rows}  # type: ignore[misc]


@cache
def outside_heads(kind: Kind) -> frozenset[str]:
    """Return the folded heads that the guide leaves outside a name of one word (وكالة [رويترز], مدينة [الرقة])."""
    return frozenset(fold(row["word"]) for row in _rows("names_heads.csv") if row["kind"] == kind and row["outside"])


@cache
def media() -> frozenset[str]:
    """Return the keys of news media's names."""
    return frozenset(key(name) for row in _rows("media_names.csv") for name in row["names"].split("|"))


@cache
def edge_words(role: str, kind: Kind) -> frozenset[str]:
    """Return the folded words of one role in names_edges.csv: what begins, ends or continues names of the kind."""
    return frozenset(
        fold(row["word"]) for row in _rows("names_edges.csv") if (row["role"], row["kind"]) == (role, kind)
    )


@cache
def role_words() -> frozenset[tuple[str, str]]:
    """Return the folded words of the tables of edges, heads and kin, each with a role it plays and for which kind."""
    edges = {(row["word"], f"{row['kind']} {row['role']}") for row in _rows("names_edges.csv")}
    heads = {(row["word"], f"{row['kind']} head {row['outside']}") for row in _rows("names_heads.csv")}
    kin = {(row["word"], "kin") for row in _rows("names_kin.csv")}
    return frozenset((fold(word), role) for word, role in edges | heads | kin)
