"""A window of days that moves through time: how long it is, how far a step goes, and where the next events are."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dashlib.query.extent import Days, extent

__all__ = ["PACES", "Pace", "Window", "count", "following"]


class Pace(NamedTuple):
    """How many days a window has, and by how many it moves."""

    days: int
    step: int


PACES: Mapping[str, Pace] = {"Week": Pace(7, 1), "Month": Pace(30, 7), "Quarter": Pace(91, 14)}


class Window(NamedTuple):
    """The days from `start` on that a pace shows at once."""

    start: dt.date
    pace: Pace

    @property
    def end(self) -> dt.date:
        """Give the last day."""
        return self.start + dt.timedelta(self.pace.days - 1)


def _inside(days: tuple[Days, Days], window: Window) -> int:
    first, last = days
    overlap = (first <= window.end.toordinal()) & (last >= window.start.toordinal()) & (first <= last)
    return int(overlap.sum())


def count(events: pd.DataFrame, window: Window) -> int:
    """Count the events that may fall on one of the window's days."""
    return _inside(extent(events), window)


def following(
    events: pd.DataFrame, window: Window, span: tuple[dt.date, dt.date], *, back: bool = False
) -> Window | None:
    """Give the next window that begins within `span` and holds an event, or the one before; None where there is none."""
    days, step = extent(events), dt.timedelta(-window.pace.step if back else window.pace.step)
    at = window._replace(start=window.start + step)
    while span[0] <= at.start <= span[1]:
        if _inside(days, at):
            return at
        at = at._replace(start=at.start + step)
    return None
