"""A heat map whose cells can be clicked: shaded squares, their numbers, and the events that each stands for."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go

from dashlib.charts.labels import labelled
from dashlib.charts.style import View, contrast, ground, layout, translucent

__all__ = ["Cell", "heat"]

_CELL_PX, _HEAD_PX = 28, 120
_SHADES = 0.14, 1.0


class Cell(NamedTuple):
    """A cell: its column and row, how many events, their ids joined by spaces, and what is said of it in two lines."""

    column: int
    row: int
    number: int
    ids: str
    name: str
    said: str


def heat(cells: Sequence[Cell], columns: Sequence[str], rows: Sequence[str], tone: str, view: View) -> go.Figure:
    """Draw the cells in a tone that grows with the number; `columns` are named above, "" leaves one unnamed."""
    grid = np.full((len(rows), len(columns)), np.nan)
    for cell in cells:
        grid[cell.row, cell.column] = np.log1p(cell.number)
    most = float(np.nanmax(grid)) if cells else 1.0
    figure = go.Figure([_shades(grid, tone, most), *_numbers(cells, tone, most, view)])
    figure.update_layout(
        layout(dark=view.dark, height=len(rows) * _CELL_PX + _HEAD_PX),
        margin={"l": 10, "r": 70, "t": 60, "b": 20},
    )
    named = [i for i, name in enumerate(columns) if name]
    plain: dict[str, Any] = {"type": "linear", "showgrid": False, "fixedrange": True, "automargin": True}
    ticks = {"tickvals": named, "ticktext": [escape(columns[i]) for i in named], "range": [-0.5, len(columns) - 0.5]}
    figure.update_xaxes(side="top", tickangle=-40, **ticks, **plain)
    figure.update_yaxes(
        range=[len(rows) - 0.5, -0.5], tickvals=list(range(len(rows))), ticktext=labelled(rows), **plain
    )
    return figure


def _shades(grid: np.ndarray[Any, np.dtype[np.float64]], tone: str, most: float) -> go.Heatmap:
    scale = [[0, translucent(tone, _SHADES[0])], [1, translucent(tone, _SHADES[1])]]
    return go.Heatmap(z=grid, zmin=0, zmax=most, colorscale=scale, showscale=False, xgap=2, ygap=2, hoverinfo="skip")


def _ink(number: int, tone: str, most: float, view: View) -> str:
    """Give the colour in which a number is read on its shade: the text's, or the paper's."""
    tones, share = ground(dark=view.dark), np.log1p(number) / most
    opacity = _SHADES[0] + (_SHADES[1] - _SHADES[0]) * share
    mixed = "#" + "".join(
        f"{round(int(tones.paper[i : i + 2], 16) * (1 - opacity) + int(tone[i : i + 2], 16) * opacity):02x}"
        for i in (1, 3, 5)
    )
    return max((tones.ink, tones.paper), key=lambda ink: contrast(ink, mixed))


def _numbers(cells: Sequence[Cell], tone: str, most: float, view: View) -> Iterator[go.Scatter]:
    """Write the numbers, a trace an ink: what is not selected would fade, unless its one colour is said."""
    inks = [_ink(c.number, tone, most, view) for c in cells]
    for ink in dict.fromkeys(inks):
        written = [c for c, i in zip(cells, inks, strict=True) if i == ink]
        yield go.Scatter(
            x=[c.column for c in written],
            y=[c.row for c in written],
            mode="markers+text",
            text=[f"{c.number:,}" for c in written],
            textfont={"size": 12, "color": ink},
            customdata=[[c.ids, escape(c.name), escape(c.said)] for c in written],
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
            showlegend=False,
            marker={"symbol": "square", "size": _CELL_PX, "color": "rgba(0,0,0,0)", "line": {"width": 0}},
            selected={"textfont": {"color": ink}},
            unselected={"textfont": {"color": ink}},
        )
