"""A pick: the short text that names the rows behind one number, in a link as in a click.

It reads `fact~column~value~column~value…`, for example `mention~entity_id~bashar-al-assad~week~2024-12-09`.
"""

from dataclasses import dataclass
from urllib.parse import unquote

import pandas as pd

from lib.ask.facts import COMMON, FACTS
from lib.errors import MijharError


class PickError(MijharError):
    """A pick, most often from a link, that names no fact or column."""


@dataclass(frozen=True)
class Pick:
    """The rows of a fact whose columns have these values; the empty value stands for null."""

    fact: str
    where: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_text(cls, text: str) -> "Pick":
        """Parse a pick; PickError says what of it is unknown."""
        fact, *rest = text.split("~")
        if fact not in FACTS or len(rest) % 2:
            raise PickError(f"The link's selection {text!r} is not one of Mijhar's: pick a bar or row again.")
        where = tuple(zip(rest[::2], map(unquote, rest[1::2]), strict=True))
        unknown = [column for column, _ in where if column not in (*COMMON, *FACTS[fact].columns)]
        if unknown:
            raise PickError(f"The link's selection names {unknown[0]!r}, which {fact} rows do not have: pick again.")
        return cls(fact, where)

    def __str__(self) -> str:
        return "~".join([self.fact, *(part for column, value in self.where for part in (column, _escaped(value)))])


def with_picks(frame: pd.DataFrame, fact: str, *columns: str, **renamed: str) -> pd.DataFrame:
    """Add the column `pick`: for each row, the `fact` rows that share its values; `renamed` maps fact=frame columns."""
    named = {column: column for column in columns} | renamed
    parts = [[f"{name}~{_escaped(_text(value))}" for value in frame[source].tolist()] for name, source in named.items()]
    picks = ["~".join((fact, *row)) for row in zip(*parts, strict=True)]
    return frame.assign(pick=pd.Series(picks, index=frame.index, dtype="object"))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)[:10] if hasattr(value, "isoformat") else str(value)


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("~", "%7E")
