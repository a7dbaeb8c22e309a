"""What pages say: ask a question of the current selection, show its answer, open its evidence."""

from lib.show.adding import adding
from lib.show.charts import chart, chooser, ranked, screen
from lib.show.corpus import answer
from lib.show.drawings import network, shares, timeline, tone, trend
from lib.show.entity import card, cues, doubt, forms, frequent, sources, tally
from lib.show.frame import controls, kinds, redrawn, section
from lib.show.headline import Figure, headline
from lib.show.intake import files_read, rejected_records, removed_passages
from lib.show.language import t
from lib.show.lists import article_list, concordance, describe
from lib.show.method import citation, engine_note, identity_table, layers, quality
from lib.show.notices import require
from lib.show.options import compare, focus, unit
from lib.show.places import whole_map
from lib.show.reader import reader
from lib.show.state import language, narrow

__all__ = [
    "Figure",
    "adding",
    "answer",
    "article_list",
    "card",
    "chart",
    "chooser",
    "citation",
    "compare",
    "concordance",
    "controls",
    "cues",
    "describe",
    "doubt",
    "engine_note",
    "files_read",
    "focus",
    "forms",
    "frequent",
    "headline",
    "identity_table",
    "kinds",
    "language",
    "layers",
    "narrow",
    "network",
    "quality",
    "ranked",
    "reader",
    "redrawn",
    "rejected_records",
    "removed_passages",
    "require",
    "screen",
    "section",
    "shares",
    "sources",
    "t",
    "tally",
    "timeline",
    "tone",
    "trend",
    "unit",
    "whole_map",
]
