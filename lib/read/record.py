"""What a format's reader yields: one record of a file, its fields still under the file's own names."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Record:
    """A record and its 1-based number in the file; `problem` says in one sentence why it has no fields.

    `line` is the 1-based line where the record begins, 0 where lines mean nothing.
    """

    number: int
    fields: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""
    line: int = 0
