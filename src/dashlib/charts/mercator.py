"""The projection of the maps: Mercator, in which a circle stays a circle wherever the map is turned to.

Projected units are degrees of longitude, on both axes.
"""

from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from dashlib.codebook.areas import Extent

__all__ = ["PHONE", "SCREEN", "Window", "degrees", "extent_of", "latitude", "northing", "window_of"]

_MOST = 84.0
_KM_A_DEGREE = 111.32
SCREEN, PHONE = (840, 520), (350, 380)  # pixels of a map
Values = npt.NDArray[np.float64]


class _Point(Protocol):
    @property
    def x(self) -> float: ...

    @property
    def y(self) -> float: ...


class Window(NamedTuple):
    """A rectangle of the map in projected units, and the pixels of the screen that it is shown on."""

    west: float
    south: float
    east: float
    north: float
    screen: tuple[int, int] = SCREEN

    @property
    def width(self) -> float:
        """How far it is from west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """How far it is from south to north."""
        return self.north - self.south

    @property
    def scale(self) -> float:
        """How many pixels a unit takes."""
        return min(self.screen[0] / self.width, self.screen[1] / self.height)

    def grown(self, across: float, along: float | None = None) -> "Window":
        """Give the window with margins: `across` of its width left and right, `along` of its height below and above."""
        dx, dy = across * self.width, (across if along is None else along) * self.height
        return self._replace(west=self.west - dx, south=self.south - dy, east=self.east + dx, north=self.north + dy)

    def holds(self, point: _Point) -> bool:
        """Tell whether a point lies within."""
        return self.west <= point.x <= self.east and self.south <= point.y <= self.north

    def shaped(self) -> "Window":
        """Give the smallest window around this one that has the shape of its screen."""
        shape = self.screen[0] / self.screen[1]
        across = max(0.0, self.height * shape / self.width - 1) / 2
        return self.grown(across, max(0.0, self.width / shape / self.height - 1) / 2)


def northing(latitudes: npt.ArrayLike) -> Values:
    """Project latitudes in degrees; what lies beyond 84 degrees stands there.

    >>> northing([0.0, 60.0]).round(1).tolist()
    [0.0, 75.5]
    """
    clipped = np.radians(np.clip(np.asarray(latitudes, dtype=float), -_MOST, _MOST))
    projected: Values = np.degrees(np.arctanh(np.sin(clipped)))
    return projected


def latitude(y: float) -> float:
    """Give the latitude in degrees of a projected y."""
    return float(np.degrees(np.arcsin(np.tanh(np.radians(y)))))


def window_of(extent: Extent) -> Window:
    """Project a part of the world."""
    south, north = northing([extent.south, extent.north])
    return Window(extent.west, float(south), extent.east, float(north))


def extent_of(window: Window) -> Extent:
    """Give the part of the world that a window shows."""
    return Extent(window.west, latitude(window.south), window.east, latitude(window.north))


def degrees(km: float, at: float) -> float:
    """Give a length in projected units at a latitude; Mercator stretches it the more, the farther from the equator.

    >>> round(degrees(111.32, 0), 2), round(degrees(111.32, 60), 2)
    (1.0, 2.0)
    """
    return km / _KM_A_DEGREE / float(np.cos(np.radians(np.clip(at, -_MOST, _MOST))))
