"""Articles as one table, for a notebook."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lib.read.article import Article
from lib.read.isolated import articles

if TYPE_CHECKING:
    from pandas import DataFrame

_KINDS = {field.name: "str" for field in fields(Article)} | {"published": "datetime64[us, UTC]", "record": "int64"}


class _Rejected(list[dict[str, object]]):
    """Rejected records that a table's copies share.

    pandas copies attrs deeply at every step: measured with 10,000 records, 27 ms each time a column is taken.
    """

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[list[object]], tuple[list[object]]]:
        return list, (list(self),)


def to_frame(path: Path | str, columns: Mapping[str, str] | None = None) -> "DataFrame":
    """Return what lies at `path` as one row an article, its columns Article's fields, `published` in UTC.

    `frame.attrs["rejected"]` lists what is no article, a dict a record: `pandas.DataFrame(frame.attrs["rejected"])`.
    InputError when the path as a whole cannot be read. NOTE: the table holds all texts at once; `articles` does not.
    """
    import pandas as pd  # noqa: PLC0415 - half a second that reading without a table does not need

    kept, rejected = [], _Rejected()
    values = attrgetter(*_KINDS)
    for row in articles(path, columns):
        if isinstance(row, Article):
            kept.append(values(row))
        else:
            rejected.append(asdict(row))
    frame = pd.DataFrame.from_records(kept, columns=list(_KINDS)).astype(_KINDS)
    frame.attrs["rejected"] = rejected
    return frame
