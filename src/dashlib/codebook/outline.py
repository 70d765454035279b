"""The outlines of the world's countries, from the package: nothing is fetched to draw a map.

Natural Earth (public domain) as TopoJSON, at 1:110 million for the world and 1:50 million for a part of it;
`benchmarks/outline.py` writes both files and says what it changes.
"""

import gzip
import json
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Country", "Detail", "Ring", "outline"]

Ring = npt.NDArray[np.float64]


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


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    scale, origin = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    return [np.cumsum(arc, axis=0) * scale + origin for arc in topology["arcs"]]


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs, each of which begins where the one before ended; ~n stands for arc n read backwards."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])


@cache
def outline(detail: Detail) -> tuple[Country, ...]:
    """Give the countries of the world with their rings."""
    packed = (files("dashlib.codebook") / "data" / f"outline-{detail}.json.gz").read_bytes()
    topology = json.loads(gzip.decompress(packed))
    arcs = _arcs(topology)
    return tuple(
        Country(code, tuple(_ring(numbers, arcs) for polygon in polygons for numbers in polygon))
        for code, polygons in topology["countries"].items()
    )
