"""The one day that stands for an event where days are counted; events that are dated too vaguely stand apart."""

import datetime as dt
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.query.extent import FAR, NEVER, Days, extent
from dashlib.types import Status

__all__ = ["LONGEST", "days_of", "periods_of", "took_place"]

LONGEST = 31  # days: an interval beyond is too vague to be counted to a week
_TOOK_PLACE = frozenset({Status.HAPPENED.value, Status.ONGOING.value})
_WEEKS_FOR = 560  # days; a longer span is told in months


def days_of(events: pd.DataFrame) -> tuple[Days, npt.NDArray[np.bool_]]:
    """Give each event's last possible day as an ordinal, and whether it is known to within a month."""
    first, last = extent(events)
    known = (first > NEVER) & (last < FAR) & (first <= last) & (last - first <= LONGEST)
    return last, known


def took_place(events: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Tell which events are reported to have happened or to go on."""
    return events["status"].isin(_TOOK_PLACE).to_numpy()


def periods_of(days: Iterable[int]) -> tuple[list[dt.date], str]:
    """Give the first days of the weeks from Monday, or of the months, that hold the days, and which of them it is."""
    ordinals = list(days)
    start, end = dt.date.fromordinal(int(min(ordinals))), dt.date.fromordinal(int(max(ordinals)))
    if (end - start).days <= _WEEKS_FOR:
        monday = start - dt.timedelta(start.weekday())
        return [monday + dt.timedelta(7 * n) for n in range((end - monday).days // 7 + 1)], "week"
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return [dt.date(m // 12, m % 12 + 1, 1) for m in months], "month"
