"""Dates counted from another event of the sentence: "a day after the ministers signed", "two weeks before the vote".

The measure ("a day") stands before "after" or "before"; what hangs below that word is dated from the clause above it.
"""

import datetime as dt
import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dashlib.parsing.dates.attachment import Owners, clause_verb, words
from dashlib.parsing.dates.units import add_months
from dashlib.types import Interval, Mention, Precision, Status, Timex

__all__ = ["counted"]

_MEASURE = re.compile(r"P(?:(?P<days>\d+)D|(?P<weeks>\d+)W|(?P<months>\d+)M|(?P<years>\d+)Y|T(?P<hours>[\dX]+)[HM])$")
_WEEK, _DAY_HOURS = 7, 24
_FINE = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE})
_ONE_DAY = dt.timedelta(days=1)


def counted(
    doc: Doc, mention: Mention, told: Iterable[Mention], owners: Owners, timexes: Iterable[Timex], published: Interval
) -> tuple[Interval, str] | None:
    """Give the interval of a mention below "a day after" or "a week before", and the words; None where there is none.

    The clause above is dated by its own mention, else by an expression of its verb, else by the publication.
    """
    link = _link(doc[mention.head])
    if link is None or mention.status is not Status.HAPPENED:
        return None
    measure = next((t for t in timexes if t.last == link.i and _exact(t)), None)
    base = _base(doc, link, told, owners, published) if measure is not None else None
    if measure is None or base is None:
        return None
    moved = _moved(base, measure.value, back=link.lower_ in words("earlier_than"))
    if published.end is not None and moved.end is not None and moved.end > published.end:
        return None
    return moved, f"{measure.text} {link.text}"


def _exact(timex: Timex) -> bool:
    """Whether it measures a stretch of time by a number, and not by "less than" one."""
    return bool(_MEASURE.match(timex.value)) and words("about_measures").isdisjoint(timex.text.lower().split())


def _link(head: Token) -> Token | None:
    """Give the "after" or "before" below which a trigger stands directly: as its clause, or as its noun."""
    below = words("earlier_than") | words("later_than")
    verb = clause_verb(head)
    if head != verb and head.dep_ == "pobj" and head.head.lower_ in below:
        return head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in below:
        return verb.head
    return next((c for c in verb.children if c.lower_ in below and c.i < verb.i and _opens(c)), None)


def _opens(word: Token) -> bool:
    """Whether an "after" opens a clause: as its mark, or as a preposition that the parser left without an object."""
    return word.dep_ == "mark" or (word.dep_ == "prep" and not any(c.dep_ in {"pobj", "pcomp"} for c in word.children))


def _base(doc: Doc, link: Token, told: Iterable[Mention], owners: Owners, published: Interval) -> Interval | None:
    """Give the date of the clause on which the measured one hangs."""
    below = link.head if _opens(link) else link
    above = clause_verb(below.head)
    if above == below:
        return None
    near = [m for m in told if m.interval.known and clause_verb(doc[m.head]) == above]
    if near:
        return near[0].interval
    loose = next((t.interval for t, verb in owners.loose if verb == above), None)
    if loose is not None:
        return loose
    return published if published.known and above.dep_ == "ROOT" else None


def _moved(base: Interval, value: str, *, back: bool) -> Interval:
    """Move an interval by a measure; hours and minutes stay on the day, 24 of them make one."""
    match = _MEASURE.match(value)
    found = match.groupdict() if match else {}
    sign = -1 if back else 1
    if found.get("hours"):
        hours = int(found["hours"]) if found["hours"].isdigit() and value.endswith("H") else 0
        return _by(base, days=sign * (hours // _DAY_HOURS), precision=Precision.DAY)
    if found.get("months") or found.get("years"):
        months = sign * (int(found["months"] or 0) + 12 * int(found["years"] or 0))
        return _month(base, months)
    days = sign * (int(found.get("days") or 0) + _WEEK * int(found.get("weeks") or 0))
    return _by(base, days=days, precision=Precision.DAY if base.precision in _FINE else base.precision)


def _by(base: Interval, *, days: int, precision: Precision) -> Interval:
    step = days * _ONE_DAY
    return Interval(base.start + step if base.start else None, base.end + step if base.end else None, precision)


def _month(base: Interval, months: int) -> Interval:
    """Give the month that lies so many months away."""
    day = base.start or base.end
    if day is None:
        return Interval()
    first = add_months(day.replace(day=1), months)
    return Interval(first, add_months(first, 1) - _ONE_DAY, Precision.MONTH)
