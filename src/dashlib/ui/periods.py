"""Named periods: the analyst gives a span of days a name, charts draw it as a band, the filter bar goes to it."""

import datetime as dt
from collections.abc import Callable

import streamlit as st

from dashlib.errors import DashlibError, SchemaError
from dashlib.query import read_days
from dashlib.store import notes
from dashlib.types import Period
from dashlib.ui import data, state
from dashlib.ui.highlight import plain
from dashlib.wording import when

__all__ = ["choose", "made"]

_NEUTRAL = "#8a8f98"
_NAME, _DAYS, _COLOUR, _COMPLAINT = "period name", "period days", "period colour", "period complaint"


def choose(go: Callable[[dt.date, dt.date], None]) -> None:
    """Offer the named periods as buttons that call `go` with their days, and the dialog that keeps them."""
    for period in state.periods():
        st.button(
            plain(period.name),
            key=f"period {period.name}",
            on_click=go,
            args=(period.start, period.end),
            help=plain(when(period.start, period.end)),
            icon=":material/date_range:",
            type="tertiary",
        )
    if st.button("Named periods …", key="periods", icon=":material/edit_calendar:", type="tertiary"):
        _dialog()


def made(name: str, days: str, colour: str, today: dt.date) -> Period:
    """Make a period of what was typed; raises DashlibError where the days cannot be read or are open."""
    read = read_days(days, today)
    if not (read.since and read.until):
        raise SchemaError(
            f"a period needs its first and its last day, and “{days}” is {read.said}; write 1–15 Aug 2025"
        )
    return Period(name, read.since, read.until, "" if colour == _NEUTRAL else colour)


@st.dialog("Named periods", on_dismiss="rerun")
def _dialog() -> None:
    st.markdown("Charts over time show a named period as a band behind the events; *Days* in the bar goes to it.")
    for period in state.periods():
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"{plain(period.name)} · {plain(when(period.start, period.end))}")
            label = f"Remove {plain(period.name)}"
            st.button(
                label,
                key=f"remove {period.name}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_remove,
                args=(period,),
            )
    with st.form("period", border=False):
        st.text_input("Name", key=_NAME, placeholder="Spring talks")
        st.text_input("Days", key=_DAYS, placeholder="1 Mar – 31 May 2025, or Q3 2024")
        st.color_picker("Colour of the band", _NEUTRAL, key=_COLOUR)
        st.form_submit_button("Add", type="primary", on_click=_add)
    if complaint := st.session_state.pop(_COMPLAINT, ""):
        st.error(plain(complaint))


def _remove(period: Period) -> None:
    data.note(notes.remove_period, period.name)


def _add() -> None:
    """Keep what was typed and empty the form, or say what is wrong with it."""
    name, days, colour = (st.session_state[key] for key in (_NAME, _DAYS, _COLOUR))
    try:
        notes.save_period(data.store(), made(name, days, colour, state.today()))
    except DashlibError as e:
        st.session_state[_COMPLAINT] = str(e)
    else:
        st.session_state[_NAME] = st.session_state[_DAYS] = ""
