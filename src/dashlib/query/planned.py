"""What was planned: the acts ahead of us, and those whose day has passed without a report that they took place."""

import datetime as dt
from typing import NamedTuple

import pandas as pd

from dashlib.query.extent import FAR, NEVER, extent
from dashlib.types import Status

__all__ = ["Passed", "ahead", "passed"]

_NEAR = 1  # days that the report of an act may lie beside the day it was planned for
_SHARED = 2  # actors that a plan and its report must have in common, where the plan names so many


class Passed(NamedTuple):
    """Planned events whose last day has passed, and for each the id of an event that may be it (or "")."""

    events: pd.DataFrame
    perhaps: list[str]


def _planned(events: pd.DataFrame) -> pd.DataFrame:
    dated = events["date_start"].notna() | events["date_end"].notna()
    return events[(events["status"] == Status.PLANNED) & dated]


def ahead(events: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Give the planned events that can still take place on `day` or later, the next first.

    The columns of the events frame and `days_to_go`: days to the first day it may fall on, 0 where that has come. One
    with an open end is ahead of us until its first day has passed.
    """
    planned, today = _planned(events), day.toordinal()
    first, last = extent(planned)
    due = (last >= today) & ~((last >= FAR) & (first < today))
    order = pd.DataFrame({"first": first.clip(today), "last": last}, index=planned.index)[due].sort_values(
        ["first", "last"]
    )
    return planned.loc[order.index].assign(days_to_go=(order["first"] - today).astype(int))


def passed(events: pd.DataFrame, day: dt.date) -> Passed:
    """Give the planned events whose last day lies before `day`, the latest first: nothing says that they took place.

    An event of the same kind that happened on these days, a day before or after, may be the one that was planned if it
    has two actors of the plan (or its only one); a plan that names no actor goes by its place.
    """
    planned = _planned(events)
    _, last = extent(planned)
    rows = planned[last < day.toordinal()]
    rows = rows.iloc[(-extent(rows)[1]).argsort(kind="stable")]
    done = events[events["status"].isin([Status.HAPPENED, Status.ONGOING])]
    first, last = extent(done)
    done = done.assign(first=first, last=last)
    return Passed(rows, [_perhaps(row, done) for _, row in rows.iterrows()])


def _perhaps(planned: pd.Series, done: pd.DataFrame) -> str:
    first, last = (planned["date_start"] or planned["date_end"]).toordinal(), planned["date_end"].toordinal()
    near = done[
        (done["kind"] == planned["kind"])
        & (done["first"] > NEVER)
        & (done["first"] <= last + _NEAR)
        & (done["last"] >= first - _NEAR)
    ]
    wanted = set(planned["actors"])
    if wanted:
        shared = near["actors"].map(lambda names: len(wanted.intersection(names)))
        near = near[shared >= min(len(wanted), _SHARED)]
    elif planned["place"]:
        near = near[near["place"] == planned["place"]]
    else:
        return ""
    return str(near["event_id"].iloc[0]) if len(near) else ""
