"""The timeline: lanes by kind, family, actor, pair, place or source, and density where it is full."""

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.density import density
from dashlib.charts.grouping import FOLDED, GROUPS, by_kind
from dashlib.charts.lanes import draw
from dashlib.charts.style import View

__all__ = ["FOLDED", "MOST_MARKS", "timeline"]

MOST_MARKS = 3000


def timeline(events: pd.DataFrame, view: View, *, lanes: str = "Kind", fold: bool = True) -> go.Figure:
    """Draw the timeline of an events frame.

    `lanes` is one of `grouping.GROUPS`; an event of several actors, pairs or sources stands in the lane of each.
    `fold` puts accusations, threats, demands and refusals into one lane of the kinds. Above `MOST_MARKS` marks each
    lane shows how many there are a period, until the dates are narrowed.
    """
    grouped = by_kind(events, fold=fold) if lanes == "Kind" else GROUPS[lanes](events)
    standing = events.iloc[grouped.rows]
    paint = density if len(standing) > MOST_MARKS and not view.moving else draw
    return paint(standing, grouped.lanes, grouped.order, view)
