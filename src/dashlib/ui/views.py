"""A page of events: the sentence, the chart, the evidence beside it, the table of the same rows, the download."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashlib.charts import View
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import brush, data, download, empty, evidence, figures, playing, scrolling, state, stepping, table, tabs
from dashlib.ui.highlight import plain
from dashlib.ui.picture import CONFIG, Picture

__all__ = ["Page", "show"]

Chart = Callable[..., go.Figure]


@dataclass(frozen=True, slots=True)
class Page:
    """What sets one page of events apart: its name, its chart, what the chart shows in words, and further views.

    `first` stands before the chart, `more` after it.
    """

    name: str
    chart: Chart
    alt: str
    options: Callable[[], dict[str, Any]] = dict
    first: tabs.Tab | None = None
    more: tuple[tabs.Tab, ...] = ()

    @property
    def further(self) -> tuple[tabs.Tab, ...]:
        """Give the further views in the order of their tabs."""
        return self.more if self.first is None else (self.first, *self.more)


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
    drawn = _chart(page, shown, filters)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption("Click a mark or a row to see where it comes from.")
        if not stepped:
            stepping.begin(events["event_id"].tolist())
        download.show(page.name.lower(), shown, filters, drawn=drawn)
    table.show(events, key=state.key("rows", page.name))


def _chart(page: Page, shown: Frames, filters: Filters) -> Picture | None:
    events, drawn = shown.events, None
    view = state.view(filters)
    names, at = [t.name for t in page.further], int(page.first is not None)
    names[at:at] = ["Events", "How many"]
    slots = list(st.tabs(names, on_change="rerun", key=f"tabs {page.name}"))
    marks, numbers = slots[at : at + 2]
    tabs.show(page.further, slots[:at] + slots[at + 2 :], shown, filters)
    if marks.open:
        with marks:
            with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
                options = page.options()
                if playing.current() is None:
                    playing.offer(events, view)
            playing.show(partial(_marks, page, events, options), events, view)
            drawn = Picture(partial(page.chart, events, view, **options), page.alt, CONFIG)
    if numbers.open:
        with numbers:
            drawn = _numbers(page, events, view)
    return drawn


def _numbers(page: Page, events: pd.DataFrame, view: View) -> Picture:
    """Draw the chart of numbers that the reader chose; its table has its own file."""
    name = st.selectbox("Numbers", list(figures.FIGURES), key=f"figure {page.name}", label_visibility="collapsed")
    return figures.show(name, events, view, page=page.name)


def _marks(page: Page, events: pd.DataFrame, options: dict[str, Any], view: View) -> None:
    key = state.key("chart", page.name)
    st.plotly_chart(
        page.chart(events, view, **options),
        theme=None,
        key=key,
        config=CONFIG,
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
