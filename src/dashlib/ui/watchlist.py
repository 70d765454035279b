"""The watch list: actors, pairs and places that a reader follows, with what is new on each."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashlib.errors import DashlibError
from dashlib.query import Filters, facets, select
from dashlib.query.fresh import since
from dashlib.query.watching import watching
from dashlib.schema import Frames
from dashlib.store import notes
from dashlib.types import Watch, Watched
from dashlib.ui import data, empty, lists, state, steer, visits
from dashlib.ui.highlight import plain
from dashlib.wording import counted, when

__all__ = ["News", "button", "news", "show"]

_NAMES: Mapping[Watched, str] = {Watched.ACTOR: "An actor", Watched.PAIR: "A pair", Watched.PLACE: "A place"}
_KEY = "watch "
_SHOWN = 2


class News(NamedTuple):
    """What is new on an entry: all its events, those of the period, and those that came in since the last visit."""

    entry: Watch
    events: pd.DataFrame
    period: pd.DataFrame
    fresh: pd.DataFrame | None


def news(entry: Watch, past: Frames, shown: Frames, last: dt.datetime | None) -> News:
    """Give what is new on an entry; `past` and `shown` hold the events of all days and of the period."""
    own = select(past, watching(entry))
    inside = shown.events[shown.events["event_id"].isin(own.events["event_id"])]
    return News(entry, own.events, inside, since(own, last) if last else None)


def said(new: News) -> str:
    """Say what is new in one line."""
    parts = [f"{counted(len(new.period), 'event')} in these days"]
    if new.fresh is not None:
        parts.insert(0, f"{counted(len(new.fresh), 'event')} new or with new reports since your last visit")
    return " · ".join(parts)


def rows(all_news: Sequence[News]) -> pd.DataFrame:
    """Give a row an entry: what it is, how much is new, the latest event."""
    latest = [n.events.iloc[0] if len(n.events) else None for n in all_news]
    return pd.DataFrame(
        {
            "Watched": [n.entry.label for n in all_news],
            "Since last visit": [len(n.fresh) if n.fresh is not None else None for n in all_news],
            "In these days": [len(n.period) for n in all_news],
            "All": [len(n.events) for n in all_news],
            "Latest": ["" if e is None else e["title"] for e in latest],
            "Latest when": [
                "" if e is None else when(e["date_start"], e["date_end"], e["date_precision"]) for e in latest
            ],
        }
    )


def show(past: Frames, shown: Frames) -> None:
    """Draw the watch list; `past` and `shown` hold the events of all days and of the period."""
    entries = data.notes().watched
    _add()
    if not entries:
        st.caption("Nothing is watched yet. Put an actor, a pair or a place on the list to see what is new on it.")
        return
    found = [news(entry, past, shown, visits.last()) for entry in entries]
    for new in found:
        _entry(new)
    lists.csv(rows(found), name="watch-list")


def _entry(new: News) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{plain(new.entry.label)}** · {said(new)}")
            with st.container(horizontal=True, width="content"):
                steer.link("See all", watching(new.entry), icon=":material/timeline:")
                st.button(
                    "Stop watching",
                    key=f"{_KEY}off {new.entry.of} {new.entry.label}",
                    type="tertiary",
                    icon=":material/close:",
                    on_click=_do,
                    args=(notes.unwatch, new.entry),
                )
        newest = new.fresh if new.fresh is not None and len(new.fresh) else new.period
        for event in newest.head(_SHOWN).to_dict("records"):
            dated = when(event["date_start"], event["date_end"], event["date_precision"])
            st.button(
                plain(f"{event['title']} · {dated}"),
                key=f"{_KEY}{new.entry.label} {event['event_id']}",
                type="tertiary",
                on_click=state.choose,
                args=(event["event_id"],),
            )


def _add() -> None:
    known = facets(data.frames(), Filters())
    with st.popover("Watch something", icon=":material/visibility:"):
        of = st.segmented_control(
            "What", list(_NAMES), format_func=_NAMES.__getitem__, default=Watched.ACTOR, required=True, key=f"{_KEY}of"
        )
        names = list(known.places if of is Watched.PLACE else known.actors)
        picked = [st.selectbox("Name", names, index=None, placeholder="Choose", key=f"{_KEY}one {of}")]
        if of is Watched.PAIR:
            picked.append(st.selectbox("And", names, index=None, placeholder="Choose", key=f"{_KEY}other"))
        chosen = tuple(dict.fromkeys(sorted(p for p in picked if p)))
        entry = Watch(of, chosen)
        ready = len(chosen) == len(picked)
        st.button(
            "Watch", type="primary", disabled=not ready, key=f"{_KEY}add", on_click=_do, args=(notes.watch, entry)
        )
    if trouble := st.session_state.pop(f"{_KEY}trouble", ""):
        empty.trouble(trouble)


def button(entry: Watch) -> None:
    """Draw a button that puts an entry on the list or takes it off."""
    on = entry in data.notes().watched
    st.button(
        "Stop watching" if on else "Watch",
        key=f"{_KEY}button {entry.of} {entry.label}",
        icon=":material/visibility_off:" if on else ":material/visibility:",
        on_click=_do,
        args=(notes.unwatch if on else notes.watch, entry),
        help="The Overview lists what is new on what you watch",
    )


def _do(change: Callable[..., None], entry: Watch) -> None:
    """Change the list; what goes wrong is told on the page."""
    try:
        change(data.store(), entry)
    except DashlibError as e:
        st.session_state[f"{_KEY}trouble"] = str(e)
