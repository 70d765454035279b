"""Who deals with whom: the pairs of an event, and the balance of cooperation and conflict between two actors.

PLOVER's quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any

import numpy as np
import pandas as pd

from dashlib.query.extent import FAR, extent

__all__ = ["COOPERATION", "QUADS", "between", "pairs", "prevailing", "totals"]

QUADS = {1: "Words of cooperation", 2: "Acts of cooperation", 3: "Words of conflict", 4: "Acts of conflict"}
COOPERATION = frozenset({1, 2})
_COLUMNS = ["event_id", "one", "other", "kind", "quad", "day"]


def _facing(initiators: Sequence[str], recipients: Sequence[str], participants: Sequence[str]) -> Iterator[set[str]]:
    """Give who faces whom: not those who stand on one side, as two that strike a third do."""
    yield from map(set, product(initiators, recipients))
    yield from map(set, product((*initiators, *recipients), participants))
    yield from map(set, combinations(participants, 2))


def pairs(events: pd.DataFrame) -> pd.DataFrame:
    """Give one row an event and pair of actors in it, named in the order of the alphabet.

    Columns: `event_id`, `one`, `other`, `kind`, `quad`, `day` (the event's last possible day, a proleptic ordinal; the
    first where the end is open).
    """
    first, last = extent(events)
    rows = zip(
        events["event_id"], events["initiators"], events["recipients"], events["participants"],
        events["kind"], events["quad"],
        np.where(last >= FAR, first, last), strict=True,
    )  # fmt: skip
    found = [
        (event_id, *pair, kind, quad, day)
        for event_id, *sides, kind, quad, day in rows
        for pair in sorted({tuple(sorted(p)) for p in _facing(*sides) if len(p) == 2})
    ]
    return pd.DataFrame(found, columns=_COLUMNS).astype({"quad": "int64", "day": "int64"})


def between(found: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Give the rows of one pair, whichever is named first."""
    first, second = sorted((one, other))
    return found[(found["one"] == first) & (found["other"] == second)]


def totals(found: pd.DataFrame) -> pd.DataFrame:
    """Give one row a pair, the busiest first.

    Columns: `one`, `other`, `events`, `cooperation`, `conflict` (numbers of events), `balance` (1 all cooperation, -1
    all conflict), `last` (day of the latest, an ordinal), `kind` (the most frequent).
    """
    friendly, pair = found["quad"].isin(COOPERATION), ["one", "other"]
    groups = found.assign(cooperation=friendly, conflict=~friendly).groupby(pair, sort=True)
    sums: dict[str, Any] = {"events": ("event_id", "size"), "last": ("day", "max")}
    sums |= {side: (side, "sum") for side in ("cooperation", "conflict")}
    out: pd.DataFrame = groups.agg(**sums).reset_index().merge(prevailing(found, pair), on=pair)
    out["balance"] = (out["cooperation"] - out["conflict"]) / out["events"]
    return out.sort_values(["events", "last"], ascending=False, kind="stable", ignore_index=True)


def prevailing(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Give the most frequent `kind` of each group, as columns `by` and `kind`."""
    counts = rows.groupby([*by, "kind"], sort=True).size().reset_index(name="number")
    ranked = counts.sort_values("number", ascending=False, kind="stable")
    return ranked.drop_duplicates(by)[[*by, "kind"]]
