"""The days an event may fall on, with open ends closed by when it was reported: one rule for filters and charts."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.types import Status

__all__ = ["FAR", "NEVER", "Days", "extent", "in_order"]

Days = npt.NDArray[np.int64]
NEVER, FAR = -(10**6), 10**7
_BEHIND = frozenset({Status.HAPPENED.value, Status.ONGOING.value, Status.DENIED.value})


def _ordinals(values: pd.Series, missing: int) -> Days:
    return np.array([v.toordinal() if isinstance(v, dt.date) else missing for v in values], dtype=np.int64)


def extent(events: pd.DataFrame) -> tuple[Days, Days]:
    """Give the first and the last possible day of each event, as proleptic ordinals (`date.toordinal`).

    An open start is `NEVER`. An open end of what lies behind us is the last report, any other `FAR`. An event without
    a date stands at the days of its reports; one without those either has an empty extent (`FAR` to `NEVER`).
    """
    start, end = _ordinals(events["date_start"], NEVER), _ordinals(events["date_end"], FAR)
    first, last = _ordinals(events["first_reported"], FAR), _ordinals(events["last_reported"], NEVER)
    undated = (start == NEVER) & (end == FAR)
    behind = events["status"].isin(_BEHIND).to_numpy()
    closed = np.where((end == FAR) & behind & (last != NEVER), np.maximum(start, last), end)
    return np.where(undated, first, start), np.where(undated, last, closed)


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Give the events by their last possible day, then by their first, the latest first; an open end is its start."""
    first, last = extent(events)
    last = np.where(last >= FAR, first, last)
    return events.iloc[np.lexsort((np.arange(len(events)), -first, -last))]
