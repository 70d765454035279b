"""The front by place and week: a heat map of how many events each place has in each week, or month."""

import bisect
import datetime as dt
from collections import Counter

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.dated import days_of, periods_of
from dashlib.charts.heat import Cell, heat
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour
from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.wording import counted, day

__all__ = ["by_period", "front", "summary"]

_MOST = 22
_NAMED = 9  # periods named on the axis
_COLUMNS = ["Place", "Country", "Beginning", "Period", "Events", "Kinds", "Event ids"]


def by_period(events: pd.DataFrame) -> pd.DataFrame:
    """Give a row a place and week (from Monday), or month where the events span more than a year and a half.

    Columns: Place, Country, Beginning (day), Period ("week" or "month"), Events, Kinds, Event ids. Events without a
    place, or not dated to within a month, are left out; an event counts on its last possible day.
    """
    days, known = days_of(events)
    use = known & (events["place"] != "").to_numpy()
    if not use.any():
        return pd.DataFrame([], columns=_COLUMNS)
    starts, period = periods_of(days[use])
    edges = [s.toordinal() for s in starts]
    placed = events.loc[use, ["event_id", "kind", "place", "country"]]
    placed = placed.assign(beginning=[starts[bisect.bisect_right(edges, d) - 1] for d in days[use].tolist()])
    cells: dict[tuple[str, str, dt.date], list[int]] = {}
    keys = zip(*(placed[c] for c in ("place", "country", "beginning")), strict=True)
    for n, key in enumerate(keys):
        cells.setdefault(key, []).append(n)
    rows = []
    for (place, country, beginning), at in sorted(cells.items()):
        kinds = Counter(placed["kind"].iloc[at]).most_common()
        named = ", ".join(f"{KINDS[k].label} {n}" for k, n in kinds)
        ids = placed["event_id"].iloc[at].tolist()
        rows.append([place, country_name(country), beginning, period, len(at), named, ids])
    return pd.DataFrame(rows, columns=_COLUMNS)


def front(table: pd.DataFrame, view: View) -> go.Figure:
    """Draw a table of `by_period`: places from above, those of one country together, the busiest country first."""
    if table.empty:
        return empty_chart(view)
    weight: Counter[tuple[str, str]] = Counter()
    for place, country, number in zip(table["Place"], table["Country"], table["Events"], strict=True):
        weight[place, country] += number
    busiest = dict(weight.most_common(_MOST))
    of_country: Counter[str] = Counter()
    for (_, country), number in weight.items():
        of_country[country] += number
    order = sorted(busiest, key=lambda k: (-of_country[k[1]], k[1], -busiest[k], k[0]))
    rows = {key: n for n, key in enumerate(order)}
    starts, period = periods_of(d.toordinal() for d in table["Beginning"])
    column = {start: n for n, start in enumerate(starts)}
    cells = [
        Cell(column[at], rows[place, country], number, " ".join(ids), f"{place}, {_name(at, period)}", kinds)
        for place, country, at, number, kinds, ids in zip(
            *(table[c] for c in ("Place", "Country", "Beginning", "Events", "Kinds", "Event ids")), strict=True
        )
        if (place, country) in rows
    ]
    return heat(cells, _named(starts, period), [place for place, _ in rows], colour("offensive", dark=view.dark), view)


def _name(start: dt.date, period: str) -> str:
    return f"week of {day(start)}" if period == "week" else f"{start:%B} {start.year}"


def _named(starts: list[dt.date], period: str) -> list[str]:
    """Name a few periods, evenly, so that names do not cross."""
    named = {int(n) for n in np.linspace(0, len(starts) - 1, min(_NAMED, len(starts)))}
    said = [day(s) if period == "week" else f"{s:%b} {s.year}" for s in starts]
    return [text if n in named else "" for n, text in enumerate(said)]


def summary(table: pd.DataFrame) -> str:
    """Say what the chart shows in a sentence, for those who cannot see it."""
    if table.empty:
        return "No events with a place and a date."
    busiest = table.sort_values("Events", ascending=False, kind="stable").iloc[0]
    where = f"{busiest['Place']}, {_name(busiest['Beginning'], busiest['Period'])}"
    head = f"{counted(int(table['Events'].sum()), 'event')} at {counted(table['Place'].nunique(), 'place')}"
    return f"{head} by {busiest['Period']}; most in {where}: {busiest['Events']}"
