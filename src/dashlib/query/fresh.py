"""What came in since a moment: events that are new, and known ones with new reports."""

import datetime as dt

import pandas as pd

from dashlib.query.extent import in_order
from dashlib.schema import Frames

__all__ = ["since"]


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
