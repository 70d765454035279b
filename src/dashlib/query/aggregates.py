"""Counts behind the charts, as tables: kinds by week, days, actors by actors, kinds by status."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.query.extent import Days, extent
from dashlib.query.pairs import pairs, prevailing, totals
from dashlib.query.period import standing

__all__ = ["by_day", "by_kind", "grid_of_actors", "in_periods", "periods"]

_WEEKLY = 200
_DAILY = 45


def periods(start: dt.date, end: dt.date) -> list[dt.date]:
    """Give the first days of the periods that cover `start` to `end`: days, weeks from Monday, or months."""
    if (end - start).days <= _DAILY:
        return [start + dt.timedelta(n) for n in range((end - start).days + 1)]
    if (end - start).days <= _WEEKLY * 2:
        monday = start - dt.timedelta(start.weekday())
        return [monday + dt.timedelta(7 * n) for n in range((end - monday).days // 7 + 1)]
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return [dt.date(m // 12, m % 12 + 1, 1) for m in months]


def in_periods(days: Days, starts: Sequence[dt.date], end: dt.date) -> Days:
    """Count the days (proleptic ordinals) that fall into each period, the last of which ends with `end`."""
    edges = [*(s.toordinal() - 0.5 for s in starts), max(end, starts[-1]).toordinal() + 0.5]
    counts: Days = np.histogram(days, bins=edges)[0]
    return counts


def by_kind(events: pd.DataFrame, starts: list[dt.date], end: dt.date) -> pd.DataFrame:
    """Give how many events of each kind a period holds: one row a kind and period that holds any.

    `starts` are the first days of the periods, `end` the last day of the last. Columns: `kind`, `since`, `events`; in
    the codebook's order of kinds. An event counts on its last possible day.
    """
    last, kinds = standing(events), events["kind"].to_numpy()
    counts = {k: in_periods(last[kinds == k], starts, end) for k in KINDS if (kinds == k).any()}
    rows = [(k, s, int(n)) for k, row in counts.items() for s, n in zip(starts, row, strict=True) if n]
    return pd.DataFrame(rows, columns=["kind", "since", "events"])


def by_day(events: pd.DataFrame) -> pd.DataFrame:
    """Give how many events a day holds, of those that are known to the day.

    Columns: `day`, `events`, `kind` (the most frequent that day); in order of days.
    """
    first, last = extent(events)
    known = events.loc[first == last, ["kind"]].assign(day=last[first == last])
    counts: pd.DataFrame = (
        known.groupby("day").size().reset_index(name="events").merge(prevailing(known, ["day"]), on="day")
    )
    return counts.assign(day=[dt.date.fromordinal(int(d)) for d in counts["day"]])


def grid_of_actors(events: pd.DataFrame, most: int) -> pd.DataFrame:
    """Give the pairs of the `most` actors that meet others most often, as `query.pairs.totals` has them."""
    found = totals(pairs(events))
    busy = found.groupby("one")["events"].sum().add(found.groupby("other")["events"].sum(), fill_value=0)
    kept = busy.sort_index().sort_values(ascending=False, kind="stable").head(most).index
    return found[found["one"].isin(kept) & found["other"].isin(kept)].reset_index(drop=True)
