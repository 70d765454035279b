"""How far places reach, and the parts of the world that a map can be turned to."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dashlib.codebook.tables import read_csv

__all__ = ["Extent", "areas", "radius_km"]


class Extent(NamedTuple):
    """A part of the world between two meridians and two parallels, in degrees; east is greater than west."""

    west: float
    south: float
    east: float
    north: float


@cache
def areas() -> Mapping[str, Extent]:
    """Give the parts of the world by name, in the order of the table."""
    rows = read_csv("map_areas.csv", ("name", "west", "south", "east", "north", "source"))
    return {r["name"]: Extent(*(float(r[edge]) for edge in Extent._fields)) for r in rows}


@cache
def _radii() -> Mapping[str, float]:
    rows = read_csv("place_radii.csv", ("place_id", "radius_km", "source"))
    return {r["place_id"]: float(r["radius_km"]) for r in rows}


def radius_km(place_id: str) -> float:
    """Give how many kilometres a region or sea reaches around its centre; 0 where that is not known.

    >>> radius_km("x:gaza-strip"), radius_km("no such place")
    (20.0, 0.0)
    """
    return _radii().get(place_id, 0.0)
