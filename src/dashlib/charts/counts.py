"""How many events a period, by family."""

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.placing import window
from dashlib.charts.style import View, ground, layout
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.aggregates import in_periods, periods
from dashlib.query.extent import extent

__all__ = ["counts"]

_FEW = 6


def counts(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw stacked bars: events whose last possible day falls into the period, by family."""
    if events.empty:
        return empty_chart(view)
    span = window(events, view.since, view.until)
    starts = periods(*span)
    _, last = extent(events)
    family = events["kind"].map(lambda k: KINDS[k].family).to_numpy()
    figure = go.Figure(
        [
            go.Bar(
                x=[s.isoformat() for s in starts],
                y=in_periods(last[family == f.name], starts, span[1]),
                name=f.name,
                marker={"color": f.dark if view.dark else f.light, "line": {"width": 0}},
                hovertemplate="%{y} from %{x|%-d %b %Y}",
            )
            for f in FAMILIES.values()
            if (family == f.name).any()
        ]
    )
    figure.update_layout(layout(dark=view.dark, height=280, span=span), barmode="stack", bargap=0.15)
    figure.update_yaxes(
        title={"text": "Events", "font": {"color": ground(dark=view.dark).quiet}},
        rangemode="tozero",
        tickformat=",d",
        **_whole(figure),
    )
    return figure


def _whole(figure: go.Figure) -> dict[str, int]:
    """Give steps of one where few events would make the axis count in halves."""
    most = max(map(sum, zip(*(trace.y for trace in figure.data), strict=True)), default=0)
    return {"dtick": 1} if most < _FEW else {}
