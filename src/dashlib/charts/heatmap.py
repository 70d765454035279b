"""Heat maps: kinds by period in the colours of their families, actors by actors in those of conflict and cooperation."""

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.cells import Axis, Cell, cells
from dashlib.charts.lanes import empty_chart
from dashlib.charts.slices import names, slices
from dashlib.charts.style import View, colour, ground
from dashlib.charts.tones import balance_of, balance_tone, blend, shade
from dashlib.codebook import KINDS
from dashlib.query.aggregates import by_kind, grid_of_actors
from dashlib.wording import counted, day

__all__ = ["MOST_ACTORS", "actors_by_actors", "kinds_by_period"]

MOST_ACTORS = 14
_CELL_PX, _WIDE_PX = 24, 28
_LABELS = 6


def kinds_by_period(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw a row a kind and a column a day, week or month; a click gives "kind first-day last-day"."""
    starts, end = slices(events, view)
    table = by_kind(events, starts, end)
    if table.empty:
        return empty_chart(view)
    kinds, column = list(dict.fromkeys(table["kind"])), {s: n for n, s in enumerate(starts)}
    named, ends = names(starts), [*(s - dt.timedelta(1) for s in starts[1:]), end]
    paper, most = ground(dark=view.dark).paper, table["events"].max()
    found = [
        Cell(
            column[since],
            kinds.index(kind),
            blend(colour(kind, dark=view.dark), paper, shade(number, most)),
            str(number),
            f"<b>{KINDS[kind].label}</b><br>{named[column[since]]}: {counted(number, 'event')}",
            f"{kind} {since} {ends[column[since]]}",
        )
        for kind, since, number in table.itertuples(index=False)
    ]
    step = -(-len(starts) // _LABELS)
    short = {float(n): _short(starts, n) for n in range(0, len(starts), step)}
    rows = Axis(len(kinds), {float(n): KINDS[k].label for n, k in enumerate(kinds)})
    return cells(found, Axis(len(starts), short), rows, view, cell_px=_CELL_PX)


def _short(starts: Sequence[dt.date], number: int) -> str:
    """Label a slice, with its year where that is not the one before's."""
    start, step = starts[number], -(-len(starts) // _LABELS)
    text = f"{start:%b}" if len(starts) > 1 and (starts[1] - starts[0]).days > 7 else day(start, year=False)
    new = number == 0 or starts[number - step].year != start.year
    return f"{text}<br>{start.year}" if new else text


def actors_by_actors(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw how many events there are between any two of the busiest actors; a click gives "one; other"."""
    table = grid_of_actors(events, MOST_ACTORS)
    if table.empty:
        return empty_chart(view)
    actors = list(dict.fromkeys([*table["one"], *table["other"]]))
    at = {name: n for n, name in enumerate(actors)}
    found = [_meeting(row, at, view, table["events"].max()) for row in table.to_dict("records")]
    labels = {float(n): escape(name) for name, n in at.items()}
    both = [cell for pair in found for cell in pair]
    figure = cells(both, Axis(len(actors), labels), Axis(len(actors), labels), view, cell_px=_WIDE_PX)
    figure.update_xaxes(tickangle=-40, side="bottom")
    figure.update_layout(height=len(actors) * _WIDE_PX + 190, margin={"t": 8, "b": 10})
    return figure


def _meeting(row: Mapping[Hashable, Any], at: dict[str, int], view: View, most: int) -> tuple[Cell, Cell]:
    one, other, number, balance = (
        str(row["one"]),
        str(row["other"]),
        int(str(row["events"])),
        float(str(row["balance"])),
    )
    tone = blend(balance_tone(balance, view), ground(dark=view.dark).paper, shade(number, most))
    hover = (
        f"<b>{escape(one)} – {escape(other)}</b><br>{counted(number, 'event')}: {row['cooperation']} of cooperation, "
        f"{row['conflict']} of conflict ({balance_of(balance).lower()})"
    )
    cell = Cell(at[one], at[other], tone, str(number), hover, f"{one}; {other}")
    return cell, cell._replace(column=at[other], row=at[one])
