"""Which mentions have to be clustered anew when some are new: all that a chain of likeness leads to.

Clusters lie within the connected parts of the graph of pairs that exceed what a merge needs. So the parts that hold a
new mention are done anew as a whole, and any other part stays as it was.
"""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.merging.blocking import lineup
from dashlib.merging.constraints import constraints
from dashlib.merging.echoes import echoes
from dashlib.merging.features import features
from dashlib.merging.keys import Keys, keys_of
from dashlib.merging.rules import Rules, rules
from dashlib.merging.similarity import hopes, margins

__all__ = ["touched"]

Ints = npt.NDArray[np.int64]


def touched(
    mentions: pd.DataFrame, articles: pd.DataFrame, fresh: Collection[str], *, corrections: pd.DataFrame | None = None
) -> set[str]:
    """Give the ids of the mentions to cluster anew when those of `fresh` are new or changed (themselves among them)."""
    r = rules()
    mentions = mentions.sort_values("mention_id", ignore_index=True)
    ids = mentions["mention_id"].to_numpy(dtype=object)
    reached = mentions["mention_id"].isin(fresh).to_numpy(dtype=bool, copy=True)
    if reached.all() or not reached.any():
        return set(ids[reached])
    keys = keys_of(mentions, articles, r)
    lined_up = lineup(keys, r)
    article = pd.factorize(mentions["article_id"])[0]
    bound = np.array(sorted(constraints(corrections, list(ids)).must), dtype=np.int64).reshape(-1, 2)
    frontier = reached.copy()
    while frontier.any():
        i, j = lined_up.pairs_with(frontier)
        across = ~(reached[i] & reached[j])
        found = _alike(mentions, articles, keys, r, i[across], j[across])
        pointing = np.intersect1d(article[keys.pointing], article[frontier])
        close = np.flatnonzero(np.isin(article, pointing))
        for tied in (bound, _echoes(mentions, articles, keys, r, close)):
            for a, b in ((tied[:, 0], tied[:, 1]), (tied[:, 1], tied[:, 0])):
                found = np.union1d(found, b[frontier[a]])
        frontier = np.zeros_like(reached)
        frontier[found] = True
        frontier &= ~reached
        reached |= frontier
    return set(ids[reached])


def _alike(mentions: pd.DataFrame, articles: pd.DataFrame, keys: Keys, r: Rules, i: Ints, j: Ints) -> Ints:
    """Give the rows of those pairs that exceed what a merge needs; what cannot, is not read in full."""
    for blind in (True, False):
        rows = np.unique(np.concatenate([i, j]))
        if not len(rows):
            return rows
        f = features(mentions.iloc[rows], articles, keys.take(rows), blind=blind)
        a, b = np.searchsorted(rows, i), np.searchsorted(rows, j)
        good = (hopes(f, r, a, b) if blind else margins(f, r, a, b, prune=True)) >= 0
        i, j = i[good], j[good]
    return np.unique(np.concatenate([i, j]))


def _echoes(mentions: pd.DataFrame, articles: pd.DataFrame, keys: Keys, r: Rules, rows: Ints) -> Ints:
    """Give the pairs of rows that stand or fall together, among those of whole articles."""
    found = echoes(features(mentions.iloc[rows], articles, keys.take(rows), blind=True), r) if len(rows) else {}
    return np.array([(rows[a], rows[b]) for b, a in found.items()], dtype=np.int64).reshape(-1, 2)
