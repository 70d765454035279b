"""Readings of weekdays: by relation words, by the direction of the verb, by the week or day they are counted from."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.points import STEPS, relation
from dashlib.parsing.dates.reading import Context, Direction, Reading, dated, undated
from dashlib.parsing.dates.units import Period, holding
from dashlib.types import Basis

__all__ = ["beyond_weekday", "weekday", "weekday_date"]


def weekday_date(number: int, kind: str, context: Context) -> dt.date | None:
    """Give the day of a weekday: by its relation word, else by the direction of the verb, else the last one.

    On the day itself "on Friday" is that day: wire reports name their own day.
    """
    if kind in {"that", "before", "after"} and context.anchor and context.anchor.period:
        base = context.anchor.period.first
    elif context.day is None:
        return None
    else:
        base = context.day
    back = (base.isoweekday() - number) % 7
    if kind in {"last", "before"}:
        return base - dt.timedelta(days=back or 7)
    if kind in {"next", "after"}:
        return base + dt.timedelta(days=7 - back)
    if kind == "this":
        return base + dt.timedelta(days=number - base.isoweekday())
    if context.direction is Direction.FUTURE:
        return base + dt.timedelta(days=(7 - back) % 7)
    return base - dt.timedelta(days=back)


def weekday(found: Found, context: Context) -> Reading | None:
    """Read "Friday", "last Friday", "Tuesday of next week", "a week from Monday"."""
    number = int(found.slot("weekday")[0].value)
    kind = relation(found)
    if "week" in found.inside:
        return _weekday_of_week(found, number, kind, context)
    whole = weekday_date(number, kind, context)
    if whole is None:
        return Reading("DATE", f"XXXX-WXX-{number}", basis=Basis.RELATIVE)
    return dated(Period("day", whole), Basis.RELATIVE)


def _weekday_of_week(found: Found, number: int, kind: str, context: Context) -> Reading | None:
    if context.day is None:
        return Reading("DATE", f"XXXX-WXX-{number}", basis=Basis.RELATIVE)
    if kind:
        week = holding("week", context.day).shift(STEPS.get(kind, 0))
        return dated(Period("day", week.first + dt.timedelta(days=number - 1)), Basis.RELATIVE)
    back = "ago" in found.inside
    day = weekday_date(number, "last" if back else "next", context)
    assert day is not None
    return dated(Period("day", day + dt.timedelta(days=-7 if back else 7)), Basis.RELATIVE)


def beyond_weekday(found: Found, context: Context) -> Reading | None:
    """Read "the day before last Tuesday"."""
    day = weekday_date(int(found.slot("weekday")[0].value), "last" if found.has("rel") else "", context)
    if day is None:
        return undated("day")
    return dated(Period("day", day + dt.timedelta(days=1 if found.text("beyond") == "after" else -1)), Basis.RELATIVE)
