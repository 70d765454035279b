"""The network of who deals with whom: nodes are actors, lines grow with the events between two, coloured by balance."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, ground, layout
from dashlib.charts.tones import BALANCES, balance_of, balance_tone
from dashlib.wording import counted

__all__ = ["MOST_LABELS", "MOST_LINES", "drawn", "network"]

MOST_LINES, MOST_LABELS = 50, 40
_SEED = 20
_HEIGHT = 620
_SHAPES = {"person": "circle", "state": "square", "government": "square"}
_OTHER = "diamond"
_NAMES = {"circle": "Person", "square": "State", _OTHER: "Force, group or organisation"}
_TONES = {BALANCES[0]: -1.0, BALANCES[1]: 0.0, BALANCES[2]: 1.0}
_SHARE = 0.62  # right edge of the largest part, where there are others
_LETTER, _LINE, _EDGE = 0.0135, 0.05, 1.12  # a letter's width, a line's height, the edge of the chart
Places = Mapping[str, tuple[float, float]]
Box = tuple[float, float, float, float]


class _Side(NamedTuple):
    """A side of a node: plotly's name for it, where the label's middle stands, in parts of its width and in heights."""

    name: str
    across: float
    up: float

    def box(self, x: float, y: float, width: float) -> Box:
        """Give the room that a label takes: left, bottom, right, top."""
        x, y = x + self.across * (width / 2 + 0.03), y + self.up * _LINE
        return x - width / 2, y - _LINE / 2, x + width / 2, y + _LINE / 2


_SIDES = (
    _Side("top center", 0, 1.1), _Side("bottom center", 0, -1.1), _Side("middle right", 1, 0), _Side("middle left", -1, 0),
)  # fmt: skip


def drawn(totals: pd.DataFrame) -> pd.DataFrame:
    """Give the pairs that `network` draws: the busiest, as rows of `query.pairs.totals`."""
    return totals.head(MOST_LINES)


def network(
    totals: pd.DataFrame, view: View, *, types: Mapping[str, str], centre: str = "", labels: int = MOST_LABELS
) -> go.Figure:
    """Draw the busiest pairs. `types` gives the type of an actor, `centre` is the one to point out.

    At most `labels` names are written beside the nodes, as many as have room, the centre's and the busiest first.
    The layout depends on the pairs only. A node's first customdata is the actor's name, a line's are both names.
    """
    if totals.empty:
        return empty_chart(view)
    edges = drawn(totals)
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, np.log2(n + 1)) for a, b, n in edges[["one", "other", "events"]].to_numpy())
    places = _placed(graph)
    figure = go.Figure(
        [*_lines(edges, places, view), _middles(edges, places), *_nodes(edges, places, view, types, centre, labels)]
    )
    figure.update_layout(layout(dark=view.dark, height=_HEIGHT), hovermode="closest")
    hidden = {"visible": False, "type": "linear", "range": [-1.12, 1.12]}
    figure.update_layout(xaxis=hidden, yaxis=hidden, margin={"t": 52, "b": 8, "l": 4, "r": 4})
    return figure


def _placed(graph: nx.Graph) -> Places:
    """Lay the largest part of the graph out, and the small parts in a column beside it; all within -1 to 1."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    places = _fitted(graph.subgraph(sorted(parts[0])), (-1, -1, _SHARE if len(parts) > 1 else 1, 1))
    height = 2 / max(1, len(parts) - 1)
    for n, part in enumerate(parts[1:]):
        top = 1 - n * height
        places |= _fitted(graph.subgraph(sorted(part)), (_SHARE + 0.14, top - height * 0.8, 0.96, top - height * 0.2))
    return places


def _fitted(part: nx.Graph, box: tuple[float, float, float, float]) -> dict[str, tuple[float, float]]:
    """Lay a connected graph out within a box (left, bottom, right, top)."""
    raw = nx.spring_layout(part, k=2.6 / np.sqrt(len(part)), iterations=150, seed=_SEED)
    spots = np.array(list(raw.values()))
    ranks = np.argsort(np.argsort(spots, axis=0), axis=0) / max(1, len(spots) - 1)
    size = np.maximum(np.ptp(spots, axis=0), 1e-9)
    spread = ((spots - spots.min(axis=0)) / size + ranks) / 2  # ranks pull apart what would stand on top of each other
    low, high = np.array(box[:2]), np.array(box[2:])
    return {n: (float(x), float(y)) for n, (x, y) in zip(raw, low + spread * (high - low), strict=True)}


def _lines(edges: pd.DataFrame, places: Places, view: View) -> Iterator[go.Scatter]:
    """Draw the lines: a trace a word of balance and width, and one of each word for the legend."""
    words = edges["balance"].map(balance_of)
    widths = np.clip(np.round(1 + 1.4 * np.log2(edges["events"].to_numpy())), 1, 8)
    for word in BALANCES:
        tone = balance_tone(_TONES[word], view)
        if not (words == word).any():
            continue
        for width in np.unique(widths[words == word]):
            xs, ys = _segments(edges[(words == word) & (widths == width)], places)
            yield go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                line={"color": tone, "width": width},
                opacity=0.75,
                hoverinfo="skip",
                showlegend=False,
            )
        yield go.Scatter(x=[None], y=[None], mode="lines", name=word, line={"color": tone, "width": 4})


def _segments(edges: pd.DataFrame, places: Places) -> tuple[list[float | None], list[float | None]]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for one, other in zip(edges["one"], edges["other"], strict=True):
        xs += [places[one][0], places[other][0], None]
        ys += [places[one][1], places[other][1], None]
    return xs, ys


def _middles(edges: pd.DataFrame, places: Places) -> go.Scatter:
    """Put points that cannot be seen on the middles of the lines, for hovering and clicking."""
    rows = edges[["one", "other", "events", "cooperation", "conflict"]].itertuples(index=False)
    said = [
        f"<b>{escape(a)} – {escape(b)}</b><br>{counted(n, 'event')}: {good} of cooperation, {bad} of conflict"
        for a, b, n, good, bad in rows
    ]
    ends = [(places[a], places[b]) for a, b in zip(edges["one"], edges["other"], strict=True)]
    return go.Scatter(
        x=[(a[0] + b[0]) / 2 for a, b in ends],
        y=[(a[1] + b[1]) / 2 for a, b in ends],
        mode="markers",
        marker={"size": 14, "opacity": 0},
        customdata=[[a, b, text] for a, b, text in zip(edges["one"], edges["other"], said, strict=True)],
        hovertemplate="%{customdata[2]}<extra></extra>",
        showlegend=False,
    )


def _nodes(
    edges: pd.DataFrame, places: Places, view: View, types: Mapping[str, str], centre: str, most: int
) -> Iterator[go.Scatter]:
    tones = ground(dark=view.dark)
    events = edges.groupby("one")["events"].sum().add(edges.groupby("other")["events"].sum(), fill_value=0)
    labels = _labels([centre, *events.sort_values(ascending=False, kind="stable").index][:most], places)
    shape = {name: _SHAPES.get(types.get(name, ""), _OTHER) for name in places}
    for symbol in dict.fromkeys(shape.values()):
        names = [n for n in places if shape[n] == symbol]
        yield go.Scatter(
            x=[places[n][0] for n in names],
            y=[places[n][1] for n in names],
            mode="markers+text",
            name=_NAMES[symbol],
            text=[escape(n) if n in labels else "" for n in names],
            textposition=[labels.get(n, _SIDES[0].name) for n in names],
            textfont={"size": 12, "color": tones.ink},
            marker={
                "symbol": symbol,
                "size": [9 + 2.6 * np.sqrt(events[n]) for n in names],
                "color": [tones.ink if n == centre else tones.quiet for n in names],
                "opacity": 1,
                "line": {"width": 2, "color": tones.paper},
            },
            customdata=[[n, f"{escape(n)}: {counted(int(events[n]), 'event')} on these lines"] for n in names],
            hovertemplate="%{customdata[1]}<extra></extra>",
            selected={"marker": {"opacity": 1}, "textfont": {"color": tones.ink}},
            unselected={"marker": {"opacity": 1}, "textfont": {"color": tones.ink}},
        )


def _labels(ranked: list[str], places: Places) -> dict[str, str]:
    """Give where the label of a node stands (plotly's words), the important first; one without room has none."""
    taken = [(x - 0.015, y - 0.02, x + 0.015, y + 0.02) for x, y in places.values()]
    found: dict[str, str] = {}
    for name in (n for n in dict.fromkeys(ranked) if n in places):
        for side in _SIDES:
            box = side.box(*places[name], len(name) * _LETTER)
            if abs(box[0]) <= _EDGE and abs(box[2]) <= _EDGE and not any(_overlap(box, other) for other in taken):
                found[name] = side.name
                taken.append(box)
                break
    return found


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
