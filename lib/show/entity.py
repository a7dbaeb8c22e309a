"""The parts of the pages about entities: how many there are, which one it is, its written forms, statements."""

import pandas as pd

from lib.ask.entity import About
from lib.draw import palette
from lib.draw.labels import KINDS, NAMED, SOURCES, joined, names
from lib.show import html
from lib.show.charts import listed, ranked
from lib.show.frame import kinds
from lib.show.headline import Figure, headline
from lib.show.language import t
from lib.show.notices import require
from lib.show.options import door, unit
from lib.show.state import address, filters, language, narrow


def tally(found: pd.DataFrame, doubt: int) -> None:
    """Show how many entities there are, how often each kind is named (rows of `kinds`), and the unsure mentions."""
    each = zip(found["kind"], found["mentions"], found["pick"], strict=True)
    headline(
        Figure(int(found["entities"].sum()), t("entities.distinct")),
        *(Figure(n, t("entities.mentions_of", kind=KINDS[kind][language()]), pick) for kind, n, pick in each),
        Figure(doubt, t("entities.uncertain_mentions"), "" if filters().sure else "mention~uncertain~true"),
    )


def frequent(rows: pd.DataFrame) -> None:
    """Show the entities that are named most, each leading to its page, and a way to any other's."""
    kinds()
    columns = ["articles", "reports", "mentions"]
    ranked(rows, names(rows, language()), columns, unit(), "frequency", colour="kind", entity="entity_id")
    door()


def _called(one: About) -> str:
    """Return the entity's name in the interface's language, or the other's where it has none."""
    return names(pd.DataFrame([{"name_ar": one.name_ar, "name_en": one.name_en}]), language())[0]


def card(one: About) -> dict[str, str]:
    """Show the entity's names, its kind and how much of it the selection has; return id → name.

    The page ends here, saying why, when the selection does not name it.
    """
    name = _called(one)
    other = one.name_en if name == one.name_ar else one.name_ar
    beside = [html.words(other)] if other and other != name else []
    if one.romanised and one.name_en:
        beside.append(html.chip(t("entities.romanised"), palette.QUIET))
    html.block(html.named(name, *beside, html.chip(KINDS[one.kind][language()], palette.KINDS[one.kind])))
    pick = f"mention~entity_id~{one.entity_id}"
    figures = {
        "articles": Figure(one.articles, t("entities.in_articles"), pick),
        "reports": Figure(one.reports, t("entities.in_reports"), pick),
        "mentions": Figure(one.mentions, t("entities.in_mentions"), pick),
    }
    main = figures.pop(unit())
    unsure = [Figure(one.uncertain, t("entities.of_these"), f"{pick}~uncertain~true")] if one.uncertain else []
    when = [Figure(f"{one.first_day} – {one.last_day}", t("overview.period"))] if one.first_day else []
    require(one.mentions, "entities.nowhere")
    headline(main, *figures.values(), *unsure, Figure(one.publishers, t("overview.publishers")), *when)
    return {one.entity_id: name}


def forms(rows: pd.DataFrame, at: str) -> None:
    """Show written forms with what joined each to the entity."""
    rules = [joined(rule, language()) for rule in rows["rule"]]
    columns = ["mentions", "rule"] if narrow() else ["rule", "articles", "reports", "mentions"]
    listed(rows.assign(rule=rules), list(rows["text"]), columns, at, named="text")


def doubt(rows: pd.DataFrame) -> None:
    """Show the forms of uncertain mentions, or that the filter bar leaves them out, or that there are none."""
    if filters().sure:
        html.block(html.line(html.words(t("entities.sure_on")), html.link(address(sure=False), t("entities.sure_off"))))
    elif rows.empty:
        html.block(html.muted(t("entities.no_uncertain")))
    else:
        forms(rows, "uncertain")


def sources(rows: pd.DataFrame, one: str) -> None:
    """Show who makes statements about the entity: the source, its kind, whether it has a name, the cues, how many."""
    if len(rows):
        _sums(rows, one)
    told = rows.assign(
        kind=[SOURCES[kind][language()] for kind in rows["kind"]],
        named=[NAMED[bool(named)][language()] for named in rows["named"]],
    )
    columns = ["statements", "kind", "named"] if narrow() else ["kind", "named", "cues", "statements"]
    listed(told, names(rows, language()), columns, "said", named="source")


def _sums(rows: pd.DataFrame, one: str) -> None:
    """Say how many statements there are, and of these to a named source and to none, each leading to its sentences."""
    pick = f"said~entity_id~{one}"
    by_name = rows.groupby("named")["statements"].sum()
    told = [(t("col.statements"), rows["statements"].sum(), pick)]
    told += [(NAMED[named][language()], by_name.get(named, 0), f"{pick}~named~{str(named).lower()}") for named in NAMED]
    links = (html.link(address(pick=opened, at="said"), f"{number:,}") for _, number, opened in told)
    html.block(html.line(*(f"{html.words(word)}: {link}" for (word, *_), link in zip(told, links, strict=True))))


def cues(rows: pd.DataFrame, at: str) -> None:
    """Show by which words statements are attributed to the entity, and whether they are quoted."""
    told = rows.assign(direct=[t("reader.yes" if direct else "reader.no") for direct in rows["direct"]])
    listed(told, list(rows["cue"]), ["direct", "articles", "statements"], at, named="cue")
