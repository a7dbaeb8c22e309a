"""A build's work on many items, in this process or in several."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from math import ceil
from multiprocessing import active_children, get_context
from types import FrameType
from typing import Protocol, TypeVar

from lib.corpus.gather import Progress

# Articles handed to a worker, and their sentences to the engine, at a time: enough for engines that sort sentences
# into batches of one length, some 0.3 s of work, so that the progress bar moves.
CHUNK = 50

T = TypeVar("T")
R = TypeVar("R")
_ended: list[int] = []  # in a worker: the signals that told it to end


class Run(Protocol):
    """Runs a function over items, some at a time, and reports progress; results come in the items' order."""

    def __call__(
        self, function: Callable[[Sequence[T]], list[R]], items: Sequence[T], step: str, progress: Progress
    ) -> list[R]:
        """Return one result an item."""
        ...


@contextmanager
def pool(most: int, items: int) -> Iterator[Run]:
    """Yield what runs a function over so many items, in order, here or in several processes started clean (no fork)."""

    def run(function: Callable[[Sequence[T]], list[R]], items: Sequence[T], step: str, progress: Progress) -> list[R]:
        chunks = [items[first : first + CHUNK] for first in range(0, len(items), CHUNK)]
        results: list[R] = []
        for found in executor.map(partial(_unless_ended, function), chunks) if executor else map(function, chunks):
            results += found
            progress(step, len(results), len(items))
        return results

    count = min(most, ceil(items / CHUNK))
    executor = ProcessPoolExecutor(count, get_context("spawn"), _outlast_signals) if count > 1 else None
    try:
        yield run
    except BaseException:
        for worker in active_children():
            worker.terminate()
        raise
    finally:
        if executor:
            executor.shutdown(cancel_futures=True)  # nothing is left to cancel but when the build was ended


def _outlast_signals() -> None:
    """Let the worker finish the chunk it is at when it is told to end, and do no other.

    NOTE: a worker that ends while it sends a result leaves half of it in the pipe, and the executor waits for the
    other half for good: what the build wrote so far would never be removed.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _note)


def _note(number: int, frame: FrameType | None) -> None:
    _ended.append(number)


def _unless_ended(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    return [] if _ended else function(items)
