"""Where marks stand: days on the axis, rows within a lane so that marks do not hide each other, lanes from above."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.query.extent import FAR, NEVER, Days, extent

__all__ = ["Lane", "Placed", "place", "window", "within"]

_LONG = 62
_ORIGIN = dt.date(2025, 1, 1)
_OPEN_TAIL = 0.04
_MOST_ROWS = (4, 3, 2)
_STEADY_ROWS = 2
_TALLEST = 55  # rows
_OUTLIERS, _MANY = 0.02, 50
_GAP = 0.028
_PAD = 0.7


class Lane(NamedTuple):
    """A lane: its label, where its middle stands, and where it ends below."""

    label: str
    middle: float
    bottom: float


class Placed(NamedTuple):
    """Marks in place. Days are ordinals; `y` counts rows downward from 0; `height` is the sum of the lanes in rows."""

    x: Days
    start: Days
    end: Days
    y: npt.NDArray[np.float64]
    lanes: list[Lane]
    height: float


def window(events: pd.DataFrame, since: dt.date | None, until: dt.date | None) -> tuple[dt.date, dt.date]:
    """Give the days that a chart shows: the filter's, else those of the events, long and open intervals left aside."""
    first, last = extent(events)
    closed = (first > NEVER) & (last < FAR) & (first <= last)
    short = closed & (last - first <= _LONG)
    use = short if short.any() else closed
    if not use.any():
        end = until or since or _ORIGIN
        return (since or end - dt.timedelta(_LONG), end)
    low, high = _ends(first[use], last[use])
    margin = max(3, round((high - low) * 0.03))
    start = since or dt.date.fromordinal(low - margin)
    end = until or dt.date.fromordinal(high + margin)
    return (start, end) if start < end else (end - dt.timedelta(1), start + dt.timedelta(1))


def within(events: pd.DataFrame, span: tuple[dt.date, dt.date]) -> npt.NDArray[np.bool_]:
    """Tell which events may fall on one of the days from the first to the last of `span`."""
    first, last = extent(events)
    inside: npt.NDArray[np.bool_] = (first <= span[1].toordinal()) & (last >= span[0].toordinal()) & (first <= last)
    return inside


def _ends(first: Days, last: Days) -> tuple[int, int]:
    """Give the first and the last day; of many events, the few that lie far outside do not stretch the axis."""
    if len(first) < _MANY:
        return int(first.min()), int(last.max())
    return int(np.quantile(first, _OUTLIERS)), int(np.quantile(last, 1 - _OUTLIERS))


def _drawn(events: pd.DataFrame, tail: int) -> tuple[Days, Days, Days]:
    """Give where the mark stands and from where to where its pale bar runs; an open end gets a short tail."""
    first, last = extent(events)
    open_start, open_end = first <= NEVER, last >= FAR
    start = np.where(open_start, last - tail, first)
    end = np.where(open_end, first + tail, last)
    middle = np.where(open_start, last, np.where(open_end, first, (start + end) // 2))
    return middle, start, end


def _seen(drawn: tuple[Days, Days, Days], span: tuple[dt.date, dt.date]) -> tuple[Days, Days, Days]:
    """Keep marks and bars inside the window: a mark stands in the part of its bar that shows, else at the near edge."""
    low, high = span[0].toordinal(), span[1].toordinal()
    x, start, end = drawn
    start_, end_ = np.clip(start, low, high), np.clip(end, low, high)
    cut = (start_ != start) | (end_ != end)
    return np.where(cut & ((x < low) | (x > high)), (start_ + end_) // 2, x), start_, end_


def _rows(x: Days, gap: float, most: int) -> Days:
    """Give a row within the lane to each mark, the first that is free; where all are taken, the emptiest."""
    out = np.zeros(len(x), dtype=np.int64)
    taken = [-float("inf")] * most
    for i in np.argsort(x, kind="stable"):
        row = next((r for r, until in enumerate(taken) if x[i] - until >= gap), taken.index(min(taken)))
        out[i], taken[row] = row, x[i]
    return out


class Room(NamedTuple):
    """How many rows a lane has: at least and at most so many; those of `flat` one."""

    least: int
    most: int
    flat: Collection[str]

    def of(self, label: str) -> tuple[int, int]:
        """Give the least and the most rows of a lane."""
        return (1, 1) if label in self.flat else (self.least, self.most)


def _stacked(
    x: Days, lanes: npt.NDArray[np.str_], order: Sequence[str], gap: float, room: Room
) -> tuple[npt.NDArray[np.float64], list[Lane]]:
    """Give the height of each mark, and the lanes from above."""
    y, out, below = np.zeros(len(x)), [], 0.0
    for label in order:
        inside, (least, most) = lanes == label, room.of(label)
        rows = _rows(x[inside], gap, most)
        y[inside] = below + _PAD / 2 + 0.5 + rows
        height = max(int(rows.max(initial=0)) + 1, least) + _PAD
        out.append(Lane(label, below + height / 2, below + height))
        below += height
    return y, out


def place(
    events: pd.DataFrame,
    lanes: Sequence[str],
    order: Sequence[str],
    span: tuple[dt.date, dt.date],
    *,
    steady: bool = False,
    flat: Collection[str] = (),
) -> Placed:
    """Place each event in its lane (`lanes`, one an event); lanes come in `order` from above, empty ones drop out.

    A lane has as many rows as keep its marks apart, up to four; fewer where the chart would grow beyond two screens.
    `steady` lanes have the same height whatever is in them, and none drops out; `flat` ones have one row and stay too.
    """
    days = max((span[1] - span[0]).days, 1)
    x, start, end = _seen(_drawn(events, max(1, round(days * _OPEN_TAIL))), span)
    shown = list(order) if steady else [lane for lane in order if lane in {*lanes, *flat}]
    for most in (_STEADY_ROWS,) if steady else _MOST_ROWS:
        y, placed = _stacked(x, np.asarray(lanes), shown, days * _GAP, Room(most if steady else 1, most, flat))
        if not placed or placed[-1].bottom <= _TALLEST:
            break
    return Placed(x, start, end, y, placed, placed[-1].bottom if placed else 0.0)
