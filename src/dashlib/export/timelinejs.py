"""Events as the JSON that TimelineJS reads (timeline.knightlab.com, "JSON format")."""

import datetime as dt
import json
from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashlib.codebook import KINDS
from dashlib.wording import joined, when

__all__ = ["timelinejs_bytes"]


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _slide(row: Mapping[Any, Any]) -> dict[str, Any]:
    start, end = row["date_start"] or row["date_end"], row["date_end"] or row["date_start"]
    said = f"<p>{escape(row['quote'])}</p>" + (f"<p>{escape(joined(row['sources']))}</p>" if row["sources"] else "")
    slide = {
        "start_date": _date(start),
        "display_date": when(row["date_start"], row["date_end"], row["date_precision"]),
        "text": {"headline": escape(row["title"]), "text": said},
        "group": KINDS[row["kind"]].family,
        "unique_id": row["event_id"],
    }
    return slide if end == start else slide | {"end_date": _date(end)}


def timelinejs_bytes(events: pd.DataFrame, title: str) -> bytes:
    """Give a timeline of the events that have a date, under a title."""
    slides = [_slide(row) for row in events.to_dict("records") if row["date_start"] or row["date_end"]]
    whole = {"title": {"text": {"headline": escape(title)}}, "events": slides}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
