"""Small multiples: a little chart of counts over time for each of the most frequent kinds, all on one scale."""

import datetime as dt
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.slices import names, slices
from dashlib.charts.style import View, colour, ground, layout
from dashlib.codebook import KINDS
from dashlib.query.aggregates import by_kind
from dashlib.wording import day

__all__ = ["MOST_KINDS", "most_frequent", "multiples"]

MOST_KINDS = 12
_COLUMNS = 3
_ROW_PX = 124
_LABELLED, _A_YEAR = (0.25, 0.75), 366
_NOTE = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "showarrow": False}


def most_frequent(table: pd.DataFrame) -> list[str]:
    """Give the kinds that `multiples` draws, the most frequent first; `table` is as `aggregates.by_kind` gives it."""
    sums = table.groupby("kind", sort=False)["events"].sum()
    return [str(k) for k in sums.sort_values(ascending=False, kind="stable").head(MOST_KINDS).index]


def multiples(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw the `MOST_KINDS` most frequent kinds; events count on their last possible day."""
    starts, end = slices(events, view)
    table = by_kind(events, starts, end)
    if table.empty:
        return empty_chart(view)
    kinds, named = most_frequent(table), names(starts)
    held = table.set_index(["kind", "since"])["events"].unstack().reindex(columns=starts).fillna(0)  # noqa: PD010 - one value a cell
    bars = [_bars(starts, named, held.loc[k].to_numpy(), k, n, view) for n, k in enumerate(kinds)]
    titles = [f"{KINDS[k].mark} {KINDS[k].label}  {held.loc[k].to_numpy().sum():,.0f}" for k in kinds]
    return go.Figure(bars, _layout(titles, view, (starts[0], end), float(held.loc[kinds].max().max())))


def _bars(
    starts: list[dt.date], named: list[str], held: npt.NDArray[np.float64], kind: str, number: int, view: View
) -> go.Bar:
    return go.Bar(
        x=[s.isoformat() for s in starts],
        y=held,
        name=KINDS[kind].label,
        xaxis=f"x{_suffix(number)}",
        yaxis=f"y{_suffix(number)}",
        marker={"color": colour(kind, dark=view.dark), "line": {"width": 0}},
        customdata=named,
        hovertemplate="%{customdata}: %{y}<extra>" + KINDS[kind].label + "</extra>",
        showlegend=False,
    )


def _suffix(number: int) -> str:
    """Give what plotly puts behind the name of the axis of a cell."""
    return str(number + 1) if number else ""


def _layout(titles: list[str], view: View, span: tuple[dt.date, dt.date], most: float) -> dict[str, Any]:
    """Lay the cells out; built as one mapping, since plotly's own subplots take half a second to make."""
    rows = -(-len(titles) // _COLUMNS)
    base = layout(dark=view.dark, height=rows * _ROW_PX + 40, span=span)
    x, y, tones = base.pop("xaxis"), base.pop("yaxis"), ground(dark=view.dark)
    y |= {"nticks": 3, "range": [0, most * 1.06], "tickformat": ",d", "tickfont": {"color": tones.quiet, "size": 12}}
    x |= _ticks(span)
    axes, notes = {}, []
    for n, title in enumerate(titles):
        row, column = divmod(n, _COLUMNS)
        across = [(column + 0.06) / _COLUMNS, (column + 0.92) / _COLUMNS]
        up = [1 - (row + 0.82) / rows, 1 - (row + 0.24) / rows]
        below = n + _COLUMNS >= len(titles)
        axes[f"xaxis{_suffix(n)}"] = x | {
            "domain": across,
            "anchor": f"y{_suffix(n)}",
            "showticklabels": below,
        }
        axes[f"yaxis{_suffix(n)}"] = y | {"domain": up, "anchor": f"x{_suffix(n)}", "showticklabels": column == 0}
        notes.append({"text": title, "x": across[0], "y": up[1], **_NOTE, "font": {"size": 13, "color": tones.ink}})
    return base | axes | {"annotations": notes, "bargap": 0.1, "margin": {"l": 10, "r": 8, "t": 8, "b": 12}}


def _ticks(span: tuple[dt.date, dt.date]) -> dict[str, Any]:
    """Label two days well inside a cell, so that the labels of two cells do not run into each other."""
    days = [span[0] + (span[1] - span[0]) * part for part in _LABELLED]
    month = (span[1] - span[0]).days > _A_YEAR
    texts = [f"{d:%b}<br>{d.year}" if month else f"{day(d, year=False)}<br>{d.year}" for d in days]
    return {"tickmode": "array", "tickvals": [d.isoformat() for d in days], "ticktext": texts}
