"""The parts of the map page: what is drawn and how, one place in full, and the names that point nowhere."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.ask import place as one_place
from lib.ask.picks import Pick, PickError
from lib.draw import maps, palette
from lib.draw.countries import called
from lib.draw.labels import FEATURES, REASONS, ROLES, TONES, isolated, names, said
from lib.show import html
from lib.show.atlas import movable
from lib.show.charts import beside, chooser, nothing, screen, twin
from lib.show.corpus import answer
from lib.show.downloads import csv_button, geojson_button
from lib.show.evidence import choose, panel_at
from lib.show.frame import controls, ordered, section
from lib.show.headline import Figure, headline
from lib.show.language import label, t
from lib.show.options import unit
from lib.show.state import LAYERS, address, language, narrow

_COUNTS = ["articles", "reports", "mentions"]
_TONES = [*TONES]
_BESIDE = 14  # unresolved names that stand beside the map; the list below it holds all
_RIVAL = ["feature", "country", "score", "mentions"]
_MOST = 12  # of the names that a place goes by
_AT = "map"


def layer() -> str:
    """Return what the map draws: places, countries or journeys."""
    chosen: str = st.session_state["layer"]
    return chosen


def toned() -> bool:
    """Return whether colour means tone."""
    chosen: bool = st.session_state["toned"]
    return chosen


def place_tally(placed: pd.DataFrame, lost: pd.DataFrame, legs: pd.DataFrame) -> None:
    """Show how many places there are, how many mentions point to one and to none, and how many legs are told."""
    headline(
        Figure(len(placed), t("map.found")),
        Figure(int(placed["mentions"].sum()), t("map.mentions"), "place~placed~true"),
        Figure(int(lost["mentions"].sum()), t("map.unplaced"), "place~placed~false"),
        Figure(int(legs["legs"].sum()), t("map.legs"), "leg"),
    )


def map_controls() -> None:
    """Offer what is drawn, what is counted, in which roles, and whether colour means tone."""
    section(t("page.map"), t(f"map.{layer()}_help"))
    rows: list[list[Callable[[], object]]] = [[_layer]]
    if layer() != "journeys":
        rows = [[_layer, lambda: unit(draw=True)], [_roles, _toned]]
    for row in rows:
        with controls():
            for draw in ordered(row):
                draw()


def _layer() -> None:
    st.segmented_control(
        t("map.layer"), ordered(LAYERS), key="layer", required=True, wrap=True,
        format_func={name: t(f"map.{name}") for name in LAYERS}.__getitem__,
    )  # fmt: skip


def _roles() -> None:
    st.pills(
        t("map.roles"), ordered(list(ROLES)), key="role", selection_mode="multi", wrap=True, help=t("map.roles_help"),
        format_func={role: ROLES[role][language()] for role in ROLES}.__getitem__,
    )  # fmt: skip


def _toned() -> None:
    st.toggle(t("map.toned"), key="toned", help=t("map.toned_help"))


def aside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return where the map stands and, narrower, what stands beside it, on the side where reading ends."""
    wide, slim = (3, 1)
    if language() == "ar" and not narrow():
        side, main = st.columns([slim, wide], gap="medium")
    else:
        main, side = st.columns([wide, slim], gap="medium")
    return main, side


def places_map(rows: pd.DataFrame, legs: pd.DataFrame) -> None:
    """Show places as bubbles; a click opens what is known of one, and its sentences."""
    columns = [*_COUNTS, *(_TONES if toned() else []), "feature", "country"]
    _map(maps.places(rows, unit(), screen(), toned()), _in_words(rows), names(rows, language()), columns)
    geojson_button(label("map.geojson"), rows, legs, "places")


def countries_map(rows: pd.DataFrame, placed: pd.DataFrame) -> None:
    """Show countries, each in the shade of the places in it; a click opens their sentences."""
    columns = [*_COUNTS, *(_TONES if toned() else [])]
    labels = [called(one, language()) for one in rows["country"]]
    _map(maps.countries(rows, placed, unit(), screen(), toned()), rows, labels, columns)


def journeys_map(rows: pd.DataFrame, story: pd.DataFrame, placed: pd.DataFrame) -> None:
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
    geojson_button(label("map.geojson"), placed, rows, "journeys")


def lost_beside(rows: pd.DataFrame) -> None:
    """Name the most frequent of what points to no place, each number leading to its sentences."""
    section(t("map.unresolved"), t("map.unresolved_help"))
    if rows.empty:
        nothing("unresolved")
        return
    first = rows.head(_BESIDE)
    html.block(twin(first, names(first, language()), ["mentions"], at="unresolved"))


def lost_below(rows: pd.DataFrame) -> None:
    """Show every name that points to no place, with the reasons why, to choose from and to take away."""
    if rows.empty:
        return
    labels = names(rows, language())
    chooser(rows, labels, "unresolved", t("map.choose_unresolved"))
    reasons = [" · ".join(said(REASONS, one, language()) for one in why) for why in rows["reasons"]]
    with st.expander(label("map.all_unresolved", n=f"{len(rows):,}")):
        html.block(twin(rows.assign(reason=reasons), labels, ["reason", *_COUNTS], at="unresolved"))
        csv_button(t("chart.csv"), lambda: rows.assign(reasons=reasons), "unresolved")


def _map(drawing: maps.Drawing, rows: pd.DataFrame, labels: Sequence[str], columns: Sequence[str]) -> None:
    """Show a drawing with what belongs to it: the place in full, a list to choose from, the evidence, a table."""
    with st.container(key=f"chart-{_AT}"):
        movable(drawing, f"atlas-{language()}", lambda pick: choose(pick, _AT))
    _card()
    if rows.empty:
        nothing(_AT)
    else:
        beside(rows, labels, columns, _AT)


def _legs(story: pd.DataFrame) -> list[str]:
    """Return each leg of a story in words: when, who, from where to where."""
    lines = zip(story["when"], story["traveller"], maps.paths(story, language()), strict=True)
    return [" · ".join(part for part in line if part) for line in lines]


def _chosen() -> str:
    """Return the place that the current pick, made on this page, is about; "" for none."""
    try:
        pick = Pick.from_text(st.session_state["pick"])
    except PickError:
        return ""
    return dict(pick.where).get("place_id", "") if pick.fact in ("place", "reason", "rival") else ""


def _card() -> None:
    """Show what is known of the chosen place: what it is, how it is named and why, and what else it could be."""
    found = answer(one_place.about, _chosen()) if _chosen() else pd.DataFrame()
    if found.empty:
        return
    row = found.to_dict("records")[0]
    name = names(found, language())[0]
    other = next((row[one] for one in ("name_ar", "name_en") if row[one] and row[one] != name), "")
    kind = " · ".join([said(FEATURES, row["feature"], language()), called(row["country"], language())])
    where = isolated(f"{row['latitude']:.2f}°, {row['longitude']:.2f}°")
    with st.container(border=True, key="place-card"):
        html.block(
            html.named(name, *([html.words(other)] if other else []), html.chip(kind, palette.KINDS["LOC"])),
            html.muted(" · ".join([where, *([t("place.middle")] if row["feature"] in maps.WIDE else [])])),
            _linked(t("map.roles"), answer(one_place.roles, row["place_id"]), "role", ROLES),
            _linked(t("place.tones"), answer(one_place.tones, row["place_id"]), "label", TONES, "sentences"),
            _linked(t("place.forms"), answer(one_place.forms, row["place_id"]), "text", {}),
            _linked(t("place.reasons"), answer(one_place.reasons, row["place_id"]), "reason", REASONS),
        )
        _rivals(row["place_id"], row["score"])


def _linked(
    title: str, rows: pd.DataFrame, column: str, table: dict[str, dict[str, str]], counted: str = "mentions"
) -> str:
    """Return a line of what is counted, each number leading to its sentences; nothing where there is nothing."""
    if rows.empty:
        return ""
    parts = [
        html.counted(said(table, row[column], language()), f"{row[counted]:,}", address(pick=row["pick"], at=_AT))
        for row in rows.head(_MOST).to_dict("records")
    ]
    return html.told(title, parts)


def _rivals(place_id: str, score: float) -> None:
    """Show how sure the place is, and which others its names could mean."""
    rows = answer(one_place.rivals, place_id)
    if pd.isna(score):
        return
    html.block(html.told(t("place.score"), [html.words(f"{score:.2f}")]))
    if rows.empty:
        html.block(html.muted(t("place.no_rivals")))
        return
    told = _in_words(rows).assign(score=[f"{one:.3f}" for one in rows["score"]])
    html.block(html.muted(t("place.rivals")), twin(told, names(rows, language()), _RIVAL, named="place", at=_AT))


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return places with their countries and features by name; thousands of places have few of either."""
    speech = language()
    countries = {one: called(one, speech) for one in rows["country"].unique()}
    features = {one: said(FEATURES, one, speech) for one in rows["feature"].unique()}
    return rows.assign(country=rows["country"].map(countries), feature=rows["feature"].map(features))
