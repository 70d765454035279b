"""The outlines of the world's countries, from the package: nothing is fetched to draw a map.

Natural Earth (public domain) as TopoJSON, at 1:110 million for the world and 1:50 million for a part of it;
`benchmarks/outline.py` writes both files and says what it changes.
"""

import gzip
import json
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Country", "Detail", "Ring", "cut", "outline"]

Ring = npt.NDArray[np.float64]
_HALF = 180.0001  # degrees; the source's grid overshoots by as little


class Detail(StrEnum):
    """How fine an outline is: for the world, or for a part of it."""

    WORLD = "110m"
    PART = "50m"


class Country(NamedTuple):
    """A country: ISO 3166-1 alpha-3 (empty for what has none), its rings of (longitude, latitude) in degrees.

    A ring ends where it begins; a hole is a ring inside another, so that filling goes by the even-odd rule.
    """

    code: str
    rings: tuple[Ring, ...]


def cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    """Cut an open ring at one edge (Sutherland and Hodgman 1974); `sign` 1 keeps what lies above the edge, -1 below."""
    inside = sign * (ring[:, axis] - edge) >= 0
    if inside.all():
        return ring
    after, inside_after = np.roll(ring, -1, axis=0), np.roll(inside, -1)
    out: list[Ring] = []
    for a, b, here, there in zip(ring, after, inside, inside_after, strict=True):
        if here:
            out.append(a)
        if here != there:
            out.append(a + (edge - a[axis]) / (b[axis] - a[axis]) * (b - a))
    return np.array(out).reshape(-1, 2)


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    scale, origin = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    return [np.cumsum(arc, axis=0) * scale + origin for arc in topology["arcs"]]


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs, each of which begins where the one before ended; ~n stands for arc n read backwards."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def _parts(ring: Ring) -> Iterable[Ring]:
    """Give a ring as it is, or cut in two where it crosses the meridian of 180 degrees."""
    unwrapped = np.column_stack([np.unwrap(ring[:, 0], period=360), ring[:, 1]])
    if np.abs(unwrapped[:, 0]).max() <= _HALF:
        yield ring
        return
    edge = _HALF if unwrapped[:, 0].max() > _HALF else -_HALF
    for sign in (1, -1):
        part = cut(unwrapped[:-1], 0, edge, sign)
        if len(part):
            beyond = sign * edge > 0
            part = part - [2 * edge, 0] if beyond else part
            yield np.vstack([part, part[:1]])


@cache
def outline(detail: Detail) -> tuple[Country, ...]:
    """Give the countries of the world with their rings."""
    packed = (files("dashlib.codebook") / "data" / f"outline-{detail}.json.gz").read_bytes()
    topology = json.loads(gzip.decompress(packed))
    arcs = _arcs(topology)
    return tuple(
        Country(code, tuple(r for polygon in polygons for numbers in polygon for r in _parts(_ring(numbers, arcs))))
        for code, polygons in topology["countries"].items()
    )
