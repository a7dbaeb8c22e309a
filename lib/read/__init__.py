from lib.read.article import Article, File, Rejected
from lib.read.columns import columns_from_toml
from lib.read.frame import to_frame
from lib.read.isolated import articles, rows

__all__ = ["Article", "File", "Rejected", "articles", "columns_from_toml", "rows", "to_frame"]
