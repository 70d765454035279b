"""Keeps the events of a store up to date: clusters anew what new mentions touch, and leaves the rest as it was."""

from collections.abc import Collection

import pandas as pd
import pyarrow as pa

from dashlib import schema
from dashlib.merging import consolidate, touched
from dashlib.store.snapshot import DERIVED, MEMBERS, MEMBERS_SCHEMA, Derived
from dashlib.store.tables import Tables

__all__ = ["renew", "write"]


def renew(
    old: Derived,
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    fresh: Collection[str],
    *,
    corrections: pd.DataFrame,
) -> Derived:
    """Give the events over all mentions, where `fresh` names the mention ids that are new or whose article changed.

    The same as consolidating everything: clusters lie within groups of mentions that are alike, and of these every
    group that holds a fresh mention is done anew as a whole.
    """
    ids = _reached(old, mentions, articles, fresh, corrections=corrections)
    changed = mentions["mention_id"].isin(ids)
    if not changed.any():
        return old
    new = consolidate(mentions[changed], articles, corrections=corrections)
    gone = {old.event_ids[m] for m in ids if m in old.event_ids}
    kept = {n: getattr(old, n)[~getattr(old, n)["event_id"].isin(gone)] for n in DERIVED}
    parts = {n: _joined(n, kept[n], getattr(new, n)) for n in DERIVED}
    event_ids = {m: e for m, e in old.event_ids.items() if e not in gone} | new.event_ids
    return Derived(**parts, event_ids=event_ids)


def _reached(
    old: Derived, mentions: pd.DataFrame, articles: pd.DataFrame, fresh: Collection[str], *, corrections: pd.DataFrame
) -> set[str]:
    """Give the mentions to cluster anew: what the fresh ones touch, and every mention of an event among these."""
    ids = set(fresh)
    while True:
        ids = touched(mentions, articles, ids, corrections=corrections)
        gone = {old.event_ids[m] for m in ids if m in old.event_ids}
        left = {m for m, e in old.event_ids.items() if e in gone} - ids
        if not left:
            return ids
        ids |= left


def _joined(name: str, old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    both = [part for part in (old, new) if len(part)]
    return pd.concat(both, ignore_index=True) if both else schema.empty(name)


def write(tables: Tables, derived: Derived, batch: str) -> None:
    """Write a generation of events; it counts once the catalog names it."""
    for name in DERIVED:
        tables.append(name, schema.to_arrow(name, getattr(derived, name)), batch, by_batch=True)
    columns = [list(derived.event_ids), list(derived.event_ids.values())]
    members = pa.Table.from_arrays([pa.array(c, pa.string()) for c in columns], schema=MEMBERS_SCHEMA)
    tables.append(MEMBERS, members, batch, by_batch=True)
