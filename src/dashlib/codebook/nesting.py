"""Which kinds tell one event when they stand in one clause (`data/nesting.toml`)."""

from functools import lru_cache
from itertools import permutations

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_toml

__all__ = ["absorbs", "same_event"]


@lru_cache(maxsize=1)
def _same() -> frozenset[tuple[str, str]]:
    rows = read_toml("nesting.toml")["same"]
    return frozenset(pair for row in rows for pair in permutations((kind(k).name for k in row["kinds"]), 2))


@lru_cache(maxsize=1)
def _absorbing() -> frozenset[tuple[str, str]]:
    rows = read_toml("nesting.toml")["absorbs"]
    return frozenset((kind(a).name, kind(b).name) for row in rows for a in row["kinds"] for b in row["takes"])


def same_event(one: str, other: str) -> bool:
    """Whether two triggers of these kinds in one clause tell one event."""
    return one == other or (one, other) in _same()


def absorbs(outer: str, inner: str) -> bool:
    """Whether the outer kind's words take in the inner act, so that it is no event of its own."""
    return (outer, inner) in _absorbing()
