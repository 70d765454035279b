"""What is new: the newest events, and what came in since a moment."""

import datetime as dt

import numpy as np
import pandas as pd

from dashlib.query.extent import NEVER, extent, in_order
from dashlib.schema import Frames

__all__ = ["newest_first", "since"]


def since(frames: Frames, moment: dt.datetime) -> pd.DataFrame:
    """Give the events that articles taken in after `moment` report, the latest first.

    The columns of the events frame, `new_reports` (mentions that came since) and `is_new` (no report is older).
    """
    came = frames.articles.loc[frames.articles["ingested_at"] > pd.Timestamp(moment), "article_id"]
    fresh = frames.mentions["article_id"].isin(came)
    reports = frames.mentions[fresh].groupby("event_id").size()
    old = set(frames.mentions.loc[~fresh, "event_id"])
    events = frames.events[frames.events["event_id"].isin(reports.index)]
    return in_order(events).assign(
        new_reports=lambda e: e["event_id"].map(reports).astype(int), is_new=lambda e: ~e["event_id"].isin(old)
    )


def newest_first(events: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Give the events by their last possible day, the latest first; what lies ahead of `day` by its last report."""
    first, last = extent(events)
    told = np.array([d.toordinal() if isinstance(d, dt.date) else NEVER for d in events["last_reported"]])
    stands = np.where(last > day.toordinal(), np.minimum(told, day.toordinal()), last)
    return events.iloc[np.lexsort((-first, -told, -stands))]
