"""How long a pair has not spoken: its calls on a line, the longest silence between two, and the silence since."""

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.dated import days_of, took_place
from dashlib.charts.labels import LETTERS, labelled
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour, ground, layout, translucent
from dashlib.wording import counted, day

__all__ = ["Line", "gaps", "lines", "silences"]

_MOST_TOGETHER = 5  # of a larger gathering nobody can say who spoke with whom
_MOST_LINES = 16
_ROW_PX = 34


class Line(NamedTuple):
    """The calls of a pair: its name, their days in order, and the ids of the calls of each day, joined by spaces."""

    pair: str
    days: tuple[dt.date, ...]
    ids: tuple[str, ...]

    @property
    def longest(self) -> tuple[dt.date, dt.date] | None:
        """Give the days between which the pair was silent for longest, None after a single day."""
        steps = list(zip(self.days, self.days[1:], strict=False))
        return max(steps, key=lambda s: s[1] - s[0]) if steps else None


def lines(events: pd.DataFrame, sides: Sequence[Sequence[str]]) -> list[Line]:
    """Give the pairs that spoke, those with most days of calls first; calls without a day known to a month are left out."""
    days, known = days_of(events)
    use, ids = known & took_place(events), events["event_id"].tolist()
    found: dict[tuple[str, str], dict[dt.date, list[str]]] = {}
    for n in np.flatnonzero(use).tolist():
        names = sorted(set(sides[n]))
        for pair in combinations(names, 2) if len(names) <= _MOST_TOGETHER else ():
            found.setdefault(pair, {}).setdefault(dt.date.fromordinal(int(days[n])), []).append(ids[n])
    made = [
        Line(" – ".join(pair), tuple(sorted(at)), tuple(" ".join(at[d]) for d in sorted(at)))
        for pair, at in found.items()
    ]
    return sorted(made, key=lambda line: (-len(line.days), line.pair))


def silences(made: Sequence[Line], until: dt.date) -> pd.DataFrame:
    """Give a row a pair, the longest silent first. `until` is the day to which reports go: silence is counted to it.

    Columns: Pair, Days with a call, First, Last, Days since, Longest silence (days, or None), From, To.
    """
    rows = []
    for line in made:
        gap = line.longest
        ends = [(gap[1] - gap[0]).days, *gap] if gap else [None, None, None]
        since = max(0, (until - line.days[-1]).days)
        rows.append([line.pair, len(line.days), line.days[0], line.days[-1], since, *ends])
    columns = ["Pair", "Days with a call", "First", "Last", "Days since", "Longest silence", "From", "To"]
    table = pd.DataFrame(rows, columns=columns)
    table["Longest silence"] = table["Longest silence"].astype("Int64")
    return table.sort_values(["Days since", "Pair"], ascending=[False, True], ignore_index=True)


def gaps(made: Sequence[Line], until: dt.date, view: View, *, letters: int = LETTERS) -> go.Figure:
    """Draw a line a pair: its calls as marks, the longest silence thick with its days, the silence to `until` dotted.

    Labels have at most `letters` letters.
    """
    shown = made[:_MOST_LINES]
    if not shown:
        return empty_chart(view)
    figure = go.Figure([*_silent(shown, until, view), *_longest(shown, view), _calls(shown, view)])
    start = min(line.days[0] for line in shown)
    margin = dt.timedelta(max(4, (until - start).days // 25))
    figure.update_layout(
        layout(dark=view.dark, height=len(shown) * _ROW_PX + 90, span=(start - margin, until + margin))
    )
    figure.update_yaxes(
        range=[len(shown) - 0.5, -0.5],
        tickvals=list(range(len(shown))),
        ticktext=labelled((line.pair for line in shown), letters),
        showgrid=False,
        fixedrange=True,
    )
    return figure


def _strokes(parts: Sequence[tuple[dt.date, dt.date, int]], name: str, line: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=[x for a, b, _ in parts for x in (a.isoformat(), b.isoformat(), None)],
        y=[y for *_, n in parts for y in (n, n, None)],
        mode="lines",
        name=name,
        hoverinfo="skip",
        line=line,
    )


def _silent(shown: Sequence[Line], until: dt.date, view: View) -> Iterator[go.Scatter]:
    quiet = ground(dark=view.dark).quiet
    between = [(line.days[0], line.days[-1], n) for n, line in enumerate(shown)]
    yield _strokes(between, "", {"color": translucent(quiet, 0.45), "width": 1.2}).update(showlegend=False)
    since = [(line.days[-1], until, n) for n, line in enumerate(shown) if line.days[-1] < until]
    yield _strokes(since, "Silence since", {"color": quiet, "width": 1.2, "dash": "dot"})


def _longest(shown: Sequence[Line], view: View) -> Iterator[go.Scatter]:
    """Draw the longest silence of each pair, with its days where it is longer than a day."""
    quiet = ground(dark=view.dark).quiet
    found = [(*gap, n) for n, line in enumerate(shown) if (gap := line.longest)]
    yield _strokes(found, "Longest silence", {"color": translucent(quiet, 0.7), "width": 5})
    middle = [(a + (b - a) / 2, n, (b - a).days) for a, b, n in found]
    yield go.Scatter(
        x=[at.isoformat() for at, *_ in middle],
        y=[n - 0.3 for _, n, _ in middle],
        text=[counted(days, "day") for *_, days in middle],
        mode="text",
        hoverinfo="skip",
        showlegend=False,
        textfont={"size": 11, "color": quiet},
    )


def _calls(shown: Sequence[Line], view: View) -> go.Scatter:
    points = [(line, n, at, ids) for n, line in enumerate(shown) for at, ids in zip(line.days, line.ids, strict=True)]
    return go.Scatter(
        x=[at.isoformat() for *_, at, _ in points],
        y=[n for _, n, *_ in points],
        mode="markers",
        name="Call",
        customdata=[[ids, escape(line.pair), day(at)] for line, _, at, ids in points],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        marker={"symbol": "circle", "size": 12, "color": colour("call", dark=view.dark), "opacity": 1},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
