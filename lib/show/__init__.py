"""What pages say: ask a question of the current selection, show its answer, open its evidence."""

from lib.show.charts import chart, chooser, ground, ranked
from lib.show.corpus import answer
from lib.show.frame import headline, kinds, require, section
from lib.show.language import t
from lib.show.lists import article_list, concordance, describe
from lib.show.method import citation, engine_note, identity_table, layers, quality, removed_rules
from lib.show.options import focus, unit
from lib.show.reader import reader
from lib.show.state import language

__all__ = [
    "answer",
    "article_list",
    "chart",
    "chooser",
    "citation",
    "concordance",
    "describe",
    "engine_note",
    "focus",
    "ground",
    "headline",
    "identity_table",
    "kinds",
    "language",
    "layers",
    "quality",
    "ranked",
    "reader",
    "removed_rules",
    "require",
    "section",
    "t",
    "unit",
]
