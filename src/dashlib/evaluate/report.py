"""What to read after a score: counts by kind, the worst misses and false alarms, and how each lexicon entry did."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashlib.codebook.kinds import KINDS
from dashlib.evaluate.events import Pair

__all__ = ["EntryCount", "KindCount", "by_entry", "by_kind", "false_alarms", "misses"]


class KindCount(NamedTuple):
    """One kind: events labelled, predicted, matched with the same kind, and matched with another kind."""

    kind: str
    gold: int
    predicted: int
    matched: int
    near: int


class EntryCount(NamedTuple):
    """One entry of the lexicon: how often it fired, how often an event matched, and how often with the same kind."""

    rule: str
    fired: int
    matched: int
    right: int


def by_kind(found: Iterable[Pair]) -> list[KindCount]:
    """Count by kind, in the codebook's order; kinds that neither side has are left out."""
    pairs = list(found)
    gold = Counter(p.gold.kind for p in pairs if p.gold)
    predicted = Counter(p.predicted.kind for p in pairs if p.predicted)
    both = [(p.gold.kind, p.predicted.kind) for p in pairs if p.gold and p.predicted]
    matched, near = Counter(g for g, p in both if g == p), Counter(g for g, p in both if g != p)
    return [KindCount(k, gold[k], predicted[k], matched[k], near[k]) for k in KINDS if gold[k] or predicted[k]]


def misses(found: Iterable[Pair], *, limit: int = 10) -> Sequence[Pair]:
    """Give labelled events without a partner, those at the heart of their article first."""
    lost = [p for p in found if p.gold and not p.predicted and not p.gold.optional]
    return sorted(lost, key=lambda p: not (p.gold and p.gold.core))[:limit]


def false_alarms(found: Iterable[Pair], *, limit: int = 10) -> Sequence[Pair]:
    """Give predicted events without a partner, the most confident first."""
    extra = [p for p in found if p.predicted and not p.gold]
    return sorted(extra, key=lambda p: -(p.predicted.confidence if p.predicted else 0))[:limit]


def by_entry(found: Iterable[Pair]) -> list[EntryCount]:
    """Count by lexicon entry, those that fired most first."""
    fired: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for pair in found:
        if pair.predicted:
            rule = pair.predicted.rule
            fired[rule] += 1
            matched[rule] += pair.gold is not None
            right[rule] += pair.gold is not None and pair.gold.kind == pair.predicted.kind
    return [EntryCount(r, n, matched[r], right[r]) for r, n in fired.most_common()]
