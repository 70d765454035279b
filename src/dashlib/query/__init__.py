"""Filters over the frames: what an analyst asks to see, as a value, as an address, as a sentence, and applied."""

from dashlib.query.extent import extent, in_order
from dashlib.query.facets import Facets, facets
from dashlib.query.filters import LIKELY, ActorMode, Filters
from dashlib.query.phrases import PRESETS, Days, read_days
from dashlib.query.select import select, select_events
from dashlib.query.watching import watching

__all__ = [
    "LIKELY",
    "PRESETS",
    "ActorMode",
    "Days",
    "Facets",
    "Filters",
    "extent",
    "facets",
    "in_order",
    "read_days",
    "select",
    "select_events",
    "watching",
]
