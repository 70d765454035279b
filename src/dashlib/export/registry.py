"""The forms of export by name, and the one function that writes them all."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import NamedTuple

import pandas as pd

from dashlib.charts.style import LIGHT, View
from dashlib.errors import SchemaError
from dashlib.export.briefing import By, docx_bytes, html_bytes, plan
from dashlib.export.bundle import bundle_bytes
from dashlib.export.chart import chart_bytes, drawn
from dashlib.export.geojson import geojson_bytes
from dashlib.export.icalendar import icalendar_bytes
from dashlib.export.tables import csv_bytes, jsonl_bytes, parquet_bytes
from dashlib.export.timelinejs import timelinejs_bytes
from dashlib.query import Filters
from dashlib.schema import Frames

__all__ = ["FORMS", "VIEWS", "By", "Form", "export", "file_name"]

VIEWS = tuple(f.name for f in fields(Frames))
_LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


class _Request(NamedTuple):
    frames: Frames
    view: str
    data: pd.DataFrame
    filters: Filters
    until: dt.datetime
    at: dt.datetime
    by: By
    site: str


class Form(NamedTuple):
    """A form of export: its name, suffix, media type, how it is written, whether it takes events only, what it is for."""

    label: str
    suffix: str
    media_type: str
    write: Callable[[_Request], bytes]
    events_only: bool = False
    about: str = ""


def _timeline(r: _Request) -> bytes:
    return timelinejs_bytes(r.data, r.filters.sentence(len(r.data)))


def _bundle(r: _Request) -> bytes:
    return bundle_bytes(r.frames, r.filters, until=r.until, at=r.at, site=r.site)


def _docx(r: _Request) -> bytes:
    return docx_bytes(plan(r.frames, r.filters, r.at, r.by))


def _html(r: _Request) -> bytes:
    return html_bytes(plan(r.frames, r.filters, r.at, r.by))


def _chart(r: _Request) -> bytes:
    view = View(today=r.at.date(), since=r.filters.since, until=r.filters.until)
    figure, alt = drawn(r.data, r.filters.kinds, view)
    return chart_bytes(figure, title=r.filters.sentence(len(r.data)), alt=alt, ground=LIGHT)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: Mapping[str, Form] = {
    "csv": Form("CSV", "csv", "text/csv", lambda r: csv_bytes(r.data), about="the rows shown, for any program"),
    "csv-excel": Form(
        "CSV for Excel", "csv", "text/csv", lambda r: csv_bytes(r.data, bom=True), about="the same, with accents that Excel reads"
    ),
    "parquet": Form(
        "Parquet", "parquet", "application/vnd.apache.parquet", lambda r: parquet_bytes(r.data, r.view),
        about="the same, typed and small, for data tools",
    ),
    "jsonl": Form(
        "JSON Lines", "jsonl", "application/x-ndjson", lambda r: jsonl_bytes(r.data, r.view), about="the same, an object a line"
    ),
    "geojson": Form(
        "GeoJSON", "geojson", "application/geo+json", lambda r: geojson_bytes(r.data), events_only=True,
        about="the events that have a place, for a map",
    ),
    "timelinejs": Form(
        "TimelineJS", "json", "application/json", _timeline, events_only=True,
        about="the events that have a date, for a web page",
    ),
    "ical": Form(
        "iCalendar", "ics", "text/calendar", lambda r: icalendar_bytes(r.data, r.until), events_only=True,
        about="what is planned, for a calendar",
    ),
    "docx": Form("Briefing for Word", "docx", _WORD, _docx, events_only=True, about="the events in sentences, with their sources"),
    "html": Form("Briefing as a web page", "html", "text/html", _html, events_only=True, about="the same, to read or print"),
    "chart": Form(
        "Chart as a web page", "html", "text/html", _chart, events_only=True,
        about="the marks over time, also offline; saves PNG and SVG",
    ),
    "bundle": Form(
        "Evidence bundle", "zip", "application/zip", _bundle, events_only=True,
        about="rows, quotes, filter, versions and hashes, to check or to keep",
    ),
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
    by: By = By.DAY,
    site: str = "",
) -> bytes:
    """Give a view of frames as a file's bytes: the same frames give the same bytes.

    `frames` hold what is to be written (see `dashlib.query.select`) and `filters` say what chose it. `at` is the time of
    writing, which briefings and bundles name; without it, that of the last article taken in. A briefing has a paragraph
    a day or an actor (`by`); a bundle names the address of the view at `site`, the root of a dashboard. Raises
    SchemaError for a view or a form that there is not.
    """
    if view not in VIEWS:
        raise SchemaError(f"there is no view {view!r}; use one of {', '.join(VIEWS)}")
    if form not in FORMS:
        raise SchemaError(f"there is no form {form!r}; use one of {', '.join(FORMS)}")
    if FORMS[form].events_only and view != "events":
        raise SchemaError(f"{FORMS[form].label} is written of events only; ask for the view 'events', or another form")
    until = _latest(frames.articles)
    asked = _Request(frames, view, getattr(frames, view), filters or Filters(), until, at or until, by, site)
    return FORMS[form].write(asked)


def file_name(view: str, form: str) -> str:
    """Give a name for the file, such as "dashlib-events.csv"."""
    return f"dashlib-{view}.{FORMS[form].suffix}"
