"""A grid of cells as bars, so that each can be clicked: plotly gives no click on a cell of its own heat maps."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashlib.charts.style import View, ground, layout
from dashlib.charts.tones import text_on

__all__ = ["Axis", "Cell", "cells"]


class Cell(NamedTuple):
    """A cell: where it stands (from the left, from above), its colour, its text, what hovering says, what a click gives."""

    column: int
    row: int
    tone: str
    text: str
    hover: str
    gives: str = ""


class Axis(NamedTuple):
    """How many steps an axis of the grid has, and the labels of some of them by number."""

    steps: int
    labels: Mapping[float, str]


def cells(found: Sequence[Cell], columns: Axis, rows: Axis, view: View, *, cell_px: int) -> go.Figure:
    """Draw a grid whose cells are `cell_px` high and as wide as there is room; `gives` is the point's first customdata."""
    tones = ground(dark=view.dark)
    figure = go.Figure(
        go.Bar(
            x=[c.column for c in found],
            base=[c.row - 0.46 for c in found],
            y=[0.92] * len(found),
            width=0.92,
            text=[c.text for c in found],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": [text_on(c.tone, tones) for c in found], "size": 11},
            marker={"color": [c.tone for c in found], "line": {"width": 0}},
            customdata=[[c.gives, c.hover] for c in found],
            hovertemplate="%{customdata[1]}<extra></extra>",
            showlegend=False,
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    figure.update_layout(layout(dark=view.dark, height=rows.steps * cell_px + 64), barmode="overlay")
    figure.update_layout(margin={"t": 44, "b": 12, "r": 8}, uniformtext={"mode": "hide", "minsize": 9})
    _axes(figure, columns, rows)
    return figure


def _axes(figure: go.Figure, columns: Axis, rows: Axis) -> None:
    common = {"showgrid": False, "fixedrange": True, "tickmode": "array", "type": "linear"}
    figure.update_xaxes(
        **common,
        side="top",
        range=[-0.5, columns.steps - 0.5],
        tickvals=list(columns.labels),
        ticktext=list(columns.labels.values()),
    )
    figure.update_yaxes(
        **common,
        range=[rows.steps - 0.5, -0.5],
        tickvals=list(rows.labels),
        ticktext=[f"{text}  " for text in rows.labels.values()],
    )
