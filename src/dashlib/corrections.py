"""The analyst's log: confirm, reject, edit, split, merge, undo. Rows are only ever added, and replayed over events.

An event is named by the id it had when the row was written; the mention ids in the row, and `aliases`, find it again
after events were clustered anew. A later row wins over an earlier one; `undo` takes back the row named by its `value`.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from io import StringIO
from typing import Any, TypedDict, Unpack

import pandas as pd
import pyarrow as pa

from dashlib import schema
from dashlib.codebook import KINDS
from dashlib.codebook.modes import codes
from dashlib.errors import SchemaError
from dashlib.merging.titles import title
from dashlib.schema import Frames
from dashlib.types import Status

__all__ = ["EDITABLE", "Action", "active", "apply", "correction", "from_csv", "to_csv"]


class Action(StrEnum):
    """What an analyst can say of an event."""

    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    SPLIT = "split"
    MERGE = "merge"
    UNDO = "undo"


_REVIEW = {Action.CONFIRM: "confirmed", Action.REJECT: "rejected", Action.EDIT: "edited"}
_FIXED = frozenset({
    "event_id", "quad", "mentions", "articles", "sources", "independent_sources", "first_reported", "last_reported",
    "confidence", "disagreements", "review", "plover_type", "plover_mode", "cameo", "acled", "actors", "actor_codes",
})  # fmt: skip
_ROLES = frozenset({"initiators", "recipients", "participants"})
_TITLED = _ROLES | {"kind", "status", "place"}
EDITABLE = tuple(c for c in schema.columns("events") if c not in _FIXED)


class Said(TypedDict, total=False):
    """What a row may say besides its action; all of it is text but the list of mention ids."""

    event_id: str
    mention_ids: Sequence[str]
    field: str
    value: str
    note: str
    who: str


def correction(action: str, *, time: dt.datetime | None = None, **said: Unpack[Said]) -> dict[str, Any]:
    """Make a row of the corrections frame; its id is a hash of what it says.

    `mention_ids` are those of the event (of both events for a merge; of the part that leaves for a split, whose `value`
    names the mentions that stay). Raises SchemaError for an unknown action, a field that cannot be edited, or a value
    that does not fit it.
    """
    texts = {k: str(said.get(k, "")) for k in ("who", "event_id", "field", "value", "note")}
    ids = list(said.get("mention_ids", ()))
    row: dict[str, Any] = {
        "time": time or dt.datetime.now(dt.UTC),
        "action": action,
        **texts,
        "mention_ids": ids,
    }
    _check(action, texts["field"], texts["value"], ids)
    text = "|".join(str(v) for v in row.values())
    return {"correction_id": "c" + hashlib.sha256(text.encode()).hexdigest()[:12], **row}


def _check(action: str, field: str, value: str, mention_ids: Sequence[str]) -> None:
    if action not in set(Action):
        raise SchemaError(f"{action!r} is no correction; use one of {', '.join(Action)}")
    if action == Action.EDIT:
        if field not in EDITABLE:
            raise SchemaError(f"the field {field!r} of an event cannot be edited; use one of {', '.join(EDITABLE)}")
        _value(field, value)
    if action in {Action.SPLIT, Action.MERGE} and not mention_ids:
        raise SchemaError(f"a {action} needs the ids of the mentions that it moves")


def _value(field: str, value: str) -> Any:
    """Give an edited value in its column's type."""
    kind = schema.FRAMES["events"].field(field).type
    try:
        if field in {"kind", "status"} and value not in (KINDS if field == "kind" else set(Status)):
            raise ValueError(value)  # noqa: TRY301 - told below, with the field
        if pa.types.is_list(kind):
            return [v.strip() for v in value.split(";") if v.strip()]
        if pa.types.is_date(kind):
            return dt.date.fromisoformat(value) if value else None
        if pa.types.is_floating(kind):
            return float(value) if value else None
    except ValueError as e:
        raise SchemaError(f"{value!r} is no value for {field}; see docs/schema.md for what it takes") from e
    return value


def active(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that hold, oldest first: without those undone, and without the undoing."""
    rows = rows.sort_values(["time", "correction_id"], ignore_index=True)
    undone: set[str] = set()
    kept = []
    for row in reversed(rows.to_dict("records")):
        if row["correction_id"] in undone:
            continue
        if row["action"] == Action.UNDO:
            undone.add(row["value"])
        else:
            kept.append(row["correction_id"])
    return rows[rows["correction_id"].isin(kept)].reset_index(drop=True)


def _found(row: Mapping[str, Any], ids: Mapping[str, int], aliases: Mapping[str, str], owner: Mapping[str, str]) -> int:
    """Give the row of the event that a correction is about, -1 where it is gone.

    The mentions decide, since events may have been merged or split after it was written; then the id and its aliases.
    """
    now = [owner[m] for m in row["mention_ids"] if m in owner]
    votes = sorted(set(now), key=lambda e: (-now.count(e), e != row["event_id"], e))
    for name in (*votes[:1], row["event_id"], aliases.get(row["event_id"], "")):
        if name in ids:
            return ids[name]
    return -1


def apply(frames: Frames, rows: pd.DataFrame) -> Frames:
    """Replay what an analyst said over frames: the review state and edited fields of events, and `mentions.event_id`.

    Splits and merges are not done here but where events are clustered (`dashlib.merging`), which takes the same rows.
    """
    rows = active(rows)
    rows = rows[rows["action"].isin(_REVIEW)]
    if rows.empty:
        return frames
    events = frames.events.copy()
    ids = {e: n for n, e in enumerate(events["event_id"])}
    aliases = dict(zip(frames.aliases["alias"], frames.aliases["event_id"], strict=True))
    owner = dict(zip(frames.mentions["mention_id"], frames.mentions["event_id"], strict=True))
    changes: dict[int, dict[str, Any]] = {}
    for row in rows.to_dict("records"):
        at = _found({str(k): v for k, v in row.items()}, ids, aliases, owner)
        if at >= 0:
            changes.setdefault(at, {}).update(_change(row["action"], row["field"], row["value"]))
    for at, change in changes.items():
        before = {str(k): v for k, v in events.iloc[at].to_dict().items()}
        change.update(_followed({**before, **change}, change))
    for column in sorted({c for change in changes.values() for c in change}):
        values = events[column].tolist()
        for at, change in changes.items():
            values[at] = change.get(column, values[at])
        events[column] = pd.Series(values, index=events.index, dtype=events[column].dtype)
    return replace(frames, events=events)


def _followed(event: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Give what follows from an edit: the codes of a kind, the list of all actors, the title (unless it was edited)."""
    out: dict[str, Any] = {}
    if "kind" in change:
        out |= {**codes(change["kind"]), "quad": KINDS[change["kind"]].quad}
    if change.keys() & _ROLES:
        known = dict(zip(event["actors"], event["actor_codes"], strict=False))
        names = list(dict.fromkeys(n for role in sorted(_ROLES) for n in event[role]))
        out |= {"actors": names, "actor_codes": [known.get(n, "") for n in names]}
    if "title" not in change and change.keys() & _TITLED:
        out["title"] = title({**event, **out})
    return out


def _change(action: str, field: str, value: str) -> dict[str, Any]:
    change: dict[str, Any] = {"review": _REVIEW[Action(action)]}
    if action == Action.EDIT:
        change[field] = _value(field, value)
    return change


def to_csv(rows: pd.DataFrame) -> str:
    """Give the log as CSV, every row of it, oldest first."""
    return schema.flat(rows.sort_values(["time", "correction_id"])).to_csv(index=False, lineterminator="\n")


def from_csv(text: str) -> pd.DataFrame:
    """Read a log from CSV as `to_csv` wrote it; a row without `correction_id` or `time` gets them.

    Raises SchemaError for a column that is missing and for a row that says nothing a correction can say.
    """
    try:
        data = pd.read_csv(StringIO(text), dtype=str, keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as e:
        raise SchemaError(f"the corrections are no CSV table: {e}") from e
    lacking = [c for c in ("action", "event_id") if c not in data.columns]
    if lacking:
        raise SchemaError(f"the corrections lack the column {', '.join(lacking)}; see docs/store.md")
    return schema.frame("corrections", _rows(data.to_dict("records")))


def _rows(rows: Iterable[Mapping[Any, str]]) -> Iterable[dict[str, Any]]:
    for number, row in enumerate(rows, start=2):
        try:
            time = dt.datetime.fromisoformat(row["time"]) if row.get("time") else None
            made = correction(
                row["action"],
                event_id=row["event_id"],
                mention_ids=[m.strip() for m in row.get("mention_ids", "").split(";") if m.strip()],
                time=time if time is None or time.tzinfo else time.replace(tzinfo=dt.UTC),
                **{k: row.get(k, "") for k in ("field", "value", "note", "who")},
            )
        except (SchemaError, ValueError) as e:
            raise SchemaError(f"line {number} of the corrections: {e}") from e
        yield {**made, "correction_id": row.get("correction_id") or made["correction_id"]}
