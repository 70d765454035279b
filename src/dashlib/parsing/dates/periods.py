"""Readings of quarters, halves, fiscal years, seasons, weekends, and units relative to a day or to the text."""

import datetime as dt

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.points import STEPS, chosen_year, nearest, part_of, relation, relative_year, year_slot
from dashlib.parsing.dates.reading import Context, Direction, Reading, dated, shifted, undated
from dashlib.parsing.dates.units import SEASONS, Period, holding, year_period
from dashlib.types import Basis, Interval, Precision

__all__ = [
    "anchored",
    "before_last",
    "fiscal",
    "half",
    "quarter",
    "relative",
    "season",
    "this_quarter",
    "unit_part",
    "weekend",
    "year_ago_quarter",
    "year_end",
    "year_quarter",
]

_RANKS = {"last": 4, "final": 4}
_TEXT_RELATIONS = frozenset({"that", "before", "after"})


def _rank(found: Found, slot: str, highest: int) -> int | None:
    words = found.slot(slot)
    if not words:
        return None
    word = words[-1]
    rank = _RANKS.get(word.text, word.value)
    return min(int(rank), highest) if isinstance(rank, int | float) and rank <= 4 else None


def _of_year(year: int, rank: int, months: int, unit: str) -> Period:
    return Period(unit, dt.date(year, 1 + (rank - 1) * months, 1))


def _choose(rank: int, months: int, unit: str, context: Context) -> Period | None:
    """Choose the year of a quarter or half without one: the last begun, or the next by a future verb."""
    if context.day is None:
        return None
    periods = [_of_year(y, rank, months, unit) for y in range(context.day.year - 1, context.day.year + 2)]
    return nearest(periods, context)


def quarter(found: Found, context: Context) -> Reading | None:
    """Read "the third quarter (of 1990)", "Q3 2024", "next year's first quarter"."""
    rank = _rank(found, "quarter", 4) or _rank(found, "code", 4)
    if rank is None:
        return None
    year = year_slot(found, context)
    if year is None and found.has("rel"):
        year = relative_year(found, context)
    period = _of_year(year, rank, 3, "quarter") if year else _choose(rank, 3, "quarter", context)
    if period is None:
        return Reading("DATE", f"XXXX-Q{rank}", basis=Basis.EXPLICIT)
    return dated(period, Basis.EXPLICIT, part=part_of(found), day=context.day)


def this_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the quarter", "the latest quarter": the one last spoken of, else the last that has ended."""
    if context.quarter is not None and "latest" not in found.inside:
        return dated(context.quarter, Basis.RELATIVE, part=part_of(found))
    period = shifted("quarter", -1, context.day)
    return undated("quarter") if period is None else dated(period, Basis.RELATIVE, part=part_of(found))


def _spoken_quarter(found: Found, context: Context) -> Period | None:
    rank = _rank(found, "quarter", 4)
    if rank is not None:
        return _choose(rank, 3, "quarter", context._replace(direction=Direction.PAST))
    return context.quarter or shifted("quarter", -1, context.day)


def year_ago_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the year-ago quarter", "the comparable period last year", "year-earlier" beside a quarter's results."""
    if not ({"quarter", "period"} & found.inside) and context.quarter is None:
        period = shifted("year", -1, context.day)
        return undated("year") if period is None else dated(period, Basis.RELATIVE)
    now = _spoken_quarter(found, context)
    return undated("quarter") if now is None else dated(now.shift(-4), Basis.RELATIVE)


def year_quarter(found: Found, context: Context) -> Reading | None:
    """Read "the 1988 quarter", "the 1988 period": the quarter spoken of, in that year."""
    year = year_slot(found, context)
    now = context.quarter or shifted("quarter", -1, context.day)
    if year is None or now is None:
        return undated("quarter")
    return dated(Period("quarter", now.first.replace(year=year)), Basis.EXPLICIT)


def half(found: Found, context: Context) -> Reading | None:
    """Read "the first half (of 1990)", "H2 2025"."""
    rank = _RANKS.get(found.text("half")) and 2
    rank = rank or _rank(found, "half", 2) or _rank(found, "code", 2)
    if rank is None:
        return None
    year = year_slot(found, context)
    if year is None:
        year = relative_year(found, context) if found.has("rel") or context.day else None
    return undated("half") if year is None else dated(_of_year(year, rank, 6, "half"), Basis.EXPLICIT)


def fiscal(found: Found, context: Context) -> Reading | None:
    """Read "fiscal 1989", "the 1990 financial year", "FY25": the year in its name (its borders are the payer's own)."""
    year = year_slot(found, context)
    return None if year is None else dated(year_period(year), Basis.EXPLICIT, part=part_of(found), day=context.day)


def relative(found: Found, context: Context) -> Reading | None:
    """Read "last week", "this month", "the current fiscal year", "early next year"."""
    unit = str(found.slot("unit")[0].value)
    kind = relation(found)
    period = shifted(unit, -1 if kind == "latest" else STEPS.get(kind, 0), context.day)
    if period is None:
        return undated(unit)
    reading = dated(period, Basis.RELATIVE, part=part_of(found), day=context.day)
    rolling = "the" in found.inside and kind in {"last", "next"} and not found.has("part")
    return reading._replace(interval=_rolling(period, kind, context.day)) if rolling else reading


def _rolling(period: Period, kind: str, day: dt.date | None) -> Interval:
    """Give the days of "the last week", "the next year": a unit's length up to the day of reference, or from it."""
    assert day is not None
    moved = day + (period.first - holding(period.unit, day).first)
    return Interval(moved, day, period.precision) if kind == "last" else Interval(day, moved, period.precision)


def before_last(found: Found, context: Context) -> Reading | None:
    """Read "the week before last"."""
    unit = str(found.slot("unit")[0].value)
    period = shifted(unit, -2, context.day)
    return undated(unit) if period is None else dated(period, Basis.RELATIVE)


def anchored(found: Found, context: Context) -> Reading | None:
    """Read "that year", "the following day", "the day before": resolved against the date before it in the text."""
    unit = str(found.slot("unit")[0].value)
    suffix = ""
    if unit == "NI":
        unit, suffix = "day", "TNI"
    base = context.anchor.period.first if context.anchor and context.anchor.period else context.day
    period = shifted(unit, STEPS.get(relation(found), 0), base)
    if period is None:
        return undated(unit)
    reading = dated(period, Basis.RELATIVE, part=part_of(found), day=context.day)
    return reading._replace(kind="TIME", value=reading.value + suffix) if suffix else reading


def unit_part(found: Found, context: Context) -> Reading | None:
    """Read "the end of the month", "earlier in the year": the unit now, or the day spoken of."""
    unit = str(found.slot("unit")[0].value)
    if unit == "quarter":
        return this_quarter(found, context)
    base = context.day
    if unit == "day" and context.anchor and context.anchor.period:
        base = context.anchor.period.first
    period = shifted(unit, 0, base)
    return undated(unit) if period is None else dated(period, Basis.RELATIVE, part=part_of(found), day=context.day)


def year_end(_found: Found, context: Context) -> Reading | None:
    """Read "year-end", "the year's end": the last day of the year, in December; beside a past, of the last year."""
    period = shifted("year", -1 if context.direction is Direction.PAST else 0, context.day)
    if period is None:
        return undated("year")
    month = Interval(period.last.replace(day=1), period.last, Precision.MONTH)
    return dated(Period("day", period.last), Basis.RELATIVE)._replace(interval=month)


def season(found: Found, context: Context) -> Reading | None:
    """Read "the summer of 1990", "last fall", "winter 2014–15"; northern seasons, winter by its December."""
    code = str(found.slot("season")[0].value)
    month = (3, 6, 9, 12)[SEASONS.index(code)]
    kind, part = relation(found), part_of(found)
    if kind == "each":
        return Reading("SET", f"XXXX-{code}")
    year = year_slot(found, context)
    if year is not None:
        return dated(Period("season", dt.date(year, month, 1)), Basis.EXPLICIT, part=part)
    if context.day is None:
        return Reading("DATE", f"XXXX-{code}", basis=Basis.RELATIVE)
    if "year" in found.inside:
        picked = relative_year(found, context) or context.day.year
        return dated(Period("season", dt.date(picked, month, 1)), Basis.RELATIVE, part=part)
    return dated(_season(month, kind, context), Basis.RELATIVE, part=part)


def _season(month: int, kind: str, context: Context) -> Period:
    assert context.day is not None
    here = holding("season", context.day)
    wanted = next(here.shift(n) for n in range(4) if here.shift(n).first.month == month)
    if kind in {"last", "before"}:
        return wanted.shift(-4)
    if kind in {"next", "after"}:
        return wanted.shift(4) if wanted == here else wanted
    if kind == "this" and context.direction is Direction.NONE:
        return Period("season", dt.date(context.day.year, month, 1)) if month != 12 else wanted
    if context.direction is Direction.FUTURE or wanted == here:
        return wanted
    return wanted.shift(-4)


def weekend(found: Found, context: Context) -> Reading | None:
    """Read "the weekend", "last weekend", "this coming weekend"."""
    if found.has("month"):
        slot = found.slot("day")
        day = int("".join(c for c in slot[0].text if c.isdigit())) if slot else None
        period = chosen_year(int(found.slot("month")[0].value), day, None, context)
        return None if period is None else dated(holding("weekend", period.first), Basis.EXPLICIT)
    if context.day is None:
        return undated("weekend")
    kind, base = relation(found), context.day
    if kind in _TEXT_RELATIONS and context.anchor and context.anchor.period:
        base = context.anchor.period.first
    here = holding("weekend", base)
    on = base >= here.first
    if kind == "this":
        step = -1 if context.direction is Direction.PAST and not on else 0
    elif kind in {"next", "after"}:
        step = 1 if on else 0
    elif kind in {"last", "before"}:
        step = -1
    elif context.direction is Direction.FUTURE:
        step = 0
    else:
        step = 0 if on else -1
    return dated(here.shift(step), Basis.RELATIVE, part=part_of(found))
