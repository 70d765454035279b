"""Puts the tables of a store together as Frames, as one catalog saw them."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from dashlib import schema
from dashlib.store.catalog import Catalog
from dashlib.store.tables import BATCH, Tables

__all__ = [
    "DERIVED",
    "MEMBERS",
    "MEMBERS_SCHEMA",
    "Derived",
    "SupersededError",
    "articles_of",
    "derived_of",
    "raw_frame",
]

DERIVED = ("events", "status_history", "merges", "aliases")
MEMBERS = "members"
MEMBERS_SCHEMA = pa.schema([("mention_id", pa.string()), ("event_id", pa.string())])
_KEYS = {
    "mentions": ["mention_id"],
    "spans": ["mention_id", "field", "start", "end"],
    "roles": ["mention_id", "role", "actor_id", "start", "end"],
    "quantities": ["mention_id", "start", "end"],
    "actors": ["actor_id", "valid_from"],
    "problems": ["path", "line", "stage", "reason"],
}


class SupersededError(LookupError):
    """A generation was dropped after the catalog was read: newer ones have come, so read again."""


class Derived(NamedTuple):
    """A generation of events, and the event of each mention."""

    events: pd.DataFrame
    status_history: pd.DataFrame
    merges: pd.DataFrame
    aliases: pd.DataFrame
    event_ids: dict[str, str]

    @classmethod
    def nothing(cls) -> "Derived":
        """Give a generation without events."""
        frames = {name: schema.empty(name) for name in DERIVED}
        return cls(**frames, event_ids={})


def _pandas(data: pa.Table, name: str) -> pd.DataFrame:
    """Give a frame of its schema; a column that an older store lacks holds the schema's defaults."""
    out = schema.to_pandas(data.select(schema.columns(name)))
    text = [f.name for f in schema.FRAMES[name] if f.type == pa.string() and data[f.name].null_count]
    return out.fillna(dict.fromkeys(text, "")) if text else out


def raw_frame(tables: Tables, name: str, batches: Collection[str]) -> pd.DataFrame:
    """Give a frame of what was extracted; of rows that two writers both wrote, the first."""
    data = tables.read(name, schema.FRAMES[name], batches).sort_by(BATCH)
    return _pandas(data, name).drop_duplicates(_KEYS[name], ignore_index=True)


def articles_of(tables: Tables, batches: Collection[str]) -> pd.DataFrame:
    """Give one row an article: as last written, first ingested, with the sources of all its rows."""
    data = tables.read("articles", schema.FRAMES["articles"], batches).sort_by(BATCH)
    rows = _pandas(data, "articles")
    if not rows["article_id"].duplicated().any():
        return rows
    groups = rows.groupby("article_id", sort=False)
    last = groups.tail(1).set_index("article_id")
    last["source"] = groups["source"].agg(_together)
    last["ingested_at"] = groups["ingested_at"].min()
    return last.reset_index()[schema.columns("articles")]


def _together(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(s for v in values for s in v.split("; ") if s))


def derived_of(tables: Tables, catalog: Catalog) -> Derived:
    """Give the current generation of events; empty before the first. Raises SupersededError where it was dropped."""
    generation = catalog.generation
    batches: Sequence[str] = [generation.batch] if generation else []
    frames = {n: _pandas(tables.read(n, schema.FRAMES[n], batches), n) for n in DERIVED}
    if generation and len(frames["events"]) != generation.events:
        raise SupersededError(generation.batch)
    members = tables.read(MEMBERS, MEMBERS_SCHEMA, batches)
    event_ids = dict(zip(members["mention_id"].to_pylist(), members["event_id"].to_pylist(), strict=True))
    return Derived(**frames, event_ids=event_ids)
