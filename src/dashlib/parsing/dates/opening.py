"""Open readings: "since May" keeps only a start, "by 13 May" only an end."""

import datetime as dt

from dashlib.parsing.dates.place import Place, known
from dashlib.parsing.dates.reading import Reading
from dashlib.types import Interval

__all__ = ["opened"]

_DAY = dt.timedelta(days=1)


def opened(place: Place, reading: Reading) -> Interval:
    """Give the interval of a reading, opened by the preposition before it."""
    interval = reading.interval
    closed = interval.start is not None and interval.end is not None
    if not closed or reading.kind not in {"DATE", "TIME"} or "/" in reading.value:
        return interval
    word = place.before
    if word in known("opens_end"):
        return interval._replace(end=None)
    if word in known("opens_start"):
        return interval._replace(start=None)
    return interval if reading.kind == "TIME" else _beyond(interval, word)


def _beyond(interval: Interval, word: str) -> Interval:
    """Give the days before or after an interval, where the word says so."""
    assert interval.start is not None
    assert interval.end is not None
    if word == "before":
        return interval._replace(start=None, end=interval.start - _DAY)
    if word == "after":
        return interval._replace(start=interval.end + _DAY, end=None)
    return interval
