"""Draws how many events each lane holds a period, for when marks would hide each other."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts import bands
from dashlib.charts.lanes import lane_name, left_margin
from dashlib.charts.placing import window
from dashlib.charts.style import View, colour, ground, layout, translucent
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.extent import extent
from dashlib.wording import counted, day

__all__ = ["density"]

_CELLS = 90
_LANE_PX = 30
_NOTE_PX, _BELOW_PX = 30, 36
_NOTE = "Shaded by number of events. Narrow the dates or the filters to see each one."


def density(events: pd.DataFrame, lanes: Sequence[str], order: Sequence[str], view: View) -> go.Figure:
    """Draw one row of cells a lane, tinted by the number of events whose last possible day falls into the cell."""
    span = window(events, view.since, view.until)
    edges = np.linspace(span[0].toordinal(), span[1].toordinal() + 1, _CELLS + 1)
    _, last = extent(events)
    where, shown = np.asarray(lanes), [lane for lane in order if lane in set(lanes)]
    starts = [dt.date.fromordinal(int(e)) for e in edges[:-1]]
    counts = np.array([np.histogram(last[where == lane], bins=edges)[0] for lane in shown])
    kinds = events["kind"].to_numpy()
    figure = go.Figure(
        {
            "data": [_row(lane, y, starts, counts, _tone(kinds[where == lane], view)) for y, lane in enumerate(shown)],
            "layout": _layout(shown, span, view),
        },
        _validate=False,
    )
    bands.draw(figure, view, span, above=_NOTE_PX)
    return figure


def _tone(kinds: npt.NDArray[np.object_], view: View) -> str:
    """Give the colour of a lane: the one that all its events have, else their family's, else the quiet one."""
    tones = {colour(kind, dark=view.dark) for kind in set(kinds)}
    if len(tones) == 1:
        return tones.pop()
    families = {KINDS[kind].family for kind in set(kinds)}
    if len(families) > 1:
        return ground(dark=view.dark).quiet
    family = FAMILIES[families.pop()]
    return family.dark if view.dark else family.light


def _layout(shown: Sequence[str], span: tuple[dt.date, dt.date], view: View) -> dict[str, Any]:
    above = _NOTE_PX + bands.ROW_PX * bands.rows(view, span)
    base = layout(dark=view.dark, height=len(shown) * _LANE_PX + above + _BELOW_PX, span=span)
    base["margin"] |= {"t": above, "b": _BELOW_PX, "l": left_margin(shown)}
    base["yaxis"] |= {
        "range": [len(shown) - 0.5, -0.5],
        "tickmode": "array",
        "tickvals": list(range(len(shown))),
        "ticktext": [lane_name(s) for s in shown],
        "automargin": False,
        "showgrid": False,
        "fixedrange": True,
    }
    note = {"text": _NOTE, "showarrow": False, "x": 0, "xref": "paper", "xanchor": "left"}
    return base | {"annotations": [note | {"y": 1, "yref": "paper", "yanchor": "bottom"}]}


def _row(lane: str, y: int, starts: Sequence[dt.date], counts: npt.NDArray[np.int64], tone: str) -> dict[str, Any]:
    return {
        "type": "heatmap",
        "x": [s.isoformat() for s in starts],
        "y": [y],
        "z": np.log1p(counts[y : y + 1]),
        "name": lane,
        "showscale": False,
        "zmin": 0,
        "zmax": float(np.log1p(counts.max())),
        "colorscale": [[0, translucent(tone, 0)], [1, tone]],
        "ygap": 6,
        "xgap": 1,
        "customdata": [[[int(n), counted(int(n), "event"), day(s)] for n, s in zip(counts[y], starts, strict=True)]],
        "hovertemplate": f"<b>{escape(lane)}</b><br>%{{customdata[1]}} from %{{customdata[2]}}<extra></extra>",
    }
