"""The marks of the map: a kind's mark for one event, a disc with a number and the shares of the families for several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.basemap import detail_of
from dashlib.charts.mercator import Window
from dashlib.charts.spots import BROAD, Group
from dashlib.charts.style import STATUSES, View, colour, ground, sizes, symbol, translucent
from dashlib.codebook import FAMILIES, KINDS
from dashlib.codebook.outline import Detail
from dashlib.wording import counted, joined, when

__all__ = ["draw", "fans", "pies", "reach_px", "tone_of"]

_FANNED = 6
_SHRUNK = 0.85
_FAN_PX = 15
_RIM_PX, _HALO_PX = 4, 5
_SMALLEST, _LARGEST = 20, 46
_ARC = 40  # corners of a full circle
_SPLIT = "line-ns-open"


class Pin(NamedTuple):
    """The mark of one event: its row of the frame, where it stands, whether its place is an area."""

    row: int
    x: float
    y: float
    broad: bool


def tone_of(events: pd.DataFrame, rows: Sequence[int], view: View) -> str:
    """Give the colour of the family to which most of the events belong."""
    family = FAMILIES[next(iter(_families(events, rows)))]
    return family.dark if view.dark else family.light


def _families(events: pd.DataFrame, rows: Sequence[int]) -> Mapping[str, int]:
    """Count the events of each family, the largest first."""
    kinds = events["kind"].array
    return dict(Counter(KINDS[kinds[r]].family for r in rows).most_common())


def fans(group: Group, window: Window) -> bool:
    """Tell whether a group shows its events one by one: few, all at one place, on a map of a part of the world."""
    near = detail_of(window) is Detail.PART or len(group.rows) == 1
    return len(group.spots) == 1 and len(group.rows) <= _FANNED and near


def _pins(made: Iterable[Group], window: Window) -> Iterator[Pin]:
    """Give the marks of single events; those of one place stand around it."""
    for group in made:
        if fans(group, window):
            spot, n = group.spots[0], len(group.rows)
            away = _FAN_PX / window.scale if n > 1 else 0.0
            for i, row in enumerate(spot.rows):
                turn = 2 * np.pi * i / n
                x, y = spot.x + away * np.sin(turn), spot.y + away * np.cos(turn)
                yield Pin(row, float(x), float(y), spot.precision in BROAD)


def draw(events: pd.DataFrame, made: Sequence[Group], window: Window, view: View) -> Iterator[go.Scatter]:
    """Draw all marks, what lies below first."""
    singles = list(_pins(made, window))
    several = [g for g in made if not fans(g, window)]
    yield from _centres(made, window, view)
    yield from _halos(events, singles, view)
    yield from _marks(events, singles, view)
    yield from _strokes(events, singles, view)
    yield from _discs(events, several, view)
    yield from _ring(events, singles, several, view)


def _size(events: pd.DataFrame, singles: Sequence[Pin]) -> list[float]:
    grown = sizes(events.iloc[[p.row for p in singles]])
    return [float(size) * (_SHRUNK if p.broad else 1) for size, p in zip(grown, singles, strict=True)]


def _centres(made: Iterable[Group], window: Window, view: View) -> Iterator[go.Scatter]:
    """Dot the place around which several marks stand."""
    at = [(g.x, g.y) for g in made if fans(g, window) and len(g.rows) > 1]
    yield _plain(at, {"symbol": "circle", "size": 4, "color": ground(dark=view.dark).quiet})


def _halos(events: pd.DataFrame, singles: Sequence[Pin], view: View) -> Iterator[go.Scatter]:
    """Lay the colour of the paper under each mark, so that it stands out from an area of its own colour."""
    yield _plain(
        [(p.x, p.y) for p in singles],
        {
            "symbol": "circle",
            "size": [size + _HALO_PX for size in _size(events, singles)],
            "color": translucent(ground(dark=view.dark).paper, 0.85),
        },
    )


def _plain(at: Sequence[tuple[float, float]], marker: Mapping[str, Any]) -> go.Scatter:
    """Give marks that say nothing when pointed at."""
    return go.Scatter(
        x=[x for x, _ in at],
        y=[y for _, y in at],
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker={"opacity": 1, "line": {"width": 0}} | dict(marker),
    )


def _hover(event: pd.Series) -> list[str]:
    broad = event["place_precision"] in BROAD
    where = f"somewhere in {event['place']}" if broad else event["place"]
    dated = when(event["date_start"], event["date_end"], event["date_precision"])
    return [
        event["event_id"],
        escape(event["title"]),
        " · ".join([dated, event["status"], escape(where)]),
        f"Reported by {counted(int(event['independent_sources']), 'independent source')}",
    ]


def _marks(events: pd.DataFrame, singles: Sequence[Pin], view: View) -> Iterator[go.Scatter]:
    rows = events.iloc[[p.row for p in singles]]
    looks = [STATUSES[s] for s in rows["status"]]
    base = [colour(k, dark=view.dark) for k in rows["kind"]]
    tones = [t if look.opacity == 1 else translucent(t, look.opacity) for t, look in zip(base, looks, strict=True)]
    symbols = [symbol(k, s) for k, s in zip(rows["kind"], rows["status"], strict=True)]
    widths = [4 if s.startswith("line-") else look.line for s, look in zip(symbols, looks, strict=True)]
    yield go.Scatter(
        x=[p.x for p in singles],
        y=[p.y for p in singles],
        mode="markers",
        showlegend=False,
        customdata=[_hover(row) for _, row in rows.iterrows()],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
        marker={
            "symbol": symbols,
            "size": _size(events, singles),
            "color": tones,
            "opacity": 1,
            "line": {"width": widths, "color": tones},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _strokes(events: pd.DataFrame, singles: Sequence[Pin], view: View) -> Iterator[go.Scatter]:
    """Lay strokes over cancelled and denied events, and a split over contested ones."""
    rows, size = events.iloc[[p.row for p in singles]], _size(events, singles)
    stroke = [STATUSES[s].stroke for s in rows["status"]]
    split = [bool(d) and not s for d, s in zip(rows["disagreements"], stroke, strict=True)]
    use = [i for i, s in enumerate(stroke) if s or split[i]]
    paper = ground(dark=view.dark).paper
    tones = [paper if split[i] else colour(rows["kind"].iloc[i], dark=view.dark) for i in use]
    yield _plain(
        [(singles[i].x, singles[i].y) for i in use],
        {
            "symbol": [stroke[i] or _SPLIT for i in use],
            "size": [size[i] * (0.8 if split[i] else 1.3) for i in use],
            "color": tones,
            "line": {"width": 2.5, "color": tones},
        },
    )


def _diameter(number: int) -> float:
    return float(min(_LARGEST, _SMALLEST + 4 * np.log2(max(number, 2) / 2)))


def _said(events: pd.DataFrame, several: Iterable[Group]) -> Iterator[list[str]]:
    """Give the ids of each group and what is said of it: how many where, of which kinds."""
    ids, kinds = events["event_id"].tolist(), events["kind"].tolist()
    for group in several:
        counts = Counter(kinds[r] for r in group.rows).most_common()
        of_kinds = [counted(n, KINDS[k].label.lower(), KINDS[k].plural) for k, n in counts[:4]]
        names = list(dict.fromkeys(s.name for s in group.spots))
        where = joined(names) if len(names) < 4 else f"{', '.join(names[:3])} and {len(names) - 3} more places"
        yield [
            " ".join(ids[r] for r in group.rows),
            escape(f"{counted(len(group.rows), 'event')} in {where}"),
            ", ".join(of_kinds) + (" …" if len(counts) > len(of_kinds) else ""),
        ]


def _discs(events: pd.DataFrame, several: Sequence[Group], view: View) -> Iterator[go.Scatter]:
    tones = ground(dark=view.dark)
    yield go.Scatter(
        x=[g.x for g in several],
        y=[g.y for g in several],
        mode="markers+text",
        text=[f"{len(g.rows):,}" for g in several],
        textfont={"size": 11, "color": tones.ink, "weight": 600},
        showlegend=False,
        customdata=list(_said(events, several)),
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        marker={
            "symbol": "circle",
            "size": [_diameter(len(g.rows)) for g in several],
            "color": "rgba(0,0,0,0)",
            "line": {"width": 0},
        },
        selected={"textfont": {"color": tones.ink}},
        unselected={"textfont": {"color": tones.ink}},
    )


def pies(events: pd.DataFrame, made: Iterable[Group], window: Window, view: View) -> Iterator[Mapping[str, Any]]:
    """Give the discs as shapes: a wedge a family, as large as its share, and the paper for the number on them.

    In units of the map: shapes in pixels make plotly.js (4.2) tell the corners of a box that is drawn in pixels, too.
    """
    paper = ground(dark=view.dark).paper
    for group in made:
        if fans(group, window):
            continue
        inner = _diameter(len(group.rows)) / 2 / window.scale
        outer, begin, total = inner + _RIM_PX / window.scale, 0.0, len(group.rows)
        for name, number in _families(events, group.rows).items():
            end = begin + number / total
            tone = FAMILIES[name].dark if view.dark else FAMILIES[name].light
            path = {"type": "path", "path": _wedge(group, begin, end, outer), "fillcolor": tone}
            yield path | {"layer": "between", "line": {"width": 1, "color": paper}}
            begin = end
        corners = {"x0": group.x - inner, "x1": group.x + inner, "y0": group.y - inner, "y1": group.y + inner}
        yield {"type": "circle", "layer": "between", "fillcolor": paper, "line": {"width": 0}} | corners


def _wedge(at: Group, begin: float, end: float, radius: float) -> str:
    turns = 2 * np.pi * np.linspace(begin, end, max(2, round((end - begin) * _ARC) + 1))
    corners = [f"{at.x + radius * np.sin(t):.4f},{at.y + radius * np.cos(t):.4f}" for t in turns]
    start = [] if end - begin >= 1 else [f"{at.x:.4f},{at.y:.4f}"]
    return f"M{'L'.join([*start, *corners])}Z"


def reach_px(group: Group, window: Window) -> float:
    """Give how many pixels the marks of a group reach around its place."""
    if not fans(group, window):
        return _diameter(len(group.rows)) / 2 + _RIM_PX
    return 8.0 if len(group.rows) == 1 else _FAN_PX + 7.0


def _ring(events: pd.DataFrame, singles: Sequence[Pin], several: Sequence[Group], view: View) -> Iterator[go.Scatter]:
    """Draw a ring around the event in focus, or around the group that holds it."""
    ids = events["event_id"].to_numpy()
    size = _size(events, singles)
    at = [(p.x, p.y, size[i] + 12) for i, p in enumerate(singles) if ids[p.row] == view.chosen]
    at += [
        (g.x, g.y, _diameter(len(g.rows)) + 2 * _RIM_PX + 8)
        for g in several
        if any(ids[r] == view.chosen for r in g.rows)
    ]
    if at:
        ink = ground(dark=view.dark).ink
        line = {"width": 2, "color": ink}
        yield _plain(
            [(x, y) for x, y, _ in at],
            {"symbol": "circle-open", "size": [s for *_, s in at], "color": ink, "line": line},
        )
