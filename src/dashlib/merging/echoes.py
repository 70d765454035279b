"""Nouns that take their event for known ("the truce", "the raid"), each with the mention in its article that made it so.

A mention that says hardly anything is compared badly with other articles: too many events fit. Within its article it has
one antecedent, the nearest mention before it of its kind that it does not contradict; with that it stands or falls.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from dashlib.merging.features import Features
from dashlib.merging.rules import Rules
from dashlib.merging.similarity import actors, kinds, places, series
from dashlib.merging.similarity_dates import dates

__all__ = ["echoes"]

Ints = npt.NDArray[np.int64]


def echoes(f: Features, r: Rules) -> dict[int, int]:
    """Give the row of the antecedent of each echo."""
    pairs = list(_pairs(f))
    if not pairs:
        return {}
    before, echo = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    fits = _fit(f, r, before, echo)
    found: dict[int, int] = {}
    for a, b, fit in zip(before.tolist(), echo.tolist(), fits.tolist(), strict=True):
        if fit:
            found.setdefault(b, a)
    return found


def _pairs(f: Features) -> Iterator[tuple[int, int]]:
    """Give every echo with the mentions before it in its article, nearest first."""
    order = np.lexsort((f.offset, f.article)).tolist()
    rows: list[int] = []
    for row in order:
        if rows and f.article[rows[-1]] != f.article[row]:
            rows = []
        if f.pointing[row]:
            yield from ((before, row) for before in reversed(rows) if f.sentence[before] < f.sentence[row])
        rows.append(row)


def _fit(f: Features, r: Rules, before: Ints, echo: Ints) -> npt.NDArray[np.bool_]:
    """Tell which antecedents an echo may have: of its kind, and with all that it says of its own.

    Where the kind has roles, whose it is says too little ("Iran's attacks").
    """
    pair = (f, r, before, echo)
    fits = (kinds(*pair) >= r.echo["kind"]) & (dates(*pair) >= r.echo["dates"]) & (series(*pair) >= 0)
    named, placed = f.everyone.count[echo] > 0, f.precise[echo]
    parties, where = named & (actors(*pair) > 0), placed & (places(*pair) > 0)
    fits &= ~named | (parties & ~r.roles[f.kind[echo]])
    fits &= ~placed | where
    shared = parties | where
    return np.asarray(fits & r.echoes[f.kind[echo]] & (f.bare[echo] | shared))
