"""Lanes by place: offensives and what goes with them along each front."""

from collections import Counter

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import draw
from dashlib.charts.style import View

__all__ = ["NOWHERE", "REST", "offensives"]

NOWHERE, REST = "Place not said", "Other places"
_MOST_LANES = 22


def offensives(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw events over time, one lane a place; places of one country stand together, the busiest country first."""
    named = events[events["place"] != ""]
    busiest = [place for place, _ in Counter(named["place"]).most_common(_MOST_LANES)]
    country = dict(zip(named["place"], named["country"], strict=True))
    weight = Counter(named["country"])
    order = sorted(busiest, key=lambda p: (-weight[country[p]], country[p], busiest.index(p)))
    lanes = [p if p in country and p in busiest else REST if p else NOWHERE for p in events["place"]]
    return draw(events, lanes, [*order, REST, NOWHERE], view)
