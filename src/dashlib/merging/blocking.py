"""Which pairs of mentions are worth comparing: kinds that may be one event, an anchor in common, days that may overlap.

An anchor is a pair of parties, a sole party, a place, the article itself or a telling word of its headline. Wide dates
("last year") meet others only by telling anchors, and what may lie years back only by place, story and article.
The join is exact, not bucketed: within kind and anchor, sorted by first day, a binary search finds all that overlap.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashlib.merging.keys import Keys
from dashlib.merging.rules import Rules

__all__ = ["Lineup", "candidates", "lineup"]

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_SLACK = 1
_SPAN = 4 * 10**6
_WIDE = 45
_YEARS = 400


def _telling(anchor: str, width: int, *, often: bool) -> bool:
    """Tell whether an anchor is rare enough for wide dates: a pair of parties, a person, a place; not one state.

    Over years, a pair of parties is rare only in what the same two do not do `often`.
    """
    if width > _YEARS:
        return anchor[0] in "@#~" or ("+" in anchor and not often)
    return anchor[0] in "@#~" or "+" in anchor or " " in anchor


def _blocks(keys: Keys, rules: Rules) -> tuple[Ints, Ints]:
    """Give rows (mention, block): a block is one set of kinds that may meet, and one anchor."""
    sets = [[b for b, kinds in enumerate(rules.blocks) if k in kinds] for k in range(len(rules.kind_points))]
    width, kind, often = (keys.end - keys.start).tolist(), keys.kind.tolist(), rules.often.tolist()
    numbers: dict[str, int] = {}
    rows, found = [], []
    for row, anchors in enumerate(keys.anchors):
        wide = width[row] > _WIDE
        kept = [a for a in anchors if _telling(a, width[row], often=often[kind[row]])] if wide else anchors
        told = [numbers.setdefault(a, len(numbers)) for a in kept or anchors]
        for block in sets[kind[row]]:
            rows += [row] * len(told)
            found += [block + len(rules.blocks) * n for n in told]
    return np.array(rows, dtype=np.int64), np.array(found, dtype=np.int64)


def _runs(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Give every position from each first up to before its last, and which of them it belongs to."""
    counts = np.maximum(last - first, 0)
    owner = np.repeat(np.arange(len(first)), counts)
    offsets = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    return owner, first[owner] + offsets


class Lineup(NamedTuple):
    """The mentions of a store, lined up by block and first day; a mention stands in every block of its own.

    `row` is the mention, `begin` and `reach` its first and last days counted on from block to block, `furthest` the
    greatest reach so far; `size` is the number of mentions.
    """

    row: Ints
    begin: Ints
    reach: Ints
    furthest: Ints
    size: int

    def pairs(self) -> tuple[Ints, Ints]:
        """Give the pairs (i < j) of mentions to compare, each once, sorted."""
        first, second = _runs(np.arange(len(self.row)) + 1, np.searchsorted(self.begin, self.reach, side="right"))
        return self._once(first, second)

    def pairs_with(self, some: Flags) -> tuple[Ints, Ints]:
        """Give those pairs of which one or both are among some mentions, likewise."""
        at = np.flatnonzero(some[self.row])
        after, later = _runs(at + 1, np.searchsorted(self.begin, self.reach[at], side="right"))
        before, earlier = _runs(np.searchsorted(self.furthest, self.begin[at]), at)
        meets = self.reach[earlier] >= self.begin[at[before]]
        return self._once(np.concatenate([at[after], at[before[meets]]]), np.concatenate([later, earlier[meets]]))

    def _once(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        a, b = self.row[first], self.row[second]
        pairs = np.sort(np.minimum(a, b)[a != b] * self.size + np.maximum(a, b)[a != b])
        i, j = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], max(self.size, 1))
        return i, j


def lineup(keys: Keys, rules: Rules) -> Lineup:
    """Line mentions up, so that those to compare are found fast: for all of them, or for a few."""
    row, block = _blocks(keys, rules)
    start, end = (np.clip(days, -_SPAN // 4, _SPAN // 4)[row] + _SPAN // 4 for days in (keys.start, keys.end))
    begin, reach = block * _SPAN + start, block * _SPAN + end + _SLACK
    order = np.argsort(begin, kind="stable")
    reach = reach[order]
    return Lineup(row[order], begin[order], reach, np.maximum.accumulate(reach), len(keys.kind))


def candidates(keys: Keys, rules: Rules) -> tuple[Ints, Ints]:
    """Give the pairs (i < j) of mentions to compare, each once, sorted."""
    return lineup(keys, rules).pairs()
