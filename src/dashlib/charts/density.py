"""Shades the lanes whose marks would hide each other: how many events each holds a period, until the days are narrowed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.charts.placing import Lane
from dashlib.charts.style import View, colour, ground, translucent
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.extent import FAR, NEVER, extent
from dashlib.wording import counted, date_range

__all__ = ["MOST_MARKS", "NOTE", "crowded", "last_days", "shades"]

MOST_MARKS = 1200
NOTE = "Lanes with very many events are shaded by their number. Narrow the days to see each one."
_FEW = 40  # a lane with no more marks than these is never shaded
_CELLS = 90
_HALF = 0.5  # of the height of a row of marks


def crowded(lanes: Sequence[str]) -> frozenset[str]:
    """Give the lanes to shade, the fullest first, until no more than `MOST_MARKS` marks are left in the others."""
    left, out = len(lanes), []
    for lane, count in Counter(lanes).most_common():
        if left <= MOST_MARKS or count <= _FEW:
            break
        out.append(lane)
        left -= count
    return frozenset(out)


def shades(
    events: pd.DataFrame, lanes: Sequence[str], placed: Sequence[Lane], span: tuple[dt.date, dt.date], view: View
) -> Iterator[dict[str, Any]]:
    """Give a plotly trace for each lane of `placed`: cells tinted by the number of events whose last possible day they hold.

    The same tint is the same number in every lane.
    """
    edges = np.unique(np.linspace(span[0].toordinal(), span[1].toordinal() + 1, _CELLS + 1).round().astype(np.int64))
    where, days, kinds = np.asarray(lanes, dtype=object), last_days(events), events["kind"].to_numpy()
    counts = {lane.label: np.histogram(days[where == lane.label], bins=edges)[0] for lane in placed}
    most = max((int(c.max(initial=0)) for c in counts.values()), default=0)
    for lane in placed:
        tone = _tone(kinds[where == lane.label], view)
        yield _row(lane, edges, counts[lane.label], most) | {
            "colorscale": [[0, translucent(tone, 0)], [1e-9, translucent(tone, 0.15)], [1, tone]]
        }


def last_days(events: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Give the last possible day of each event as an ordinal, of one that is open there the first."""
    first, last = extent(events)
    return np.where(last >= FAR, np.where(first <= NEVER, last, first), last)


def _tone(kinds: npt.NDArray[np.object_], view: View) -> str:
    """Give the colour of a lane: the one that all its events have, else their family's, else the quiet one."""
    tones = {colour(kind, dark=view.dark) for kind in set(kinds)}
    if len(tones) == 1:
        return tones.pop()
    families = {KINDS[kind].family for kind in set(kinds)}
    if len(families) != 1:
        return ground(dark=view.dark).quiet
    family = FAMILIES[families.pop()]
    return family.dark if view.dark else family.light


def _row(lane: Lane, edges: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], most: int) -> dict[str, Any]:
    days = [dt.date.fromordinal(int(e)) for e in edges]
    cells = zip(counts, days[:-1], days[1:], strict=True)
    return {
        "type": "heatmap",
        "x": [d.isoformat() for d in days],
        "y": [lane.middle - _HALF, lane.middle + _HALF],
        "z": [np.log1p(counts)],
        "name": lane.label,
        "showscale": False,
        "showlegend": False,
        "zmin": 0,
        "zmax": float(np.log1p(max(most, 1))),
        "xgap": 1,
        "customdata": [
            [[int(n), f"{counted(int(n), 'event')}, {date_range(a, b - dt.timedelta(1))}"] for n, a, b in cells]
        ],
        "hovertemplate": f"<b>{escape(lane.label)}</b><br>%{{customdata[1]}}<extra></extra>",
    }
