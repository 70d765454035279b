"""Readings of amounts of time: so long ago, so long after, durations, and the stretches around the day of reference."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.numbers import number
from dashlib.parsing.dates.reading import Context, Direction, Reading, dated, shifted, undated
from dashlib.parsing.dates.units import DAYS, Period, add_months, duration_value, holding
from dashlib.parsing.dates.weekdays import weekday_date
from dashlib.types import Basis, Interval, Precision

__all__ = [
    "ago",
    "bare_units",
    "duration",
    "earlier",
    "from_day",
    "from_now",
    "half_duration",
    "past_next",
    "recent",
]

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_BACK = frozenset({"earlier", "previously", "beforehand", "before"})
_CLOCK = frozenset({"hour", "minute", "second"})
_FUTURE = frozenset({"next", "coming", "following", "ahead", "future"})


def _unit(found: Found) -> str:
    return str(found.slot("unit")[0].value)


def _count(found: Found) -> float | str:
    """Give how many: a number, 1 for "a", 2 for "a couple of", X for "several"."""
    value: float | None = None
    if found.has("count"):
        value = number(found.slot("count"))
    elif found.has("couple"):
        value = float(found.slot("couple")[0].value)
    elif found.has("few"):
        return "X"
    value = 1.0 if value is None else value
    if "half" in found.inside and value == int(value):
        value += 0.5
    return value


def _moved(day: dt.date, unit: str, count: float) -> dt.date:
    """Give the day so many units on; half units count as their days."""
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        moved = add_months(day, int(months))
        return moved + dt.timedelta(days=round((months - int(months)) * 30))
    return day + dt.timedelta(days=round(count * DAYS[unit]))


def _at(base: dt.date | None, unit: str, count: float | str, basis: Basis = Basis.RELATIVE) -> Reading:
    """Give the unit that lies so many units from a day: "two weeks ago" is a day, "five months ago" a month."""
    if isinstance(count, str):
        return _some(base)
    if base is None:
        return undated(unit) if unit not in _CLOCK else undated("day")
    day = _moved(base, unit, count)
    if unit in _CLOCK:
        return dated(Period("day", day), basis)
    grain = {"fortnight": "week", "weekend": "weekend"}.get(unit, unit)
    if grain in {"decade", "century", "millennium"}:
        grain = "year"
    return dated(holding(grain, day), basis)


def _some(base: dt.date | None) -> Reading:
    return Reading("DATE", "PAST_REF", Interval(None, base), Basis.RELATIVE if base else Basis.NONE)


def ago(found: Found, context: Context) -> Reading | None:
    """Read "five months ago": counted from the day of reference."""
    unit, count = _unit(found), _count(found)
    if isinstance(count, str):
        return _some(context.day)
    if unit == "year" and context.quarter is not None and context.accounts:
        return dated(context.quarter.shift(-4 * int(count)), Basis.RELATIVE)
    return _at(context.day, unit, -count)


def from_now(found: Found, context: Context) -> Reading | None:
    """Read "two weeks from now"."""
    count = _count(found)
    if isinstance(count, str):
        return Reading("DATE", "FUTURE_REF", Interval(context.day, None), Basis.RELATIVE)
    return _at(context.day, _unit(found), count)


def from_day(found: Found, context: Context) -> Reading | None:
    """Read "a week from tomorrow", "two weeks from Friday"."""
    base: dt.date | None = None
    if found.has("dayshift"):
        period = shifted("day", int(found.slot("dayshift")[0].value), context.day)
        base = period.first if period else None
    else:
        base = weekday_date(int(found.slot("weekday")[0].value), "next", context)
    count = _count(found)
    if isinstance(count, str) or base is None:
        return undated("day")
    return dated(Period("day", _moved(base, _unit(found), count)), Basis.RELATIVE)


def earlier(found: Found, context: Context) -> Reading | None:
    """Read "two days later", "a year earlier": counted from the date before it in the text."""
    unit, count = _unit(found), _count(found)
    back = found.text("side") in _BACK
    if unit == "year" and back and count == 1 and context.quarter is not None and context.accounts:
        return dated(context.quarter.shift(-4), Basis.RELATIVE)
    if unit in _CLOCK:
        return Reading("DURATION", duration_value(unit, count))
    if isinstance(count, str):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    base = context.anchor.period if context.anchor else None
    if base is None or (unit == "year" and context.accounts):
        return _at(context.day, unit, -count if back else count)
    if unit == "year" and base.unit in {"month", "quarter", "season", "half"}:
        return dated(
            Period(base.unit, add_months(base.first, -12 * int(count) if back else 12 * int(count))), Basis.RELATIVE
        )
    return _at(base.first, unit, -count if back else count)


def _stretch(found: Found, unit: str, count: float | str, context: Context) -> Interval:
    """Give the days of "the past two weeks" or "the next three years" around the day of reference."""
    if context.day is None or unit not in _MONTHS | DAYS:
        return Interval()
    ahead = bool({w.text for w in found.slot("rel")} & _FUTURE)
    if isinstance(count, str):
        return Interval(context.day, None) if ahead else Interval(None, context.day)
    end = _moved(context.day, unit, count if ahead else -count)
    precision = Precision(unit) if unit in set(Precision) else Precision.DAY
    return Interval(context.day, end, precision) if ahead else Interval(end, context.day, precision)


def past_next(found: Found, context: Context) -> Reading | None:
    """Read "the past three months", "the next few days", "the first nine months"."""
    unit = "weekend" if found.has("weekends") else _unit(found)
    count: float | str = _count(found) if found.has("count") or found.has("few") or found.has("couple") else 0.0
    if count == 0.0:
        plural = found.slot("unit")[0].text.endswith("s") if found.has("unit") else True
        count = "X" if plural else 1.0
    value = duration_value(unit, count)
    if found.has("count2"):
        value = duration_value(unit, "X")
    kinds = {w.text for w in found.slot("rel")}
    stretch = Interval() if found.has("ordinal") or not kinds else _stretch(found, unit, count, context)
    basis = Basis.RELATIVE if stretch.known else Basis.NONE
    if unit == "year" and count == 1.0 and context.day is not None and not found.has("count"):
        year = context.day.year + (1 if kinds & _FUTURE else -1)
        return Reading("DATE", f"{year:04}", stretch, basis)
    return Reading("DURATION", value, stretch, basis)


def duration(found: Found, context: Context) -> Reading | None:
    """Read "five years", "two-week", "a minute and a half", "two to three weeks"."""
    if found.inside == {"one", "day"} and context.direction is Direction.FUTURE:
        return Reading("DATE", "FUTURE_REF")
    return Reading("DURATION", duration_value(_unit(found), _count(found)))


def half_duration(found: Found, _context: Context) -> Reading | None:
    """Read "half an hour", "a half-year"."""
    return Reading("DURATION", duration_value(_unit(found), 0.5))


def bare_units(found: Found, _context: Context) -> Reading | None:
    """Read "weeks", "for years": some number of them."""
    return Reading("DURATION", duration_value(_unit(found), "X"))


def recent(found: Found, context: Context) -> Reading | None:
    """Read "recent years", "coming months", "the weeks ahead"."""
    ahead = found.slot("rel")[-1].text in _FUTURE
    interval = Interval(context.day, None) if ahead else Interval(None, context.day)
    return Reading(
        "DURATION", duration_value(_unit(found), "X"), interval, Basis.RELATIVE if context.day else Basis.NONE
    )
