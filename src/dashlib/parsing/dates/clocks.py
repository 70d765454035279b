"""Readings of times of the day, alone or with their day, and of nights that span two days."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.numbers import clock_of, day_of, number
from dashlib.parsing.dates.points import chosen_year, date_of, relation, year_slot
from dashlib.parsing.dates.reading import Context, Reading, shifted
from dashlib.parsing.dates.units import Period
from dashlib.parsing.dates.weekdays import weekday_date
from dashlib.types import Basis, Interval, Precision

__all__ = ["clock", "day_named", "daypart", "night_range", "span"]

_NOON = 12


def day_named(found: Found, context: Context) -> tuple[dt.date | None, Basis]:
    """Give the day that an expression names beside its time, and whether by the calendar or relative."""
    if found.has("iso"):
        return dt.date.fromisoformat(found.text("iso")[:10]), Basis.EXPLICIT
    if found.has("month"):
        month, day = int(found.slot("month")[0].value), day_of(found.slot("day"))
        year = year_slot(found, context)
        if year is not None:
            return date_of(year, month, day), Basis.EXPLICIT
        weekday = int(found.slot("weekday")[0].value) if found.has("weekday") else None
        period = chosen_year(month, day, weekday, context)
        return (period.first if period else None), Basis.EXPLICIT
    if found.has("dayshift"):
        period = shifted("day", int(found.slot("dayshift")[0].value), context.day)
        return (period.first if period else None), Basis.RELATIVE
    if found.has("weekday"):
        return weekday_date(int(found.slot("weekday")[0].value), relation(found), context), Basis.RELATIVE
    kind = relation(found)
    base = context.day
    if (kind in {"that", "before", "after"} or "the" in found.inside) and context.anchor and context.anchor.period:
        base = context.anchor.period.first if context.anchor.period.unit == "day" else base
    step = {"last": -1, "before": -1, "after": 1, "next": 1}.get(kind, 0)
    period = shifted("day", step, base)
    return (period.first if period else None), Basis.RELATIVE


def _time(day: dt.date | None, suffix: str, basis: Basis, precision: Precision = Precision.DAY) -> Reading:
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{suffix}", basis=basis)
    return Reading("TIME", f"{day.isoformat()}{suffix}", Interval(day, day, precision), basis, Period("day", day))


def daypart(found: Found, context: Context) -> Reading | None:
    """Read "this morning", "Sunday night", "tonight", "the night of August 12", "overnight into Friday"."""
    day, basis = day_named(found, context)
    if found.has("hour_name"):
        return clock(found, context)
    word = found.slot("daypart")[-1] if found.has("daypart") else found.slot("morning")[-1]
    suffix = f"T{word.value}"
    if word.text != "overnight" or day is None:
        return _time(day, suffix, basis)
    night = day - dt.timedelta(days=1)
    into = bool({"into", "to"} & found.inside) or not (found.has("weekday") or found.has("month"))
    start = night if into else day
    return Reading(
        "TIME", f"{start.isoformat()}{suffix}", Interval(night, day, Precision.DAY), basis, Period("day", day)
    )


def night_range(found: Found, context: Context) -> Reading | None:
    """Read "the night of 12 to 13 August": both days."""
    day, basis = day_named(found, context)
    if day is None:
        return Reading("TIME", "XXXX-XX-XXTNI", basis=basis)
    night = Interval(day, day + dt.timedelta(days=1), Precision.DAY)
    return Reading("TIME", f"{day.isoformat()}TNI", night, basis, Period("day", day))


def _hour(found: Found) -> tuple[int, int | None] | None:
    """Give the hour, and the minute where it is told."""
    if found.has("hour_name"):
        return int(found.slot("hour_name")[0].value), 0
    shift = int(found.slot("ampm")[0].value) if found.has("ampm") else None
    minute: int | None = None
    if found.has("clock") or found.has("military"):
        told = clock_of(found.text("clock") or found.text("military"))
        if told is None:
            return None
        hour, minute = told
    else:
        hour = int(number(found.slot("hour")) or 0)
        minute = int(number(found.slot("minute")) or 0) if found.has("minute") else None
    if shift is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + shift
    elif {"afternoon", "evening", "night"} & found.inside and hour < _NOON:
        hour += _NOON
    return hour, minute


def clock(found: Found, context: Context) -> Reading | None:
    """Read "8 p.m.", "9 a.m. EST Tuesday", "noon Thursday", "18:30 GMT on 12 August"."""
    told = _hour(found)
    if told is None:
        return None
    hour, minute = told
    day, basis = day_named(found, context)
    suffix = f"T{hour:02}:{minute or 0:02}" if hour < 24 else "T24:00"
    zone = found.slot("zone")
    if zone and isinstance(zone[0].value, str) and zone[0].value != zone[0].text:
        suffix += zone[0].value if zone[0].value == "Z" else ""
    return _time(day, suffix, basis, Precision.MINUTE if minute else Precision.HOUR)


def span(found: Found, context: Context) -> Reading | None:
    """Read the ranges "12–15 August", "Aug. 30–Sept. 2, 2025", "March–May 2024", "2014–15" as ISO 8601 intervals."""
    if not found.has("month"):
        first, last = int(found.text("year")), _second_year(found)
        if not first < last < first + 100:
            return None
        interval = Interval(dt.date(first, 1, 1), dt.date(last, 12, 31), Precision.YEAR)
        return Reading(
            "DATE", f"{first}/{last}", interval, Basis.EXPLICIT, Period("year", interval.start or dt.date(first, 1, 1))
        )
    month = int(found.slot("month")[0].value)
    month2 = int(found.slot("month2")[0].value) if found.has("month2") else month
    year = year_slot(found, context)
    if not found.has("day"):
        return _month_span(month, month2, year, context)
    day, day2 = day_of(found.slot("day")), day_of(found.slot("day2"))
    if year is None:
        period = chosen_year(month2, day2, None, context)
        if period is None:
            return Reading("DATE", f"XXXX-{month:02}-{day:02}/XXXX-{month2:02}-{day2:02}", basis=Basis.EXPLICIT)
        year = period.first.year
    start, end = date_of(year - (month > month2), month, day), date_of(year, month2, day2)
    if start is None or end is None or start >= end:
        return None
    return Reading("DATE", f"{start}/{end}", Interval(start, end, Precision.DAY), Basis.EXPLICIT, Period("day", start))


def _month_span(month: int, month2: int, year: int | None, context: Context) -> Reading | None:
    if year is None:
        period = chosen_year(month2, None, None, context)
        if period is None:
            return Reading("DATE", f"XXXX-{month:02}/XXXX-{month2:02}", basis=Basis.EXPLICIT)
        year = period.first.year
    start = Period("month", dt.date(year - (month > month2), month, 1))
    end = Period("month", dt.date(year, month2, 1))
    interval = Interval(start.first, end.last, Precision.MONTH)
    return Reading("DATE", f"{start.value}/{end.value}", interval, Basis.EXPLICIT, start)


def _second_year(found: Found) -> int:
    if found.has("year2"):
        return int(found.text("year2"))
    return int(found.text("year")[:2] + found.text("short2"))
