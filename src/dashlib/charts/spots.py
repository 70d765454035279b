"""Where events stand on a map: those of one place together, places that would hide each other as one group."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.charts.mercator import Window, degrees, northing
from dashlib.codebook import KINDS
from dashlib.codebook.areas import radius_km
from dashlib.codebook.countries import country_name
from dashlib.types import PlacePrecision

__all__ = ["BROAD", "Group", "Spot", "fit", "groups", "located", "places", "spots"]

BROAD = frozenset({PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.OTHER})
_NOMINAL_KM = {PlacePrecision.DISTRICT: 15.0, PlacePrecision.REGION: 80.0, PlacePrecision.OTHER: 40.0}
_APART_PX = 30
_PASSES = 8
_STRAY, _MANY = 0.02, 50
_LEAST_DEGREES = 2.5
_ROOM = 0.12


class Spot(NamedTuple):
    """A place with its events: projected position, name, precision, ISO alpha-3 country, rows of the events frame.

    `radius` is how far the place reaches in projected units, 0 for what is smaller than a mark or a whole country;
    `measured` is whether that is known or only usual for such a place.
    """

    x: float
    y: float
    name: str
    precision: str
    country: str
    radius: float
    measured: bool
    rows: tuple[int, ...]


class Group(NamedTuple):
    """Spots that stand together at the scale of the map, and where."""

    x: float
    y: float
    spots: tuple[Spot, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Give the rows of all events of the group."""
        return tuple(row for spot in self.spots for row in spot.rows)


def located(events: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Tell which events have a place on the map."""
    return (events["latitude"].notna() & events["longitude"].notna()).to_numpy()


def _reach(place_id: str, precision: str, latitude: float) -> tuple[float, bool]:
    if precision not in _NOMINAL_KM:
        return 0.0, True
    km = radius_km(place_id)
    return degrees(km or _NOMINAL_KM[PlacePrecision(precision)], latitude), km > 0


def spots(events: pd.DataFrame) -> list[Spot]:
    """Give the places of the events that have one, the busiest first."""
    rows: dict[tuple[float, float, str, str], list[int]] = {}
    values = [events[name].tolist() for name in ("longitude", "latitude", "place", "place_precision")]
    for n in np.flatnonzero(located(events)).tolist():
        lon, lat, name, precision = (column[n] for column in values)
        rows.setdefault((lon, lat, name, precision), []).append(n)
    found = []
    for (lon, lat, name, precision), numbers in rows.items():
        radius, measured = _reach(events["place_id"].iloc[numbers[0]], precision, lat)
        country = events["country"].iloc[numbers[0]]
        found.append(Spot(lon, float(northing(lat)), name, precision, country, radius, measured, tuple(numbers)))
    return sorted(found, key=lambda s: (-len(s.rows), s.name))


def _joined(members: Sequence[Group]) -> Group:
    """Put groups together where their events lie in the mean."""
    weights = [len(g.rows) for g in members]
    x, y = (float(np.average([g[axis] for g in members], weights=weights)) for axis in (0, 1))
    return Group(x, y, tuple(s for g in members for s in g.spots))


def _binned(found: Iterable[Spot], cell: float) -> list[Group]:
    """Put spots of one cell together, so that the pairs to compare stay few."""
    cells: dict[tuple[int, int], list[Group]] = {}
    for s in found:
        cells.setdefault((round(s.x / cell), round(s.y / cell)), []).append(Group(s.x, s.y, (s,)))
    return [_joined(members) for members in cells.values()]


def _pass(found: list[Group], apart: float) -> list[Group]:
    """Let each group, the largest first, take in those that stand too near."""
    found = sorted(found, key=lambda g: -len(g.rows))
    at = np.array([(g.x, g.y) for g in found])
    free, out = np.ones(len(found), dtype=bool), []
    for n in range(len(found)):
        if free[n]:
            near = free & (np.hypot(*(at - at[n]).T) < apart)
            free &= ~near
            out.append(_joined([found[i] for i in np.flatnonzero(near)]))
    return out


def groups(found: Sequence[Spot], scale: float) -> list[Group]:
    """Put together what would stand closer than a mark is wide, at `scale` pixels a projected unit."""
    if not found:
        return []
    apart = _APART_PX / scale
    made = _binned(found, apart / 2)
    for _ in range(_PASSES):
        merged = _pass(made, apart)
        if len(merged) == len(made):
            break
        made = merged
    return made


def fit(found: Sequence[Spot]) -> Window | None:
    """Give the window that holds the spots with some room; of many, a few far ones are left aside. None without any."""
    if not found:
        return None
    reach = np.array([s.radius for s in found])
    at, weights = np.array([(s.x, s.y) for s in found]), [len(s.rows) for s in found]
    share = _STRAY if sum(weights) > _MANY else 0.0
    (west, south), (east, north) = (
        np.quantile(np.repeat(edges, weights, axis=0), q, axis=0)
        for edges, q in ((at - reach[:, None], share), (at + reach[:, None], 1 - share))
    )
    dx, dy = (max(0.0, _LEAST_DEGREES - side) / 2 for side in (east - west, north - south))
    return Window(float(west - dx), float(south - dy), float(east + dx), float(north + dy)).grown(_ROOM)


def places(events: pd.DataFrame) -> pd.DataFrame:
    """Give a row a place of the map, the busiest first: what the map shows, as a table.

    Columns: Place, Country, Known to (precision), Latitude, Longitude, Events, Kinds, First, Last (days, or None).
    """
    kinds, starts, ends = (events[c].tolist() for c in ("kind", "date_start", "date_end"))
    lats, lons = (events[c].tolist() for c in ("latitude", "longitude"))
    rows = []
    for spot in spots(events):
        of_kind = Counter(kinds[r] for r in spot.rows).most_common()
        named = ", ".join(f"{KINDS[k].label} {n}" for k, n in of_kind)
        days = [d for r in spot.rows for d in (starts[r], ends[r]) if isinstance(d, dt.date)]
        at = [round(float(values[spot.rows[0]]), 4) for values in (lats, lons)]
        span = [min(days, default=None), max(days, default=None)]
        rows.append([spot.name, country_name(spot.country), spot.precision, *at, len(spot.rows), named, *span])
    columns = ["Place", "Country", "Known to", "Latitude", "Longitude", "Events", "Kinds", "First", "Last"]
    return pd.DataFrame(rows, columns=columns)
