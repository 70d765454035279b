"""What an expression means in its context: the values that builders take and give."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from dashlib.parsing.dates.units import Period, add_months, holding
from dashlib.types import Basis, Interval, Precision

__all__ = ["Context", "Direction", "Reading", "dated", "parted", "undated"]


class Direction(StrEnum):
    """Which side of the day of reference an expression lies on, as its verb says."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Reading(NamedTuple):
    """A meaning: TIMEX3 type and value, our interval, its basis, and the period of the calendar where it is one."""

    kind: str
    value: str
    interval: Interval = Interval()
    basis: Basis = Basis.NONE
    period: Period | None = None


class Context(NamedTuple):
    """What resolves an expression: the day of reference, the direction, and what was said before.

    `anchor` is the last dated expression before this one, `quarter` the last quarter, `accounts` whether the sentence
    compares the results of a quarter.
    """

    day: dt.date | None
    direction: Direction = Direction.NONE
    anchor: Reading | None = None
    quarter: Period | None = None
    accounts: bool = False


_DAY = dt.timedelta(days=1)
_THIRDS = {"START": 0, "MID": 1, "END": 2}
_PART_DAYS = {
    "week": ((0, 1), (2, 3), (3, 6)),
    "month": ((0, 9), (9, 20), (20, 30)),
}


def parted(period: Period, part: str, day: dt.date | None) -> Interval:
    """Give the days of a part of a period: early, mid, late by thirds; earlier and later by the day of reference."""
    whole = period.interval
    if period.unit == "day" or not part:
        return whole
    assert whole.start is not None
    assert whole.end is not None
    if part in {"earlier", "later"}:
        if day is None or day not in whole:
            return whole
        cut = Interval(whole.start, day) if part == "earlier" else Interval(day, whole.end)
        return cut._replace(precision=Precision.PART)
    if part not in _THIRDS:
        return whole
    third = _THIRDS[part]
    length = (whole.end - whole.start).days + 1
    if period.unit == "year":
        return Interval(
            add_months(whole.start, 4 * third), add_months(whole.start, 4 * third + 4) - _DAY, Precision.PART
        )
    if period.unit in _PART_DAYS:
        first, last = _PART_DAYS[period.unit][third]
    else:
        first, last = length * third // 3, length * (third + 1) // 3 - 1
    return Interval(
        whole.start + dt.timedelta(days=first),
        min(whole.start + dt.timedelta(days=last), whole.end),
        Precision.PART,
    )


def dated(period: Period, basis: Basis, *, part: str = "", day: dt.date | None = None) -> Reading:
    """Give the reading of a period, or of a part of it, as a DATE."""
    return Reading("DATE", period.value, parted(period, part, day), basis, period)


_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "decade": "XXX",
    "century": "XX",
}


def undated(unit: str, *, kind: str = "DATE", suffix: str = "") -> Reading:
    """Give the reading of a period of which only the unit is known."""
    return Reading(kind, _UNKNOWN.get(unit, "XXXX") + suffix)


def shifted(unit: str, count: int, day: dt.date | None) -> Period | None:
    """Give the period so many units from the one that holds a day."""
    return None if day is None else holding(unit, day).shift(count)
