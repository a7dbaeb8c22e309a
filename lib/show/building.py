"""Builds that a visitor started: they go on while pages are drawn, and can be stopped."""

import threading
from dataclasses import dataclass, field

from lib.errors import MijharError
from lib.show.commands import run
from lib.show.draft import Draft
from lib.show.library import place

STEPS = ("read", "clean", "copies", "recognise", "link", "annotate", "write")


class _StoppedError(Exception):
    """The visitor stopped the build."""


@dataclass
class Building:
    """A build under way, or how it ended: `failure` is the command line's sentence, "" when there is none."""

    name: str
    draft: Draft
    step: str = STEPS[0]
    done: int = 0
    total: int | None = None
    failure: str = ""
    ended: bool = False
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def share(self) -> float:
        """How far it has come, each step counting alike, from 0 to 1."""
        within = self.done / self.total if self.total else 0.0
        return min(1.0, (STEPS.index(self.step) + within) / len(STEPS))

    def progress(self, step: str, done: int, total: int | None) -> None:
        """Note how far it has come."""
        if self.stopped.is_set():
            raise _StoppedError
        self.step, self.done, self.total = step, done, total


def build(draft: Draft, name: str) -> Building | None:
    """Start building a draft under a name, in the background; None when the name is another's."""
    if not draft.claim(name):
        return None
    building = Building(name, draft)
    threading.Thread(target=_build, args=(building,), daemon=True).start()
    return building


def _build(building: Building) -> None:
    draft, told = building.draft, building.draft.told()
    keep = [option for rule in told.get("keep", {}) for option in ("--keep", rule)]
    options = [*draft.columns(told.get("columns", {})), *keep]
    try:
        run(["build", str(draft.files), "--out", str(place() / building.name), *options], building.progress)
        draft.keep_as(building.name)
    except _StoppedError:
        draft.release(building.name)
    except (MijharError, OSError) as error:
        building.failure = str(error)
        draft.release(building.name)
    finally:
        building.ended = True
