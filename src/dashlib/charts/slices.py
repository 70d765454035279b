"""Slices of time that charts of numbers share: days, weeks or months, and their names."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from dashlib.charts.placing import window
from dashlib.charts.style import View
from dashlib.query.aggregates import by_kind, periods
from dashlib.wording import day

__all__ = ["by_slice", "names", "slices"]


def slices(events: pd.DataFrame, view: View) -> tuple[list[dt.date], dt.date]:
    """Give the first days of the slices that a chart of `events` is divided into, and the last day of the last."""
    start, end = window(events, view.since, view.until)
    return periods(start, end), end


def by_slice(events: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give how many events of each kind a slice holds: columns `kind`, `since`, `events`."""
    return by_kind(events, *slices(events, view))


def names(starts: Sequence[dt.date]) -> list[str]:
    """Name slices by their length.

    >>> names([dt.date(2025, 3, 3), dt.date(2025, 3, 10)]), names([dt.date(2025, 3, 1), dt.date(2025, 4, 1)])
    (['Week of 3 Mar 2025', 'Week of 10 Mar 2025'], ['Mar 2025', 'Apr 2025'])
    """
    step = (starts[1] - starts[0]).days if len(starts) > 1 else 1
    return [day(s) if step == 1 else f"Week of {day(s)}" if step == 7 else f"{s:%b} {s.year}" for s in starts]
