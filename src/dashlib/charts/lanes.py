"""Draws events as marks in lanes over time; timeline, calls, summits and offensives differ only in what a lane is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.placing import Placed, place, window
from dashlib.charts.style import STATUSES, View, colour, ground, layout, sizes, symbol, translucent
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.extent import Days
from dashlib.types import Status
from dashlib.wording import counted, when

__all__ = ["draw", "empty_chart"]

_ROW_PX = 21
_LEGEND_PX = 24
_BAR_PX = 9
_HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"
_TODAY = "Today"
Tones = npt.NDArray[np.object_]


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
            *_bars(events, placed, tones, view.today),
            *_marks(events, placed, tones),
            *_strokes(events, placed, tones, view),
            *_ring(events, placed, view),
            *_legend(events, view),
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


def _iso(days: Days) -> list[str]:
    return [f"{dt.date.fromordinal(int(d)).isoformat()} 12:00" for d in days]


def _segments(
    start: Sequence[int], end: Sequence[int], y: Sequence[float]
) -> tuple[list[str | None], list[float | None]]:
    xs: list[str | None] = []
    ys: list[float | None] = []
    for a, b, at in zip(start, end, y, strict=True):
        xs += [dt.date.fromordinal(int(a)).isoformat(), dt.date.fromordinal(int(b) + 1).isoformat(), None]
        ys += [float(at), float(at), None]
    return xs, ys


def _bars(events: pd.DataFrame, placed: Placed, tones: Tones, today: dt.date) -> Iterator[go.Scatter]:
    ongoing = (events["status"] == Status.ONGOING).to_numpy()
    reach = np.where(ongoing, np.maximum(placed.x, today.toordinal()), placed.end)
    for mask, start, end, width, opacity in (
        (placed.end > placed.start, placed.start, placed.end, _BAR_PX, 0.2),
        (ongoing, placed.x, reach, 3, 0.7),
    ):
        for tone in dict.fromkeys(tones[mask]):
            use = mask & (tones == tone)
            xs, ys = _segments(start[use], end[use], placed.y[use])
            yield go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
                line={"color": translucent(tone, opacity), "width": width},
            )


def _hover(events: pd.DataFrame) -> list[list[str]]:
    rows = events[
        ["event_id", "title", "status", "date_start", "date_end", "date_precision", "place", "independent_sources"]
    ]
    return [
        [
            event_id,
            escape(title),
            " · ".join(filter(None, (when(a, b, p), status, escape(where)))),
            f"Reported by {counted(int(n), 'independent source')}",
        ]
        for event_id, title, status, a, b, p, where, n in rows.itertuples(index=False)
    ]


def _marks(events: pd.DataFrame, placed: Placed, tones: Tones) -> Iterator[go.Scatter]:
    families = events["kind"].map(lambda k: KINDS[k].family).to_numpy()
    hover, size = np.array(_hover(events), dtype=object), sizes(events)
    symbols = np.array([symbol(k, s) for k, s in zip(events["kind"], events["status"], strict=True)])
    opacity = [STATUSES[s].opacity for s in events["status"]]
    tones = np.array([t if o == 1 else translucent(t, o) for t, o in zip(tones, opacity, strict=True)], dtype=object)
    xs = np.array(_iso(placed.x))
    for family in FAMILIES:
        use = families == family
        if not use.any():
            continue
        yield go.Scatter(
            x=xs[use],
            y=placed.y[use],
            mode="markers",
            name=family,
            legendgroup=family,
            showlegend=False,
            customdata=hover[use],
            hovertemplate=_HOVER,
            marker={
                "symbol": symbols[use],
                "size": size[use],
                "color": tones[use],
                "line": {"width": np.where([s.endswith("-open") for s in symbols[use]], 2, 0), "color": tones[use]},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )


def _strokes(events: pd.DataFrame, placed: Placed, tones: Tones, view: View) -> Iterator[go.Scatter]:
    """Lay strokes over cancelled and denied events, and a split in the colour of the paper over contested ones."""
    stroke = events["status"].map(lambda s: STATUSES[s].stroke).to_numpy(dtype=object)
    contested = events["disagreements"].map(bool).to_numpy() & (stroke == "")
    stroke[contested] = "line-ns-open"
    use, size, tones_ = stroke != "", sizes(events) * np.where(contested, 0.8, 1.3), tones.copy()
    tones_[contested] = ground(dark=view.dark).paper
    if use.any():
        yield go.Scatter(
            x=np.array(_iso(placed.x))[use],
            y=placed.y[use],
            mode="markers",
            hoverinfo="skip",
            showlegend=False,
            marker={
                "symbol": stroke[use],
                "size": size[use],
                "color": tones_[use],
                "line": {"width": 2.5, "color": tones_[use]},
            },
        )


def _ring(events: pd.DataFrame, placed: Placed, view: View) -> Iterator[go.Scatter]:
    """Draw a ring around the event in focus."""
    use = (events["event_id"] == view.chosen).to_numpy()
    if use.any():
        yield go.Scatter(
            x=np.array(_iso(placed.x))[use],
            y=placed.y[use],
            mode="markers",
            hoverinfo="skip",
            showlegend=False,
            marker={
                "symbol": "circle-open",
                "size": sizes(events)[use] + 12,
                "color": ground(dark=view.dark).ink,
                "line": {"width": 2},
            },
        )


def _legend(events: pd.DataFrame, view: View) -> Iterator[go.Scatter]:
    """Say what the colours and fills mean; a click on a family hides it."""
    present = set(events["kind"].map(lambda k: KINDS[k].family))
    for family in FAMILIES.values():
        if family.name in present and len(present) > 1:
            yield _entry(family.name, "circle", family.dark if view.dark else family.light, legendgroup=family.name)
    quiet, shown = ground(dark=view.dark).quiet, set(events["status"])
    for status, look in STATUSES.items():
        if status in shown and status != Status.ONGOING:
            mark = {"line-ne-open": "circle-cross-open", "x-thin-open": "circle-x-open"}.get(
                look.stroke, "circle-open" if look.outlined else "circle"
            )
            yield _entry(status.capitalize(), mark, quiet, legend="legend2", opacity=look.opacity)
    if events["disagreements"].map(bool).any():
        yield _entry("Contested", "line-ns-open", quiet, legend="legend2")


def _entry(name: str, mark: str, tone: str, *, opacity: float = 1, **more: str) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=name,
        hoverinfo="skip",
        **more,
        marker={
            "symbol": mark,
            "size": 11,
            "color": tone,
            "opacity": opacity,
            "line": {"width": 2 if mark.endswith("-open") else 0, "color": tone},
        },
    )


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
    height = figure.layout.height
    several = any(trace.legendgroup and trace.showlegend is not False for trace in figure.data)
    figure.update_layout(
        legend2={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1 - _LEGEND_PX / height if several else 1,
            "yref": "container",
            "yanchor": "top",
            "font": {"color": tones.quiet},
            "itemsizing": "constant",
            "itemclick": False,
            "itemdoubleclick": False,
        }
    )


def _today(figure: go.Figure, span: tuple[dt.date, dt.date], view: View) -> None:
    today = view.today
    if not span[0] <= today <= span[1]:
        return
    quiet = ground(dark=view.dark).quiet
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
        y=1,
        yref="paper",
        yanchor="bottom",
        text=_TODAY,
        showarrow=False,
        font={"color": quiet, "size": 12},
    )
