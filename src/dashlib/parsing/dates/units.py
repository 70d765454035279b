"""Calendar units: the period of a unit that holds a day, its neighbours, its ISO 8601 / TIMEX3 value and its days.

Values follow TimeML 1.2.1: `2013-W11`, `2013-W11-WE`, `2012-Q3`, `2012-H1`, `2012-SU`, `199` for a
decade, `19` for a century.
"""

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

from dashlib.types import Interval, Precision

__all__ = ["DAYS", "SEASONS", "Period", "add_months", "duration_value", "holding", "month_period", "year_period"]

SEASONS = ("SP", "SU", "FA", "WI")  # northern: March–May, June–August, September–November, December–February
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 2, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_LETTERS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "weekend": "WE"}
_CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_PRECISION = {"weekend": "day", "century": "unknown", "millennium": "unknown", "fortnight": "week"}


def add_months(day: dt.date, months: int) -> dt.date:
    """Give the day so many months on, or the last of that month where it has fewer days."""
    index = day.year * 12 + day.month - 1 + months
    year = min(max(index // 12, dt.MINYEAR), dt.MAXYEAR)
    month = index % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


class Period(NamedTuple):
    """A unit of the calendar, by its first day."""

    unit: str
    first: dt.date

    @property
    def last(self) -> dt.date:
        """Last day."""
        if self.unit in DAYS:
            return self.first + dt.timedelta(days=max(int(DAYS[self.unit]), 1) - 1)
        return add_months(self.first, _MONTHS[self.unit]) - dt.timedelta(days=1)

    @property
    def interval(self) -> Interval:
        """The days of the period."""
        return Interval(self.first, self.last, self.precision)

    @property
    def precision(self) -> Precision:
        """The unit as a precision of dashlib."""
        return Precision(_PRECISION.get(self.unit, self.unit))

    def shift(self, count: int) -> "Period":
        """Give the period so many units on."""
        if self.unit in _MONTHS:
            return Period(self.unit, add_months(self.first, _MONTHS[self.unit] * count))
        step = 7 if self.unit == "weekend" else max(int(DAYS[self.unit]), 1)
        return Period(self.unit, self.first + dt.timedelta(days=step * count))

    @property
    def value(self) -> str:
        """TIMEX3 value."""
        day = self.first
        week = "{0.year}-W{0.week:02}".format(day.isocalendar())
        forms = {
            "day": day.isoformat(),
            "week": week,
            "fortnight": week,
            "weekend": f"{week}-WE",
            "month": f"{day:%Y-%m}",
            "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
            "half": f"{day.year:04}-H{(day.month + 5) // 6}",
            "season": f"{day.year:04}-{SEASONS[(day.month // 3 - 1) % 4]}",
            "decade": f"{day.year // 10}",
            "century": f"{day.year // 100}",
            "millennium": f"{day.year // 1000}",
        }
        return forms.get(self.unit, f"{day.year:04}")


def holding(unit: str, day: dt.date) -> Period:
    """Give the period of a unit that holds a day (weeks from Monday; the weekend of the day's week)."""
    month = day.replace(day=1)
    if unit in _YEARS:
        first = dt.date(max(day.year // _YEARS[unit] * _YEARS[unit], 1), 1, 1)
    elif unit in {"week", "fortnight", "weekend"}:
        first = day + dt.timedelta(days=5 * (unit == "weekend") - day.weekday())
    elif unit == "season":
        first = add_months(month, -(day.month % 3))
    elif unit in _MONTHS:
        first = add_months(month, -((day.month - 1) % _MONTHS[unit]))
    else:
        return Period("day", day)
    return Period(unit, first)


def year_period(year: int) -> Period:
    """Give a year."""
    return Period("year", dt.date(year, 1, 1))


def month_period(year: int, month: int) -> Period:
    """Give a month of a year."""
    return Period("month", dt.date(year, month, 1))


def duration_value(unit: str, count: float | str) -> str:
    """Give the TIMEX3 value of so many units: `P5Y`, `PT2H30M`, `PXD` (TimeML 1.2.1, value of DURATION)."""
    if isinstance(count, float) and count != int(count):
        return _fraction(unit, count)
    if isinstance(count, str):
        letters = _LETTERS | {"decade": "DE", "century": "CE", "millennium": "ML", "fortnight": "W"}
        return f"PT{count}{_CLOCK_LETTERS[unit]}" if unit in _CLOCK_LETTERS else f"P{count}{letters.get(unit, unit)}"
    number = int(count)
    if unit in _CLOCK_LETTERS:
        return f"PT{number}{_CLOCK_LETTERS[unit]}"
    if unit in _YEARS:
        return f"P{number * _YEARS[unit]}Y"
    return f"P{number * 2}W" if unit == "fortnight" else f"P{number}{_LETTERS.get(unit, unit)}"


def _fraction(unit: str, count: float) -> str:
    """Give a mixed value: two and a half years are P2Y6M, an hour and a half PT1H30M."""
    whole, part = int(count), count - int(count)
    if unit == "hour":
        return f"PT{f'{whole}H' if whole else ''}{round(part * 60)}M"
    if unit == "minute":
        return f"PT{f'{whole}M' if whole else ''}{round(part * 60)}S"
    if unit in _YEARS:
        return f"P{round(count * _YEARS[unit])}Y"
    if unit == "fortnight":
        return f"P{round(count * 14)}D"
    if unit == "year":
        return f"P{f'{whole}Y' if whole else ''}{round(part * 12)}M"
    return f"P{count:g}{_LETTERS[unit]}"
