from lib.read.article import Article, Rejected
from lib.read.columns import columns_from_toml
from lib.read.reading import articles

__all__ = ["Article", "Rejected", "articles", "columns_from_toml"]
