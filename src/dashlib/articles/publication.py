"""The day an article appeared, from metadata in whatever form it comes, or from a file's name."""

import datetime as dt
import math
import re
from calendar import monthrange
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from dateutil import parser as dateutil_parser

from dashlib.types import Interval, Precision

__all__ = ["day_first", "day_in_name", "day_of", "interval_of"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_MONTH = re.compile(r"(\d{4})[-/](\d\d?)")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_MILLISECONDS = 1e11
# Two days that differ in month and day: what both readings of a phrase share, the phrase itself says.
_FIRST, _SECOND = dt.datetime(2000, 1, 1), dt.datetime(2004, 12, 31)  # noqa: DTZ001 - days, not moments


def interval_of(value: object, *, day_first: bool | None = None) -> Interval:
    """Give the interval that a metadata value names, in its own time zone; an unknown one where it names none.

    Takes dates, datetimes, seconds or milliseconds since 1970, and texts in ISO 8601, RFC 2822 or everyday English
    with a year. "August 2025" is a month, not a day. `08/12/2025` is no date unless `day_first` says how to read it.

    >>> interval_of("Tue, 12 Aug 2025 09:00:00 +0300").start
    datetime.date(2025, 8, 12)
    >>> interval_of("2025-02-30").known
    False
    """
    if value is None or (isinstance(value, float) and math.isnan(value)) or value != value:  # noqa: PLR0124 - NaT
        return Interval()
    if isinstance(value, dt.datetime):
        return _day(value.date())
    if isinstance(value, dt.date):
        return _day(value)
    text = str(value).strip()
    if _EPOCH.fullmatch(text):
        return _moment(float(text))
    return _from_text(text, first=day_first) if _YEAR.search(text) else Interval()


def day_of(value: object) -> dt.date | None:
    """Give the day that a metadata value names, or None where it names none, or more than one.

    >>> day_of("2025-08-12T23:30:00-04:00")
    datetime.date(2025, 8, 12)
    >>> day_of("August 2025") is None
    True
    """
    start, end, _ = interval_of(value)
    return start if start == end else None


def _day(day: dt.date | None) -> Interval:
    return Interval(day, day, Precision.DAY) if day else Interval()


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _moment(number: float) -> Interval:
    seconds = number / 1000 if number > _MILLISECONDS else number
    return _day(dt.datetime.fromtimestamp(seconds, dt.UTC).date())


def _month(year: int, month: int) -> Interval:
    return Interval(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def _from_text(text: str, *, first: bool | None) -> Interval:
    if iso := _ISO.match(text):
        return _day(_date(*iso.groups()))
    if (month := _MONTH.fullmatch(text)) and 1 <= int(month[2]) <= 12:
        return _month(int(month[1]), int(month[2]))
    if dots := _DOTS.match(text):
        return _day(_date(dots[3], dots[2], dots[1]))
    if slashes := _SLASHES.match(text):
        return _day(_slashes(slashes, first=first))
    return _in_words(text)


def _slashes(found: re.Match[str], *, first: bool | None) -> dt.date | None:
    a, b, year = found.groups()
    readings = {True: _date(year, b, a), False: _date(year, a, b)}
    if first is not None and readings[first]:
        return readings[first]
    possible = {day for day in readings.values() if day}
    return possible.pop() if len(possible) == 1 else None


def _in_words(text: str) -> Interval:
    try:
        return _day(parsedate_to_datetime(text).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        one, two = (dateutil_parser.parse(text, default=d, ignoretz=True) for d in (_FIRST, _SECOND))
    except (ValueError, TypeError, IndexError, OverflowError):
        return Interval()
    if one.year != two.year:
        return Interval()
    if one.month != two.month:
        return Interval(dt.date(one.year, 1, 1), dt.date(one.year, 12, 31), Precision.YEAR)
    return _day(one.date()) if one.day == two.day else _month(one.year, one.month)


def day_first(values: Iterable[object]) -> bool | None:
    """Tell from a column of dates with slashes whether the day stands first; None where no value decides it.

    >>> day_first(["08/12/2025", "25/12/2025"])
    True
    """
    pairs = (found.groups()[:2] for found in map(_SLASHES.match, map(str, values)) if found)
    votes = {int(a) > 12 for a, b in pairs if (int(a) > 12) != (int(b) > 12)}
    return votes.pop() if len(votes) == 1 else None


def day_in_name(path: str) -> dt.date | None:
    """Give the day in a file's name, such as `2025-08-12-call.txt` or `call_20250812.html`."""
    found = _IN_NAME.search(PurePath(path).name)
    return _date(found[1], found[3], found[4]) if found else None
