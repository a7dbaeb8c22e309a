"""The page's headline: one large number, with smaller ones beside it."""

from dataclasses import dataclass
from numbers import Integral

from lib.show import html
from lib.show.evidence import panel_at
from lib.show.state import address


@dataclass(frozen=True)
class Figure:
    """A number: what it counts, and the pick of the rows behind it ("" when none can be shown)."""

    value: object
    label: str
    pick: str = ""

    def written(self, at: str) -> html.Number:
        """Return the number with thousands separators, its label, and the link to its evidence, shown at a place."""
        text = f"{self.value:,}" if isinstance(self.value, Integral) else str(self.value)
        return text, self.label, self.pick and address(pick=self.pick, at=at)


def headline(main: Figure, *figures: Figure, at: str = "headline") -> None:
    """Show a large number, and smaller figures beside it; those with a pick open their evidence below.

    `at` names the place in the link, where a page has more than one.
    """
    html.block(html.headline(main.written(at), [figure.written(at) for figure in figures]))
    panel_at(at)
