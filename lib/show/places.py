"""The map with its controls: what is drawn and how, one place in full, and the names that point nowhere."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.ask import journeys, places
from lib.draw import maps
from lib.draw.countries import called
from lib.draw.labels import REASONS, ROLES, TONES, Language, names, said
from lib.show import html
from lib.show.atlas import movable
from lib.show.charts import beside, chooser, nothing, screen, twin, unfolding
from lib.show.corpus import answer, later
from lib.show.downloads import csv_button, geojson_button
from lib.show.evidence import choose, panel_at
from lib.show.frame import controls, ordered, section
from lib.show.headline import Figure, headline
from lib.show.language import label, t
from lib.show.options import unit
from lib.show.place import card, in_words
from lib.show.state import LAYERS, language, narrow

_COUNTS = ["articles", "reports", "mentions"]
_TONES = [*TONES]
_BESIDE = 14  # unresolved names that stand beside the map; the list below it holds all
_AT = "map"


def whole_map() -> None:
    """Draw the map with its controls and its evidence, and beside and below it the names that point nowhere."""
    placed = answer(places.places, unit())
    tally = st.container()  # filled last: the map shall not wait for what else its numbers need
    _map_controls()
    main, side = _aside()
    with main:
        if _layer() == "places":
            _places_map(placed)
        elif _layer() == "countries":
            _countries_map(answer(places.countries, unit()), placed)
        else:
            _journeys_map(answer(journeys.journeys), answer(journeys.story), placed)
    lost = answer(places.unresolved, unit())
    with side:
        _lost_beside(lost)
    _lost_below(lost)
    with tally:
        _place_tally(placed, lost, answer(journeys.legs))


def _layer() -> str:
    """Return what the map draws: places, countries or journeys."""
    chosen: str = st.session_state["layer"]
    return chosen


def _toned() -> bool:
    """Return whether colour means tone."""
    chosen: bool = st.session_state["toned"]
    return chosen


def _place_tally(placed: pd.DataFrame, lost: pd.DataFrame, legs: int) -> None:
    """Show how many places there are, how many mentions point to one and to none, and how many legs are told."""
    headline(
        Figure(len(placed), t("map.found")),
        Figure(int(placed["mentions"].sum()), t("map.mentions"), "place~placed~true"),
        Figure(int(lost["mentions"].sum()), t("map.unplaced"), "place~placed~false"),
        Figure(legs, t("map.legs"), "leg"),
    )


def _map_controls() -> None:
    """Offer what is drawn, what is counted, in which roles, and whether colour means tone."""
    section(t("page.map"), t(f"map.{_layer()}_help"))
    rows: list[list[Callable[[], object]]] = [[_layer_switch]]
    if _layer() != "journeys":
        counted = partial(unit, draw=True)
        switches: list[Callable[[], object]] = [_layer_switch, counted, _role_switch, _tone_switch]
        rows = [[one] for one in switches] if narrow() else [switches[:2], switches[2:]]
    for row in rows:
        with controls():
            for draw in ordered(row):
                draw()


def _layer_switch() -> None:
    st.segmented_control(
        t("map.layer"), ordered(LAYERS), key="layer", required=True, wrap=True,
        format_func={name: t(f"map.{name}") for name in LAYERS}.__getitem__,
    )  # fmt: skip


def _role_switch() -> None:
    st.pills(
        t("map.roles"), ordered(list(ROLES)), key="role", selection_mode="multi", wrap=True, help=t("map.roles_help"),
        format_func={role: ROLES[role][language()] for role in ROLES}.__getitem__,
    )  # fmt: skip


def _tone_switch() -> None:
    st.toggle(t("map.toned"), key="toned", help=t("map.toned_help"))


def _aside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return where the map stands and, narrower, what stands beside it, on the side where reading ends."""
    wide, slim = (3, 1)
    if language() == "ar" and not narrow():
        side, main = st.columns([slim, wide], gap="medium")
    else:
        main, side = st.columns([wide, slim], gap="medium")
    return main, side


def _places_map(rows: pd.DataFrame) -> None:
    """Show places as bubbles; a click opens what is known of one, and its sentences."""
    columns = [*_COUNTS, *(_TONES if _toned() else []), "feature", "country"]
    _map(maps.places(rows, unit(), screen(), _toned()), in_words(rows), names(rows, language()), columns)
    geojson_button(label("map.geojson"), lambda: rows, later(journeys.journeys), "places")


def _countries_map(rows: pd.DataFrame, placed: pd.DataFrame) -> None:
    """Show countries, each in the shade of the places in it; a click opens their sentences."""
    columns = [*_COUNTS, *(_TONES if _toned() else [])]
    labels = [called(one, language()) for one in rows["country"]]
    _map(maps.countries(rows, placed, unit(), screen(), _toned()), rows, labels, columns)


def _journeys_map(rows: pd.DataFrame, story: pd.DataFrame, placed: pd.DataFrame) -> None:
    """Show journeys as arcs, with a slider that plays their story; a click opens the sentences that tell them."""
    if rows.empty:
        html.block(html.muted(t("map.no_journeys")))
        panel_at(_AT)
        return
    told = story.assign(
        traveller=names(story, language(), "traveller_"),
        when=["" if pd.isna(one) else f"{one:%Y-%m-%d}" for one in story["date"]],
    )
    _map(maps.journeys(rows, story, screen()), told, _legs(told), ["when", "articles", "reports", "legs"])
    geojson_button(label("map.geojson"), lambda: placed, lambda: rows, "journeys")


def _lost_beside(rows: pd.DataFrame) -> None:
    """Name the most frequent of what points to no place, each number leading to its sentences."""
    section(t("map.unresolved"), t("map.unresolved_help"))
    if rows.empty:
        nothing("unresolved")
        return
    first = rows.nlargest(_BESIDE, "mentions")
    html.block(twin(first, names(first, language()), ["mentions"], at="unresolved"))


def _lost_below(rows: pd.DataFrame) -> None:
    """Show every name that points to no place, with the reasons why, to choose from and to take away."""
    if rows.empty:
        return
    labels = names(rows, language())
    chooser(rows, labels, "unresolved", t("map.choose_unresolved"))
    speech = language()  # the download is made outside the visitor's session, which alone knows it
    with unfolding(label("map.all_unresolved", n=f"{len(rows):,}"), len(rows), "unresolved") as opened:
        if opened.open is not False:
            html.block(twin(rows.assign(reason=_reasons(rows, speech)), labels, ["reason", *_COUNTS], at="unresolved"))
        csv_button(t("chart.csv"), lambda: rows.assign(reasons=_reasons(rows, speech)), "unresolved")


def _reasons(rows: pd.DataFrame, speech: Language) -> list[str]:
    """Return in words why each name points nowhere."""
    return [" · ".join(said(REASONS, one, speech) for one in why) for why in rows["reasons"]]


def _map(drawing: maps.Drawing, rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str]) -> None:
    """Show a drawing with what belongs to it: the place in full, a list to choose from, the evidence, a table."""
    with st.container(key=f"chart-{_AT}"):
        movable(drawing, f"atlas-{language()}", lambda pick: choose(pick, _AT))
    card(_AT)
    if rows.empty:
        nothing(_AT)
    else:
        beside(rows, labels, columns, _AT)


def _legs(story: pd.DataFrame) -> list[str]:
    """Return each leg of a story in words: when, who, from where to where."""
    lines = zip(story["when"], story["traveller"], maps.paths(story, language()), strict=True)
    return [" · ".join(part for part in line if part) for line in lines]
