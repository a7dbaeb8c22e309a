"""Map: where the names point to, the journeys that texts tell, and beside them the names that point nowhere."""

from lib.ask import journeys, places
from lib.ask.overview import totals
from lib.show import (
    answer,
    aside,
    countries_map,
    journeys_map,
    layer,
    lost_below,
    lost_beside,
    map_controls,
    place_tally,
    places_map,
    require,
    unit,
)

require(answer(totals).articles)
placed, lost, legs = answer(places.places, unit()), answer(places.unresolved, unit()), answer(journeys.legs)
place_tally(placed, lost, legs)
map_controls()
main, side = aside()
with main:
    if layer() == "places":
        places_map(placed)
    elif layer() == "countries":
        countries_map(answer(places.countries, unit()), placed)
    else:
        journeys_map(answer(journeys.journeys), answer(journeys.story), placed)
with side:
    lost_beside(lost)
lost_below(lost)
