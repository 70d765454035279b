"""The sentences that tell one event: when, what, where, how many, who says so, and on what the reports differ."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashlib.export.briefing.clauses import clause
from dashlib.export.briefing.names import are_plural, listed
from dashlib.export.briefing.verbs import Tense
from dashlib.types import Status
from dashlib.wording import joined, on, spelled, sureness

__all__ = ["tell"]

_STALE = dt.timedelta(31)
_QUESTIONS = ("who", "whether", "where", "when", "what", "how")


def _last_day(event: Mapping[Any, Any]) -> dt.date | None:
    day: dt.date | None = event["date_end"] or event["date_start"]
    return day


def _over(event: Mapping[Any, Any], today: dt.date) -> bool:
    """Whether the day of what was to come has passed; without a day, whether the last report of it is old."""
    day = _last_day(event)
    told = event["last_reported"]
    return day < today if day else bool(told and today - told > _STALE * 3)


def _tense(event: Mapping[Any, Any], today: dt.date) -> Tense:
    status = event["status"]
    if status == Status.PLANNED:
        return Tense.WAS_TO_COME if _over(event, today) else Tense.TO_COME
    if status == Status.POSSIBLE:
        return Tense.MIGHT if _over(event, today) else Tense.MAY
    if status == Status.CANCELLED:
        return Tense.NOT
    if status == Status.ONGOING:
        return _going_on(event, today)
    return Tense.DENIED if status == Status.DENIED else Tense.PAST


def _going_on(event: Mapping[Any, Any], today: dt.date) -> Tense:
    told, end = event["last_reported"], event["date_end"]
    if (told and today - told > _STALE) or (end and end < today):
        return Tense.THEN
    return Tense.SINCE if event["date_start"] and not event["date_end"] else Tense.NOW


def _when(event: Mapping[Any, Any]) -> str:
    """Say when; an act that is over has no "since"."""
    start, end = event["date_start"], event["date_end"]
    if start and not end and event["status"] != Status.ONGOING:
        return f"on or after {spelled(start)}"
    return on(start, end, event["date_precision"])


def _own(event: Mapping[Any, Any], persons: frozenset[str]) -> str:
    """Say that those who did it say so themselves, or give ""."""
    doers, claimants = event["initiators"] or event["participants"], event["claimed_by"]
    if set(doers) != set(claimants):
        return ""
    single = len(claimants) == 1 and not persons.intersection(claimants) and not are_plural(claimants)
    return f", by {'its' if single else 'their'} own account"


def _main(event: Mapping[Any, Any], today: dt.date, persons: frozenset[str], *, dated: bool) -> str:
    words = [_when(event)] if dated else []
    words.append(clause(event, _tense(event, today), persons))
    if event["quantity"]:
        words.append(f"({event['quantity']})")
    told = " ".join(" ".join(words).split())
    if event["claimed_by"] and event["status"] != Status.DENIED:
        told += _own(event, persons) or f", according to {listed(event['claimed_by'], persons)}"
    return f"{told[:1].upper()}{told[1:].removesuffix('.')}."


def _differing(said: str) -> str:
    """Say a disagreement, kept as "field: value (who) / value (who)", in a sentence."""
    field, _, values = said.partition(": ")
    about = field if field.startswith(_QUESTIONS) else f"the {field}"
    return f"Reports differ on {about}" + (f": {joined(values.split(' / '), 'or')}." if values else ".")


def _after(event: Mapping[Any, Any], today: dt.date) -> Iterator[str]:
    yield from map(_differing, event["disagreements"])
    if event["status"] == Status.PLANNED and _last_day(event) and _over(event, today):
        yield "No report among these says that it took place."
    if sureness(event["confidence"]) == "low":
        yield "This reading is uncertain."


def tell(
    event: Mapping[Any, Any], today: dt.date, *, persons: frozenset[str] = frozenset(), dated: bool = True
) -> Sequence[str]:
    """Tell an event row in sentences, the first of which has the news.

    `today` decides what lies ahead. Without `dated` the sentence says no day: its paragraph does.
    """
    return [_main(event, today, persons, dated=dated), *_after(event, today)]
