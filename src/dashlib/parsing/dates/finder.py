"""Finds the time expressions of a Doc and says what each means: `find`."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from dashlib.parsing.dates.builders import read
from dashlib.parsing.dates.direction import direction
from dashlib.parsing.dates.grammar import Rule, matches
from dashlib.parsing.dates.guards import allowed
from dashlib.parsing.dates.opening import opened
from dashlib.parsing.dates.place import Place, known
from dashlib.parsing.dates.ranges import range_of, with_year
from dashlib.parsing.dates.reading import Context, Direction, Reading
from dashlib.parsing.dates.words import lex
from dashlib.types import Basis, Interval, Timex

__all__ = ["Sighting", "find", "sightings"]

_QUARTERLY = frozenset({"quarter", "this_quarter"})
_BACKWARD = frozenset({"ago", "earlier", "year_ago_quarter"})  # they look back from a date and are none to count from
_LONGER = frozenset({"P6M", "P9M", "P1Y"})  # accounts over these are compared with a year before
_FRESH = 300  # days from the day of reference within which a quarter is the one whose results are told


class Sighting(NamedTuple):
    """A date of the calendar as the text has it, before any publication date: for inferring that date.

    `day` is its (month, day), `weekday` the ISO weekday named with it, `year` whether a year is named.
    """

    timex: Timex
    direction: Direction
    day: tuple[int, int] | None
    weekday: int | None
    year: bool


def _places(doc: Doc) -> Iterator[Place]:
    """Give the expressions that stand, without overlaps: the longest first, then in text order."""
    words = lex(doc.text)
    starts = [t.idx for t in doc]
    taken = bytearray(len(words.items))
    kept: list[Place] = []
    for found in matches(words):
        if any(taken[found.first : found.last]):
            continue
        first = bisect_right(starts, found.start) - 1
        last = bisect_left(starts, found.end)
        place = Place(found, doc, first, last)
        if allowed(place):
            taken[found.first : found.last] = b"\x01" * (found.last - found.first)
            kept.append(place)
    yield from sorted(kept, key=lambda p: p.first)


class _Memory:
    """What was said before: the last dated expression and the last quarter."""

    def __init__(self) -> None:
        self.anchor: Reading | None = None
        self.past: Reading | None = None
        self.quarter: Reading | None = None

    def note(self, rule: Rule, reading: Reading, day: dt.date | None) -> None:
        if reading.kind == "DURATION" and reading.value in _LONGER:
            self.quarter = None
        period = reading.period
        if period is None:
            return
        if rule.build in _QUARTERLY and (day is None or 0 < (day - period.last).days < _FRESH):
            self.quarter = reading
        if rule.build not in _BACKWARD or period.first > (
            self.anchor.period.first if self.anchor and self.anchor.period else dt.date.min
        ):
            self.anchor = reading
            if day is None or period.first <= day:
                self.past = reading


def _accounts(place: Place) -> bool:
    """Whether the sentence tells the results of a company."""
    doc, words = place.doc, known("accounts")
    first, last = place.first, place.last
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and not doc[last].is_sent_start:
        last += 1
    return any(doc[i].lower_ in words for i in range(first, last))


def _context(place: Place, day: dt.date | None, memory: _Memory) -> Context:
    side = direction(place.doc, place.first, place.last)
    return Context(
        day=day,
        direction=side,
        anchor=memory.past if side is Direction.PAST else memory.anchor,
        quarter=memory.quarter.period if memory.quarter else None,
        accounts=place.found.rule.build in _BACKWARD and _accounts(place),
    )


def _readings(places: list[Place], day: dt.date | None) -> Iterator[Reading | None]:
    memory = _Memory()
    for place in places:
        reading = read(place.found, _context(place, day, memory))
        if reading is not None:
            memory.note(place.found.rule, reading, day)
        yield reading


def _common(first: str, second: str) -> str:
    """Give the value two readings share: their common leading units, the rest unknown."""
    if first == second:
        return first
    a, b = first.split("-"), second.split("-")
    shared: list[str] = []
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared.append(x)
    return "-".join([*shared, *("X" * len(p) for p in a[len(shared) :])])


def _joined(early: Reading | None, late: Reading | None) -> Reading | None:
    """Join the readings from the first and the last possible day of publication."""
    if early is None or late is None or early == late:
        return late
    start = min(early.interval.start, late.interval.start) if early.interval.start and late.interval.start else None
    end = max(early.interval.end, late.interval.end) if early.interval.end and late.interval.end else None
    interval = Interval(start, end, late.interval.precision)
    return late._replace(value=_common(early.value, late.value), interval=interval)


def _timex(place: Place, reading: Reading, whole: Interval | None = None) -> Timex:
    found = place.found
    return Timex(
        start=found.start,
        end=found.end,
        first=place.first,
        last=place.last,
        text=place.doc.text[found.start : found.end],
        kind=reading.kind,
        value=reading.value,
        interval=whole or opened(place, reading),
        basis=reading.basis,
    )


def find(doc: Doc, published: Interval) -> tuple[Timex, ...]:
    """Give the time expressions of a parsed Doc, in text order, without overlaps.

    `published` is the day of publication, or the interval in which it lies: an expression counted from it then spans
    all the days it may mean, and its value keeps only what they share. With no day known, relative expressions keep
    TimeML's placeholders ("XXXX-WXX-5") and no interval.
    """
    places = list(_places(doc))
    late = list(_readings(places, published.end))
    early = late if published.start == published.end else list(_readings(places, published.start))
    joined = [_joined(a, b) for a, b in zip(early, late, strict=True)]
    joined = [with_year(places, joined, i) for i in range(len(places))]
    whole = [range_of(places, joined, i) for i in range(len(places))]
    return tuple(_timex(p, r, w) for p, r, w in zip(places, joined, whole, strict=True) if r is not None)


def sightings(doc: Doc) -> tuple[Sighting, ...]:
    """Give the dates of the calendar that a Doc names, in text order, with the direction of their verbs."""
    seen: list[Sighting] = []
    places = list(_places(doc))
    for place, reading in zip(places, _readings(places, None), strict=True):
        if reading is None or reading.basis is not Basis.EXPLICIT or reading.kind == "SET":
            continue
        found, period = place.found, reading.period
        day = None
        if period is not None and period.unit == "day":
            day = (period.first.month, period.first.day)
        elif found.has("month") and reading.value.startswith("XXXX-") and reading.value[5:].count("-") == 1:
            day = (int(reading.value[5:7]), int(reading.value[8:10]))
        weekday = int(found.slot("weekday")[0].value) if found.has("weekday") else None
        timex = _timex(place, reading)._replace(interval=reading.interval)
        seen.append(Sighting(timex, direction(doc, place.first, place.last), day, weekday, year=period is not None))
    return tuple(seen)
