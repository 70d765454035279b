"""The charts of numbers that any page can show: the chart, what it says in words, its table, and where a click leads."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashlib.charts import View, counts, tally
from dashlib.charts import slices as over_time
from dashlib.charts.calendar import calendar, days
from dashlib.charts.heatmap import MOST_ACTORS, actors_by_actors, kinds_by_period
from dashlib.charts.multiples import multiples
from dashlib.charts.tones import balance_of
from dashlib.codebook import KINDS
from dashlib.query import ActorMode
from dashlib.query.aggregates import grid_of_actors
from dashlib.ui import lists, steer
from dashlib.ui.picture import CONFIG, Picture
from dashlib.wording import counted, day

__all__ = ["FIGURES", "Extra", "show"]


class Extra(NamedTuple):
    """A chart of numbers: how it is drawn, its table in words, a sentence of what the table shows.

    `fields` turns what a click gives into fields of the filter; None where a click leads nowhere. `hint` says so.
    """

    draw: Callable[[pd.DataFrame, View], go.Figure]
    table: Callable[[pd.DataFrame, View], pd.DataFrame]
    said: Callable[[pd.DataFrame], str]
    fields: Callable[[str], Mapping[str, Any]] | None = None
    hint: str = ""


def _slices(events: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give a row a kind and a column a slice of time, and the sum."""
    starts, _ = over_time.slices(events, view)
    rows = over_time.by_slice(events, view)
    table = rows.pivot_table(index="kind", columns="since", values="events", aggfunc="sum", fill_value=0, sort=False)
    named = dict(zip(starts, over_time.names(starts), strict=True))
    table = table.reindex(columns=[s for s in starts if s in table.columns]).astype(int).rename(columns=named)
    table.insert(0, "All", table.sum(axis=1))
    table.insert(0, "Kind", [KINDS[k].label for k in table.index])
    return table.reset_index(drop=True)


def _days(events: pd.DataFrame, view: View) -> pd.DataFrame:
    rows = days(events, view)
    mostly = [f"{KINDS[k].mark} {KINDS[k].label}" for k in rows["kind"]]
    return pd.DataFrame({"Day": rows["day"], "Events": rows["events"], "Mostly": mostly})


def _actors(events: pd.DataFrame, view: View) -> pd.DataFrame:
    del view
    rows = grid_of_actors(events, MOST_ACTORS)
    return pd.DataFrame(
        {
            "One": rows["one"],
            "Other": rows["other"],
            "Events": rows["events"],
            "Cooperation": rows["cooperation"],
            "Conflict": rows["conflict"],
            "Balance": [balance_of(b) for b in rows["balance"]],
        }
    )


def _most_kinds(table: pd.DataFrame) -> str:
    if table.empty:
        return "No events."
    best = table.sort_values("All", ascending=False, kind="stable").iloc[0]
    return f"{counted(len(table), 'kind')} of events over time. Most frequent: {best['Kind']}, {best['All']:,}."


def _most_slices(table: pd.DataFrame) -> str:
    sums = table.drop(columns=["From", "To"]).sum(axis=1)
    if not sums.any():
        return "No events."
    best = table.iloc[int(sums.argmax())]
    days_ = day(best["From"]) if best["From"] == best["To"] else f"{day(best['From'])} – {day(best['To'])}"
    return f"Number of events over time, by family. Most: {int(sums.max()):,}, {days_}."


def _most_days(table: pd.DataFrame) -> str:
    if table.empty:
        return "No event is known to the day."
    best = table.iloc[int(table["Events"].argmax())]
    return f"{counted(len(table), 'day')} with events. Most: {counted(best['Events'], 'event')} on {day(best['Day'])}."


def _most_actors(table: pd.DataFrame) -> str:
    if table.empty:
        return "No two actors met."
    best = table.iloc[0]
    return f"Events between the busiest actors. Most: {best['Events']:,} between {best['One']} and {best['Other']}."


def _kind_and_days(given: str) -> Mapping[str, Any]:
    kind, since, until = given.split(" ")
    return {"kinds": (kind,), "since": dt.date.fromisoformat(since), "until": dt.date.fromisoformat(until)}


def _one_day(given: str) -> Mapping[str, Any]:
    return dict.fromkeys(("since", "until"), dt.date.fromisoformat(given))


def _pair(given: str) -> Mapping[str, Any]:
    return {"actors": tuple(given.split("; ")), "actor_mode": ActorMode.PAIR}


FIGURES: Mapping[str, Extra] = {
    "Over time": Extra(counts, tally, _most_slices),
    "By kind": Extra(multiples, _slices, _most_kinds),
    "Kinds by time": Extra(
        kinds_by_period, _slices, _most_kinds, _kind_and_days, "Click a cell to see its kind and days."
    ),
    "Calendar": Extra(
        calendar, _days, _most_days, _one_day, "Days with events that are known to the day. Click one to see it."
    ),
    "Who with whom": Extra(
        actors_by_actors, _actors, _most_actors, _pair, "Blue is cooperation, red conflict. Click a pair to see it."
    ),
}


def show(name: str, events: pd.DataFrame, view: View, *, page: str) -> Picture:
    """Draw a chart of `FIGURES`, its table folded beneath it, and give the chart to be taken away."""
    extra, key = FIGURES[name], f"{name} {page}"
    table = extra.table(events, view)
    more: dict[str, Any] = {}
    if extra.fields is not None:
        more = {"selection_mode": "points", "on_select": partial(_picked, key, extra.fields)}
    drawn = Picture(partial(extra.draw, events, view), extra.said(table), CONFIG)
    st.plotly_chart(drawn.draw(), theme=None, key=key, config=CONFIG, alt=drawn.alt, **more)
    if extra.hint:
        st.caption(extra.hint)
    with st.expander("The numbers as a table"):
        st.dataframe(table, hide_index=True, key=f"table {key}", alt=f"{name}, as a table")
        lists.csv(table, name=_file(name, page), label="Download these numbers as CSV")
    return drawn


def _file(*words: str) -> str:
    return "-".join("-".join(words).lower().split())


def _picked(key: str, fields: Callable[[str], Mapping[str, Any]]) -> None:
    points: Sequence[Mapping[str, Any]] = st.session_state[key]["selection"]["points"]
    given = next((str(p["customdata"][0]) for p in points if p.get("customdata")), "")
    if given:
        steer.narrow(fields(given))
