"""Average linkage without chaining, with vetoes, and under what an analyst settled."""

import numpy as np
import pytest

from dashlib.merging.clustering import NEVER, Edges, agglomerate, cluster

VETO = -1000.0


def matrix(size: int, **pairs: float) -> np.ndarray:
    """Give a symmetric matrix of margins from pairs such as ab=1.0; the rest is -5."""
    out = np.full((size, size), -5.0)
    for pair, value in pairs.items():
        i, j = ("abcdef".index(letter) for letter in pair)
        out[i, j] = out[j, i] = value
    return out


def test_likeness_does_not_chain():
    """A like B and B like C is no proof that A is C."""
    assert agglomerate(matrix(3, ab=2.0, bc=1.5)) == [[0, 1], [2]]


def test_a_lack_of_proof_in_one_pair_is_made_good_by_the_others():
    """On average they are alike."""
    assert agglomerate(matrix(3, ab=2.0, bc=1.5, ac=-1.0)) == [[0, 1, 2]]


def test_a_veto_holds_for_whole_clusters():
    """However alike the others are."""
    assert agglomerate(matrix(3, ab=9.0, bc=9.0, ac=VETO)) == [[0, 1], [2]]


def test_ties_go_to_the_first():
    """The outcome is fixed by the order of the rows."""
    assert agglomerate(matrix(3, ab=1.0, bc=1.0)) == [[0, 1], [2]]


@pytest.mark.parametrize(("ac", "expected"), [(VETO, [[0, 1, 2]]), (NEVER, [[0, 1], [2]])])
def test_what_is_bound_welcomes_what_either_would(ac, expected):
    """An analyst's merge outweighs a veto between reports; an analyst's split outweighs the merge."""
    bound = np.array([0, 0, 2])
    assert agglomerate(matrix(3, ab=VETO, bc=1.0, ac=ac), bound) == expected


def test_many_parts_are_clustered_each_alone():
    """The parts of the graph of good pairs, by what `compare` says of all their pairs."""
    whole = matrix(5, ab=1.0, cd=1.0, de=1.0, ce=1.0)
    i, j = np.triu_indices(5, 1)
    edges = Edges(i.astype(np.int64), j.astype(np.int64), whole[i, j])
    labels = cluster(edges, lambda a, b: whole[a, b], bound=np.arange(5))
    assert labels.tolist() == [0, 0, 2, 2, 2]
