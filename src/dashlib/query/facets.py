"""Counts behind each choice of a filter, under the other filters."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.query.filters import Filters
from dashlib.query.select import Mask, masks
from dashlib.schema import Frames

__all__ = ["Facets", "facets"]

Counts = Mapping[str, int]


class Facets(NamedTuple):
    """For each field of choices: choice -> number of events, most frequent first."""

    kinds: Counts
    families: Counts
    statuses: Counts
    actors: Counts
    places: Counts
    sources: Counts
    reviewed: Counts


def _ranked(values: Iterable[str]) -> Counts:
    counts = Counter(v for v in values if v)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _each(lists: Iterable[list[str]]) -> Iterable[str]:
    return (name for names in lists for name in dict.fromkeys(names))


def _places(events: pd.DataFrame) -> Iterable[str]:
    countries = events["country"].map(country_name)
    return _each(list(row) for row in zip(events["place"], events["admin1"], countries, strict=True))


def facets(frames: Frames, filters: Filters) -> Facets:
    """Count the events behind each choice, with every filter but the choice's own applied."""
    parts = masks(frames, filters)

    def under_the_others(name: str) -> pd.DataFrame:
        everything: Mask = np.ones(len(frames.events), dtype=bool)
        return frames.events[reduce(np.logical_and, (m for n, m in parts.items() if n != name), everything)]

    return Facets(
        kinds=_ranked(under_the_others("kinds")["kind"]),
        families=_ranked(KINDS[k].family for k in under_the_others("families")["kind"]),
        statuses=_ranked(under_the_others("statuses")["status"]),
        actors=_ranked(_each(under_the_others("actors")["actors"])),
        places=_ranked(_places(under_the_others("places"))),
        sources=_ranked(_each(under_the_others("sources")["sources"])),
        reviewed=_ranked(under_the_others("reviewed")["review"]),
    )
