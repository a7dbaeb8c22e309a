"""Places and journeys as GeoJSON (RFC 7946): longitude before latitude, WGS 84."""

from typing import Any

import pandas as pd

_PLACE = ("place_id", "name_ar", "name_en", "country", "feature")
_COUNTED = ("articles", "reports", "mentions", "negative", "neutral", "positive", "abstained")
_LEG = ("from_place_id", "from_name_ar", "from_name_en", "to_place_id", "to_name_ar", "to_name_en")
_TOLD = ("first_date", "last_date")
_LEGS = ("articles", "reports", "legs")


def collection(places: pd.DataFrame, journeys: pd.DataFrame) -> dict[str, Any]:
    """Return a point a place and a straight line a journey with two ends, names and counts as their properties."""
    points = [
        _feature("Point", _position(row, ""), _texts(row, _PLACE) | _numbers(row, _COUNTED))
        for row in places.to_dict("records")
    ]
    lines = [
        _feature(
            "LineString",
            [_position(row, "from_"), _position(row, "to_")],
            _texts(row, (*_LEG, *_TOLD)) | _numbers(row, _LEGS),
        )
        for row in journeys.dropna(subset=["from_place_id", "to_place_id"]).to_dict("records")
    ]
    return {"type": "FeatureCollection", "features": points + lines}


def _feature(kind: str, coordinates: list[Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _position(row: dict[Any, Any], side: str) -> list[float]:
    return [float(row[f"{side}longitude"]), float(row[f"{side}latitude"])]


def _texts(row: dict[Any, Any], columns: tuple[str, ...]) -> dict[str, str | None]:
    return {name: None if pd.isna(row[name]) else str(row[name])[: 10 if name in _TOLD else None] for name in columns}


def _numbers(row: dict[Any, Any], columns: tuple[str, ...]) -> dict[str, int]:
    return {name: int(row[name]) for name in columns}
