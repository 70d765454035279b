"""Scores time expressions as TempEval-3 does in task A (UzZaman et al. 2013): spans, types and values.

Relaxed counts any overlap, one to one in text order; strict equal spans; type and value need an overlap and the same
TIMEX3 type or value.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Expression", "TimexScores", "score"]


class Expression(NamedTuple):
    """A time expression: characters [start, end), TIMEX3 type and value (TimeML 1.2.1)."""

    start: int
    end: int
    type: str
    value: str


class TimexScores(NamedTuple):
    """Counts of expressions, and F1 as fractions of one."""

    gold: int
    found: int
    relaxed_f1: float
    strict_f1: float
    type_f1: float
    value_f1: float


def _shared(one: Expression, other: Expression) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _partners(gold: Sequence[Expression], found: Sequence[Expression]) -> Iterable[tuple[Expression, Expression]]:
    """Give each gold expression with the free one it overlaps most, the first of equals."""
    free = list(found)
    for expression in gold:
        best = max(free, key=lambda f: _shared(expression, f), default=None)
        if best is not None and _shared(expression, best) > 0:
            free.remove(best)
            yield expression, best


def score(documents: Iterable[tuple[Sequence[Expression], Sequence[Expression]]]) -> TimexScores:
    """Score documents, each the labelled expressions and those found, both in text order."""
    gold = found = 0
    matched: list[tuple[Expression, Expression]] = []
    for labelled, said in documents:
        gold, found = gold + len(labelled), found + len(said)
        matched += _partners(labelled, said)

    def f1(right: int) -> float:
        return 2 * right / max(1, gold + found)

    return TimexScores(
        gold=gold,
        found=found,
        relaxed_f1=f1(len(matched)),
        strict_f1=f1(sum(g[:2] == f[:2] for g, f in matched)),
        type_f1=f1(sum(g.type == f.type for g, f in matched)),
        value_f1=f1(sum(g.value == f.value for g, f in matched)),
    )
