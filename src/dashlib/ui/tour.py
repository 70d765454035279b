"""A tour in three steps for the first visit: what the page shows, how to narrow it, how to check and keep it."""

from typing import NamedTuple

import streamlit as st

from dashlib.store import notes
from dashlib.ui import data

__all__ = ["STEPS", "offer", "show"]

_STEP = "dashlib step of the tour"


class Step(NamedTuple):
    """One step: its heading and what it says."""

    heading: str
    text: str


STEPS = (
    Step(
        "Read the chart",
        "A mark is an event. Its **colour** is the family, its **shape** the kind; a **filled** mark happened, an "
        "**outlined** one is planned. The pale bar covers the days on which it may have been.",
    ),
    Step(
        "Narrow it down",
        "The bar on the left filters **every page** at once: when, who, what, where, how sure, words. The address "
        "follows, so a link is a view; “Reset” shows everything again.",
    ),
    Step(
        "Check it and take it along",
        "**Click** a mark or a row to see every quote behind it, with the reasons. “Download CSV” holds exactly the "
        "rows shown; “More” has a briefing, the chart as a picture and the evidence.",
    ),
)


def _go(step: int) -> None:
    st.session_state[_STEP] = step
    if step >= len(STEPS) and data.store().exists:
        notes.toured(data.store())


def _step() -> int:
    """Give the step that is shown; the number of steps where the tour is over."""
    if _STEP not in st.session_state:
        st.session_state[_STEP] = len(STEPS) if data.notes().toured else 0
    return int(st.session_state[_STEP])


def show() -> None:
    """Show the step of the tour above the page, until it was seen or closed once."""
    number = _step()
    if number >= len(STEPS):
        return
    step, last = STEPS[number], number == len(STEPS) - 1
    with st.container(border=True, key="tour", gap="small"):
        st.markdown(f"**{number + 1} of {len(STEPS)} · {step.heading}.** {step.text}")
        with st.container(horizontal=True, gap="small"):
            st.button("Done" if last else "Next", on_click=_go, args=(number + 1,), type="primary", key="tour next")
            if number:
                st.button("Back", on_click=_go, args=(number - 1,), key="tour back")
            if not last:
                st.button("Skip the tour", on_click=_go, args=(len(STEPS),), type="tertiary", key="tour close")


def offer() -> None:
    """Offer the tour again; it begins where the charts are."""
    if st.button("Take the tour", icon=":material/tour:", key="tour again", help="Three steps on the timeline"):
        _go(0)
        st.switch_page("pages/timeline.py")
