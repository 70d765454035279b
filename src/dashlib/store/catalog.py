"""The catalog: an append-only table that says which batches count, and which generation of events is current."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from dashlib.errors import StoreError
from dashlib.store.tables import BATCH, Tables

__all__ = ["Catalog", "Entry", "load", "new_batch", "record"]

NAME = "catalog"
_TEXT, _COUNT = pa.string(), pa.int64()
_SCHEMA = pa.schema(
    [
        ("time", pa.timestamp("us", tz="UTC")), ("action", _TEXT), ("covers", pa.list_(_TEXT)), ("articles", _COUNT),
        ("mentions", _COUNT), ("events", _COUNT), ("note", _TEXT),
    ]
)  # fmt: skip


class Entry(NamedTuple):
    """One row: a batch of articles (`ingest`), or a generation of events over the batches it covers (`consolidate`)."""

    batch: str
    time: dt.datetime
    action: str
    covers: tuple[str, ...]
    articles: int
    mentions: int
    events: int
    note: str


class Catalog(NamedTuple):
    """What the catalog says at one moment, oldest first."""

    entries: tuple[Entry, ...]

    @property
    def batches(self) -> list[str]:
        """Give the batches of articles that count, in order."""
        return [e.batch for e in self.entries if e.action == "ingest"]

    @property
    def generation(self) -> Entry | None:
        """Give the current generation of events, or None before the first."""
        return next((e for e in reversed(self.entries) if e.action == "consolidate"), None)

    @property
    def superseded(self) -> list[str]:
        """Give the generations that nobody reads any more: all but the current one and the one before."""
        return [e.batch for e in self.entries if e.action == "consolidate"][:-2]

    @property
    def pending(self) -> list[str]:
        """Give the batches whose mentions the current generation does not hold yet."""
        covered = set(self.generation.covers) if self.generation else set()
        return [b for b in self.batches if b not in covered]

    @property
    def token(self) -> str:
        """Give a word that changes with every entry."""
        return f"{len(self.entries)}-{self.entries[-1].batch[-8:]}" if self.entries else "0"


def new_batch() -> str:
    """Give the name of a batch that nobody else uses; names sort by time."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:12]}"


def record(tables: Tables, action: str, batch: str, *, covers: Sequence[str] = (), **facts: Any) -> None:
    """Make a batch count: one atomic append."""
    row = {"time": dt.datetime.now(dt.UTC), "action": action, "covers": list(covers), "note": "", **facts}
    tables.append(NAME, pa.Table.from_pylist([row], schema=_SCHEMA), batch)


def load(tables: Tables) -> Catalog:
    """Read the catalog; raises StoreError where there is no store."""
    if not tables.exists(NAME):
        raise StoreError(
            f"there is no store at {tables.root}; make one with `dashlib ingest ARTICLES --store {tables.root}`"
        )
    rows = tables.read(NAME, _SCHEMA).to_pylist()
    entries = [Entry(r[BATCH], r["time"], r["action"], tuple(r["covers"] or ()), r["articles"] or 0, r["mentions"] or 0,
                     r["events"] or 0, r["note"] or "") for r in rows]  # fmt: skip
    return Catalog(tuple(sorted(entries, key=lambda e: (e.time, e.batch))))
