"""What was measured, several times."""

from dataclasses import dataclass
from statistics import median

from tests.browser.serving import ROOT

NEWS = ROOT.parent / "shared" / "corpora" / "ant_2018_sample.jsonl.gz"  # real text to measure on, where it is at hand


@dataclass(frozen=True)
class Measure:
    """A name, a unit, and the value of each run."""

    name: str
    unit: str
    values: list[float]
    digits: int = 0

    @property
    def least(self) -> float:
        """Return the smallest value."""
        return min(self.values)

    @property
    def median(self) -> float:
        """Return the middle value."""
        return median(self.values)

    @property
    def most(self) -> float:
        """Return the largest value."""
        return max(self.values)

    def as_dict(self) -> dict[str, object]:
        """Return the measure as JSON has it."""
        figures = {"min": self.least, "median": self.median, "max": self.most}
        return {"name": self.name, "unit": self.unit, "runs": len(self.values)} | {
            name: round(value, 3) for name, value in figures.items()
        }
