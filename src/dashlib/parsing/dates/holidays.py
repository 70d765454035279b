"""Days with a name: fixed, movable and floating, by the rules of dates_words.toml."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.lexicon import lexicon
from dashlib.parsing.dates.points import nearest, relation, year_slot
from dashlib.parsing.dates.reading import Context, Direction, Reading, dated
from dashlib.parsing.dates.units import Period, holding
from dashlib.types import Basis

__all__ = ["holiday", "named_day"]

_EASTER = "easter"


def _easter(year: int) -> dt.date:
    """Give Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def _nth(year: int, month: int, number: int, rank: int) -> dt.date:
    """Give the nth such weekday of a month; -1 is the last."""
    first = dt.date(year, month, 1)
    day = first + dt.timedelta(days=(number - first.isoweekday()) % 7 + 7 * (max(rank, 1) - 1))
    while rank < 0 and (day + dt.timedelta(days=7)).month == month:
        day += dt.timedelta(days=7)
    return day


def named_day(rule: str, year: int) -> dt.date:
    """Give the day of a rule in a year: "MM-DD", "MM-DAY-N", "easter+N", "11-election", "11-black"."""
    if rule.startswith(_EASTER):
        return _easter(year) + dt.timedelta(days=int(rule.removeprefix(_EASTER)))
    month, rest = int(rule[:2]), rule[3:]
    if rest == "election":
        return _nth(year, month, 1, 1) + dt.timedelta(days=1)
    if rest == "black":
        return _nth(year, month, 4, 4) + dt.timedelta(days=1)
    if "-" in rest:
        number, _, rank = rest.partition("-")
        return _nth(year, month, int(number), int(rank))
    return dt.date(year, month, int(rest))


def holiday(found: Found, context: Context) -> Reading | None:
    """Read a named day, such as "last Thanksgiving", "Christmas Eve 2024", "Easter week"."""
    rule = lexicon().holidays[tuple(_split(found.slot("holiday")[0].text))]
    if rule[:4].isdigit():
        return dated(Period("day", dt.date.fromisoformat(rule)), Basis.EXPLICIT)
    year, kind = year_slot(found, context), relation(found)
    if year is None:
        if context.day is None:
            return Reading("DATE", "XXXX-XX-XX", basis=Basis.EXPLICIT)
        here = context.day
        days = [Period("day", named_day(rule, y)) for y in range(here.year - 1, here.year + 2)]
        side = {"last": Direction.PAST, "next": Direction.FUTURE}.get(kind, context.direction)
        period = nearest(days, context._replace(direction=side)) if kind != "this" else days[1]
        if period is None:
            return None
    else:
        period = Period("day", named_day(rule, year))
    if "week" in found.inside or "weekend" in found.inside:
        return dated(holding("week" if "week" in found.inside else "weekend", period.first), Basis.EXPLICIT)
    return dated(period, Basis.EXPLICIT)


def _split(text: str) -> list[str]:
    return text.split(" ")
