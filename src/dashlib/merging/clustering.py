"""Clusters without chaining: average linkage over the points, with vetoes that hold for whole clusters.

"A like B, B like C" is no proof: two clusters join only where all their pairs together exceed what a merge needs and no
pair is out of question. Clusters lie within the connected parts of the graph of good pairs, so each part is clustered
alone, and a part that nothing touched stays as it was.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

__all__ = ["NEVER", "Edges", "agglomerate", "cluster"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Pairs = Callable[[Ints, Ints], Reals]
NEVER = -1e6
_MUST = 1000.0
_OUT_OF_QUESTION = -500.0
_LARGEST = 1200
_BATCH = 2_000_000


class Edges(NamedTuple):
    """Pairs of rows (i < j) and by how much each exceeds what a merge needs."""

    i: Ints
    j: Ints
    margin: Reals


def _parts(size: int, i: Ints, j: Ints) -> list[Ints]:
    """Give the connected parts of two or more, each sorted."""
    graph = coo_matrix((np.ones(len(i), dtype=np.int8), (i, j)), shape=(size, size))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    borders = np.flatnonzero(np.diff(label[order])) + 1
    return [part for part in np.split(order, borders) if len(part) > 1]


def _small_parts(size: int, i: Ints, j: Ints, margin: Reals) -> Iterator[Ints]:
    """Give the connected parts; one too large to compare in full is cut at its weakest pairs until none is."""
    for part in _parts(size, i, j):
        if len(part) <= _LARGEST:
            yield part
            continue
        inside = np.isin(i, part)
        a, b, m = i[inside], j[inside], margin[inside]
        better = m > np.median(m)
        if better.any() and not better.all():
            yield from _small_parts(size, a[better], b[better], m[better])


def _start(margin: Reals, bound: Ints | None) -> tuple[Reals, Reals, list[list[int]]]:
    """Give matrix, weights and members of the clusters to begin with: single rows, or those bound to one another.

    Bound rows welcome whatever any of them would: an analyst said that they are one, however unlike they look.
    """
    size = len(margin)
    m = np.where(margin < _OUT_OF_QUESTION, -np.inf, margin)
    np.fill_diagonal(m, -np.inf)
    weight, members = np.ones(size), [[n] for n in range(size)]
    never = margin <= NEVER
    for row in np.flatnonzero(bound != np.arange(size)).tolist() if bound is not None else ():
        root = int(bound[row])  # type: ignore[index]
        never[root] |= never[row]
        welcome = np.where(never[root], -np.inf, np.maximum(m[root], m[row]))
        _join(m, weight, (root, row), welcome)
        members[root], members[row] = members[root] + members[row], []
    return m, weight, members


def agglomerate(margin: Reals, bound: Ints | None = None) -> list[list[int]]:
    """Cluster by average linkage over a symmetric matrix of margins: join while the best pair is at 0 or above.

    A margin below -500 keeps two members, and any clusters that hold them, apart (at NEVER, even against `bound`).
    Ties go to the first rows. `bound` gives for each row the first one that it must be with.
    """
    size = len(margin)
    m, weight, members = _start(margin, bound)
    best = m.argmax(axis=1)
    value = m[np.arange(size), best]
    while True:
        a = int(value.argmax())
        if value[a] < 0:
            return [sorted(g) for g in members if g]
        a, b = sorted((a, int(best[a])))
        _join(m, weight, (a, b), _average(m, weight, a, b))
        members[a], members[b] = members[a] + members[b], []
        value[b] = -np.inf
        stale = np.flatnonzero((best == a) | (best == b) | (np.arange(size) == a))
        stale = stale[weight[stale] > 0]
        best[stale] = m[stale].argmax(axis=1)
        value[stale] = m[stale, best[stale]]
        gained = (m[:, a] > value) & (weight > 0)
        best[gained], value[gained] = a, m[gained, a]


def _average(m: Reals, weight: Reals, a: int, b: int) -> Reals:
    with np.errstate(invalid="ignore"):
        return np.asarray((weight[a] * m[a] + weight[b] * m[b]) / (weight[a] + weight[b]))


def _join(m: Reals, weight: Reals, pair: tuple[int, int], row: Reals) -> None:
    """Make the first of a pair of clusters both, with a new row of margins, and strike out the second."""
    a, b = pair
    row[[a, b]] = -np.inf
    m[a], m[:, a] = row, row
    m[b], m[:, b] = -np.inf, -np.inf
    weight[a], weight[b] = weight[a] + weight[b], 0.0


def _all_pairs(parts: Sequence[Ints]) -> tuple[Ints, Ints]:
    upper = [np.triu_indices(len(p), 1) for p in parts]
    pairs = [(p[u], p[v]) for p, (u, v) in zip(parts, upper, strict=True)]
    return np.concatenate([a for a, _ in pairs]), np.concatenate([b for _, b in pairs])


def _batches(parts: Sequence[Ints]) -> Iterator[list[Ints]]:
    batch: list[Ints] = []
    pairs = 0
    for part in parts:
        batch.append(part)
        pairs += len(part) * (len(part) - 1) // 2
        if pairs > _BATCH:
            yield batch
            batch, pairs = [], 0
    if batch:
        yield batch


def cluster(edges: Edges, compare: Pairs, *, bound: Ints) -> Ints:
    """Give a cluster number for each mention: the row of the cluster's first member.

    `edges` are the pairs found by blocking; `compare` gives the margins of any pairs; `bound` holds for each mention
    the first one that it must be with (itself where nothing binds it).
    """
    size = len(bound)
    out = np.arange(size, dtype=np.int64)
    good, tied = edges.margin >= 0, np.flatnonzero(bound != out)
    i, j = np.concatenate([edges.i[good], bound[tied]]), np.concatenate([edges.j[good], tied])
    strength = np.concatenate([edges.margin[good], np.full(len(tied), _MUST)])
    parts = sorted(_small_parts(size, i, j, strength), key=lambda p: int(p[0]))
    for batch in _batches(parts):
        points = compare(*_all_pairs(batch))
        at = 0
        for part in batch:
            pairs = len(part) * (len(part) - 1) // 2
            _settle(out, part, points[at : at + pairs], np.searchsorted(part, bound[part]))
            at += pairs
    return out


def _settle(out: Ints, part: Ints, points: Reals, bound: Ints) -> None:
    if len(part) == 2:
        if points[0] >= 0 or bound[1] == 0:
            out[part[1]] = part[0]
        return
    matrix = np.zeros((len(part), len(part)))
    upper = np.triu_indices(len(part), 1)
    matrix[upper] = points
    for group in agglomerate(matrix + matrix.T, bound):
        out[part[group]] = part[group[0]]
