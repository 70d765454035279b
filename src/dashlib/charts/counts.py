"""How many events a period, by family."""

import datetime as dt

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.placing import window
from dashlib.charts.style import View, ground, layout
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.extent import extent

__all__ = ["counts", "periods", "tally"]

_WEEKLY = 200
_DAILY = 45
_FEW = 6


def periods(start: dt.date, end: dt.date) -> list[dt.date]:
    """Give the first days of the periods that cover `start` to `end`: days, weeks from Monday, or months."""
    if (end - start).days <= _DAILY:
        return [start + dt.timedelta(n) for n in range((end - start).days + 1)]
    if (end - start).days <= _WEEKLY * 2:
        monday = start - dt.timedelta(start.weekday())
        return [monday + dt.timedelta(7 * n) for n in range((end - monday).days // 7 + 1)]
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return [dt.date(m // 12, m % 12 + 1, 1) for m in months]


def tally(events: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give the numbers of the chart: `From` and `To`, the first and last day of each period, and a column a family.

    An event counts in the period of its last possible day; families without an event are left out.
    """
    if events.empty:
        return pd.DataFrame({"From": [], "To": []})
    span = window(events, view.since, view.until)
    starts = periods(*span)
    edges = np.array([*(s.toordinal() for s in starts), span[1].toordinal() + 1])
    edges[-1] = max(edges[-1], edges[-2] + 1)
    _, last = extent(events)
    family = events["kind"].map(lambda k: KINDS[k].family).to_numpy()
    ends = [dt.date.fromordinal(int(e) - 1) for e in edges[1:]]
    found = {f: np.histogram(last[family == f], bins=edges)[0] for f in FAMILIES if (family == f).any()}
    return pd.DataFrame({"From": starts, "To": ends, **found})


def counts(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw stacked bars: events whose last possible day falls into the period, by family."""
    if events.empty:
        return empty_chart(view)
    numbers = tally(events, view)
    figure = go.Figure(
        [
            go.Bar(
                x=[s.isoformat() for s in numbers["From"]],
                y=numbers[f.name].to_numpy(),
                name=f.name,
                marker={"color": f.dark if view.dark else f.light, "line": {"width": 0}},
                hovertemplate="%{y} from %{x|%-d %b %Y}",
            )
            for f in FAMILIES.values()
            if f.name in numbers
        ]
    )
    span = window(events, view.since, view.until)
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
