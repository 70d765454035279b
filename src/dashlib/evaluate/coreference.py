"""Scores clusters of mentions as coreference is scored: MUC, B³, CEAF-e and their mean, the CoNLL score.

Definitions as in the reference scorer (Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions"):
MUC counts links (Vilain et al. 1995), B³ weighs every mention alike (Bagga and Baldwin 1998), CEAF-e aligns clusters
one to one by the similarity φ4 (Luo 2005). Singletons count in B³ and CEAF-e; in MUC they have no links.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

__all__ = ["CorefScores", "Measure", "b_cubed", "ceaf_e", "clusters_of", "muc", "score"]

Cluster = frozenset[Hashable]
Partition = Sequence[Cluster]


class Measure(NamedTuple):
    """Precision and recall, each between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give their harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class CorefScores(NamedTuple):
    """The three measures; `conll` is the mean of their F1."""

    muc: Measure
    b_cubed: Measure
    ceaf_e: Measure

    @property
    def conll(self) -> float:
        """Give the mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def clusters_of(labels: Mapping[Any, Hashable]) -> list[Cluster]:
    """Give the clusters of a map from mention to cluster name.

    >>> sorted(map(sorted, clusters_of({"a": 1, "b": 1, "c": 2})))
    [['a', 'b'], ['c']]
    """
    members: dict[Hashable, set[Hashable]] = {}
    for mention, name in labels.items():
        members.setdefault(name, set()).add(mention)
    return [frozenset(m) for m in members.values()]


def _owner(partition: Partition) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(partition) for mention in cluster}


def _links(key: Partition, response: Partition) -> float:
    """Give the share of the key's links that the response keeps; 0 where the key has none."""
    owner = _owner(response)
    kept = total = 0
    for cluster in key:
        parts = {owner.get(m, ("none", m)) for m in cluster}
        kept += len(cluster) - len(parts)
        total += len(cluster) - 1
    return kept / total if total else 0.0


def muc(gold: Partition, predicted: Partition) -> Measure:
    """Give MUC: links kept, both ways."""
    return Measure(_links(predicted, gold), _links(gold, predicted))


def _overlap(key: Partition, response: Partition) -> float:
    owner = _owner(response)
    total = 0.0
    for cluster in key:
        for mention in cluster:
            other = response[owner[mention]] if mention in owner else frozenset()
            total += len(cluster & other) / len(cluster)
    size = sum(map(len, key))
    return total / size if size else 0.0


def b_cubed(gold: Partition, predicted: Partition) -> Measure:
    """Give B³: for each mention, how much of its cluster is right, and how much of the right one it has."""
    return Measure(_overlap(predicted, gold), _overlap(gold, predicted))


def ceaf_e(gold: Partition, predicted: Partition) -> Measure:
    """Give entity-based CEAF with φ4, twice the overlap over the sizes of both."""
    if not gold or not predicted:
        return Measure(0.0, 0.0)
    owner = _owner(predicted)
    phi = np.zeros((len(gold), len(predicted)))
    for row, cluster in enumerate(gold):
        for column in {owner[m] for m in cluster if m in owner}:
            other = predicted[column]
            phi[row, column] = 2 * len(cluster & other) / (len(cluster) + len(other))
    best = phi[linear_sum_assignment(phi, maximize=True)].sum()
    return Measure(float(best / len(predicted)), float(best / len(gold)))


def score(gold: Partition, predicted: Partition) -> CorefScores:
    """Give all three measures of predicted clusters against gold ones."""
    return CorefScores(muc(gold, predicted), b_cubed(gold, predicted), ceaf_e(gold, predicted))
