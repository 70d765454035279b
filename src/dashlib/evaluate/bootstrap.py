"""95 % intervals by resampling whole texts (Efron and Tibshirani 1993, percentile method), seeded."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["ROUNDS", "intervals"]

ROUNDS = 1000
_SEED, _LOW, _HIGH = 7, 0.025, 0.975

T = TypeVar("T")


def intervals(
    units: Sequence[T], statistics: Callable[[Sequence[T]], Sequence[float]], *, rounds: int = ROUNDS
) -> list[tuple[float, float]]:
    """Give (low, high) for each number that `statistics` gives of a sample; units are what was drawn, such as texts."""
    draw = random.Random(_SEED)  # noqa: S311 - a bootstrap, no secret
    samples = (draw.choices(units, k=len(units)) for _ in range(rounds))
    columns = zip(*(statistics(sample) for sample in samples), strict=True)
    last = rounds - 1
    return [(c[int(_LOW * rounds)], c[min(last, int(_HIGH * rounds))]) for c in map(sorted, columns)]
