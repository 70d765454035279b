"""The timeline: lanes by kind, family, actor, pair, place or source."""

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.grouping import FOLDED, GROUPS, by_kind
from dashlib.charts.lanes import draw
from dashlib.charts.style import View

__all__ = ["FOLDED", "timeline"]


def timeline(events: pd.DataFrame, view: View, *, lanes: str = "Kind", fold: bool = True) -> go.Figure:
    """Draw the timeline of an events frame.

    `lanes` is one of `grouping.GROUPS`; an event of several actors, pairs or sources stands in the lane of each.
    `fold` puts accusations, threats, demands and refusals into one lane of the kinds.
    """
    grouped = by_kind(events, fold=fold) if lanes == "Kind" else GROUPS[lanes](events)
    return draw(events.iloc[grouped.rows], grouped.lanes, grouped.order, view)
