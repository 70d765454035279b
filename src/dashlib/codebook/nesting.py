"""Which kinds tell one event when they stand in one clause (`data/nesting.toml`)."""

from functools import lru_cache
from itertools import permutations
from typing import Any

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_toml

__all__ = ["absorbs", "harms", "more_specific", "refusable", "same_event"]


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return read_toml("nesting.toml")


@lru_cache(maxsize=1)
def _same() -> frozenset[tuple[str, str]]:
    rows = _tables()["same"]
    return frozenset(pair for row in rows for pair in permutations((kind(k).name for k in row["kinds"]), 2))


@lru_cache(maxsize=1)
def _absorbing() -> frozenset[tuple[str, str]]:
    rows = _tables()["absorbs"]
    return frozenset((kind(a).name, kind(b).name) for row in rows for a in row["kinds"] for b in row["takes"])


@lru_cache(maxsize=1)
def _refusable() -> frozenset[str]:
    return frozenset(kind(k).name for k in _tables()["refusable"]["kinds"])


def refusable(name: str) -> bool:
    """Whether saying that an act of this kind will not be done is a refusal."""
    return name in _refusable()


@lru_cache(maxsize=1)
def _inside() -> frozenset[tuple[str, str]]:
    rows = _tables()["inside"]
    return frozenset((kind(a).name, kind(b).name) for row in rows for a in row["outer"] for b in row["inner"])


def same_event(outer: str, inner: str) -> bool:
    """Whether two triggers of these kinds in one clause tell one event."""
    return outer == inner or (outer, inner) in _same() or (outer, inner) in _inside()


def more_specific(one: str, other: str) -> str:
    """Give the more specific of two kinds that tell one event; the first where the table does not order them."""
    for row in _tables()["specific"]["rows"]:
        if one in row and other in row:
            return min(one, other, key=row.index)
    return one


def harms(verb: str, outer: str) -> bool:
    """Whether a verb of harm next to an event of this kind only tells what that event did."""
    table = _tables()["harm"]
    return verb in table["verbs"] and outer in table["kinds"]


def absorbs(outer: str, inner: str) -> bool:
    """Whether the outer kind's words take in the inner act, so that it is no event of its own."""
    return (outer, inner) in _absorbing()
