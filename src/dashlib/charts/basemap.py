"""The ground of a map: land and borders as one path, a country as a path of its own, as fine as the window needs."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from dashlib.charts.mercator import Window, northing
from dashlib.codebook.outline import Detail, Ring, cut, outline

__all__ = ["Land", "detail_of", "land", "paths", "span_px"]


class Land(NamedTuple):
    """The colours of a map's ground; the sea is the paper."""

    land: str
    border: str


_LIGHT, _DARK = Land("#f1f3f6", "#c9d0d9"), Land("#1a212b", "#3a4451")
_WORLDWIDE = 100.0  # degrees: a wider window gets the outline of the world
_STEP_PX = 1.1
_MARGINS = 0.3, 0.45  # a wide screen shows more from west to east, a narrow one from south to north
_ISLET = 3  # steps


def land(*, dark: bool) -> Land:
    """Give the ground of a theme."""
    return _DARK if dark else _LIGHT


def detail_of(window: Window) -> Detail:
    """Give how fine the outline of a window is to be."""
    return Detail.WORLD if window.width > _WORLDWIDE else Detail.PART


def _projected(ring: Ring) -> Ring:
    return np.column_stack([ring[:, 0], northing(ring[:, 1])])


def _clipped(ring: Ring, window: Window) -> Ring:
    for axis, edge, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        ring = cut(ring, axis, edge, sign)
    return ring


def _apart(ring: Ring, window: Window) -> bool:
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    return bool(west > window.east or east < window.west or south > window.north or north < window.south)


def _snapped(ring: Ring, step: float) -> Ring:
    """Put the corners on a grid of `step`, so that neighbours keep one border, and drop those that fall together."""
    cells = np.round(ring / step)
    moved = np.any(cells != np.roll(cells, 1, axis=0), axis=1)
    snapped: Ring = cells[moved] * step
    return snapped


def _round(step: float) -> float:
    """Give the number of few digits (1, 2 or 5 times a power of ten) next to a step, so that paths stay short."""
    power = 10.0 ** np.floor(np.log10(step))
    return float(min((power * n for n in (1, 2, 5, 10)), key=lambda s: abs(np.log(s / step))))


def _path(ring: Ring, digits: int) -> str:
    return "M" + "L".join(f"{x:.{digits}f},{y:.{digits}f}" for x, y in ring.tolist()) + "Z"


@lru_cache(maxsize=24)
def paths(window: Window) -> Mapping[str, str]:
    """Give the outline of each country that the window and its margin show: ISO alpha-3 code -> SVG path."""
    around, step = window.shaped().grown(*_MARGINS), _round(_STEP_PX / window.scale)
    drawn = {c.code: "".join(_drawn(c.rings, around, step)) for c in outline(detail_of(window))}
    return {code: path for code, path in drawn.items() if path}


def _drawn(rings: Iterable[Ring], around: Window, step: float) -> Iterable[str]:
    digits = max(0, int(np.ceil(-np.log10(step) - 1e-9)))
    for ring in map(_projected, rings):
        if not _apart(ring, around) and np.ptp(ring, axis=0).max() > _ISLET * step:
            clipped = _clipped(_snapped(ring[:-1], step), around)
            if len(clipped) > 2:
                yield _path(clipped, digits)


@lru_cache(maxsize=1)
def _widths() -> Mapping[str, float]:
    """Give the square root of each country's largest rectangle around a ring, in projected units."""
    sides = {c.code: [np.ptp(_projected(r), axis=0) for r in c.rings] for c in outline(Detail.WORLD)}
    return {code: float(max(np.sqrt(w * h) for w, h in found)) for code, found in sides.items()}


def span_px(country: str, window: Window) -> float:
    """Give roughly how many pixels wide a country is; 0 where it is too small to have an outline."""
    return _widths().get(country, 0.0) * window.scale
