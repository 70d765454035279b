"""The bounds that status and publication set to a date (CODEBOOK, "Date")."""

import datetime as dt

from dashlib.parsing.dates.units import add_months
from dashlib.types import Basis, Interval, Precision, Status, Timex

__all__ = ["bounded"]

_DONE = frozenset({Status.HAPPENED, Status.ONGOING, Status.DENIED})
_WEEK = dt.timedelta(days=7)


def _moved(interval: Interval, *, weeks: int = 0, years: int = 0) -> Interval:
    def move(day: dt.date | None) -> dt.date | None:
        return None if day is None else add_months(day + weeks * _WEEK, 12 * years)

    return Interval(move(interval.start), move(interval.end), interval.precision)


def _turned(timex: Timex, status: Status, published: Interval) -> Interval:
    """Turn a weekday, or a date without a year, to the side of publication on which the status puts it."""
    interval = timex.interval
    weekday, yearless = timex.basis is Basis.RELATIVE and _is_weekday(timex), _is_yearless(timex)
    if interval.start and published.end and status in _DONE and interval.start > published.end:
        return _moved(interval, weeks=-1) if weekday else _moved(interval, years=-1) if yearless else interval
    if interval.end and published.start and status is Status.PLANNED and interval.end < published.start:
        return _moved(interval, weeks=1) if weekday else _moved(interval, years=1) if yearless else interval
    return interval


def _is_weekday(timex: Timex) -> bool:
    return timex.interval.precision is Precision.DAY and timex.text[:1].isupper() and timex.text.lower().endswith("day")


def _is_yearless(timex: Timex) -> bool:
    return timex.basis is Basis.EXPLICIT and timex.value[:4] not in timex.text and timex.value[:4].isdigit()


def bounded(timex: Timex, status: Status, published: Interval, *, settled: bool = False) -> Interval:
    """Give the interval of an expression within what the status allows; an empty one where it allows no day.

    `settled` says that the expression's side of publication is known and must not be turned.
    What happened or is under way never ends after publication; what is planned never begins before it.
    """
    interval = timex.interval if settled else _turned(timex, status, published)
    start, end = interval.start, interval.end
    if status in _DONE and published.end is not None:
        if start is not None and start > published.end:
            return Interval()
        if end is None or end > published.end:
            end = published.end if end is not None or status is Status.ONGOING else end
    if status is Status.PLANNED and published.start is not None:
        if end is not None and end < published.start:
            return Interval()
        if start is not None and start < published.start:
            start = published.start
    return interval._replace(start=start, end=end)
