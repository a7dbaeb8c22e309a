"""Full-text search over the words table: spelling variants and clitics are found, phrases in quotes stay together."""

import re

import duckdb

from lib.arabic.search import stems, variants

_MOST = 12  # phrases of a query that are looked up: each costs a pass over the index
_PART = re.compile(r'[«"“”]([^«»"“”]+)[»"“”]|(\S+)')


def phrases(query: str) -> list[list[str]]:
    """Cut a query into phrases of words: quoted words stay together, every other word is a phrase of its own."""
    found = [(quoted or word).split() for quoted, word in _PART.findall(query)]
    return [words for words in ([word for word in phrase if variants(word)] for phrase in found) if words]


def matching(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[str, list[object]]:
    """Return SQL, with parameters, for the hits of a query in articles that hold all of its phrases.

    Columns: article_id, sentence, part, start, end (of the phrase). A query without a word matches nothing; of a
    very long one the first phrases count.
    """
    wanted = _distinct(phrases(query))[:_MOST]
    if not wanted:
        return 'SELECT article_id, sentence, part, start, "end" FROM words WHERE false', []
    hits: list[str] = []
    values: list[object] = []
    for phrase in wanted:
        sql, bound = _phrase(connection, phrase)
        hits.append(sql)
        values += bound
    both = " AND ".join(f"article_id IN (SELECT article_id FROM hits WHERE phrase = {n})" for n in range(len(wanted)))
    union = " UNION ALL ".join(f"SELECT {n} AS phrase, * FROM ({sql})" for n, sql in enumerate(hits))
    return (
        f'WITH hits AS ({union}) SELECT DISTINCT article_id, sentence, part, start, "end" FROM hits WHERE {both}',
        values,
    )


def _distinct(wanted: list[list[str]]) -> list[list[str]]:
    """Return the phrases without those that mean the same words as an earlier one."""
    return list({tuple(stems(word) for word in phrase): phrase for phrase in reversed(wanted)}.values())[::-1]


def _phrase(connection: duckdb.DuckDBPyConnection, words: list[str]) -> tuple[str, list[object]]:
    """Words at consecutive positions of one sentence."""
    joins = "".join(
        f" JOIN words w{n} ON w{n}.article_id = w0.article_id AND w{n}.sentence = w0.sentence"
        f" AND w{n}.position = w0.position + {n}"
        for n in range(1, len(words))
    )
    conditions = " AND ".join(f"w{n}.form IN (SELECT unnest(?::VARCHAR[]))" for n in range(len(words)))
    last = f'w{len(words) - 1}."end"'
    sql = (
        f'SELECT w0.article_id, w0.sentence, w0.part, w0.start, {last} AS "end" FROM words w0{joins} WHERE {conditions}'
    )
    return sql, [sorted(_forms(connection, word)) for word in words]


def _forms(connection: duckdb.DuckDBPyConnection, word: str) -> set[str]:
    """Return the forms that a query word matches: its own, and those of other spellings of the name it belongs to."""
    other = connection.cursor().execute(
        "SELECT DISTINCT variant FROM spellings WHERE list_contains(?, form)", [sorted(stems(word))]
    )
    return set(variants(word)).union(*(variants(variant) for (variant,) in other.fetchall()))
