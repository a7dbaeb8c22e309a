"""Map: where the names point to, the journeys that texts tell, and beside them the names that point nowhere."""

from lib.ask.overview import totals
from lib.show import answer, redrawn, require, whole_map

require(answer(totals).articles)
redrawn(whole_map, {"unit", "layer", "role", "toned"})
