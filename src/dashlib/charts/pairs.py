"""Lanes by who deals with whom: calls between two people, summits from their announcement to the day."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import draw
from dashlib.charts.placing import window
from dashlib.charts.style import View, colour, translucent

__all__ = ["MANY", "OTHERS", "calls", "pair_of", "summits"]

MANY, OTHERS, ALONE = "Three or more", "Other pairs", "One side named"
_MOST_LANES = 18


def pair_of(actors: Sequence[str]) -> str:
    """Name the pair that meets: "Kim Jong Un – Vladimir Putin", in the order of the alphabet."""
    if len(actors) < 2:
        return ALONE
    return " – ".join(sorted(actors)) if len(actors) == 2 else MANY


def _lanes(events: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Give each event's lane and the order: the busiest pairs first, what is no pair last."""
    pairs = [pair_of(actors) for actors in events["actors"]]
    counts = Counter(p for p in pairs if p not in (MANY, ALONE))
    kept = [p for p, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_LANES]]
    return [p if p in kept or p in (MANY, ALONE) else OTHERS for p in pairs], [*kept, OTHERS, MANY, ALONE]


def calls(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw calls over time, one lane a pair."""
    return draw(events, *_lanes(events), view)


def summits(events: pd.DataFrame, view: View) -> go.Figure:
    """Draw summits over time, one lane a pair; a thin line leads from the first report of a summit to its day."""
    figure = draw(events, *_lanes(events), view)
    if not events.empty:
        figure.add_traces(list(_announced(events, figure, view)))
    return figure


def _announced(events: pd.DataFrame, figure: go.Figure, view: View) -> Iterator[go.Scatter]:
    low, high = window(events, view.since, view.until)
    first = {i: r for i, r in zip(events["event_id"], events["first_reported"], strict=True) if r is not None}
    xs: list[str | None] = []
    ys: list[float | None] = []
    for mark in [t for t in figure.data if t.type == "scatter" and t.customdata is not None]:
        for at, y, (event_id, *_) in zip(mark.x, mark.y, mark.customdata, strict=True):
            told = first.get(event_id)
            if told is not None and low <= told <= high and told.isoformat() < str(at)[:10]:
                xs += [told.isoformat(), str(at), None]
                ys += [float(y), float(y), None]
    tone = translucent(colour("summit", dark=view.dark), 0.55)
    yield go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        hoverinfo="skip",
        name="Announced → held",
        line={"color": tone, "width": 1.5},
        showlegend=bool(xs),
    )
    yield go.Scatter(
        x=xs[::3],
        y=ys[::3],
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker={"symbol": "line-ns-open", "size": 9, "color": tone, "line": {"width": 1.5, "color": tone}},
    )
