"""A chart as one HTML file that needs no other machine: plotly's script is in it."""

from collections.abc import Callable, Collection, Mapping
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io

from dashlib.charts import calls, offensives, summits, timeline
from dashlib.charts.style import Ground, View
from dashlib.query.groups import KINDS_OF

__all__ = ["chart_bytes", "drawn"]

Draw = Callable[[pd.DataFrame, View], go.Figure]
_CHARTS: Mapping[str, tuple[Draw, str]] = {
    "Summits": (summits, "Summits over time, a lane a pair of leaders."),
    "Calls": (calls, "Calls over time, a lane a pair."),
    "Offensives": (offensives, "Offensives and what belongs to them over time, a lane a place."),
}
_ELSE = "Events over time, a lane a kind. Colours are families, fills statuses, pale bars the days."

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; margin: 1.5rem; background: {paper}; color: {ink}; }}
h1 {{ font-size: 1.4rem; }}
button {{ font: inherit; color: inherit; background: none; border: 1px solid {quiet}; border-radius: .4rem; padding: .35rem .7rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{alt}</p>
<main>
{chart}
</main>
<p>{buttons}</p>
</body>
</html>
"""
_BUTTON = """<button type="button" onclick="Plotly.downloadImage('chart', {{format: '{0}', scale: {1}, filename: 'chart'}})">Save as {2}</button>"""
_PICTURES = (("png", 2, "PNG"), ("svg", 1, "SVG"))


def drawn(events: pd.DataFrame, kinds: Collection[str], view: View) -> tuple[go.Figure, str]:
    """Draw events as the dashboard's page of their kinds does, the timeline where there is none; and say what it shows."""
    for page, (draw, alt) in _CHARTS.items():
        if kinds and set(KINDS_OF[page]).issuperset(kinds):
            return draw(events, view), alt
    return timeline(events, view), _ELSE


def chart_bytes(
    figure: go.Figure, *, title: str, alt: str, ground: Ground, config: Mapping[str, Any] | None = None
) -> bytes:
    """Give a page of some megabytes with the chart, its title, what it shows in words, and buttons that save a picture.

    The figure is left as it is; the page has the ground on which the chart was drawn.
    """
    shown = go.Figure(figure).update_layout(paper_bgcolor=ground.paper)
    chart = plotly.io.to_html(
        shown, config=dict(config or {}), include_plotlyjs=True, full_html=False, div_id="chart", validate=False
    )
    buttons = " ".join(_BUTTON.format(*p) for p in _PICTURES)
    return _PAGE.format(title=escape(title), alt=escape(alt), chart=chart, buttons=buttons, **ground._asdict()).encode()
