"""Conflict and cooperation between two actors over time, by PLOVER's quad classes."""

import datetime as dt

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.slices import names
from dashlib.charts.style import View, ground, layout
from dashlib.charts.tones import balance_tone, blend
from dashlib.query.aggregates import in_periods, periods
from dashlib.query.pairs import COOPERATION, QUADS

__all__ = ["balance", "over_time"]

_WORDS = frozenset({1, 3})
_TINT = 0.4
_DAY_MS = 86_400_000
_MARGIN, _LONGEST = 3, 5 * 366  # days


def _span(pairs: pd.DataFrame, view: View) -> tuple[dt.date, dt.date]:
    high = int(pairs["day"].max()) + _MARGIN
    low = max(int(pairs["day"].min()) - _MARGIN, high - _LONGEST)
    return view.since or dt.date.fromordinal(low), view.until or dt.date.fromordinal(high)


def over_time(pairs: pd.DataFrame, view: View) -> pd.DataFrame:
    """Give how many events of each quad class a period holds: `since`, `period` (its name), a column a class.

    `pairs` are the rows of one pair (`query.pairs.between`). Classes are named as in `query.pairs.QUADS`. Without dates
    in the view, the five years to the latest event are covered.
    """
    start, end = _span(pairs, view)
    starts = periods(start, end)
    counts = {
        name: in_periods(pairs.loc[pairs["quad"] == q, "day"].to_numpy(), starts, end) for q, name in QUADS.items()
    }
    return pd.DataFrame({"since": starts, "period": names(starts), **counts})


def balance(pairs: pd.DataFrame, view: View) -> go.Figure:
    """Draw cooperation above the line and conflict below it; words are pale, acts are full."""
    if pairs.empty:
        return empty_chart(view)
    table, tones = over_time(pairs, view), ground(dark=view.dark)
    step = (table["since"].iloc[1] - table["since"].iloc[0]).days if len(table) > 1 else 1
    figure = go.Figure([_bars(table, quad, step * _DAY_MS * 0.8, view) for quad in (2, 1, 4, 3)])
    figure.update_layout(
        layout(dark=view.dark, height=300, span=_span(pairs, view)),
        barmode="relative",
        legend={"traceorder": "normal"},
    )
    top = max(1, int(np.abs(table[list(QUADS.values())].to_numpy()).sum(axis=1).max()))
    steps = sorted({round(n) for n in np.linspace(-top, top, 5)})
    figure.update_yaxes(
        tickvals=steps,
        ticktext=[str(abs(n)) for n in steps],
        title={"text": "Conflict ↓  ↑ Cooperation", "font": {"color": tones.quiet}},
        zeroline=True,
        zerolinecolor=tones.quiet,
    )
    return figure


def _bars(table: pd.DataFrame, quad: int, wide: float, view: View) -> go.Bar:
    sign = 1 if quad in COOPERATION else -1
    tone = balance_tone(sign, view)
    fill = blend(tone, ground(dark=view.dark).paper, _TINT) if quad in _WORDS else tone
    table = table[table[QUADS[quad]] > 0]
    return go.Bar(
        x=[s.isoformat() for s in table["since"]],
        y=sign * table[QUADS[quad]].to_numpy(),
        width=wide,
        name=QUADS[quad],
        marker={"color": fill, "line": {"width": 1.5, "color": tone}},
        customdata=np.column_stack([table["period"], table[QUADS[quad]]]),
        hovertemplate=f"%{{customdata[0]}}: %{{customdata[1]}} · {QUADS[quad].lower()}<extra></extra>",
    )
