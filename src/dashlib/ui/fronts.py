"""The further views of Offensives: the front by place and week, numbers claimed, claims against denials."""

import streamlit as st

from dashlib.charts import disputes as contested
from dashlib.charts import front as fronts
from dashlib.charts import numbers as figures
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import state, tabs
from dashlib.wording import counted

__all__ = ["DISPUTES", "FRONT", "NUMBERS"]


def _front(shown: Frames, filters: Filters) -> None:
    table = fronts.by_period(shown.events)
    tabs.chart("Front", fronts.front(table, state.view(filters)), alt=f"Heat map: {fronts.summary(table)}")
    left = len(shown.events) - int(table["Events"].sum())
    missing = f"{counted(left, 'event')} without a place or not dated to within a month left out. " if left else ""
    st.caption(f"{missing}An event counts on the last day it may have happened; click a square to see its events.")
    tabs.rows("Front", table)


def _numbers(shown: Frames, filters: Filters) -> None:
    table = figures.claimed(shown)
    if table.empty:
        st.info("No report of these events gives a number.", icon=":material/info:")
        return
    counts = figures.measures(table)
    measure = st.selectbox(
        "What is counted", list(counts), format_func=lambda m: f"{m} · {counts[m]}", key="measure", width=280
    )
    rows = table[table["Measure"] == measure]
    said = f"{counted(len(rows), 'claim')} of {measure} by {counted(rows['Claimed by'].nunique(), 'claimant')}"
    tabs.chart("Numbers", figures.numbers(rows, state.view(filters), letters=tabs.letters()), alt=f"{said}, over time")
    st.caption(
        "Each number as it was said, in the lane of whoever claims it. Numbers of one event are not added up: reports "
        "repeat and contradict each other."
    )
    tabs.rows("Numbers", table)


def _disputes(shown: Frames, filters: Filters) -> None:
    table = contested.disputed(shown)
    if table.empty:
        st.info("Nobody denies any of these events, and their reports agree.", icon=":material/info:")
        return
    alt = (
        f"Bars of {counted(len(table), 'contested event')}: reports that it was done to the left, denials to the right"
    )
    tabs.chart("Claims and denials", contested.disputes(table, state.view(filters), letters=tabs.letters()), alt=alt)
    st.caption(
        "A bar is as long as the number of articles that say so; the words beside it are whose word it is. Against a "
        f"denial that stands alone stand claims of the same kind at the same place, at most {contested.NEAR} days away."
    )
    tabs.rows("Claims and denials", table)


FRONT = tabs.Tab("Front", _front)
NUMBERS = tabs.Tab("Numbers claimed", _numbers)
DISPUTES = tabs.Tab("Claims and denials", _disputes)
