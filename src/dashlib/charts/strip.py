"""The strip of days under a chart: how many events and articles there are a period, as a brush for the dates."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts import bands
from dashlib.charts.density import last_days
from dashlib.charts.placing import window
from dashlib.charts.style import View, ground, layout, translucent
from dashlib.query.aggregates import periods
from dashlib.wording import counted, date_range

__all__ = ["strip"]

_HEIGHT, _LABEL_PX = 116, 62
_HINT = "Drag across the days to narrow every view"
_GAP = 0.1  # between the events above and the articles below, of the height of either
_DAY_MS = 86_400_000
_ACCENT = {False: "#2f6fb0", True: "#6ba6e0"}
_FEWEST = 14  # days that the strip shows at least


def strip(events: pd.DataFrame, articles: pd.DataFrame, view: View) -> go.Figure:
    """Draw how many `events` and `articles` fall into each day, week or month, whatever days the view asks for.

    An event counts at its last possible day, an article at its day of publication. The days that the view asks for
    stand in a frame. Dragging selects days; the axis takes no other hand.
    """
    span = _span(events, view)
    starts = periods(*span)
    edges = np.array([*(s.toordinal() for s in starts), span[1].toordinal() + 1])
    edges[-1] = max(edges[-1], edges[-2] + 1)
    tones, told = ground(dark=view.dark), np.histogram(_published(articles), bins=edges)[0]
    counts = np.histogram(last_days(events), bins=edges)[0]
    figure = go.Figure(
        {
            "data": [
                _bars(starts, edges, counts, "event", tones.quiet, _scaled(counts)),
                _bars(starts, edges, told, "article", translucent(tones.quiet, 0.45), -_scaled(told)),
            ],
            "layout": _layout(span, view),
        },
        _validate=False,
    )
    bands.draw(figure, view._replace(periods=tuple(p._replace(name="") for p in view.periods)), span)
    return figure


def _span(events: pd.DataFrame, view: View) -> tuple[dt.date, dt.date]:
    """Give the days of the events, and those asked for where they lie outside."""
    start, end = window(events, None, None)
    low, high = min(start, view.since or start), max(end, view.until or end)
    return low, max(high, low + dt.timedelta(_FEWEST))


def _published(articles: pd.DataFrame) -> list[int]:
    days = zip(articles["published"], articles["published_end"], strict=True)
    return [day.toordinal() for given, end in days if isinstance(day := given or end, dt.date)]


def _scaled(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Give counts as parts of the largest, moved off the middle line where they are not 0."""
    parts: npt.NDArray[np.float64] = counts / max(int(counts.max(initial=0)), 1)
    return np.where(counts > 0, np.maximum(parts, 0.06), 0)


def _bars(
    starts: Sequence[dt.date],
    edges: npt.NDArray[np.int64],
    counts: npt.NDArray[np.int64],
    noun: str,
    tone: str,
    heights: npt.NDArray[np.float64],
) -> dict[str, Any]:
    ends = [dt.date.fromordinal(int(e) - 1) for e in edges[1:]]
    said = [f"{counted(int(n), noun)}, {date_range(a, b)}" for n, a, b in zip(counts, starts, ends, strict=True)]
    return {
        "type": "bar",
        "x": [s.isoformat() for s in starts],
        "y": heights,
        "base": np.sign(heights) * _GAP,
        "offset": 0,
        "width": np.diff(edges) * _DAY_MS * 0.88,
        "marker": {"color": tone, "line": {"width": 0}},
        "hovertext": said,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": noun,
        "showlegend": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _layout(span: tuple[dt.date, dt.date], view: View) -> dict[str, Any]:
    tones = ground(dark=view.dark)
    base = layout(dark=view.dark, height=_HEIGHT, span=span)
    base["margin"] |= {"t": 20, "b": 22, "l": _LABEL_PX, "r": 8}
    base["xaxis"] |= {"fixedrange": True, "showgrid": False}
    base["yaxis"] |= {
        "fixedrange": True, "automargin": False, "range": [-1.15, 1.15], "showgrid": False, "tickmode": "array",
        "tickvals": [0.55, -0.55], "ticktext": ["Events  ", "Articles  "], "tickfont": {"color": tones.quiet, "size": 12},
    }  # fmt: skip
    base |= {"dragmode": "select", "clickmode": "event", "selectdirection": "h", "barmode": "overlay", "bargap": 0}
    line = {"color": _ACCENT[view.dark], "width": 1, "dash": "solid"}
    base |= {"newselection": {"line": line}, "activeselection": {"fillcolor": _ACCENT[view.dark], "opacity": 0.15}}
    hint = {
        "text": _HINT,
        "showarrow": False,
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "font": {"color": tones.quiet, "size": 12},
    }
    base |= {"annotations": [hint | {"y": 1, "yref": "paper", "yanchor": "bottom"}]}
    return base | {"shapes": [_chosen(span, view)] if view.since or view.until else []}


def _chosen(span: tuple[dt.date, dt.date], view: View) -> dict[str, Any]:
    """Frame the days asked for; an open end reaches to the edge of the strip."""
    start, end = view.since or span[0], (view.until or span[1]) + dt.timedelta(1)
    tone = _ACCENT[view.dark]
    return {
        "type": "rect", "yref": "paper", "y0": 0, "y1": 1, "x0": start.isoformat(), "x1": end.isoformat(),
        "fillcolor": translucent(tone, 0.14), "line": {"color": tone, "width": 1},
    }  # fmt: skip
