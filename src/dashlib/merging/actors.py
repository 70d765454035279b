"""Whom an actor stands for, and who takes part in each mention as sparse matrices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dashlib.codebook.tables import read_csv

__all__ = ["Actors", "Who", "actors", "entity", "is_person", "matrix"]

Ints = npt.NDArray[np.int64]
Who = Sequence[Sequence[tuple[str, str]]]
_NONSTATE = frozenset({"REB", "UAF", "OPP", "PTY", "CVL", "BUS", "MED", "EDU", "JRN", "LAB", "REF", "IGO", "NGO"})


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["name"] for row in read_csv("states.csv", ("name",)))


def is_person(name: str, code: str) -> bool:
    """Tell whether an actor is a person who stands for a state, from name and code ("RUS GOV")."""
    sector = code.rpartition(" ")[2]
    return sector in {"GOV", "LEG", "JUD"} and name not in _states() and " " in name


def entity(name: str, code: str) -> str:
    """Give whom an actor acts for: the country of a state, its leader or its army; any other actor is its own.

    >>> entity("Vladimir Putin", "RUS GOV"), entity("Armed Forces of Russia", "RUS MIL"), entity("Hamas", "PSE REB")
    ('RUS', 'RUS', 'Hamas')
    """
    country, _, sector = code.partition(" ")
    return country if len(country) == 3 and sector and not _NONSTATE.intersection(sector.split()) else name


@dataclass(frozen=True)
class Actors:
    """Who takes part, as 0/1 matrices mentions × whom: `entities` (states and others), `persons`, `person_states`."""

    entities: sparse.csr_matrix
    persons: sparse.csr_matrix
    person_states: sparse.csr_matrix
    count: Ints


def matrix(
    rows: Sequence[Iterable[str]], weights: Sequence[Iterable[float]] | None = None, names: Iterable[str] = ()
) -> sparse.csr_matrix:
    """Give a sparse matrix of rows of names; columns in alphabetical order, so that sums never depend on the input."""
    listed = [list(r) for r in rows]
    columns = {n: i for i, n in enumerate(sorted({n for r in listed for n in r}.union(names)))}
    indptr = np.concatenate([[0], np.cumsum([len(r) for r in listed])]).astype(np.int64)
    indices = np.fromiter((columns[n] for r in listed for n in r), dtype=np.int64, count=int(indptr[-1]))
    flat = (w for r in weights for w in r) if weights is not None else (1.0 for _ in indices)
    data = np.fromiter(flat, dtype=np.float64, count=len(indices))
    out = sparse.csr_matrix((data, indices, indptr), shape=(len(listed), max(len(columns), 1)))
    out.sort_indices()
    return out


def actors(rows: Who, names: Iterable[str]) -> Actors:
    """Give the matrices of rows of (name, code); `names` are all entities, so that the columns of roles agree."""
    entities = [sorted({entity(n, c) for n, c in r}) for r in rows]
    people = [[(n, c) for n, c in r if is_person(n, c)] for r in rows]
    return Actors(
        entities=matrix(entities, names=names),
        persons=matrix([sorted({n for n, _ in p}) for p in people]),
        person_states=matrix([sorted({entity(n, c) for n, c in p}) for p in people]),
        count=np.array([len(e) for e in entities], dtype=np.int64),
    )
