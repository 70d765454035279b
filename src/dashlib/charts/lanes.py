"""Draws events as marks in lanes over time; timeline, calls, summits and offensives differ only in what a lane is."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts import marks
from dashlib.charts.placing import Placed, place, window
from dashlib.charts.style import View, colour, ground, layout

__all__ = ["draw", "empty_chart"]

_ROW_PX = 21
_LEGEND_PX, _DATES_PX = 24, 44
_TALL = 620
_TODAY = "Today"


def draw(events: pd.DataFrame, lanes: Sequence[str], order: Sequence[str], view: View) -> go.Figure:
    """Draw `events` (columns of the events frame), each in its lane; lanes stand in `order` from above.

    The mark stands in the middle of the days the act may fall on, the pale bar covers them. The event's id is the
    first entry of a point's customdata.
    """
    if events.empty:
        return empty_chart(view)
    span = window(events, view.since, view.until)
    placed = place(events, lanes, order, span)
    tones = np.array([colour(k, dark=view.dark) for k in events["kind"]], dtype=object)
    figure = go.Figure(
        [
            *marks.bars(events, placed, tones, view.today),
            *marks.marks(events, placed, tones),
            *marks.strokes(events, placed, tones, view),
            *marks.ring(events, placed, view),
            *marks.legend(events, lanes, view),
        ]
    )
    figure.update_layout(layout(dark=view.dark, height=round(placed.height * _ROW_PX) + 120, span=span))
    _axes(figure, placed, view)
    _today(figure, span, view)
    return figure


def empty_chart(view: View) -> go.Figure:
    """Give a chart that says there is nothing to show."""
    figure = go.Figure()
    figure.update_layout(layout(dark=view.dark, height=180), xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(
        text="No events match", showarrow=False, font={"color": ground(dark=view.dark).quiet, "size": 15}
    )
    return figure


def _axes(figure: go.Figure, placed: Placed, view: View) -> None:
    tones = ground(dark=view.dark)
    figure.update_yaxes(
        range=[placed.height, 0],
        tickmode="array",
        tickvals=[lane.middle for lane in placed.lanes],
        ticktext=[f"{escape(lane.label)}  " for lane in placed.lanes],
        showgrid=False,
        fixedrange=True,
    )
    for lane in placed.lanes[:-1]:
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=lane.bottom,
            y1=lane.bottom,
            layer="below",
            line={"color": tones.line, "width": 1},
        )
    _above(figure)


def _above(figure: go.Figure) -> None:
    """Set what stands above the lanes: the legend in up to two rows, and the dates where the chart is tall."""
    tall = figure.layout.height > _TALL
    figure.update_xaxes(side="top" if tall else "bottom")
    figure.update_layout(margin={"t": 2 * _LEGEND_PX + _DATES_PX * tall})


def _today(figure: go.Figure, span: tuple[dt.date, dt.date], view: View) -> None:
    today = view.today
    if not span[0] <= today <= span[1]:
        return
    quiet, below = ground(dark=view.dark).quiet, figure.layout.xaxis.side == "top"
    figure.add_shape(
        type="line",
        x0=today.isoformat(),
        x1=today.isoformat(),
        yref="paper",
        y0=0,
        y1=1,
        layer="below",
        line={"color": quiet, "width": 1.5, "dash": "dot"},
    )
    figure.add_annotation(
        x=today.isoformat(),
        y=0 if below else 1,
        yref="paper",
        yanchor="top" if below else "bottom",
        text=_TODAY,
        showarrow=False,
        font={"color": quiet, "size": 12},
    )
