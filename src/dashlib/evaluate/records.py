"""Labelled and predicted events of an article, in the form of the labelled files: one value, read from JSON lines."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Labelled", "from_row", "read_lines"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One event as a reader or dashlib reports it; names are canonical, days inclusive.

    `optional` events cost nothing when missed; `alternatives` are other readings of the same event; `rule` is the
    lexicon entry of a predicted one.
    """

    kind: str
    status: str = ""
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    place: str = ""
    quote: str = ""
    core: bool = False
    optional: bool = False
    alternatives: tuple["Labelled", ...] = field(default=())
    rule: str = ""
    confidence: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """Every actor, whatever its role."""
        return (*self.initiators, *self.recipients, *self.participants)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


def from_row(row: Mapping[str, Any]) -> Labelled:
    """Read one event of a labelled file; fields that are absent or null are empty."""
    return Labelled(
        kind=row["kind"],
        status=row.get("status") or "",
        date_start=_day(row.get("date_start")),
        date_end=_day(row.get("date_end")),
        initiators=tuple(row.get("initiators") or ()),
        recipients=tuple(row.get("recipients") or ()),
        participants=tuple(row.get("participants") or ()),
        place=row.get("place") or "",
        quote=row.get("quote") or "",
        core=bool(row.get("core")),
        optional=bool(row.get("optional")),
        alternatives=(from_row({**row, "alt": None, **row["alt"]}),) if row.get("alt") else (),
    )


def read_lines(lines: Iterable[str]) -> dict[str, tuple[Labelled, ...]]:
    """Read a labelled file: a line an article, `{"id": …, "events": […]}`; gives the events by article id."""
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: tuple(from_row(e) for e in row["events"]) for row in rows}
