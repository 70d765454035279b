"""The Actors page: one actor's profile, the pairs and their balance over time, the network."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.types import Watch
from dashlib.ui import actor_profile, data, empty, evidence, relations, scrolling, state, watchlist
from dashlib.ui.actor_choice import ACTOR, NETWORK, PAIRS, PROFILE, TABS, TIMELINE
from dashlib.ui.highlight import plain

__all__ = ["show"]


def show() -> None:
    """Draw the page."""
    if data.frames().events.empty:
        empty.no_events(len(data.frames().articles))
        return
    _page()


@st.fragment
def _page() -> None:
    filters = state.filters()
    shown = data.selected(filters)
    st.header(plain(filters.sentence(len(shown.events))), anchor=False)
    names = list(data.facets(replace(filters, actors=())).actors)
    if shown.events.empty or not names:
        empty.nothing_matches()
        return
    event = evidence.find(data.frames(), state.chosen()) if state.chosen() else None
    if event is None:
        _body(names, shown, filters)
        return
    left, right = st.columns([13, 7], gap="medium")
    with left:
        _body(names, shown, filters)
    with right, st.container(border=True, key="evidence"):
        evidence.panel(data.frames(), event, shown=shown.events["event_id"].tolist())
    scrolling.to(".st-key-evidence", once=event["event_id"])


def _body(names: list[str], shown: Frames, filters: Filters) -> None:
    name = _chosen(names)
    tabs = st.tabs([PROFILE, TIMELINE, PAIRS, NETWORK], on_change="rerun", key=TABS)
    met = relations.met(shown, filters)
    draw = (
        partial(actor_profile.show, name, shown, filters),
        partial(actor_profile.show_events, name, shown, filters),
        partial(relations.show_pairs, met, name, shown, filters),
        partial(relations.show_network, met, name, filters),
    )
    for tab, content in zip(tabs, draw, strict=True):
        if tab.open:
            with tab:
                content()


def _chosen(names: list[str]) -> str:
    """Draw the choice of the actor, which the address carries; give the actor."""
    asked = str(st.session_state.get(ACTOR) or st.query_params.get(ACTOR, ""))
    wanted = asked if asked in names else names[0]
    st.session_state[ACTOR] = wanted
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Actor", names, key=ACTOR, width=420)
        watchlist.button(Watch.actor(name))
    if st.query_params.get(ACTOR) != name:
        st.query_params[ACTOR] = name
    return name
