"""What pages say: ask a question of the current selection, show its answer, open its evidence."""

from lib.show.adding import adding
from lib.show.charts import chart, chooser, ranked, screen, timeline
from lib.show.corpus import answer
from lib.show.frame import controls, kinds, section
from lib.show.headline import Figure, headline
from lib.show.intake import files_read, rejected_records, removed_passages
from lib.show.language import t
from lib.show.lists import article_list, concordance, describe
from lib.show.method import citation, engine_note, identity_table, layers, quality
from lib.show.notices import require
from lib.show.options import focus, unit
from lib.show.reader import reader
from lib.show.state import language, narrow

__all__ = [
    "Figure",
    "adding",
    "answer",
    "article_list",
    "chart",
    "chooser",
    "citation",
    "concordance",
    "controls",
    "describe",
    "engine_note",
    "files_read",
    "focus",
    "headline",
    "identity_table",
    "kinds",
    "language",
    "layers",
    "narrow",
    "quality",
    "ranked",
    "reader",
    "rejected_records",
    "removed_passages",
    "require",
    "screen",
    "section",
    "t",
    "timeline",
    "unit",
]
