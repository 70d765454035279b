"""Readings of days, months and years of the calendar, of weekdays and of named days."""

import datetime as dt
from collections.abc import Iterable

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.numbers import century_of, day_of, year_of
from dashlib.parsing.dates.reading import Context, Direction, Reading, dated, shifted, undated
from dashlib.parsing.dates.units import Period, add_months, holding, month_period, year_period
from dashlib.types import Basis, Interval, Precision

__all__ = [
    "STEPS",
    "calendar",
    "century",
    "chosen_year",
    "date_of",
    "decade",
    "iso",
    "month_day",
    "month_rel_year",
    "named",
    "nearest",
    "numeric",
    "part_of",
    "relation",
    "relative_year",
    "shift",
    "week_of",
    "year_slot",
]

_PARTS = {"earlier": "earlier", "later": "later"}
_RELATIONS = {
    "last": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
    "that": "that", "same": "that", "very": "that", "previous": "before", "preceding": "before", "prior": "before",
    "following": "after", "ensuing": "after", "subsequent": "after", "current": "this", "latest": "latest",
    "recent": "recent", "before": "before", "after": "after", "each": "each", "every": "each",
}  # fmt: skip
STEPS = {"last": -1, "this": 0, "next": 1, "latest": 0, "that": 0, "before": -1, "after": 1}
_AGAINST = 6.0  # how much farther a date on the wrong side of the verb counts
_DONE = 40.0  # the same for a day to come beside a verb in the past
_UNSAID = 1.5  # the same for the future where nothing speaks for it


def part_of(found: Found) -> str:
    """Give the part of a longer unit that is named: START, MID, END, earlier, later, or nothing."""
    for word in found.slot("part"):
        if word.text in _PARTS:
            return _PARTS[word.text]
        if isinstance(word.value, str) and word.value != word.text:
            return word.value
    return ""


def relation(found: Found) -> str:
    """Give how a named unit lies to the day of reference: last, this, next; to the text: that, before, after."""
    kinds = [_RELATIONS[w.text] for w in found.slot("rel") if w.text in _RELATIONS]
    if not kinds:
        return ""
    if "this" in kinds and len(kinds) > 1:
        return kinds[-1] if kinds[-1] != "this" else kinds[0]
    if "after" not in kinds and kinds[-1] == "next" and "the" in {w.text for w in found.slot("rel")}:
        return "after"
    return kinds[-1]


def year_slot(found: Found, context: Context) -> int | None:
    """Give the year that an expression names."""
    if found.has("year"):
        return year_of(found.slot("year"))
    if found.has("year_words"):
        return year_of(found.slot("year_words"), spoken=True)
    if found.has("short_year"):
        return year_of(found.slot("short_year"), short=True, near=context.day.year if context.day else None)
    return None


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """Give a day, or None where the month has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest(periods: Iterable[Period], context: Context) -> Period | None:
    """Choose among the periods an expression may mean: the nearest, where the wrong side counts as farther."""
    if context.day is None:
        return None
    day, side = context.day, context.direction

    def cost(period: Period) -> float:
        if period.first <= day <= period.last:
            return 0
        if period.first > day:
            past = _DONE if period.unit == "day" else _AGAINST
            return (period.first - day).days * {Direction.PAST: past, Direction.FUTURE: 1.0}.get(side, _UNSAID)
        return (day - period.last).days * (_AGAINST if side is Direction.FUTURE else 1)

    return min(periods, key=cost, default=None)


def chosen_year(month: int, day: int | None, weekday: int | None, context: Context) -> Period | None:
    """Give the month, or day of a month, of the year that direction and weekday allow."""
    if context.day is None:
        return None
    years = (
        range(context.day.year - 6, context.day.year + 7)
        if weekday
        else range(context.day.year - 1, context.day.year + 2)
    )
    if day is None:
        return nearest((month_period(y, month) for y in years), context)
    days = [d for y in years if (d := date_of(y, month, day)) is not None]
    fitting = [d for d in days if weekday is None or d.isoweekday() == weekday]
    return nearest((Period("day", d) for d in fitting or days), context)


def _month(found: Found) -> int:
    return int(found.slot("month")[0].value)


def _day(found: Found) -> int | None:
    if found.has("day"):
        return day_of(found.slot("day"))
    return day_of(found.slot("day_words")) if found.has("day_words") else None


def _weekday(found: Found) -> int | None:
    return int(found.slot("weekday")[0].value) if found.has("weekday") else None


def calendar(found: Found, context: Context) -> Reading | None:
    """Read a date of the calendar, whole or in part: "Friday, Aug. 15, 2025", "early May", "1996"."""
    year, part = year_slot(found, context), part_of(found)
    day, weekday_ = _day(found), _weekday(found)
    if not found.has("month"):
        if day is not None:
            return _day_only(day, weekday_, context)
        return None if year is None else dated(year_period(year), Basis.EXPLICIT, part=part, day=context.day)
    month = _month(found)
    if year is None:
        period = chosen_year(month, day, weekday_, context)
        if period is None:
            return _yearless(month, day)
        return dated(period, Basis.EXPLICIT, part=part, day=context.day)
    if day is None:
        return dated(month_period(year, month), Basis.EXPLICIT, part=part, day=context.day)
    whole = date_of(year, month, day)
    return None if whole is None else dated(Period("day", whole), Basis.EXPLICIT)


def _yearless(month: int, day: int | None) -> Reading | None:
    if day is None:
        return Reading("DATE", f"XXXX-{month:02}", basis=Basis.EXPLICIT)
    if date_of(2000, month, day) is None:
        return None
    return Reading("DATE", f"XXXX-{month:02}-{day:02}", basis=Basis.EXPLICIT)


def _day_only(day: int, weekday_: int | None, context: Context) -> Reading | None:
    """Read "Friday the 15th": the nearest month in which the day is that weekday."""
    if context.day is None:
        return Reading("DATE", f"XXXX-XX-{day:02}", basis=Basis.EXPLICIT)
    months = [add_months(context.day.replace(day=1), n) for n in range(-12, 13)]
    days = [d for m in months if (d := date_of(m.year, m.month, day)) and (not weekday_ or d.isoweekday() == weekday_)]
    period = nearest((Period("day", d) for d in days), context)
    return None if period is None else dated(period, Basis.EXPLICIT)


def numeric(found: Found, _context: Context) -> Reading | None:
    """Read "13/08/2025", "8/13/25", "13.08.2025": whichever order makes a date; day first where both do with dots."""
    text = found.text("numeric")
    separator = next(c for c in text if not c.isdigit())
    first, second, third = (int(p) for p in text.split(separator))
    if first > 31:
        whole = date_of(first, second, third)
        return None if whole is None else dated(Period("day", whole), Basis.EXPLICIT)
    year = (
        third
        if third > 99
        else year_of(found.slot("numeric")[:0] or [found.words[found.first]._replace(text=f"{third:02}")], short=True)
    )
    orders = [(second, first), (first, second)] if separator == "." else [(first, second), (second, first)]
    for month, day in orders:
        whole = date_of(year, month, day)
        if whole is not None:
            return dated(Period("day", whole), Basis.EXPLICIT)
    return None


def iso(found: Found, _context: Context) -> Reading | None:
    """Read an ISO 8601 date, with or without a time."""
    text = found.text("iso").upper()
    try:
        whole = dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
    if "T" in text:
        return Reading(
            "TIME", text[:16], Interval(whole, whole, Precision.MINUTE), Basis.EXPLICIT, Period("day", whole)
        )
    return dated(Period("day", whole), Basis.EXPLICIT)


def month_day(found: Found, context: Context) -> Reading | None:
    """Read "the 15th of this month"."""
    step = STEPS.get(relation(found), 0)
    month = shifted("month", step, context.day)
    day = _day(found)
    if month is None or day is None:
        return undated("day")
    whole = date_of(month.first.year, month.first.month, day)
    return None if whole is None else dated(Period("day", whole), Basis.RELATIVE)


def relative_year(found: Found, context: Context) -> int | None:
    """Give the year of "last year", "that year", "the following year"."""
    kind = relation(found)
    if kind in {"that", "before", "after"} and context.anchor and context.anchor.period:
        return context.anchor.period.first.year + STEPS[kind]
    return None if context.day is None else context.day.year + STEPS.get(kind, 0)


def month_rel_year(found: Found, context: Context) -> Reading | None:
    """Read "June last year", "March 3 this year"."""
    year, day = relative_year(found, context), _day(found)
    if year is None:
        return _yearless(_month(found), day)
    if day is None:
        return dated(month_period(year, _month(found)), Basis.RELATIVE, part=part_of(found), day=context.day)
    whole = date_of(year, _month(found), day)
    return None if whole is None else dated(Period("day", whole), Basis.RELATIVE)


def named(found: Found, context: Context) -> Reading | None:
    """Read "last May", "this September", "next April 3"; "each July" is a set."""
    kind, month, day = relation(found), _month(found), _day(found)
    if kind == "each":
        return Reading("SET", f"XXXX-{month:02}")
    if context.day is None:
        return _yearless(month, day)
    here = context.day
    if kind == "this":
        years = [here.year]
    elif kind in {"next", "after"}:
        years = [here.year if month > here.month else here.year + 1]
    else:
        years = [here.year if month < here.month else here.year - 1]
    if day is None:
        return dated(month_period(years[0], month), Basis.RELATIVE, part=part_of(found), day=here)
    whole = date_of(years[0], month, day)
    return None if whole is None else dated(Period("day", whole), Basis.RELATIVE)


def decade(found: Found, context: Context) -> Reading | None:
    """Read "the 1990s", "the late '80s", "the nineties"."""
    word = found.slot("decade")[0]
    if isinstance(word.value, int):
        tens = word.value
    else:
        digits = "".join(c for c in word.text if c.isdigit())
        if len(digits) == 4:
            return dated(Period("decade", dt.date(int(digits), 1, 1)), Basis.EXPLICIT, part=part_of(found))
        tens = int(digits)
    this_year = context.day.year if context.day else 2025
    year = this_year // 100 * 100 + tens
    year = year if year <= this_year else year - 100
    return dated(Period("decade", dt.date(year, 1, 1)), Basis.EXPLICIT, part=part_of(found))


def century(found: Found, _context: Context) -> Reading | None:
    """Read "the 20th century"."""
    words = found.slot("century") or found.slot("century_words")
    rank = century_of(words)
    if not 1 < rank < 22:
        return None
    return dated(Period("century", dt.date((rank - 1) * 100, 1, 1)), Basis.EXPLICIT, part=part_of(found))


def shift(found: Found, context: Context) -> Reading | None:
    """Read "today", "late yesterday", "the day after tomorrow"."""
    step = int(found.slot("dayshift")[0].value)
    if found.has("beyond"):
        step += 1 if found.text("beyond") == "after" else -1
    period = shifted("day", step, context.day)
    return undated("day") if period is None else dated(period, Basis.RELATIVE)


def week_of(found: Found, context: Context) -> Reading | None:
    """Read "the week of March 6"."""
    month, day, year = _month(found), _day(found), year_slot(found, context)
    if day is None:
        return None
    whole = date_of(year, month, day) if year else None
    if year is None and (period := chosen_year(month, day, None, context)):
        whole = period.first
    return undated("week") if whole is None else dated(holding("week", whole), Basis.EXPLICIT, part=part_of(found))
