"""Counts behind each choice of a filter, under the other filters."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import reduce
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


class Facets(NamedTuple):
    """For each field of choices: choice -> number of events, most frequent first.

    `events` is how many match all filters, `uncertain` how many more would with a lower confidence.
    """

    kinds: Counts
    families: Counts
    statuses: Counts
    actors: Counts
    initiators: Counts
    recipients: Counts
    places: Counts
    sources: Counts
    reviewed: Counts
    events: int
    uncertain: int


def _ranked(values: Iterable[str]) -> Counts:
    counts = Counter(v for v in values if v)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _each(lists: Iterable[list[str]]) -> Iterable[str]:
    return (name for names in lists for name in dict.fromkeys(names))


def _places(events: pd.DataFrame) -> Iterable[str]:
    countries = events["country"].map(country_name)
    return _each(list(row) for row in zip(events["place"], events["admin1"], countries, strict=True))


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

    places = frames.events[["place", "admin1", "country"]][under_the_others("places")]
    shown = int(under_the_others("").sum())
    return Facets(
        kinds=_ranked(values("kinds", "kind")),
        families=_ranked(KINDS[k].family for k in values("families", "kind")),
        statuses=_ranked(values("statuses", "status")),
        actors=_ranked(_each(values("" if filters.actor_mode is ActorMode.ALL else "actors", "actors"))),
        initiators=_ranked(_each(values("initiators", "initiators"))),
        recipients=_ranked(_each(values("recipients", "recipients"))),
        places=_ranked(_places(places)),
        sources=_ranked(_each(values("sources", "sources"))),
        reviewed=_ranked(values("reviewed", "review")),
        events=shown,
        uncertain=int(under_the_others("min_confidence").sum()) - shown,
    )
