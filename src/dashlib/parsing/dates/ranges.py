"""Ranges told in two expressions: "from 24 February to 3 March 2022", "between August 12 and August 15"."""

from collections.abc import Sequence

from dashlib.parsing.dates.place import Place, known
from dashlib.parsing.dates.points import date_of
from dashlib.parsing.dates.reading import Reading
from dashlib.parsing.dates.units import Period
from dashlib.types import Interval

__all__ = ["range_of", "with_year"]

_YEARED = frozenset({"year", "year_words", "short_year"})


def _linked(first: Place, second: Place) -> bool:
    """Whether one word such as "to" or "and" joins two expressions of which the first opens a range."""
    joint = first.found.words[first.found.last : second.found.first]
    return len(joint) == 1 and joint[0].text in known("range_joints") and first.before in known("range_openers")


def with_year(places: Sequence[Place], readings: Sequence[Reading | None], i: int) -> Reading | None:
    """Give a reading the year of the expression that follows in its range, where it names none itself."""
    reading = readings[i]
    if reading is None or i + 1 >= len(places) or not _linked(places[i], places[i + 1]):
        return reading
    own, following = places[i], readings[i + 1]
    if own.has(*_YEARED) or not own.has("month") or not places[i + 1].has(*_YEARED):
        return reading
    if reading.period is None or following is None or following.period is None:
        return reading
    last = following.period.first
    first = date_of(last.year, reading.period.first.month, reading.period.first.day)
    if first is not None and first > last:
        first = date_of(last.year - 1, first.month, first.day)
    if first is None:
        return reading
    period = Period(reading.period.unit, first)
    return reading._replace(value=period.value, interval=period.interval, period=period)


def range_of(places: Sequence[Place], readings: Sequence[Reading | None], i: int) -> Interval | None:
    """Give the days from the first to the last expression of a range an expression is part of; None where of none."""
    for first in (i - 1, i):
        if not 0 <= first < len(places) - 1 or not _linked(places[first], places[first + 1]):
            continue
        early, late = readings[first], readings[first + 1]
        if early is None or late is None or early.interval.start is None or late.interval.end is None:
            continue
        if early.interval.start <= late.interval.end:
            return Interval(early.interval.start, late.interval.end, late.interval.precision)
    return None
