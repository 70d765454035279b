"""The forms of export by name, and the one function that writes them all."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import NamedTuple

import pandas as pd

from dashlib.errors import SchemaError
from dashlib.export.bundle import bundle_bytes
from dashlib.export.geojson import geojson_bytes
from dashlib.export.icalendar import icalendar_bytes
from dashlib.export.tables import csv_bytes, jsonl_bytes, parquet_bytes
from dashlib.export.timelinejs import timelinejs_bytes
from dashlib.query import Filters
from dashlib.schema import Frames

__all__ = ["FORMS", "VIEWS", "Form", "export", "file_name"]

VIEWS = tuple(f.name for f in fields(Frames))
_LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


class _Request(NamedTuple):
    frames: Frames
    view: str
    data: pd.DataFrame
    filters: Filters
    at: dt.datetime


class Form(NamedTuple):
    """A form of export: how it is called, its suffix and media type, and whether it only takes events."""

    label: str
    suffix: str
    media_type: str
    events_only: bool
    write: Callable[[_Request], bytes]


FORMS: Mapping[str, Form] = {
    "csv": Form("CSV", "csv", "text/csv", False, lambda r: csv_bytes(r.data)),
    "csv-excel": Form("CSV for Excel", "csv", "text/csv", False, lambda r: csv_bytes(r.data, bom=True)),
    "parquet": Form("Parquet", "parquet", "application/vnd.apache.parquet", False, lambda r: parquet_bytes(r.data, r.view)),
    "jsonl": Form("JSON Lines", "jsonl", "application/x-ndjson", False, lambda r: jsonl_bytes(r.data, r.view)),
    "geojson": Form("GeoJSON", "geojson", "application/geo+json", True, lambda r: geojson_bytes(r.data)),
    "timelinejs": Form(
        "TimelineJS", "json", "application/json", True, lambda r: timelinejs_bytes(r.data, r.filters.sentence(len(r.data)))
    ),
    "ical": Form("iCalendar", "ics", "text/calendar", True, lambda r: icalendar_bytes(r.data, r.at)),
    "bundle": Form("Evidence bundle", "zip", "application/zip", True, lambda r: bundle_bytes(r.frames, r.filters, r.at)),
}  # fmt: skip


def _latest(articles: pd.DataFrame) -> dt.datetime:
    """Give when the last article came in: the moment that the frames are of."""
    times = articles["ingested_at"].dropna()
    return times.max().to_pydatetime() if len(times) else _LONG_AGO


def export(
    frames: Frames,
    view: str = "events",
    form: str = "csv",
    *,
    filters: Filters | None = None,
    at: dt.datetime | None = None,
) -> bytes:
    """Give a view of frames as a file's bytes: the same frames give the same bytes.

    `frames` hold what is to be written (see `dashlib.query.select`) and `filters` say what chose it. `at` is the time
    that calendars and bundles name; without it, that of the last article taken in. Raises SchemaError for a view or a
    form that there is not.
    """
    if view not in VIEWS:
        raise SchemaError(f"there is no view {view!r}; use one of {', '.join(VIEWS)}")
    if form not in FORMS:
        raise SchemaError(f"there is no form {form!r}; use one of {', '.join(FORMS)}")
    if FORMS[form].events_only and view != "events":
        raise SchemaError(
            f"{FORMS[form].label} is written of events only; ask for the view 'events', or for another form"
        )
    when = at or _latest(frames.articles)
    return FORMS[form].write(_Request(frames, view, getattr(frames, view), filters or Filters(), when))


def file_name(view: str, form: str) -> str:
    """Give a name for the file, such as "dashlib-events.csv"."""
    return f"dashlib-{view}.{FORMS[form].suffix}"
