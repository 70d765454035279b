"""Readings of parts of months and years by rank: "the first week of March 2022", "the first three months of 2025"."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.numbers import number
from dashlib.parsing.dates.points import chosen_year, year_slot
from dashlib.parsing.dates.reading import Context, Reading, dated
from dashlib.parsing.dates.units import Period, add_months, holding, month_period, year_period
from dashlib.types import Basis, Interval, Precision

__all__ = ["month_part", "year_months"]

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_LENGTHS = {
    "week": 7,
    "weeks": 14,
    "days": 10,
    "half": 15,
    "ten days": 10,
    "two weeks": 14,
    "fortnight": 14,
}
_LAST = frozenset({"last", "final", "closing"})


def _rank(found: Found) -> int:
    """Give the rank, -1 for the last."""
    word = found.slot("rank")[0]
    if word.text in _LAST:
        return -1
    return int(word.value) if isinstance(word.value, int | float) else 1


def month_part(found: Found, context: Context) -> Reading | None:
    """Read "the first week of March", "the second half of July 2024", "the last days of August": days of the month."""
    month, year = int(found.slot("month")[0].value), year_slot(found, context)
    period = month_period(year, month) if year else chosen_year(month, None, None, context)
    if period is None:
        return Reading("DATE", f"XXXX-{month:02}", basis=Basis.EXPLICIT)
    if found.text("span") == "weekend":
        return _weekend(period, _rank(found))
    rank, length = _rank(found), _LENGTHS[found.text("span")]
    if rank < 0:
        start, end = period.last - (length - 1) * _DAY, period.last
    else:
        start = period.first + (rank - 1) * length * _DAY
        end = min(start + (length - 1) * _DAY, period.last)
        end = period.last if found.text("span") == "half" and rank > 1 else end
    if start > period.last:
        return None
    return dated(period, Basis.EXPLICIT)._replace(interval=Interval(start, end, Precision.PART))


def _weekend(month: Period, rank: int) -> Reading | None:
    """Give the weekend whose Saturday is so many Saturdays into a month, or the last."""
    saturdays = [d for n in range(31) if (d := month.first + n * _DAY) <= month.last and d.weekday() == _SATURDAY]
    if rank > len(saturdays):
        return None
    return dated(holding("weekend", saturdays[rank - 1 if rank > 0 else rank]), Basis.EXPLICIT)


def year_months(found: Found, context: Context) -> Reading | None:
    """Read "the first nine months of 2024": a length of time within the year."""
    year, count = year_slot(found, context), int(number(found.slot("count")) or 0)
    if year is None or not 0 < count <= 12:
        return None
    unit = 3 if "quarters" in found.inside else 1
    whole = year_period(year)
    if _rank(found) < 0:
        interval = Interval(add_months(whole.last + _DAY, -count * unit), whole.last, Precision.PART)
    else:
        interval = Interval(whole.first, add_months(whole.first, count * unit) - _DAY, Precision.PART)
    return Reading("DURATION", f"P{count}{'Q' if unit > 1 else 'M'}", interval, Basis.EXPLICIT, whole)
