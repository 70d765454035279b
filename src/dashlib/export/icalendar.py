"""What is to come as an iCalendar file (RFC 5545) that any calendar takes."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from dashlib.types import Status
from dashlib.wording import joined, when

__all__ = ["icalendar_bytes"]

_AHEAD = {Status.PLANNED: "CONFIRMED", Status.POSSIBLE: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_WIDTH = 73


def _escaped(text: str) -> str:
    for plain, coded in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, coded)
    return text


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets; those after the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _WIDTH:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece


def _entry(row: Mapping[Any, Any], stamp: dt.datetime) -> Iterator[str]:
    start, end = row["date_start"] or row["date_end"], row["date_end"] or row["date_start"]
    shown = when(row["date_start"], row["date_end"], row["date_precision"])
    yield from ("BEGIN:VEVENT", f"UID:{row['event_id']}@dashlib", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}")
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end + dt.timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(row['title'])}"
    yield f"DESCRIPTION:{_escaped(shown + ': ' + row['quote'] + ' (' + joined(row['sources']) + ')')}"
    yield f"STATUS:{_AHEAD[row['status']]}"
    if row["place"]:
        yield f"LOCATION:{_escaped(row['place'])}"
    if pd.notna(row["latitude"]):
        yield f"GEO:{row['latitude']:.5f};{row['longitude']:.5f}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def icalendar_bytes(events: pd.DataFrame, stamp: dt.datetime) -> bytes:
    """Give the planned, possible and cancelled events that have a date, each as a whole-day entry."""
    ahead = events[events["status"].isin(_AHEAD)].to_dict("records")
    rows = [row for row in ahead if row["date_start"] or row["date_end"]]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dashlib//events//EN", "CALSCALE:GREGORIAN"]
    lines += [line for row in rows for line in _entry(row, stamp)]
    folded = [piece for line in [*lines, "END:VCALENDAR"] for piece in _folded(line)]
    return "".join(f"{piece}\r\n" for piece in folded).encode()
