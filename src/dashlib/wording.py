"""Says dates, counts and lists as people write them, for the app, the exports and the command line."""

import calendar
import datetime as dt
from collections.abc import Sequence

from dashlib.types import Precision

__all__ = ["counted", "date_range", "day", "joined", "on", "spelled", "sureness", "when"]

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_SURE = ((0.8, "high"), (0.6, "fair"), (0.0, "low"))


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun.

    >>> counted(1, "event"), counted(1200, "event"), counted(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does.

    >>> joined(["calls", "summits", "visits"]), joined(["happened", "planned"], "or")
    ('calls, summits and visits', 'happened or planned')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def day(value: dt.date, *, year: bool = True) -> str:
    """Give a day as "15 Aug 2025"."""
    return f"{value.day} {value:%b}" + (f" {value.year}" if year else "")


def spelled(value: dt.date, *, month: bool = True, year: bool = True) -> str:
    """Give a day as running text has it, "15 August 2025"; without `year` or `month` what a second day repeats.

    >>> spelled(dt.date(2025, 8, 15)), spelled(dt.date(2025, 8, 15), year=False)
    ('15 August 2025', '15 August')
    """
    return f"{value.day}" + (f" {value:%B}" if month else "") + (f" {value.year}" if year else "")


def date_range(start: dt.date | None, end: dt.date | None) -> str:
    """Give a range of days, saying year and month once; an open end is "since" or "by".

    >>> date_range(dt.date(2025, 1, 1), dt.date(2025, 8, 15)), date_range(None, dt.date(2025, 5, 13))
    ('1 Jan – 15 Aug 2025', 'by 13 May 2025')
    """
    if start is None:
        return f"by {day(end)}" if end else ""
    if end is None:
        return f"since {day(start)}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start, year=start.year != end.year)} – {day(end)}"


def _whole_month(start: dt.date, end: dt.date) -> bool:
    same = (start.year, start.month) == (end.year, end.month)
    return same and start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]


def _unit(start: dt.date, end: dt.date, precision: str) -> str:
    """Name the unit that a closed interval fills, or give ""."""
    days = (end - start).days + 1
    if days == 1:
        return day(start)
    if precision == Precision.WEEK and days == 7:
        return f"week of {day(start)}"
    if _whole_month(start, end):
        return f"{start:%b} {start.year}"
    if start.day != 1 or end != dt.date(end.year, end.month, calendar.monthrange(end.year, end.month)[1]):
        return ""
    if precision == Precision.SEASON and start.month in _SEASONS:
        return f"{_SEASONS[start.month]} {start.year}"
    return _span_of_months(start, end)


def _span_of_months(start: dt.date, end: dt.date) -> str:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 3 and start.month % 3 == 1:
        return f"{('first', 'second', 'third', 'fourth')[start.month // 3]} quarter of {start.year}"
    if months == 6 and start.month in (1, 7):
        return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
    if months == 12 and start.month == 1:
        return str(start.year)
    if months == 120 and start.year % 10 == 0 and start.month == 1:
        return f"{start.year}s"
    return ""


def when(start: dt.date | None, end: dt.date | None, precision: str = "") -> str:
    """Give an event's date in words, with its precision.

    >>> when(dt.date(2025, 8, 11), dt.date(2025, 8, 17), "week"), when(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    ('week of 11 Aug 2025', '2024')
    >>> when(None, dt.date(2025, 5, 13)), when(dt.date(2025, 2, 28), None), when(None, None)
    ('by 13 May 2025', 'since 28 Feb 2025', 'date not said')
    """
    if start is None and end is None:
        return "date not said"
    if start is None or end is None:
        return date_range(start, end)
    return _unit(start, end, precision) or date_range(start, end)


def on(start: dt.date | None, end: dt.date | None, precision: str = "") -> str:
    """Give an event's date as a sentence has it, with its preposition; "" where nothing is known.

    >>> on(dt.date(2025, 8, 12), dt.date(2025, 8, 12)), on(dt.date(2025, 8, 1), dt.date(2025, 8, 31))
    ('on 12 August 2025', 'in August 2025')
    >>> on(dt.date(2025, 8, 12), dt.date(2025, 8, 13)), on(dt.date(2025, 7, 30), dt.date(2025, 8, 2))
    ('on 12 or 13 August 2025', 'between 30 July and 2 August 2025')
    >>> on(None, dt.date(2025, 5, 13)), on(dt.date(2025, 2, 28), None)
    ('by 13 May 2025', 'since 28 February 2025')
    """
    if start is None or end is None:
        known = start or end
        return f"{'since' if start else 'by'} {spelled(known)}" if known else ""
    if start == end:
        return f"on {spelled(start)}"
    if _whole_month(start, end):
        return f"in {start:%B} {start.year}"
    if unit := _unit(start, end, precision):
        return f"in the week of {spelled(start)}" if precision == Precision.WEEK else f"in {_the(unit)}"
    return _between(start, end)


def _the(unit: str) -> str:
    return unit if unit.isdigit() or unit.startswith(tuple(_SEASONS.values())) else f"the {unit}"


def _between(start: dt.date, end: dt.date) -> str:
    pair = (end - start).days == 1
    same_year = start.year == end.year
    first = spelled(start, month=not same_year or start.month != end.month, year=not same_year)
    return f"on {first} or {spelled(end)}" if pair else f"between {first} and {spelled(end)}"


def sureness(confidence: float) -> str:
    """Give a confidence between 0 and 1 as a word: high from 0.8, fair from 0.6, else low."""
    return next(word for floor, word in _SURE if confidence >= floor or floor == 0)
