"""Reading in a process of its own, with limits: whatever a file does to it, the files that follow are read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lib.errors import InputError
from lib.read import stdin
from lib.read.article import Article, File, Rejected
from lib.read.messages import Row
from lib.read.process import Limits, Process
from lib.read.sources import sources

LIMITS = Limits()

_DEATHS_AT_ONCE = 3  # chosen: one may be the machine's, three in a row are the input's


def rows(path: Path | str, columns: Mapping[str, str] | None = None, *, limits: Limits = LIMITS) -> Iterator[Row]:
    """Yield each record at `path` as an article or a rejected record, and after each file's rows how it was read.

    `path` is a file of a known kind, a zip of these, a folder of all of them, or "-": JSON lines on standard input.
    `columns` maps our field → the file's column. The order is stable. InputError when the path as a whole cannot be
    read, at the call when it does not exist; within a folder or zip a file that cannot be read is a rejected record
    instead, and so is any file whose reading passes the limits or kills its process. A large file is never held whole.
    """
    path = Path(path)
    if str(path) == "-":
        return _rows_of_stdin(columns or {}, limits)
    sources(path)  # NOTE: lists nothing yet, and says when there is no such path
    return _rows(path, columns or {}, limits)


def articles(
    path: Path | str, columns: Mapping[str, str] | None = None, *, limits: Limits = LIMITS
) -> Iterator[Article | Rejected]:
    """Yield what `rows` does but for how each file was read."""
    return (row for row in rows(path, columns, limits=limits) if not isinstance(row, File))


def _rows_of_stdin(columns: Mapping[str, str], limits: Limits) -> Iterator[Row]:
    with stdin.spooled() as copy:
        yield from _rows(copy, columns, limits)


def _rows(path: Path, columns: Mapping[str, str], limits: Limits) -> Iterator[Row]:
    """Yield the rows of process after process, each of which goes on behind the source that its forerunner died of.

    This ends whatever they do: each begins a source more than the one before it, or counts as dead at once.
    """
    reading, deaths = _Reading(), 0
    while not reading.complete:
        begun = reading.begun
        asked = {"path": str(path), "columns": dict(columns), "skip": begun, "memory": limits.memory, "cpu": limits.cpu}
        with Process(asked, limits) as process:
            yield from reading.rows(process)
            deaths = 0 if reading.complete or reading.begun > begun else deaths + 1
            if deaths == _DEATHS_AT_ONCE and not begun:
                raise InputError(f"{path}: nothing was read, {deaths} times over. {process.reason(0)}")
            if deaths == _DEATHS_AT_ONCE:
                yield Rejected(path.name, 0, 0, f"The files behind number {begun} were not read. {process.reason(0)}")
                return


class _Reading:
    """How far reading has come: sources begun, the one being read ("" between two) and its last record."""

    def __init__(self) -> None:
        self.begun = 0
        self.complete = False
        self._source = ""
        self._record = 0

    def rows(self, process: Process) -> Iterator[Row]:
        """Yield one process's rows, and why it died when that cost a source its rows."""
        for notice, told in process.messages():
            if notice == "rows":
                yield from told
                self._record = next((row.record for row in reversed(told) if not isinstance(row, File)), self._record)
            elif notice == "source":
                self.begun, self._source, self._record = self.begun + 1, told, 0
            elif notice == "failed":
                yield self._rejected(f"Reading it failed unexpectedly ({told}); please report this.")
            elif notice == "done":
                self._source = ""
            elif notice == "error":
                raise InputError(told)
            else:
                self.complete = notice == "end"
                return
        if self._source:
            yield self._rejected(process.reason(self._record))
            self._source = ""

    def _rejected(self, reason: str) -> Rejected:
        return Rejected(self._source, 0, 0, reason)
