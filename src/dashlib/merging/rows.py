"""Makes the row of one event, and its status history, of the mentions that were merged."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashlib.codebook import kind as kind_of
from dashlib.merging import fields
from dashlib.merging.disagreements import disagreements
from dashlib.merging.fields import Report
from dashlib.merging.titles import title
from dashlib.types import Role

__all__ = ["event_id_of", "event_row", "history_rows", "order"]

_CODES = ("plover_type", "plover_mode", "cameo", "acled")


def event_id_of(mention_id: str) -> str:
    """Give the id of the event whose first mention this is: 12 hex digits after an "e"."""
    return "e" + hashlib.sha256(f"event|{mention_id}".encode()).hexdigest()[:12]


def order(report: Report) -> tuple[Any, ...]:
    """Sort key of an event's mentions: first published, then by article and offset."""
    return (report.day or dt.date.max, report.row["article_id"], report.row["start"], report.row["mention_id"])


def _speaking(reports: Sequence[Report], settled: Mapping[str, Any]) -> Report:
    """Give the mention that speaks for the event: of its kind and status, surest, most complete, first."""

    def worth(r: Report) -> tuple[Any, ...]:
        row = r.row
        full = sum(bool(row[k]) for k in ("place", "date_start", "initiators", "recipients", "participants"))
        return (row["kind"] == settled["kind"], row["status"] == settled["status"], row["confidence"] or 0.0, full)

    return max(reports, key=worth)


def event_row(reports: Sequence[Report]) -> dict[str, Any]:
    """Give the events row of the mentions of one event, sorted by `order`."""
    settled_kind, settled_status = fields.kind(reports), fields.status(reports)
    who = fields.parties(reports, settled_kind)
    sources = list(dict.fromkeys(s for r in reports for s in r.sources))
    independent = fields.independent(reports)
    days = [r.day for r in reports if r.day is not None]
    event: dict[str, Any] = {
        "event_id": event_id_of(reports[0].row["mention_id"]),
        "kind": settled_kind,
        "quad": kind_of(settled_kind).quad,
        "status": settled_status,
        **fields.date(reports, settled_status),
        "actors": who.names,
        "actor_codes": who.codes,
        "initiators": who.roles[Role.INITIATOR],
        "recipients": who.roles[Role.RECIPIENT],
        "participants": who.roles[Role.PARTICIPANT],
        **dict.fromkeys(fields.PLACE_FIELDS, ""),
        "latitude": None,
        "longitude": None,
        **fields.place(reports),
        "claimed_by": list(dict.fromkeys(n for r in reports for n in r.row["claimed_by"])),
        "mentions": len(reports),
        "articles": len({r.row["article_id"] for r in reports}),
        "sources": sources,
        "independent_sources": independent,
        "first_reported": min(days, default=None),
        "last_reported": max(days, default=None),
        "quantity": fields.quantity(reports),
        "confidence": fields.confidence(reports, independent),
        "disagreements": disagreements(reports),
        "review": "unreviewed",
    }
    speaker = _speaking(reports, event).row
    event |= {"quote": speaker["quote"], **{k: speaker[k] for k in _CODES}}
    return event | {"title": title(event)}


def history_rows(event_id: str, reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    """Give the status each article had for the event, a row for each change within an article, in order of reports."""
    seen: set[tuple[str, str]] = set()
    for r in reports:
        key = (r.row["article_id"], r.row["status"])
        if key not in seen:
            seen.add(key)
            yield {"event_id": event_id, "date": r.day, "status": r.row["status"], "article_id": r.row["article_id"]}
