"""What a lane is: a family, a kind, an actor, a pair, a place or a source; the busiest first, the rest in one lane."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from dashlib.codebook import FAMILIES, KINDS
from dashlib.codebook.kinds import VERBAL_CONFLICT

__all__ = ["FOLDED", "GROUPS", "Grouped", "by_kind"]

FOLDED = "Words of conflict"
_MOST_LANES = 16


class Grouped(NamedTuple):
    """Which lanes events stand in: positions in the events frame, the lane of each, and the lanes from above.

    A position comes once for each lane of its event, so that an event of two actors stands with both.
    """

    rows: list[int]
    lanes: list[str]
    order: list[str]


def _busiest(names: Sequence[Sequence[str]], rest: str, none: str) -> Grouped:
    """Give a lane to each of the most frequent names; other names share the lane `rest`, and no name is `none`."""
    counts = Counter(n for of_one in names for n in dict.fromkeys(of_one))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    kept = [name for name, _ in ranked[:_MOST_LANES]]
    rows, lanes = [], []
    for row, of_one in enumerate(names):
        own = [n for n in dict.fromkeys(of_one) if n in kept] or [rest if of_one else none]
        rows += [row] * len(own)
        lanes += own
    return Grouped(rows, lanes, [*kept, rest, none])


def _pairs(initiators: Sequence[str], recipients: Sequence[str], participants: Sequence[str]) -> Iterable[str]:
    """Name who deals with whom: each initiator with each recipient, and those who take part with one another."""
    for pair in (*product(initiators, recipients), *combinations(participants, 2)):
        if len(set(pair)) == 2:
            yield " – ".join(sorted(pair))


def _by_pair(events: pd.DataFrame) -> Grouped:
    roles = zip(events["initiators"], events["recipients"], events["participants"], strict=True)
    return _busiest([list(_pairs(*row)) for row in roles], "Other pairs", "No two sides named")


def _by_place(events: pd.DataFrame) -> Grouped:
    return _busiest([[p] if p else [] for p in events["place"]], "Other places", "Place not said")


def by_kind(events: pd.DataFrame, *, fold: bool = True) -> Grouped:
    """Give a lane to each kind, families together; `fold` puts the words of conflict of a family into one at its end."""

    def lane(kind: str) -> str:
        return FOLDED if fold and kind in VERBAL_CONFLICT else KINDS[kind].label

    kinds = sorted(KINDS, key=lambda k: (list(FAMILIES).index(KINDS[k].family), k in VERBAL_CONFLICT))
    lanes = [lane(k) for k in events["kind"]]
    return Grouped(list(range(len(events))), lanes, list(dict.fromkeys(map(lane, kinds))))


def _by_family(events: pd.DataFrame) -> Grouped:
    return Grouped(list(range(len(events))), [KINDS[k].family for k in events["kind"]], list(FAMILIES))


GROUPS: Mapping[str, Callable[[pd.DataFrame], Grouped]] = {
    "Kind": by_kind,
    "Family": _by_family,
    "Actor": lambda events: _busiest(events["actors"].tolist(), "Other actors", "No one named"),
    "Pair": _by_pair,
    "Place": _by_place,
    "Source": lambda events: _busiest(events["sources"].tolist(), "Other sources", "Source not given"),
}
