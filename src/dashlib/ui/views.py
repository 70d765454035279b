"""A page of events: the sentence, the chart, the evidence beside it, the table of the same rows, the download."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashlib import charts
from dashlib.charts import View
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import brush, data, download, empty, evidence, playing, scrolling, state, stepping, table
from dashlib.ui.highlight import plain

__all__ = ["CHART_CONFIG", "Page", "show"]

Chart = Callable[..., go.Figure]
CHART_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    "toImageButtonOptions": {"format": "svg", "filename": "dashlib"},
}


@dataclass(frozen=True, slots=True)
class Page:
    """What sets one page of events apart: its name, its chart, what the chart shows in words."""

    name: str
    chart: Chart
    alt: str
    options: Callable[[], dict[str, Any]] = dict


def show(page: Page) -> None:
    """Draw a page of events under the filters of the bar, and the strip of days that stays in sight below it."""
    if data.frames().events.empty:
        empty.no_events(len(data.frames().articles))
        return
    playing.belongs_to(page.name)
    _body(page)
    with st.bottom:
        brush.show(page.name, state.filters(), state.view(state.filters()))


@st.fragment(key=playing.FRAGMENT)
def _body(page: Page) -> None:
    filters = state.filters()
    shown = data.selected(filters)
    events = shown.events
    st.header(plain(filters.sentence(len(events))), anchor=False)
    event = _event(events)
    if event is None:
        _events(page, shown, filters)
        return
    left, right = st.columns([13, 7], gap="medium")
    with left:
        _events(page, shown, filters, stepped=True)
    with right, st.container(border=True, key="evidence"):
        evidence.panel(data.frames(), event, shown=events["event_id"].tolist())
    scrolling.to(".st-key-evidence", once=event["event_id"])


def _event(events: pd.DataFrame) -> pd.Series | None:
    """Give the event in focus; one carried over from another page stays where this page shows it."""
    chosen = state.chosen()
    if not chosen:
        return None
    if not state.linked():
        state.choose(chosen if chosen in set(events["event_id"]) else "")
    return evidence.find(data.frames(), state.chosen()) if state.chosen() else None


def _events(page: Page, shown: Frames, filters: Filters, *, stepped: bool = False) -> None:
    events = shown.events
    if events.empty:
        empty.nothing_matches()
        return
    _chart(page, events, filters)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption("Click a mark or a row to see where it comes from.")
        if not stepped:
            stepping.begin(events["event_id"].tolist())
        download.show(page.name.lower(), shown, filters)
    table.show(events, key=state.key("rows", page.name))


def _chart(page: Page, events: pd.DataFrame, filters: Filters) -> None:
    view = state.view(filters)
    marks, numbers = st.tabs(["Events", "How many"], on_change="rerun", key=f"tabs {page.name}")
    if marks.open:
        with marks:
            with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
                options = page.options()
                if playing.current() is None:
                    playing.offer(events, view)
            playing.show(partial(_marks, page, events, options), events, view)
    if numbers.open:
        with numbers:
            st.plotly_chart(
                charts.counts(events, view),
                theme=None,
                key=f"counts {page.name}",
                config=CHART_CONFIG,
                alt="Number of events a period, by family",
            )


def _marks(page: Page, events: pd.DataFrame, options: dict[str, Any], view: View) -> None:
    key = state.key("chart", page.name)
    st.plotly_chart(
        page.chart(events, view, **options),
        theme=None,
        key=key,
        config=CHART_CONFIG,
        alt=page.alt,
        selection_mode="points",
        on_select=partial(_picked, key),
    )


def _picked(key: str) -> None:
    """Open the event of a mark; a window that moves stands still for it, and the page is drawn around it."""
    points = st.session_state[key]["selection"]["points"]
    ids = [p["customdata"][0] for p in points if p.get("customdata")]
    if ids:
        state.choose(str(ids[0]), by="chart")
        if playing.current() is not None:
            playing.pause()
            st.rerun(playing.FRAGMENT)
