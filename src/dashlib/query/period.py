"""Ranges of days that are compared: a period, the one before it, and the weeks that say what is usual."""

import datetime as dt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.query.extent import extent
from dashlib.query.filters import Filters
from dashlib.types import Status

__all__ = [
    "Compared",
    "DayRange",
    "Present",
    "articles_in",
    "compared",
    "happening",
    "present",
    "standing",
    "that_period",
]

_STALE = dt.timedelta(days=14)
_WEEKS = dt.timedelta(weeks=4)
_YEAR = dt.timedelta(weeks=52)
_HAPPENING = (Status.HAPPENED.value, Status.ONGOING.value)


class DayRange(NamedTuple):
    """Days from `since` to `until`, both inclusive."""

    since: dt.date
    until: dt.date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.since).days + 1

    def before(self, length: dt.timedelta) -> "DayRange":
        """Give the days of that length that end where this range begins."""
        return DayRange(self.since - length, self.since - dt.timedelta(1))

    def holds(self, ordinals: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Tell for each day, given as a proleptic ordinal, whether it lies in the range."""
        return (ordinals >= self.since.toordinal()) & (ordinals <= self.until.toordinal())


class Present(NamedTuple):
    """The day that stands for today, and whether that is the newest article's because news have stopped coming in."""

    day: dt.date
    stopped: bool


class Compared(NamedTuple):
    """A period and what it is held against; None where the articles do not go back so far.

    A range of the past is cut off at the first article. `weeks` are the four weeks before the period, `year` the 52.
    """

    period: DayRange
    before: DayRange | None
    weeks: DayRange | None
    year: DayRange | None


def _published(articles: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Give the last possible day of publication of each article that has one, copies left out."""
    own = articles.loc[articles["duplicate_of"] == "", "published_end"]
    return np.array([d.toordinal() for d in own if isinstance(d, dt.date)], dtype=np.int64)


def present(articles: pd.DataFrame, today: dt.date) -> Present:
    """Give the day that counts as today: `today`, or the newest article's where that is over two weeks old."""
    days = _published(articles)
    newest = dt.date.fromordinal(int(days.max())) if len(days) else today
    return Present(newest, stopped=True) if today - newest > _STALE else Present(today, stopped=False)


def that_period(filters: Filters, now: dt.date) -> DayRange:
    """Give the period that the filter's dates ask for; an open end is `now`, an open start 28 days before the end."""
    until = filters.until or max(now, filters.since or now)
    return DayRange(filters.since or until - _WEEKS + dt.timedelta(1), until)


def compared(period: DayRange, articles: pd.DataFrame) -> Compared:
    """Give what a period is held against."""
    days = _published(articles)
    first = dt.date.fromordinal(int(days.min())) if len(days) else period.since

    def known(length: dt.timedelta) -> DayRange | None:
        whole = period.before(length)
        cut = DayRange(max(whole.since, first), whole.until)
        return cut if cut.days > 0 else None

    return Compared(period, known(dt.timedelta(period.days)), known(_WEEKS), known(_YEAR))


def articles_in(articles: pd.DataFrame, days: DayRange) -> int:
    """Count the articles that were published in the range; copies of a text do not count."""
    return int(days.holds(_published(articles)).sum())


def standing(events: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Give the day at which each event is counted, its last possible one, as a proleptic ordinal."""
    return extent(events)[1]


def happening(events: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Give the events that happened or go on; all of them where the filter itself chooses statuses."""
    return events if filters.statuses else events[events["status"].isin(_HAPPENING)]
