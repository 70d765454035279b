"""Where the reports of one event contradict one another: both values, and who says so."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dashlib.merging.actors import entity
from dashlib.merging.fields import Report
from dashlib.merging.titles import joined
from dashlib.merging.words import figure
from dashlib.types import Status

__all__ = ["disagreements"]

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})


def _who(reports: Sequence[Report]) -> str:
    names = [n for r in reports for n in (r.row["claimed_by"] or r.sources)]
    return joined(list(dict.fromkeys(names))) or "a report without a source"


def _said(field: str, values: Mapping[str, Sequence[Report]]) -> list[str]:
    if len(values) < 2:
        return []
    return [f"{field}: " + " / ".join(f"{value} ({_who(by)})" for value, by in values.items())]


def _whether(reports: Sequence[Report]) -> list[str]:
    denied = [r for r in reports if r.row["status"] == Status.DENIED]
    affirmed = [r for r in reports if r.row["status"] != Status.DENIED]
    return _said("whether it happened", {"affirmed": affirmed, "denied": denied} if denied and affirmed else {})


def _day(value: dt.date) -> str:
    return f"{value.day} {value:%b %Y}"


def _span(row: Mapping[str, Any]) -> str:
    start, end = row["date_start"], row["date_end"]
    return _day(start) if start == end else f"{_day(start)} to {_day(end)}"


def _dates(reports: Sequence[Report]) -> list[str]:
    """Name the closed intervals that overlap none of the first one's; plans that moved are no contradiction."""
    closed = [r for r in reports if r.row["date_start"] and r.row["date_end"] and r.row["status"] in _DONE]
    values: dict[str, list[Report]] = {}
    spans: dict[str, Mapping[str, Any]] = {}
    for r in sorted(closed, key=lambda r: (r.row["date_end"] - r.row["date_start"]).days):
        same = next((k for k, s in spans.items() if _overlap(s, r.row)), None)
        key = same or _span(r.row)
        spans.setdefault(key, r.row)
        values.setdefault(key, []).append(r)
    return _said("date", values)


def _overlap(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return bool(a["date_start"] <= b["date_end"] and b["date_start"] <= a["date_end"])


def _unit(quantity: str) -> str:
    words = [w for w in quantity.split() if w[0].isalpha()]
    return words[-1].lower() if words else ""


def _numbers(reports: Sequence[Report]) -> list[str]:
    """Name the figures that differ though they count the same thing."""
    units: dict[str, dict[float, list[Report]]] = {}
    for r in reports:
        if r.row["quantity"]:
            number = figure(r.row["quantity"])
            if number == number:  # noqa: PLR0124 - NaN, no figure in it, is not equal to itself
                units.setdefault(_unit(r.row["quantity"]), {}).setdefault(number, []).append(r)
    out = []
    for values in units.values():
        out += _said("number", {by[0].row["quantity"]: by for by in values.values()})
    return out


def _doers(reports: Sequence[Report]) -> list[str]:
    """Name the doers that differ: no report gives both."""
    values: dict[str, list[Report]] = {}
    known: dict[str, set[str]] = {}
    for r in reports:
        names = r.row["initiators"]
        mine = {entity(n, c) for n, c in zip(names, [*r.row["initiator_codes"], *[""] * len(names)], strict=False)}
        if not mine:
            continue
        same = next((k for k, v in known.items() if v & mine), None)
        key = same or joined(names)
        known.setdefault(key, set()).update(mine)
        values.setdefault(key, []).append(r)
    return _said("who did it", values)


def disagreements(reports: Sequence[Report]) -> list[str]:
    """Give a sentence for each field on which reports differ, such as "number: 5 people (Kyiv) / 7 people (Moscow)"."""
    return [*_whether(reports), *_dates(reports), *_numbers(reports), *_doers(reports)]
