"""Whether confidence means what it says: of the mentions given 0.8, four in five should stand.

Reliability curve, expected calibration error and Brier score (Murphy 1973; Naeini, Cooper and Hauskrecht 2015).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashlib.evaluate.events import Pair

__all__ = ["Bin", "Reliability", "judged", "reliability"]


class Bin(NamedTuple):
    """Mentions with confidence in [low, high): how many (`size`), their mean confidence, the share that is right."""

    low: float
    high: float
    size: int
    stated: float
    found: float


class Reliability(NamedTuple):
    """The curve, the mean gap between stated and found weighted by counts, and the mean squared error (0 is best)."""

    bins: tuple[Bin, ...]
    error: float
    brier: float


def judged(pairs: Iterable[Pair]) -> Iterator[tuple[float, bool]]:
    """Yield (confidence, right) for each predicted event; right where it has a labelled partner."""
    for pair in pairs:
        if pair.predicted is not None:
            yield pair.predicted.confidence, pair.gold is not None


def _bin(rows: Sequence[tuple[float, bool]], low: float, high: float, *, last: bool) -> Bin | None:
    inside = [(c, right) for c, right in rows if low <= c < high or (last and c == high)]
    if not inside:
        return None
    size = len(inside)
    return Bin(low, high, size, sum(c for c, _ in inside) / size, sum(right for _, right in inside) / size)


def reliability(rows: Iterable[tuple[float, bool]], *, bins: int = 10) -> Reliability:
    """Give the curve over equal bins; empty bins are left out, no rows give no bins and errors of 0."""
    known = list(rows)
    edges = [i / bins for i in range(bins + 1)]
    curve = tuple(
        b for low, high in pairwise(edges) if (b := _bin(known, low, high, last=high == edges[-1])) is not None
    )
    total = max(1, len(known))
    error = sum(b.size * abs(b.stated - b.found) for b in curve) / total
    return Reliability(curve, error, sum((c - right) ** 2 for c, right in known) / total)
