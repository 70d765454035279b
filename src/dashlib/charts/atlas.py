"""The map: events where they happened, a group of places as its number, a region or country as a pale area."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts import names, pins
from dashlib.charts.basemap import land, paths
from dashlib.charts.lanes import empty_chart
from dashlib.charts.marks import legend
from dashlib.charts.mercator import Window
from dashlib.charts.spots import Spot, groups, located, spots
from dashlib.charts.style import View, layout, translucent
from dashlib.types import PlacePrecision

__all__ = ["atlas"]

_AROUND = 40  # pixels of the chart beyond the map
_NEEDED = (
    "event_id", "title", "kind", "status", "date_start", "date_end", "date_precision", "place", "place_id", "latitude",
    "longitude", "country", "place_precision", "independent_sources", "disagreements",
)  # fmt: skip
_PALE, _EDGE = 0.13, 0.55
_WIDEST = 0.1  # of the map's width: the radius of the largest area that is filled and not only ringed


def atlas(events: pd.DataFrame, view: View, window: Window) -> go.Figure:
    """Draw the events that have a place within `window` and around it.

    A mark's customdata begins with the ids of its events, joined by spaces: one id, or those of the whole group.
    """
    if not located(events).any():
        return empty_chart(view)
    events = events.loc[located(events), list(_NEEDED)]
    found = spots(events)
    made = groups(found, window.scale)
    figure = go.Figure(
        [
            names.countries(window, view),
            *pins.draw(events, made, window, view),
            names.places(made, window, view),
            *legend(events, ["map"] * len(events), view),
        ]
    )
    figure.update_layout(
        layout(dark=view.dark, height=window.screen[1] + _AROUND),
        shapes=[*_land(window, view), *_areas(events, found, window, view), *pins.pies(events, made, window, view)],
        margin={"l": 0, "r": 0, "t": 30, "b": 0},
        selectdirection="any",
        modebar_orientation="v",
    )
    _axes(figure, window)
    return figure


def _axes(figure: go.Figure, window: Window) -> None:
    plain = {"showticklabels": False, "showgrid": False, "showline": False, "automargin": False, "fixedrange": False}
    figure.update_xaxes(type="linear", range=[window.west, window.east], **plain)
    figure.update_yaxes(range=[window.south, window.north], scaleanchor="x", scaleratio=1, **plain)


def _land(window: Window, view: View) -> Iterator[Mapping[str, Any]]:
    tones = land(dark=view.dark)
    yield {
        "type": "path",
        "path": "".join(paths(window).values()),
        "layer": "below",
        "fillcolor": tones.land,
        "fillrule": "evenodd",
        "line": {"color": tones.border, "width": 0.8},
    }


def _areas(events: pd.DataFrame, found: Sequence[Spot], window: Window, view: View) -> Iterator[Mapping[str, Any]]:
    """Tint the regions and countries of which no more is said than that it was somewhere in them."""
    for spot in sorted(found, key=lambda s: -s.radius):
        tone = pins.tone_of(events, spot.rows, view)
        filled = spot.radius < _WIDEST * window.width
        style = {
            "layer": "below",
            "fillcolor": translucent(tone, _PALE * filled),
            "fillrule": "evenodd",
            "line": {"color": translucent(tone, _EDGE), "width": 1.2, "dash": "solid" if spot.measured else "dot"},
        }
        if spot.precision == PlacePrecision.COUNTRY and (path := paths(window).get(spot.country)):
            yield {"type": "path", "path": path} | style
        elif spot.radius:
            corners = {"x0": spot.x - spot.radius, "x1": spot.x + spot.radius}
            corners |= {"y0": spot.y - spot.radius, "y1": spot.y + spot.radius}
            yield {"type": "circle", **corners} | style
