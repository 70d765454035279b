"""Draws events as marks in lanes over time; timeline, calls, summits and offensives differ only in what a lane is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten, wrap
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts import bands, density, marks
from dashlib.charts.placing import Placed, place, window, within
from dashlib.charts.style import View, colour, ground, layout

__all__ = ["draw", "empty_chart", "lane_name", "left_margin"]

_ROW_PX = 21
_LEGEND_PX, _LEGEND_GAP_PX, _DATES_PX = 56, 6, 36
_LETTER_PX, _LABEL_PX, _LABEL_LETTERS = 6.6, 18, 21
_BELOW_PX, _NOTE_PX = 36, 22
_TALL_ROWS = 24
_TODAY = "Today"


def draw(events: pd.DataFrame, lanes: Sequence[str], order: Sequence[str], view: View) -> go.Figure:
    """Draw `events` (columns of the events frame), each in its lane; lanes stand in `order` from above.

    The mark stands in the middle of the days the act may fall on, the pale bar covers them. The event's id is the
    first entry of a point's customdata. An event may be given several times, once for each lane that it stands in.
    Where there are more than `density.MOST_MARKS`, the fullest lanes are shaded by number instead.
    """
    if events.empty:
        return empty_chart(view)
    span = window(events, view.since, view.until)
    kept = [lane for lane in order if lane in set(lanes)]
    if view.moving:
        events, lanes = _of(events, lanes, within(events, span))
    shaded = density.crowded(lanes)
    single = ~np.isin(np.asarray(lanes, dtype=object), list(shaded)) | (events["event_id"] == view.chosen).to_numpy()
    marked, marked_lanes = _of(events, lanes, single)
    placed = place(marked, marked_lanes, kept, span, steady=view.moving, flat=shaded)
    shades = density.shades(events, lanes, [lane for lane in placed.lanes if lane.label in shaded], span, view)
    figure = go.Figure(
        {
            "data": [*shades, *_marks(marked, placed, view), *marks.legend(events, lanes, view)],
            "layout": _layout(placed, span, view, shaded=bool(shaded)),
        },
        _validate=False,
    )
    bands.draw(figure, view, span, above=_DATES_PX * _tall(placed))
    return figure


def _of(events: pd.DataFrame, lanes: Sequence[str], mask: npt.NDArray[np.bool_]) -> tuple[pd.DataFrame, Sequence[str]]:
    return events[mask], [lane for lane, use in zip(lanes, mask, strict=True) if use]


def _marks(events: pd.DataFrame, placed: Placed, view: View) -> Iterator[dict[str, Any]]:
    if events.empty:
        return
    tones = np.array([colour(k, dark=view.dark) for k in events["kind"]], dtype=object)
    yield from marks.bars(events, placed, tones, view.today)
    yield from marks.marks(events, placed, tones)
    yield from marks.strokes(events, placed, tones, view)
    yield from marks.ring(events, placed, view)


def empty_chart(view: View) -> go.Figure:
    """Give a chart that says there is nothing to show."""
    figure = go.Figure()
    figure.update_layout(layout(dark=view.dark, height=180), xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(
        text="No events match", showarrow=False, font={"color": ground(dark=view.dark).quiet, "size": 15}
    )
    return figure


def _tall(placed: Placed) -> bool:
    """Whether the dates stand above the lanes, since below them they would be out of sight."""
    return placed.height > _TALL_ROWS


def _layout(placed: Placed, span: tuple[dt.date, dt.date], view: View, *, shaded: bool) -> dict[str, Any]:
    """Give the layout: from above the legend, names of periods, the dates where the chart is tall, the lanes.

    The legend has room for a row; where the chart is narrow, plotly makes room for more.
    """
    over = bands.ROW_PX * bands.rows(view, span) + _DATES_PX * _tall(placed)
    lanes_px, above = max(round(placed.height * _ROW_PX), 1), over + _LEGEND_PX
    below = _BELOW_PX + _NOTE_PX * shaded
    base = layout(dark=view.dark, height=lanes_px + above + below, span=span)
    base["margin"] |= {"t": above, "b": below, "l": left_margin([lane.label for lane in placed.lanes])}
    base["legend"] |= {"yref": "paper", "y": 1 + (over + _LEGEND_GAP_PX) / lanes_px, "yanchor": "bottom"}
    base["xaxis"] |= {"side": "top" if _tall(placed) else "bottom"}
    base["yaxis"] |= _lanes(placed, ground(dark=view.dark).line)
    shapes, names = _today(placed, span, view)
    notes = [_note(0 if _tall(placed) else _BELOW_PX, view)] if shaded else []
    return base | {"shapes": shapes, "annotations": [*names, *notes]}


def _note(under: int, view: View) -> dict[str, Any]:
    """Say below the chart why lanes are shaded."""
    return {
        "text": density.NOTE, "showarrow": False, "x": 0, "xref": "paper", "xanchor": "left", "y": 0, "yref": "paper",
        "yanchor": "top", "yshift": -under, "font": {"color": ground(dark=view.dark).quiet, "size": 12},
    }  # fmt: skip


def _lines(label: str) -> list[str]:
    """Give a label in one line, or in two where it is long; a pair breaks after its dash."""
    first, dash, second = label.partition(" – ")
    if not dash or len(label) <= _LABEL_LETTERS:
        return wrap(label, _LABEL_LETTERS, max_lines=2, placeholder=" …")
    return [shorten(first, _LABEL_LETTERS, placeholder=" …") + " –", shorten(second, _LABEL_LETTERS, placeholder=" …")]


def lane_name(label: str) -> str:
    """Give the label of a lane, in two lines where it is long."""
    return "<br>".join(f"{escape(line)}  " for line in _lines(label))


def left_margin(labels: Sequence[str]) -> int:
    """Give the room for lane labels in pixels: known beforehand, so that plotly need not draw twice to find it."""
    longest = max((len(line) for label in labels for line in _lines(label)), default=0)
    return round(longest * _LETTER_PX) + _LABEL_PX


def _lanes(placed: Placed, line: str) -> dict[str, Any]:
    """Name the lanes at their middles, with hairlines between them."""
    return {
        "range": [placed.height, 0],
        "tickmode": "array",
        "tickvals": [lane.middle for lane in placed.lanes],
        "ticktext": [lane_name(lane.label) for lane in placed.lanes],
        "automargin": False,
        "showgrid": False,
        "fixedrange": True,
        "minor": {
            "tickmode": "array",
            "tickvals": [lane.bottom for lane in placed.lanes[:-1]],
            "showgrid": True,
            "gridcolor": line,
            "ticks": "",
        },
    }


def _today(
    placed: Placed, span: tuple[dt.date, dt.date], view: View
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the line of today and its name, where today is in view."""
    if not span[0] <= view.today <= span[1]:
        return [], []
    quiet, day = ground(dark=view.dark).quiet, view.today.isoformat()
    at, anchor = (0, "top") if _tall(placed) or view.periods else (1, "bottom")
    line = {
        "type": "line", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
        "line": {"color": quiet, "width": 1.5, "dash": "dot"},
    }  # fmt: skip
    name = {
        "x": day, "y": at, "yref": "paper", "yanchor": anchor, "text": _TODAY, "showarrow": False,
        "font": {"color": quiet, "size": 12},
    }  # fmt: skip
    return [line], [name]
