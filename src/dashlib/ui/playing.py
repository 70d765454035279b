"""Plays a chart through time: a window of days moves over it, by itself or step by step, and can be kept."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashlib.charts import View
from dashlib.charts.placing import window as days_of
from dashlib.query.moving import PACES, Window, count, following
from dashlib.ui import brush
from dashlib.wording import counted, date_range

__all__ = ["FRAGMENT", "Play", "belongs_to", "current", "offer", "pause", "show", "stop"]

FRAGMENT = "events"
_EVERY = 1.2  # seconds between two steps
_PLAY, _PAGE, _FRESH, _PACE = "dashlib play", "dashlib play page", "dashlib play drawn", "pace"
_FIRST = "Month"
_BUTTON_PX = 96  # as wide for "Pause" as for "Play on", so that nothing moves away from under the pointer
Span = tuple[dt.date, dt.date]


class Play(NamedTuple):
    """Where the window begins, and whether it moves by itself."""

    start: dt.date
    running: bool


def current() -> Play | None:
    """Give what is playing, or None."""
    found: Play | None = st.session_state.get(_PLAY)
    return found


def _set(start: dt.date, *, running: bool) -> None:
    st.session_state[_PLAY] = Play(start, running)


def belongs_to(page: str) -> None:
    """Stop what plays on another page than this."""
    if st.session_state.get(_PAGE) != page:
        stop()
    st.session_state[_PAGE] = page


def stop() -> None:
    """Show all days again."""
    st.session_state.pop(_PLAY, None)


def pause() -> None:
    """Let the window stand where it is."""
    if (play := current()) is not None:
        _set(play.start, running=False)


def offer(events: pd.DataFrame, view: View) -> None:
    """Draw the button that starts it."""
    start, _ = days_of(events, view.since, view.until)
    st.button(
        "Play",
        icon=":material/play_arrow:",
        key="play",
        help="Step a window of days through time",
        on_click=partial(_set, start, running=True),
    )


def show(draw: Callable[[View], None], events: pd.DataFrame, view: View) -> None:
    """Draw the controls and the chart of the window's days; while it plays, only the chart is drawn anew."""
    play = current()
    if play is None:
        draw(view)
        return
    span = days_of(events, view.since, view.until)
    pace = _controls(play, events, span)
    st.session_state[_FRESH] = True
    st.fragment(_frame, run_every=_EVERY if play.running else None)(draw, events, view, span, pace)


def _controls(play: Play, events: pd.DataFrame, span: Span) -> str:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _button("Earlier", "skip_previous", partial(_step, events, span, back=True))
        if play.running:
            _button("Pause", "pause", pause)
        else:
            _button("Play on", "play_arrow", partial(_set, play.start, running=True))
        _button("Later", "skip_next", partial(_step, events, span))
        pace = st.segmented_control(
            "Days at once", list(PACES), default=_FIRST, required=True, key=_PACE, label_visibility="collapsed"
        )
        _button("Keep days", "date_range", partial(_keep, span))
        _button("Stop", "close", stop)
    return pace or _FIRST


def _button(label: str, icon: str, then: Callable[[], None]) -> None:
    st.button(label, icon=f":material/{icon}:", type="tertiary", key=f"play {label}", width=_BUTTON_PX, on_click=then)


def _window(play: Play, span: Span) -> Window:
    """Give the window of a play; where the filters left it outside their days, it begins with these."""
    start = play.start if span[0] <= play.start <= span[1] else span[0]
    return Window(start, PACES[st.session_state.get(_PACE) or _FIRST])


def _step(events: pd.DataFrame, span: Span, *, back: bool = False) -> None:
    if (play := current()) is not None:
        there = following(events, _window(play, span), span, back=back)
        _set(there.start if there else play.start, running=False)


def _keep(span: Span) -> None:
    if (play := current()) is not None:
        kept = _window(play, span)
        stop()
        brush.set_days(kept.start, kept.end)


def _frame(draw: Callable[[View], None], events: pd.DataFrame, view: View, span: Span, pace: str) -> None:
    """Draw one frame. When the clock asks for it, and not the page, the window moves on first; past the end it stops."""
    play = current()
    if play is None:
        return
    at = Window(_window(play, span).start, PACES[pace])
    if not st.session_state.pop(_FRESH, False) and play.running:
        there = following(events, at, span)
        _set((there or at).start, running=there is not None)
        if there is None:
            st.rerun()
        at = there or at
    days = max((span[1] - span[0]).days, 1)
    st.progress(
        min(max((at.start - span[0]).days / days, 0.0), 1.0),
        f"{date_range(at.start, at.end)}: {counted(count(events, at), 'event')}",
    )
    draw(view._replace(since=at.start, until=at.end, moving=True))
