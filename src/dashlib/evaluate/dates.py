"""Scores time expressions as TempEval-3 does in task A (UzZaman et al. 2013): spans, types and values.

Relaxed counts any overlap, one to one in text order; strict equal spans; type and value need an overlap and the same
TIMEX3 type or value.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Expression", "Tally", "TimexScores", "score", "summary", "tally"]


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


class Tally(NamedTuple):
    """What one document adds: expressions labelled and found, and of those matched how many agree in what."""

    gold: int
    found: int
    matched: int
    strict: int
    type: int
    value: int


def tally(labelled: Sequence[Expression], said: Sequence[Expression]) -> Tally:
    """Count one document; both lists in text order."""
    matched = list(_partners(labelled, said))
    return Tally(
        gold=len(labelled),
        found=len(said),
        matched=len(matched),
        strict=sum(g[:2] == f[:2] for g, f in matched),
        type=sum(g.type == f.type for g, f in matched),
        value=sum(g.value == f.value for g, f in matched),
    )


def summary(tallies: Iterable[Tally]) -> TimexScores:
    """Give the scores of counted documents: counts are summed before F1 is taken."""
    sums = Tally(*map(sum, zip(*tallies, strict=True)))
    size = max(1, sums.gold + sums.found)
    shares = (2 * right / size for right in (sums.matched, sums.strict, sums.type, sums.value))
    return TimexScores(sums.gold, sums.found, *shares)


def score(documents: Iterable[tuple[Sequence[Expression], Sequence[Expression]]]) -> TimexScores:
    """Score documents, each the labelled expressions and those found."""
    return summary(tally(labelled, said) for labelled, said in documents)
