"""Draws how many events each lane holds a period, for when marks would hide each other."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.placing import window
from dashlib.charts.style import View, colour, layout, translucent
from dashlib.query.extent import extent
from dashlib.wording import day

__all__ = ["density"]

_CELLS = 90
_LANE_PX = 30


def density(events: pd.DataFrame, lanes: Sequence[str], order: Sequence[str], view: View) -> go.Figure:
    """Draw one row of cells a lane, tinted by the number of events whose last possible day falls into the cell."""
    span = window(events, view.since, view.until)
    edges = np.linspace(span[0].toordinal(), span[1].toordinal() + 1, _CELLS + 1)
    _, last = extent(events)
    where, shown = np.asarray(lanes), [lane for lane in order if lane in set(lanes)]
    starts = [dt.date.fromordinal(int(e)) for e in edges[:-1]]
    counts = np.array([np.histogram(last[where == lane], bins=edges)[0] for lane in shown])
    figure = go.Figure(
        [
            _row(lane, y, starts, counts, colour(events["kind"].to_numpy()[where == lane][0], dark=view.dark))
            for y, lane in enumerate(shown)
        ]
    )
    figure.update_layout(layout(dark=view.dark, height=len(shown) * _LANE_PX + 84, span=span))
    figure.update_yaxes(
        range=[len(shown) - 0.5, -0.5],
        tickvals=list(range(len(shown))),
        ticktext=[f"{s}  " for s in shown],
        showgrid=False,
    )
    figure.add_annotation(
        text="Shaded by number of events. Narrow the dates or the filters to see each one.",
        showarrow=False,
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
    )
    return figure


def _row(lane: str, y: int, starts: Sequence[dt.date], counts: npt.NDArray[np.int64], tone: str) -> go.Heatmap:
    return go.Heatmap(
        x=[s.isoformat() for s in starts],
        y=[y],
        z=np.log1p(counts[y : y + 1]),
        name=lane,
        showscale=False,
        zmin=0,
        zmax=float(np.log1p(counts.max())),
        colorscale=[[0, translucent(tone, 0)], [1, tone]],
        ygap=6,
        xgap=1,
        customdata=[[[int(n), day(s)] for n, s in zip(counts[y], starts, strict=True)]],
        hovertemplate=f"<b>{lane}</b><br>%{{customdata[0]}} events from %{{customdata[1]}}<extra></extra>",
    )
