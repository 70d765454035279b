"""Pairs of actors: how many events there are between them, their balance over time, and the network they make."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashlib.charts.balance import balance, over_time
from dashlib.charts.network import MOST_LABELS, drawn, network
from dashlib.query import Filters
from dashlib.query.pairs import between, pairs, totals
from dashlib.query.period import happening
from dashlib.schema import Frames
from dashlib.types import Watch
from dashlib.ui import actor_choice, data, device, download, lists, picture, state, table, watchlist
from dashlib.ui.highlight import plain
from dashlib.wording import counted

__all__ = ["Met", "met", "show_network", "show_pairs"]

_PHONE_LABELS = 8


class Met(NamedTuple):
    """The pairs of the events in view, and their sums."""

    pairs: pd.DataFrame
    totals: pd.DataFrame


class _Asked(NamedTuple):
    path: str
    version: str
    address: str


@st.cache_resource(max_entries=16, show_spinner=False)
def _meetings(asked: _Asked, _events: pd.DataFrame) -> Met:
    del asked
    rows = pairs(_events)
    return Met(rows, totals(rows))


def met(shown: Frames, filters: Filters) -> Met:
    """Give the pairs of the events in view that happened or go on."""
    asked = _Asked(data.store().path, data.store().version, urlencode(filters.to_params(), doseq=True))
    return _meetings(asked, happening(shown.events, filters))


def show_pairs(found: Met, name: str, shown: Frames, filters: Filters) -> None:
    """Draw the pairs, and below them the one that was chosen."""
    sums = found.totals
    if sums.empty:
        st.caption("No event in view has two actors that face each other. Widen the filters.")
        return
    if st.toggle(f"Only with {plain(name)}", key="pairs of actor"):
        sums = sums[(sums["one"] == name) | (sums["other"] == name)].reset_index(drop=True)
    rows = pd.DataFrame({"One": sums["one"], "Other": sums["other"], **actor_choice.summed(sums)})
    lists.show(
        rows,
        name="pairs",
        key="rows pairs",
        alt="Pairs of actors, the busiest first",
        pick=lambda row: actor_choice.take_pair(sums["one"].iloc[row], sums["other"].iloc[row]),
    )
    _pair(found, shown, filters)


def _pair(found: Met, shown: Frames, filters: Filters) -> None:
    first = (str(found.totals["one"].iloc[0]), str(found.totals["other"].iloc[0]))
    one, other = actor_choice.pair(first)
    rows = between(found.pairs, one, other)
    if rows.empty:
        one, other = first
        rows = between(found.pairs, one, other)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(plain(f"{one} and {other}: {counted(len(rows), 'event')}"), anchor=False)
        watchlist.button(Watch.pair(one, other))
    view = state.view(filters)
    spans = over_time(rows, view)
    st.plotly_chart(
        balance(rows, view),
        theme=None,
        key="chart balance",
        config=picture.CONFIG,
        alt=_balance_said(spans, one, other),
    )
    with st.expander("The numbers as a table"):
        lists.show(
            spans.drop(columns="since"), name="balance", key="rows balance", alt=_balance_said(spans, one, other)
        )
    events = shown.events[shown.events["event_id"].isin(rows["event_id"])]
    table.show(events, key=state.key("rows", "Pair"))
    download.show("pair", replace(shown, events=events), replace(filters, actors=(one, other)))


def _balance_said(spans: pd.DataFrame, one: str, other: str) -> str:
    sums = spans.drop(columns=["since", "period"]).sum()
    parts = ", ".join(f"{int(n)} {str(name).lower()}" for name, n in sums.items())
    return f"Cooperation and conflict between {one} and {other} over time: {parts}."


def show_network(found: Met, name: str, filters: Filters) -> None:
    """Draw the network of the busiest pairs, with the actor pointed out."""
    if found.totals.empty:
        st.caption("No event in view has two actors that face each other. Widen the filters.")
        return
    actors, key = data.frames().actors, "chart network"
    types: Mapping[str, str] = dict(zip(actors["name"], actors["type"], strict=True))
    edges = drawn(found.totals)
    labels = _PHONE_LABELS if device.phone() else MOST_LABELS
    st.plotly_chart(
        network(found.totals, state.view(filters), types=types, centre=name, labels=labels),
        theme=None,
        key=key,
        config=picture.CONFIG,
        alt=_network_said(edges),
        selection_mode="points",
        on_select=partial(_node, key),
    )
    st.caption("Click an actor for the profile, the middle of a line for the pair. " + _network_said(edges))
    with st.expander("The lines as a table"):
        rows = pd.DataFrame({"One": edges["one"], "Other": edges["other"], **actor_choice.summed(edges)})
        lists.show(rows, name="network", key="rows network", alt="The lines of the network")


def _network_said(edges: pd.DataFrame) -> str:
    best = edges.iloc[0]
    return (
        f"The {counted(len(edges), 'busiest pair')} of actors; most events: {best['events']:,} between {best['one']} "
        f"and {best['other']}."
    )


def _node(key: str) -> None:
    given = actor_choice.clicked(key)
    if len(given) == 3:
        actor_choice.take_pair(str(given[0]), str(given[1]))
    elif given:
        actor_choice.take_actor(str(given[0]))
