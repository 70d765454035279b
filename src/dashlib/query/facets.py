"""Counts behind each choice of a filter, under the other filters."""

from collections import Counter
from collections.abc import Mapping
from functools import reduce
from itertools import chain
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.query.filters import ActorMode, Filters
from dashlib.query.select import Mask, masks
from dashlib.schema import Frames

__all__ = ["Facets", "facets"]

Counts = Mapping[str, int]
_FLOORS = (2, 3, 5, 10)


class Facets(NamedTuple):
    """For each field of choices: choice -> number of events, most frequent first.

    `reports` is by the least number of independent sources, `events` is how many match all filters, `uncertain` how many more would with a lower confidence.
    """

    kinds: Counts
    families: Counts
    statuses: Counts
    actors: Counts
    initiators: Counts
    recipients: Counts
    places: Counts
    sources: Counts
    reports: Mapping[int, int]
    reviewed: Counts
    events: int
    uncertain: int


def _ranked(counts: Mapping[str, int]) -> Counts:
    known = {name: int(number) for name, number in counts.items() if name}
    return dict(sorted(known.items(), key=lambda item: (-item[1], item[0])))


def _ones(values: pd.Series) -> Counts:
    """Count a column with one name an event."""
    return _ranked({str(name): number for name, number in values.value_counts().items()})


def _lists(values: pd.Series) -> Counts:
    """Count a column with a list of names an event; a name twice in one event counts once."""
    return _ranked(Counter(chain.from_iterable(map(set, values))))


def _families(kinds: pd.Series) -> Counts:
    counts: Counter[str] = Counter()
    for kind, number in kinds.value_counts().items():
        counts[KINDS[str(kind)].family] += number
    return _ranked(counts)


def _places(events: pd.DataFrame) -> Counts:
    """Count towns, regions and countries; one that is its own region counts once."""
    counts: Counter[str] = Counter()
    sizes = events.groupby(["place", "admin1", "country"]).size()
    for names, number in zip(sizes.index.to_list(), sizes.to_list(), strict=True):
        place, region, country = map(str, names)
        counts.update(dict.fromkeys((place, region, country_name(country)), number))
    return _ranked(counts)


def _floors(numbers: pd.Series) -> Mapping[int, int]:
    """Count the events with at least so many sources."""
    return {floor: found for floor in _FLOORS if (found := int((numbers >= floor).sum()))}


def facets(frames: Frames, filters: Filters) -> Facets:
    """Count the events behind each choice, with every filter but the choice's own applied.

    Where all actors chosen must take part, one more narrows: there the actors' own filter counts too.
    """
    parts = masks(frames, filters)
    everything: Mask = np.ones(len(frames.events), dtype=bool)

    def under_the_others(name: str) -> Mask:
        return reduce(np.logical_and, (m for n, m in parts.items() if n != name), everything)

    def values(name: str, column: str) -> pd.Series:
        return frames.events[column][under_the_others(name)]

    shown = int(under_the_others("").sum())
    return Facets(
        kinds=_ones(values("kinds", "kind")),
        families=_families(values("families", "kind")),
        statuses=_ones(values("statuses", "status")),
        actors=_lists(values("" if filters.actor_mode is ActorMode.ALL else "actors", "actors")),
        initiators=_lists(values("initiators", "initiators")),
        recipients=_lists(values("recipients", "recipients")),
        places=_places(frames.events[["place", "admin1", "country"]][under_the_others("places")]),
        sources=_lists(values("sources", "sources")),
        reports=_floors(values("min_sources", "independent_sources")),
        reviewed=_ones(values("reviewed", "review")),
        events=shown,
        uncertain=int(under_the_others("min_confidence").sum()) - shown,
    )
