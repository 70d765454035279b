"""One language of marks for every chart: colour is the family, shape the kind, fill the status, size the sources."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.codebook import FAMILIES, KINDS
from dashlib.codebook.kinds import VERBAL_CONFLICT
from dashlib.types import Period, Status

__all__ = [
    "DARK",
    "LIGHT",
    "STATUSES",
    "Ground",
    "Look",
    "Period",
    "View",
    "colour",
    "contrast",
    "ground",
    "layout",
    "sizes",
    "symbol",
    "translucent",
]


class Ground(NamedTuple):
    """The colours that carry no meaning: paper, text, quiet text, hairlines."""

    paper: str
    ink: str
    quiet: str
    line: str


class View(NamedTuple):
    """How a chart is looked at: the day that counts as today, the days asked for, the ground, the event in focus.

    `periods` are drawn as bands behind the marks. `moving` says that the days asked for are a window that moves: lanes
    and heights then stay as they are for all events.
    """

    today: dt.date
    since: dt.date | None = None
    until: dt.date | None = None
    dark: bool = False
    chosen: str = ""
    periods: tuple[Period, ...] = ()
    moving: bool = False


class Look(NamedTuple):
    """How a status is drawn: the width of the outline (0: filled), how opaque, the stroke over it (a plotly symbol)."""

    line: float
    opacity: float
    stroke: str

    @property
    def outlined(self) -> bool:
        """Whether the mark is hollow."""
        return self.line > 0


LIGHT = Ground("#ffffff", "#22272e", "#626b77", "#e6e9ee")
DARK = Ground("#0f1319", "#e6e9ee", "#9aa4b1", "#2a313b")
STATUSES: Mapping[str, Look] = {
    Status.HAPPENED: Look(0, 1, ""),
    Status.ONGOING: Look(0, 1, ""),
    Status.PLANNED: Look(2.25, 1, ""),
    Status.POSSIBLE: Look(1.25, 0.8, ""),
    Status.CANCELLED: Look(2.25, 1, "line-ne-open"),
    Status.DENIED: Look(2.25, 1, "x-thin-open"),
}
_VERBAL_TINT = 0.2
_EDGE = 0.008  # of the days shown
_SMALL = frozenset({"circle-dot"})
_FONT = '"Source Sans", "Source Sans 3", "Segoe UI", Roboto, Helvetica, Arial, sans-serif'


def ground(*, dark: bool) -> Ground:
    """Give the ground of a theme."""
    return DARK if dark else LIGHT


def _rgb(colour_: str) -> tuple[int, int, int]:
    return int(colour_[1:3], 16), int(colour_[3:5], 16), int(colour_[5:7], 16)


def translucent(colour_: str, opacity: float) -> str:
    """Give a colour as `rgba()`."""
    return f"rgba({', '.join(map(str, _rgb(colour_)))}, {opacity:g})"


def colour(kind: str, *, dark: bool) -> str:
    """Give the colour of a kind: its family's, in a lighter tone where the kind is a verbal conflict."""
    family, paper = FAMILIES[KINDS[kind].family], ground(dark=dark).paper
    base = family.dark if dark else family.light
    if kind not in VERBAL_CONFLICT:
        return base
    mixed = (round(a + (b - a) * _VERBAL_TINT) for a, b in zip(_rgb(base), _rgb(paper), strict=True))
    return "#" + "".join(f"{c:02x}" for c in mixed)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour_: str) -> float:
        parts = [c / 255 for c in _rgb(colour_)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def symbol(kind: str, status: str) -> str:
    """Give the plotly symbol of a kind in a status."""
    base = "circle" if KINDS[kind].symbol in _SMALL else KINDS[kind].symbol
    return f"{base}-open" if STATUSES[status].outlined or base.startswith("line-") else base


def sizes(events: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Give the size of each mark in pixels: it grows with the logarithm of the independent sources."""
    small = events["kind"].map(lambda k: KINDS[k].symbol in _SMALL).to_numpy(dtype=bool)
    grown = 11 + 3.2 * np.log2(np.clip(events["independent_sources"].to_numpy(dtype=float), 1, 16))
    star = (events["kind"] == "summit").to_numpy()
    sized: npt.NDArray[np.float64] = np.where(small, grown * 0.75, np.where(star, grown * 1.25, grown))
    return sized


def layout(*, dark: bool, height: int, span: tuple[dt.date, dt.date] | None = None, **more: Any) -> dict[str, Any]:
    """Give the layout that all charts share: transparent paper, our font, quiet axes, a date axis over `span`."""
    tones = ground(dark=dark)
    axis = {"gridcolor": tones.line, "linecolor": tones.line, "zeroline": False, "ticks": "", "fixedrange": False}
    base: dict[str, Any] = {
        "height": height,
        "margin": {"l": 10, "r": 20, "t": 44, "b": 36},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": _FONT, "size": 13, "color": tones.ink},
        "hoverlabel": {
            "bgcolor": tones.paper,
            "bordercolor": tones.line,
            "align": "left",
            "font": {"family": _FONT, "size": 13, "color": tones.ink},
        },
        "xaxis": {**axis, "type": "date", "tickangle": 0, "tickfont": {"color": tones.quiet, "size": 12}},
        "yaxis": {**axis, "automargin": True},
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "font": {"color": tones.quiet, "size": 12},
            "itemwidth": 30,
            "itemsizing": "constant",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        # What Streamlit would set otherwise in a second drawing: see docs/app.md, "How it is made".
        "dragmode": "pan",
        "clickmode": "event+select",
        "hovermode": "closest",
        "uirevision": "kept",
    }
    if span is not None:
        base["xaxis"]["range"] = _axis(*span)
    return base | more


def _axis(start: dt.date, end: dt.date) -> list[str]:
    """Give the ends of an axis that shows both days whole, with room for half a mark at either end."""
    first = dt.datetime.combine(start, dt.time.min)
    last = dt.datetime.combine(end, dt.time.min) + dt.timedelta(1)
    room = (last - first) * _EDGE
    return [at.isoformat(" ", "minutes") for at in (first - room, last + room)]
