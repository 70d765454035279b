"""What the Overview says in sentences: what stands out, how long a period is, what a plan still has to go."""

import datetime as dt
from collections.abc import Hashable, Mapping
from typing import Any

from dashlib.codebook import KINDS
from dashlib.query.period import DayRange, Present
from dashlib.wording import counted, date_range, day

__all__ = ["days_off", "kinds_of", "length", "moment", "period_of", "standing_out"]

_LENGTHS = {1: "a day", 7: "a week", 14: "two weeks", 28: "four weeks", 364: "a year", 365: "a year", 366: "a year"}
_MOST_KINDS = 3


def length(days: int) -> str:
    """Say how long a number of days is.

    >>> length(28), length(90)
    ('four weeks', '90 days')
    """
    return _LENGTHS.get(days, counted(days, "day"))


def kinds_of(numbers: Mapping[str, int], total: int) -> str:
    """Name how many events there are and of which kinds: "3 calls", or "5 events (3 strikes, 2 clashes)".

    >>> kinds_of({"call": 3}, 3), kinds_of({"call": 1}, 1)
    ('3 calls', '1 call')
    """
    if len(numbers) == 1:
        kind, number = next(iter(numbers.items()))
        return counted(number, KINDS[kind].label.lower(), KINDS[kind].plural)
    shown = [counted(n, KINDS[k].label.lower(), KINDS[k].plural) for k, n in list(numbers.items())[:_MOST_KINDS]]
    rest = ", …" if len(numbers) > _MOST_KINDS else ""
    return counted(total, "event") + (f" ({', '.join(shown)}{rest})" if shown else "")


def standing_out(row: Mapping[Hashable, Any], days: int) -> str:
    """Say what stands out: a row of `query.unusual.unusual`, and the days of the period.

    >>> standing_out({"one": "A", "other": "B", "now": 3, "usual": 0.41, "more": True, "kinds": {"call": 3}}, 28)
    '3 calls between A and B; usually 0.4 events in four weeks'
    """
    between = f"between {row['one']} and {row['other']}" if row["other"] else f"with {row['one']}"
    number = int(row["now"])
    head = kinds_of(row["kinds"], number) if number else "No event"
    usual = f"{row['usual']:.1f}" if row["usual"] >= 0.05 else "none"
    only = "Only " if number and not row["more"] else ""
    noun = "" if usual == "none" else " events"
    return f"{only}{head} {between}; usually {usual}{noun} in {length(days)}"


def period_of(period: DayRange, present: Present, *, chosen: bool) -> str:
    """Say which days the page is about, and why."""
    if chosen:
        return f"The days of the filter: {date_range(period.since, period.until)}."
    last = f"The last {length(period.days)}, to {day(period.until)}"
    if present.stopped:
        return f"{last}, the day of the newest article. Set dates in the filters to see others."
    return f"{last}. Set dates in the filters to see others."


def days_off(number: int) -> str:
    """Say how far off a day is.

    >>> days_off(0), days_off(1), days_off(12), days_off(-1), days_off(-40)
    ('today', 'tomorrow', 'in 12 days', 'yesterday', '40 days ago')
    """
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if number in near:
        return near[number]
    return f"in {number:,} days" if number > 0 else f"{-number:,} days ago"


def moment(value: dt.datetime, now: dt.datetime) -> str:
    """Say when something was, by the clock of this machine: today's with the hour, others by the day."""
    local = value.astimezone(now.tzinfo)
    return f"{local:%H:%M} today" if local.date() == now.date() else f"{day(local.date())}, {local:%H:%M}"
