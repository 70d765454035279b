"""What an analyst settled about identity: mentions that must be, or cannot be, one event.

Splits and merges are kept by mention, so they hold when events are clustered anew and their ids change. Rows are
replayed in order of time: a later merge of the same mentions takes a split back, and the other way round.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["Constraints", "constraints"]

Ints = npt.NDArray[np.int64]


class Constraints(NamedTuple):
    """Pairs of rows (i < j) that must, or cannot, be in one cluster."""

    must: frozenset[tuple[int, int]] = frozenset()
    cannot: frozenset[tuple[int, int]] = frozenset()

    def groups(self, size: int, *, also: Iterable[tuple[int, int]] = ()) -> Ints:
        """Give for each of `size` rows the first row that it must be with (itself where nothing binds it).

        `also` binds further pairs of rows, where no analyst keeps them apart.
        """
        owner = list(range(size))

        def root(row: int) -> int:
            while owner[row] != row:
                row = owner[row]
            return row

        for a, b in sorted(self.must | ({(min(p), max(p)) for p in also} - self.cannot)):
            low, high = sorted((root(a), root(b)))
            owner[high] = low
        return np.array([root(row) for row in range(size)], dtype=np.int64)


def _across(left: Iterable[int], right: Iterable[int]) -> set[tuple[int, int]]:
    others = list(right)
    return {(min(a, b), max(a, b)) for a in left for b in others if a != b}


def constraints(corrections: pd.DataFrame | None, mention_ids: Sequence[str]) -> Constraints:
    """Replay the split and merge rows over mentions; ids that are not among them are passed over.

    A merge row's `mention_ids` belong together. A split row's `mention_ids` leave those named in `value` ("; "-joined:
    the rest of the event at that time).
    """
    if corrections is None or corrections.empty:
        return Constraints()
    number = {m: n for n, m in enumerate(mention_ids)}
    must: set[tuple[int, int]] = set()
    cannot: set[tuple[int, int]] = set()
    rows = corrections[corrections["action"].isin(["merge", "split"])]
    for row in rows.sort_values(["time", "correction_id"]).to_dict("records"):
        _replay({str(k): v for k, v in row.items()}, number, must, cannot)
    return Constraints(frozenset(must), frozenset(cannot))


def _replay(
    row: Mapping[str, Any], number: Mapping[str, int], must: set[tuple[int, int]], cannot: set[tuple[int, int]]
) -> None:
    mine = [number[m] for m in row["mention_ids"] if m in number]
    if row["action"] == "merge":
        must |= set(pairwise(mine))
        cannot -= _across(mine, mine)
    else:
        rest = [number[m] for m in row["value"].split("; ") if m in number]
        cannot |= _across(mine, rest)
        must -= _across(mine, rest)
