"""Bands behind the marks for the periods that an analyst has named: pale, the name on top, names that meet in rows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from dashlib.charts.style import View, ground, translucent
from dashlib.types import Period

__all__ = ["ROW_PX", "Band", "arrange", "draw", "rows"]

ROW_PX = 18
_OPACITY = 0.07
_EDGE = 0.35
_LETTER = 0.009  # how much of the chart's width a letter of a name takes
_MOST_ROWS = 3


class Band(NamedTuple):
    """A period as far as it lies in the window, and the row of its name, 0 next to the chart."""

    period: Period
    start: dt.date
    end: dt.date
    row: int


def arrange(periods: Sequence[Period], span: tuple[dt.date, dt.date]) -> list[Band]:
    """Give the bands that lie in `span`, earliest first; a name that would run into another stands in the next row."""
    days = max((span[1] - span[0]).days, 1)
    free = [-1.0] * _MOST_ROWS
    out = []
    for period in sorted(periods, key=lambda p: (p.start, p.end, p.name)):
        start, end = max(period.start, span[0]), min(period.end, span[1])
        if start > end:
            continue
        left = (start - span[0]).days / days
        row = next((r for r, taken in enumerate(free) if taken <= left), _MOST_ROWS - 1)
        free[row] = left + _LETTER * (len(period.name) + 2)
        out.append(Band(period, start, end, row))
    return out


def rows(view: View, span: tuple[dt.date, dt.date]) -> int:
    """Give how many rows the names take above the chart."""
    return max((b.row + 1 for b in arrange(view.periods, span)), default=0)


def draw(figure: go.Figure, view: View, span: tuple[dt.date, dt.date], *, above: int = 0) -> None:
    """Draw the bands behind the marks; their names begin `above` pixels over the chart."""
    shapes, names = [], []
    for band in arrange(view.periods, span):
        tone = band.period.colour or ground(dark=view.dark).quiet
        shapes += list(_shapes(band, tone))
        names.append(_name(band, view, above))
    if shapes:
        figure.update_layout(shapes=[*figure.layout.shapes, *shapes], annotations=[*figure.layout.annotations, *names])


def _shapes(band: Band, tone: str) -> Iterator[dict[str, object]]:
    end = band.end + dt.timedelta(1)
    yield {
        "type": "rect", "layer": "below", "yref": "paper", "y0": 0, "y1": 1, "x0": band.start.isoformat(),
        "x1": end.isoformat(), "fillcolor": translucent(tone, _OPACITY), "line": {"width": 0},
    }  # fmt: skip
    if band.start == band.period.start:
        yield {
            "type": "line", "layer": "below", "yref": "paper", "y0": 0, "y1": 1, "x0": band.start.isoformat(),
            "x1": band.start.isoformat(), "line": {"width": 1, "color": translucent(tone, _EDGE)},
        }  # fmt: skip


def _name(band: Band, view: View, above: int) -> dict[str, object]:
    return {
        "text": escape(band.period.name), "showarrow": False, "x": band.start.isoformat(), "xanchor": "left", "y": 1,
        "yref": "paper", "yanchor": "bottom", "yshift": above + band.row * ROW_PX, "align": "left",
        "font": {"color": ground(dark=view.dark).quiet, "size": 12},
    }  # fmt: skip
