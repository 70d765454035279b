"""The strip of days under a chart: dragging across it sets the dates of the filter bar, and so of every page."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from dashlib import charts
from dashlib.charts import View
from dashlib.query import Filters
from dashlib.ui import address, data, state

__all__ = ["days_of", "set_days", "show"]

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_ALT = "How many events and articles there are over time. The days in the filters do what dragging does."


def days_of(box: Mapping[str, Any]) -> tuple[dt.date, dt.date]:
    """Give the first and the last day that a selected box touches."""
    ends = sorted(dt.date.fromisoformat(str(x)[:10]) for x in box["x"])
    return ends[0], ends[-1]


def set_days(since: dt.date | None, until: dt.date | None) -> None:
    """Set the days in the filter bar, and draw the whole page anew."""
    address.set_days(since, until)
    st.rerun()


def _brushed(key: str) -> None:
    boxes = st.session_state[key]["selection"]["box"]
    if boxes:
        state.forget("strip")
        set_days(*days_of(boxes[-1]))


def show(page: str, filters: Filters, view: View) -> None:
    """Draw the strip of all events that the other filters let through, with the chosen days in a frame."""
    everything = data.selected(filters.anytime)
    key = state.key("strip", page)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.plotly_chart(
            charts.strip(everything.events, everything.articles, view),
            theme=None,
            key=key,
            config=_CONFIG,
            alt=_ALT,
            selection_mode="box",
            on_select=partial(_brushed, key),
        )
        st.button(
            "Clear",
            icon=":material/event_busy:",
            type="tertiary",
            help="Show all days again",
            key="clear dates",
            disabled=not (filters.since or filters.until),
            on_click=set_days,
            args=(None, None),
        )
