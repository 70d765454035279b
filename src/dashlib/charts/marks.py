"""The marks of a chart in lanes, layer by layer: bars of uncertain days, marks, strokes, the ring, the legend.

Each gives plotly traces as dictionaries, few and large: a figure is checked once, when it is put together.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from textwrap import shorten
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.charts.placing import Placed
from dashlib.charts.style import STATUSES, View, colour, ground, sizes, symbol, translucent
from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.extent import Days
from dashlib.types import Status
from dashlib.wording import counted, when

__all__ = ["bars", "legend", "marks", "ring", "strokes"]

_BAR_PX = 9
_THICK = 4
_IN_LEGEND = {"line-ne-open": "circle-cross-open", "x-thin-open": "circle-x-open"}
_HOVER = "<b>%{customdata[1]}</b> · %{customdata[2]}<extra></extra>"
_TITLE_LETTERS = 70
Tones = npt.NDArray[np.object_]
Trace = dict[str, Any]


def _iso(days: Days) -> list[str]:
    return [f"{dt.date.fromordinal(int(d)).isoformat()} 12:00" for d in days]


def _segments(
    start: Sequence[int], end: Sequence[int], y: Sequence[float]
) -> tuple[list[str | None], list[float | None]]:
    xs: list[str | None] = []
    ys: list[float | None] = []
    for a, b, at in zip(start, end, y, strict=True):
        xs += [dt.date.fromordinal(int(a)).isoformat(), dt.date.fromordinal(int(b) + 1).isoformat(), None]
        ys += [float(at), float(at), None]
    return xs, ys


def _unnamed(mode: str, **more: Any) -> Trace:
    """Give a trace that neither hover nor legend knows."""
    return {"type": "scatter", "mode": mode, "hoverinfo": "skip", "showlegend": False, **more}


def bars(events: pd.DataFrame, placed: Placed, tones: Tones, today: dt.date) -> Iterator[Trace]:
    """Draw the days an act may fall on as pale bars, and a thin one from what goes on to today."""
    ongoing = (events["status"] == Status.ONGOING).to_numpy()
    reach = np.where(ongoing, np.maximum(placed.x, today.toordinal()), placed.end)
    for mask, start, end, width, opacity in (
        (placed.end > placed.start, placed.start, placed.end, _BAR_PX, 0.2),
        (ongoing, placed.x, reach, 3, 0.7),
    ):
        for tone in dict.fromkeys(tones[mask]):
            use = mask & (tones == tone)
            xs, ys = _segments(start[use], end[use], placed.y[use])
            yield _unnamed("lines", x=xs, y=ys, line={"color": translucent(tone, opacity), "width": width})


def _hover(events: pd.DataFrame) -> list[list[str]]:
    """Give for each event its id, its title, and when, in what status, by how many sources: one line altogether."""
    rows = events[["event_id", "title", "status", "date_start", "date_end", "date_precision", "independent_sources"]]
    return [
        [
            event_id,
            escape(shorten(title, _TITLE_LETTERS, placeholder=" …")),
            f"{when(start, end, precision)} · {status} · {counted(int(sources), 'source')}",
        ]
        for event_id, title, status, start, end, precision, sources in rows.itertuples(index=False)
    ]


def _outlines(events: pd.DataFrame, symbols: Iterable[str]) -> list[float]:
    """Give the width of each outline; a symbol that is a line itself is drawn by nothing else."""
    pairs = zip(symbols, events["status"], strict=True)
    return [_THICK if shape.startswith("line-") else STATUSES[status].line for shape, status in pairs]


def _paled(events: pd.DataFrame, tones: Tones) -> list[str]:
    opacity = [STATUSES[s].opacity for s in events["status"]]
    return [t if o == 1 else translucent(t, o) for t, o in zip(tones, opacity, strict=True)]


def marks(events: pd.DataFrame, placed: Placed, tones: Tones) -> Iterator[Trace]:
    """Draw the marks; customdata has the event's id and the two parts of the hover line."""
    paled = _paled(events, tones)
    symbols = [symbol(k, s) for k, s in zip(events["kind"], events["status"], strict=True)]
    yield {
        "type": "scatter",
        "mode": "markers",
        "showlegend": False,
        "x": _iso(placed.x),
        "y": placed.y,
        "customdata": _hover(events),
        "hovertemplate": _HOVER,
        "marker": {
            "symbol": symbols,
            "size": sizes(events),
            "color": paled,
            "opacity": 1,
            "line": {"width": _outlines(events, symbols), "color": paled},
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def strokes(events: pd.DataFrame, placed: Placed, tones: Tones, view: View) -> Iterator[Trace]:
    """Lay strokes over cancelled and denied events, and a split in the colour of the paper over contested ones."""
    stroke = events["status"].map(lambda s: STATUSES[s].stroke).to_numpy(dtype=object)
    contested = events["disagreements"].map(bool).to_numpy() & (stroke == "")
    stroke[contested] = "line-ns-open"
    use, size, tones_ = stroke != "", sizes(events) * np.where(contested, 0.8, 1.3), tones.copy()
    tones_[contested] = ground(dark=view.dark).paper
    if use.any():
        yield _unnamed(
            "markers",
            x=_iso(placed.x[use]),
            y=placed.y[use],
            marker={
                "symbol": stroke[use].tolist(),
                "size": size[use],
                "color": tones_[use].tolist(),
                "opacity": 1,
                "line": {"width": 2.5, "color": tones_[use].tolist()},
            },
        )


def ring(events: pd.DataFrame, placed: Placed, view: View) -> Iterator[Trace]:
    """Draw a ring around the event in focus."""
    use = (events["event_id"] == view.chosen).to_numpy()
    if use.any():
        yield _unnamed(
            "markers",
            x=_iso(placed.x[use]),
            y=placed.y[use],
            marker={
                "symbol": "circle-open",
                "size": sizes(events)[use] + 12,
                "color": ground(dark=view.dark).ink,
                "opacity": 1,
                "line": {"width": 2},
            },
        )


def legend(events: pd.DataFrame, lanes: Sequence[str], view: View) -> Iterator[Trace]:
    """Say what the marks mean: the families, or of one family the kinds that its lanes do not name; then the fills."""
    kinds = [k for k in KINDS if (events["kind"] == k).any()]
    families = dict.fromkeys(KINDS[k].family for k in kinds)
    if len(families) > 1:
        for family in families:
            tone = FAMILIES[family].dark if view.dark else FAMILIES[family].light
            yield _entry(family, Mark("circle", tone))
    elif len(set(zip(lanes, events["kind"], strict=True))) > len(set(lanes)):
        for kind in kinds:
            yield _entry(KINDS[kind].label, Mark(symbol(kind, Status.HAPPENED), colour(kind, dark=view.dark)))
    yield from _fills(events, ground(dark=view.dark).quiet)


def _fills(events: pd.DataFrame, quiet: str) -> Iterator[Trace]:
    shown = set(events["status"]) - {Status.ONGOING}
    for status, look in STATUSES.items():
        if status in shown:
            plain = "circle-open" if look.outlined else "circle"
            mark = Mark(_IN_LEGEND.get(look.stroke, plain), quiet, look.line, look.opacity)
            yield _entry(status.capitalize(), mark)
    if events["disagreements"].map(bool).any():
        yield _entry("Contested", Mark("line-ns-open", quiet, 2))


class Mark(NamedTuple):
    """A mark of the legend."""

    symbol: str
    tone: str
    line: float = 0
    opacity: float = 1


def _entry(name: str, mark: Mark) -> Trace:
    return {
        "type": "scatter",
        "x": [None],
        "y": [None],
        "mode": "markers",
        "name": name,
        "hoverinfo": "skip",
        "marker": {
            "symbol": mark.symbol,
            "size": 11,
            "color": mark.tone,
            "opacity": mark.opacity,
            "line": {"width": mark.line, "color": mark.tone},
        },
    }
