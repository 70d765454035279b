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
    """A form of export: its name, suffix and media type, how it is written, whether it takes events only."""

    label: str
    suffix: str
    media_type: str
    write: Callable[[_Request], bytes]
    events_only: bool = False


def _timeline(r: _Request) -> bytes:
    return timelinejs_bytes(r.data, r.filters.sentence(len(r.data)))


def _events_form(label: str, suffix: str, media_type: str, write: Callable[[_Request], bytes]) -> Form:
    return Form(label, suffix, media_type, write, events_only=True)


FORMS: Mapping[str, Form] = {
    "csv": Form("CSV", "csv", "text/csv", lambda r: csv_bytes(r.data)),
    "csv-excel": Form("CSV for Excel", "csv", "text/csv", lambda r: csv_bytes(r.data, bom=True)),
    "parquet": Form("Parquet", "parquet", "application/vnd.apache.parquet", lambda r: parquet_bytes(r.data, r.view)),
    "jsonl": Form("JSON Lines", "jsonl", "application/x-ndjson", lambda r: jsonl_bytes(r.data, r.view)),
    "geojson": _events_form("GeoJSON", "geojson", "application/geo+json", lambda r: geojson_bytes(r.data)),
    "timelinejs": _events_form("TimelineJS", "json", "application/json", _timeline),
    "ical": _events_form("iCalendar", "ics", "text/calendar", lambda r: icalendar_bytes(r.data, r.at)),
    "bundle": _events_form(
        "Evidence bundle", "zip", "application/zip", lambda r: bundle_bytes(r.frames, r.filters, r.at)
    ),
}


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
        raise SchemaError(f"{FORMS[form].label} is written of events only; ask for the view 'events', or another form")
    when = at or _latest(frames.articles)
    return FORMS[form].write(_Request(frames, view, getattr(frames, view), filters or Filters(), when))


def file_name(view: str, form: str) -> str:
    """Give a name for the file, such as "dashlib-events.csv"."""
    return f"dashlib-{view}.{FORMS[form].suffix}"
