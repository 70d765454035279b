"""The Overview: what changed, what stands out, what is new, what is ahead, what was planned and not reported, the watch list."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.query import Filters
from dashlib.query.changes import changes, history
from dashlib.query.fresh import newest_first, since
from dashlib.query.period import DayRange, Present, articles_in, compared, happening, present, that_period
from dashlib.query.planned import ahead, passed
from dashlib.query.unusual import enough, unusual
from dashlib.schema import Frames
from dashlib.ui import (
    changed,
    data,
    download,
    empty,
    evidence,
    figures,
    lists,
    scrolling,
    state,
    steer,
    table,
    visits,
    watchlist,
)
from dashlib.ui.changed import Numbers
from dashlib.ui.highlight import plain
from dashlib.ui.sayings import days_off, moment, period_of
from dashlib.wording import counted, day, joined, when

__all__ = ["show"]

_YEAR = dt.timedelta(weeks=52)
_CHANGED = "What changed"
_CLICK = "Click a row to see where it comes from."
_ALWAYS = {"since": None, "until": None}


class _Asked(NamedTuple):
    """What the numbers depend on, hashed in place of the frames: the store, its version, the filters, the period."""

    path: str
    version: str
    address: str
    period: DayRange


class _Sight(NamedTuple):
    """What the page looks at: the filters, the day that counts as today, the period, all events and those of the period.

    `past` holds the events that the filters let through whatever their days.
    """

    filters: Filters
    present: Present
    period: DayRange
    past: Frames
    shown: Frames

    @property
    def dated(self) -> Filters:
        """The filters with the days of the period."""
        return steer.within(self.filters, self.period._asdict())


def _look() -> _Sight:
    filters, frames = state.filters(), data.frames()
    now = present(frames.articles, state.today())
    period = that_period(filters, now.day)
    dated, undated = steer.within(filters, period._asdict()), steer.within(filters, _ALWAYS)
    return _Sight(filters, now, period, data.selected(undated), data.selected(dated))


@st.cache_resource(max_entries=32, show_spinner=False)
def _numbers(asked: _Asked, _past: pd.DataFrame, _articles: pd.DataFrame, _filters: Filters) -> Numbers:
    ranges = compared(asked.period, _articles)
    events = happening(_past, _filters)
    named = {"now": ranges.period, "before": ranges.before, "weeks": ranges.weeks, "year": ranges.year}
    return Numbers(
        ranges,
        changes(events, _articles, ranges),
        history(events, ranges.period),
        {name: articles_in(_articles, days) for name, days in named.items() if days},
        unusual(events, _articles, ranges) if enough(_articles, ranges) else None,
    )


def _reckoned(sight: _Sight) -> Numbers:
    undated = steer.within(sight.filters, _ALWAYS)
    asked = _Asked(data.store().path, data.store().version, urlencode(undated.to_params(), doseq=True), sight.period)
    return _numbers(asked, sight.past.events, _read(sight.filters), sight.filters)


def _read(filters: Filters) -> pd.DataFrame:
    """Give the articles that the numbers are of: those of the chosen sources, whatever they report."""
    articles = data.frames().articles
    if not filters.sources:
        return articles
    chosen = [not set(filters.sources).isdisjoint(s.split("; ")) for s in articles["source"]]
    return articles.loc[chosen]


def show() -> None:
    """Draw the page."""
    if data.frames().events.empty:
        empty.no_events(len(data.frames().articles))
        return
    _page()


@st.fragment
def _page() -> None:
    sight = _look()
    st.header(plain(sight.dated.sentence(len(sight.shown.events))), anchor=False)
    st.caption(period_of(sight.period, sight.present, chosen=bool(sight.filters.since or sight.filters.until)))
    if sight.past.events.empty:
        empty.nothing_matches()
        return
    event = evidence.find(data.frames(), state.chosen()) if state.chosen() else None
    if event is None:
        _body(sight, beside=True)
        return
    left, right = st.columns([13, 7], gap="medium")
    with left:
        _body(sight, beside=False)
    with right, st.container(border=True, key="evidence"):
        evidence.panel(data.frames(), event, shown=sight.shown.events["event_id"].tolist())
    scrolling.to(".st-key-evidence", once=event["event_id"])


def _body(sight: _Sight, *, beside: bool) -> None:
    """Draw the numbers, and what stands out `beside` them or above the lists."""
    numbers = _reckoned(sight)
    changed.families(numbers)
    if beside:
        left, right = st.columns([13, 7], gap="medium")
        with left:
            _figures(sight, numbers)
        with right:
            changed.stands_out(numbers)
    else:
        _figures(sight, numbers)
        changed.stands_out(numbers)
    _lists(sight)


def _figures(sight: _Sight, numbers: Numbers) -> None:
    choice = st.selectbox("Numbers", [_CHANGED, *figures.FIGURES], key="overview numbers", label_visibility="collapsed")
    if choice in figures.FIGURES:
        view = state.view(sight.dated)._replace(today=sight.present.day)
        figures.show(choice, sight.shown.events, view, page="overview")
    else:
        changed.show(numbers)


def _newest(sight: _Sight) -> None:
    events = sight.shown.events
    if events.empty:
        st.caption("No event in these days. Set wider dates in the filters.")
        return
    st.caption(_CLICK)
    newest = newest_first(events, sight.present.day)
    table.show(newest, key=state.key("rows", "Overview"))
    download.show("overview", replace(sight.shown, events=newest), sight.dated)


def _fresh(sight: _Sight) -> None:
    last = visits.last()
    if last is None:
        st.caption("This is your first visit. What comes in from now on will stand here the next time.")
        return
    events = since(sight.past, last)
    said = moment(last, dt.datetime.now(dt.UTC).astimezone())
    if events.empty:
        st.caption(f"Nothing came in since your last visit ({said}).")
        return
    new = int(events["is_new"].sum())
    st.caption(
        f"Since {said}: {counted(new, 'new event')}, and new reports of {counted(len(events) - new, 'known one')}."
    )
    rows = _plain_rows(events)
    rows.insert(
        0,
        "New",
        [
            "New event" if n else counted(r, "new report")
            for n, r in zip(events["is_new"], events["new_reports"], strict=True)
        ],
    )
    lists.show(
        rows,
        name="since-last-visit",
        key=state.key("rows", "fresh"),
        alt="What came in since the last visit",
        ids=events["event_id"].tolist(),
    )


def _ahead(sight: _Sight) -> None:
    events = ahead(_from(sight.past.events, sight), sight.present.day)
    if events.empty:
        st.caption("No event with a day is planned from here on, under these filters.")
        return
    st.caption(f"Planned for {day(sight.present.day)} or later. {_CLICK}")
    rows = _plain_rows(events)
    rows.insert(0, "To go", [days_off(n) if n else "from today on" for n in events["days_to_go"]])
    rows.insert(1, "Days", events["days_to_go"].to_numpy())
    lists.show(
        rows, name="ahead", key=state.key("rows", "ahead"), alt="Planned events ahead", ids=events["event_id"].tolist()
    )


def _from(events: pd.DataFrame, sight: _Sight) -> pd.DataFrame:
    """Keep to the days of the filter, where it has any."""
    if not (sight.filters.since or sight.filters.until):
        return events
    chosen = data.selected(sight.filters).events
    return events[events["event_id"].isin(chosen["event_id"])]


def _unconfirmed(sight: _Sight) -> None:
    now = sight.present.day
    found = passed(sight.past.events, now)
    due = found.events["date_end"]
    low, high = (
        (sight.filters.since, sight.filters.until) if sight.filters.since or sight.filters.until else (now - _YEAR, now)
    )
    kept = [(low is None or d >= low) and (high is None or d <= high) for d in due]
    events, perhaps = found.events.loc[kept], [p for p, k in zip(found.perhaps, kept, strict=True) if k]
    if events.empty:
        st.caption("Every plan whose day has passed was reported, or none was made, under these filters.")
        return
    st.caption("Planned, and the day has passed without a report that it took place. " + _CLICK)
    titles = dict(zip(sight.past.events["event_id"], sight.past.events["title"], strict=True))
    rows = _plain_rows(events)
    rows.insert(0, "Due", [days_off((d - now).days) for d in events["date_end"]])
    rows["Last told"] = events["last_reported"].to_numpy()
    rows.insert(4, "Perhaps this one", [titles.get(p, "") for p in perhaps])
    lists.show(
        rows,
        name="unconfirmed",
        key=state.key("rows", "unconfirmed"),
        alt="Planned events without a report",
        ids=events["event_id"].tolist(),
    )


def _plain_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Give the events in a few words a row."""
    dates = zip(events["date_start"], events["date_end"], events["date_precision"], strict=True)
    return pd.DataFrame(
        {
            "When": [when(*d) for d in dates],
            "Kind": [f"{KINDS[k].mark} {KINDS[k].label}" for k in events["kind"]],
            "Event": events["title"].to_numpy(),
            "Who": [joined(a) for a in events["actors"]],
            "Place": events["place"].to_numpy(),
            "Sources": events["independent_sources"].to_numpy(),
        }
    )


def _watched(sight: _Sight) -> None:
    watchlist.show(sight.past, sight.shown)


_LISTS: Mapping[str, Callable[[_Sight], None]] = {
    "Newest": _newest,
    "Since your last visit": _fresh,
    "Ahead": _ahead,
    "Unconfirmed": _unconfirmed,
    "Watch list": _watched,
}


def _lists(sight: _Sight) -> None:
    tabs = st.tabs(list(_LISTS), on_change="rerun", key="tabs Overview")
    for tab, draw in zip(tabs, _LISTS.values(), strict=True):
        if tab.open:
            with tab:
                draw(sight)
