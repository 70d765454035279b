"""A calendar: a strip a year, a column a week, a row a weekday; a day is tinted by how many events it holds."""

import datetime as dt
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.cells import Axis, Cell, cells
from dashlib.charts.lanes import empty_chart
from dashlib.charts.placing import window
from dashlib.charts.style import View, ground
from dashlib.charts.tones import blend, shade
from dashlib.codebook import KINDS
from dashlib.query.aggregates import by_day
from dashlib.wording import counted, day

__all__ = ["MOST_YEARS", "calendar", "days"]

MOST_YEARS = 5
_ROWS, _CELL_PX = 8, 14  # rows a year: seven weekdays and a gap
_SHEET, _SHEET_PX = 125, 34  # days that still fit on one sheet
_EMPTY = 0.55


def days(events: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give what `calendar` draws: columns `day`, `events`, `kind`; of many years the last `MOST_YEARS`."""
    start, end = _shown(events, view)
    table = by_day(events)
    inside = [bool(start <= d <= end) for d in table["day"]]
    return table.loc[inside].reset_index(drop=True)


def _shown(events: pd.DataFrame, view: View) -> tuple[dt.date, dt.date]:
    start, end = window(events, view.since, view.until)
    return max(start, dt.date(end.year - MOST_YEARS + 1, 1, 1)), end


def calendar(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw the days of the filter, or of the events, that are known to the day; a click gives the day in ISO 8601.

    Up to four months stand as one sheet with the days' numbers, more as a strip a year.
    """
    table = days(events, view)
    if table.empty:
        return empty_chart(view)
    start, end = _shown(events, view)
    held = {d: (n, kind) for d, n, kind in table.itertuples(index=False)}
    all_days = [start + dt.timedelta(n) for n in range((end - start).days + 1)]
    draw = _sheet if (end - start).days <= _SHEET else _strips
    return draw([_Day(d, *held.get(d, (0, ""))) for d in all_days], table["events"].max(), view)


class _Day(NamedTuple):
    date: dt.date
    events: int
    kind: str


def _sheet(shown: list[_Day], most: int, view: View) -> go.Figure:
    """Draw one sheet: a column a week from Monday, the days' numbers in the cells."""
    monday = shown[0].date - dt.timedelta(shown[0].date.weekday())
    column = {d.date: (d.date - monday).days // 7 for d in shown}
    found = [_cell(d, column[d.date], d.date.weekday(), most, view)._replace(text=str(d.date.day)) for d in shown]
    starts = {(d.date.year, d.date.month): d.date for d in reversed(shown)}
    months = {float(column[d]): f"{d:%b}<br>{d.year}" for d in starts.values()}
    weekdays = {float(n): f"{monday + dt.timedelta(n):%a}" for n in range(7)}
    return cells(found, Axis(max(column.values()) + 1, months), Axis(7, weekdays), view, cell_px=_SHEET_PX)


def _strips(shown: list[_Day], most: int, view: View) -> go.Figure:
    """Draw a strip a year."""
    first, last = shown[0].date.year, shown[-1].date.year
    found = [_cell(d, _week(d.date), (d.date.year - first) * _ROWS + d.date.weekday(), most, view) for d in shown]
    labels = {n * _ROWS + 3.0: str(first + n) for n in range(last - first + 1)}
    rows = Axis((last - first + 1) * _ROWS - 1, labels)
    return cells(found, Axis(54, _months(last)), rows, view, cell_px=_CELL_PX)


def _week(date: dt.date) -> int:
    """Give the number of the week, from Monday, within the year; the first days stand in week 0."""
    return (date.timetuple().tm_yday - 1 + dt.date(date.year, 1, 1).weekday()) // 7


def _months(year: int) -> dict[float, str]:
    return {float(_week(dt.date(year, m, 4))): f"{dt.date(year, m, 1):%b}" for m in range(1, 13, 2)}


def _cell(shown: _Day, column: int, row: int, most: int, view: View) -> Cell:
    tones, (date, number, kind) = ground(dark=view.dark), shown
    tone = blend(tones.ink, tones.paper, shade(number, most)) if number else blend(tones.line, tones.paper, _EMPTY)
    said = f"<b>{date:%A}, {day(date)}</b><br>{counted(number, 'event')}"
    if number:
        said += f", {'mostly ' if number > 1 else ''}{KINDS[kind].plural if number > 1 else KINDS[kind].label.lower()}"
    return Cell(column, row, tone, "", said, date.isoformat() if number else "")
