"""Which pairs of mentions are worth comparing: kinds that may be one event, an anchor in common, days that may overlap.

An anchor is a pair of parties, a sole party, a place, the article itself or a telling word of its headline. Wide dates
("last year") meet others only by telling anchors, and what may lie years back only by place, story and article.
The join is exact, not bucketed: within kind and anchor, sorted by first day, a binary search finds all that overlap.
"""

import numpy as np
import numpy.typing as npt

from dashlib.merging.keys import Keys
from dashlib.merging.rules import Rules

__all__ = ["candidates"]

Ints = npt.NDArray[np.int64]
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


def _overlaps(start: Ints, end: Ints, block: Ints) -> tuple[Ints, Ints]:
    """Give the pairs of rows that overlap within a block; rows are sorted by block, then start."""
    begin = block * _SPAN + start
    last = np.searchsorted(begin, block * _SPAN + end + _SLACK, side="right")
    here = np.arange(len(begin))
    counts = np.maximum(last - here - 1, 0)
    first = np.repeat(here, counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return first, first + 1 + offsets


def candidates(keys: Keys, rules: Rules) -> tuple[Ints, Ints]:
    """Give the pairs (i < j) of mentions to compare, each once, sorted."""
    if len(keys.kind) < 2:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    row, block = _blocks(keys, rules)
    start = np.clip(keys.start, -_SPAN // 4, _SPAN // 4)[row] + _SPAN // 4
    end = np.clip(keys.end, -_SPAN // 4, _SPAN // 4)[row] + _SPAN // 4
    order = np.lexsort((row, start, block))
    first, second = _overlaps(start[order], end[order], block[order])
    a, b = row[order][first], row[order][second]
    size = np.int64(len(keys.kind))
    pairs = np.sort(np.minimum(a, b)[a != b] * size + np.maximum(a, b)[a != b])
    i, j = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], size)
    return i, j
