"""The profile of one actor: who they are, what they did, with whom."""

import datetime as dt
from dataclasses import replace
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from dashlib import charts
from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.query import Filters
from dashlib.query.period import happening
from dashlib.query.profile import Profile, counterparts, kinds_by_status, profile, with_actor
from dashlib.schema import Frames
from dashlib.ui import actor_choice, data, download, lists, picture, state, table
from dashlib.wording import date_range, day

__all__ = ["show", "show_events"]

_TYPES = {"armed_force": "armed force"}
_NOTHING = "No event of this actor is in view. Widen the filters."


def show(name: str, shown: Frames, filters: Filters) -> None:
    """Draw who an actor is, what they do and with whom, from the events in view."""
    events = with_actor(shown.events, name)
    left, right = st.columns([1, 1], gap="large")
    with left:
        _facts(profile(name, events, data.frames().actors))
    if events.empty:
        st.caption(_NOTHING)
        return
    with right:
        _kinds(events)
    st.subheader("With whom", anchor=False)
    _counterparts(name, happening(events, filters))


def show_events(name: str, shown: Frames, filters: Filters) -> None:
    """Draw the events of an actor over time, and the table of them."""
    events = with_actor(shown.events, name)
    if events.empty:
        st.caption(_NOTHING)
        return
    _timeline(name, events, filters)
    table.show(events, key=state.key("rows", "Actors"))
    download.show("actor", replace(shown, events=events), replace(filters, actors=(name,)))


def _facts(found: Profile) -> None:
    st.html(f"<h3 style='margin:0'>{escape(found.name)}</h3>")
    kind = _TYPES.get(found.type, found.type)
    with st.container(horizontal=True, gap="small"):
        for badge in filter(None, (kind.capitalize(), country_name(found.country), found.code)):
            st.badge(badge, color="gray")
    rows = [("Office", _office(o.title, o.country, o.start, o.end)) for o in found.offices]
    if found.first and found.last:
        rows.append(("First and last event in view", f"{day(found.first)} and {day(found.last)}"))
    rows.append(
        (
            "Part",
            f"acts in {found.initiated:,}, is acted on in {found.received:,}, takes part on an equal footing in {found.shared:,}",
        )
    )
    if found.aliases:
        rows.append(("Also written", ", ".join(found.aliases)))
    st.html("".join(_row(term, text) for term, text in rows))


def _office(title: str, country: str, start: dt.date, end: dt.date | None) -> str:
    of = f", {country_name(country)}" if country else ""
    return f"{title.capitalize()}{of}, {date_range(start, end)}"


def _row(term: str, text: str) -> str:
    return f"<div style='margin:.15rem 0'><span style='opacity:.75'>{escape(term)}:</span> {escape(text)}</div>"


def _kinds(events: pd.DataFrame) -> None:
    rows = kinds_by_status(events)
    rows.insert(0, "Kind", [f"{KINDS[k].mark} {KINDS[k].label}" for k in rows.index])
    rows.columns = pd.Index([c.capitalize() for c in rows.columns])
    lists.show(rows, name="actor-kinds", key="rows kinds", alt="Events of this actor by kind and status")


def _timeline(name: str, events: pd.DataFrame, filters: Filters) -> None:
    key = state.key("chart", "Actors")
    st.plotly_chart(
        charts.timeline(events, state.view(filters)),
        theme=None,
        key=key,
        config=picture.CONFIG,
        alt=f"Events of {name} over time. Lanes are kinds, colours families, fills statuses, pale bars the days.",
        selection_mode="points",
        on_select=partial(_marked, key),
    )


def _marked(key: str) -> None:
    if given := actor_choice.clicked(key):
        state.choose(str(given[0]), by="chart")


def _counterparts(name: str, events: pd.DataFrame) -> None:
    rows = counterparts(name, events)
    if rows.empty:
        st.caption("No event in view has another actor on the other side.")
        return
    parts = {"As initiator": rows["as_initiator"], "As recipient": rows["as_recipient"], "Together": rows["together"]}
    shown = pd.DataFrame({"With": rows["actor"].to_numpy(), **actor_choice.summed(rows)})
    shown = shown.assign(**{title: values.to_numpy() for title, values in parts.items()})
    lists.show(
        shown,
        name="counterparts",
        key="rows counterparts",
        alt=f"Whom {name} deals with",
        pick=lambda row: actor_choice.take_pair(name, rows["actor"].iloc[row]),
    )
