"""Sums over what two rows of sparse matrices have in common."""

import numpy as np
import numpy.typing as npt
from scipy import sparse

__all__ = ["dot", "dots"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]


def dot(matrix: sparse.csr_matrix, i: Ints, j: Ints) -> Reals:
    """Give the products of pairs of rows of one matrix."""
    return dots(matrix, matrix, i, j)


def dots(first: sparse.csr_matrix, second: sparse.csr_matrix, i: Ints, j: Ints) -> Reals:
    """Give the products of rows `i` of one matrix with rows `j` of another of as many columns."""
    if first.nnz == 0 or second.nnz == 0:
        return np.zeros(len(i))
    return np.round(np.asarray(first[i].multiply(second[j]).sum(axis=1)).ravel(), 6)
