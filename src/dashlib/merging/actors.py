"""Whom an actor stands for, and who takes part in each mention as sparse matrices."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dashlib.codebook.actors import codebook
from dashlib.codebook.spelling import pieces

__all__ = ["Actors", "Who", "actors", "entity", "is_person", "matrix", "nameless"]

Ints = npt.NDArray[np.int64]
Who = Sequence[Sequence[tuple[str, str]]]
_NONSTATE = frozenset(
    {"REB", "PRM", "UAF", "OPP", "PTY", "CVL", "BUS", "MED", "EDU", "JRN", "LAB", "REF", "IGO", "NGO"}
)


@lru_cache(maxsize=100_000)
def nameless(name: str) -> bool:
    """Tell whether a name only describes: "troops" and "European leaders" may be anybody's."""
    return name.islower() or name.rpartition(" ")[2].islower()


@lru_cache(maxsize=100_000)
def is_person(name: str, code: str) -> bool:
    """Tell whether an actor is a person who stands for a state, from name and code ("RUS GOV")."""
    sector = code.rpartition(" ")[2]
    return sector in {"GOV", "LEG", "JUD"} and " " in name and name not in codebook().states and not nameless(name)


@lru_cache(maxsize=10_000)
def _group_of(name: str) -> str:
    """Give the group that a person leads by office ("hezbollah leader"), else the person."""
    person = codebook().people.get(name)
    words = [w for o in person.offices for w in pieces(o.title.lower())] if person else []
    named = (e.key for w in words for e in codebook().index.get(w, ()) if e.lower == (w,))
    return next((key for key in named if key in codebook().others), name)


@lru_cache(maxsize=100_000)
def entity(name: str, code: str) -> str:
    """Give whom an actor acts for: the country of a state, its leader or its army, the group that a person leads.

    Any other actor is its own.

    >>> entity("Vladimir Putin", "RUS GOV"), entity("Armed Forces of Russia", "RUS MIL"), entity("Hamas", "PSE REB")
    ('RUS', 'RUS', 'Hamas')
    >>> entity("Hassan Nasrallah", "LBN REB")
    'Hezbollah'
    """
    country, _, sector = code.partition(" ")
    if len(country) == 3 and sector and not _NONSTATE.intersection(sector.split()):
        return country
    return _group_of(name)


@dataclass(frozen=True)
class Actors:
    """Who takes part, as 0/1 matrices mentions × whom: `entities` (states and others), `persons`, `person_states`."""

    entities: sparse.csr_matrix
    persons: sparse.csr_matrix
    person_states: sparse.csr_matrix
    count: Ints


def matrix(
    rows: Sequence[Collection[str]], weights: Iterable[Iterable[float]] | None = None, names: Iterable[str] = ()
) -> sparse.csr_matrix:
    """Give a sparse matrix of rows of names; columns in alphabetical order, so that sums never depend on the input."""
    flat = list(chain.from_iterable(rows))
    columns = {n: i for i, n in enumerate(sorted(set(flat).union(names)))}
    indptr = np.concatenate([[0], np.cumsum([len(r) for r in rows])]).astype(np.int64)
    indices = np.fromiter(map(columns.__getitem__, flat), dtype=np.int64, count=len(flat))
    told = chain.from_iterable(weights) if weights is not None else repeat(1.0)
    data = np.fromiter(told, dtype=np.float64, count=len(flat))
    out = sparse.csr_matrix((data, indices, indptr), shape=(len(rows), max(len(columns), 1)))
    out.sort_indices()
    return out


@lru_cache(maxsize=100_000)
def _parts(row: tuple[tuple[str, str], ...]) -> tuple[list[str], list[str], list[str]]:
    """Give the entities, the persons and their states of one row, each in alphabetical order."""
    people = [(n, c) for n, c in row if is_person(n, c)]
    named = ((entity(n, c) for n, c in row), (n for n, _ in people), (entity(n, c) for n, c in people))
    entities, persons, states = (sorted(set(n)) for n in named)
    return entities, persons, states


def actors(rows: Who, names: Iterable[str]) -> Actors:
    """Give the matrices of rows of (name, code); `names` are all entities, so that the columns of roles agree."""
    parts = [_parts(tuple(r)) for r in rows]
    return Actors(
        entities=matrix([e for e, _, _ in parts], names=names),
        persons=matrix([p for _, p, _ in parts]),
        person_states=matrix([s for _, _, s in parts]),
        count=np.array([len(e) for e, _, _ in parts], dtype=np.int64),
    )
