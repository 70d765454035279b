"""The names on a map of a part of the world: countries on the ground, places beside their marks where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from dashlib.charts.basemap import detail_of, paths, span_px
from dashlib.charts.mercator import Window, northing
from dashlib.charts.pins import reach_px
from dashlib.charts.spots import Group
from dashlib.charts.style import View, ground, translucent
from dashlib.codebook.countries import country_centres, country_name
from dashlib.codebook.outline import Detail
from dashlib.types import PlacePrecision

__all__ = ["countries", "places"]

_COUNTRY_PX = (110, 2600)  # a country is named where it is neither a speck nor the whole of the map
_LETTER_PX, _LINE_PX, _MOST = 6.4, 15, 30


class _Box(NamedTuple):
    """What takes up room on the map, in pixels: where it begins, the middle of its height, how wide and high it is."""

    left: float
    middle: float
    width: float
    height: float

    def crosses(self, other: "_Box") -> bool:
        apart = self.left + self.width < other.left or other.left + other.width < self.left
        return not apart and abs(self.middle - other.middle) < (self.height + other.height) / 2


def _labelled(made: Iterable[Group], window: Window) -> Iterator[tuple[float, float, str]]:
    """Give (x, y, name) of the places that are named: the busiest first, as far as names cross nothing."""
    shown = sorted(filter(window.grown(0.3).holds, made), key=lambda g: -len(g.rows))
    reach = [reach_px(g, window) for g in shown]
    at = [(g.x * window.scale, g.y * window.scale) for g in shown]
    taken = [_Box(x - r, y, 2 * r, 2 * r) for (x, y), r in zip(at, reach, strict=True)]
    named = 0
    for group, (x, y), r in zip(shown, at, reach, strict=True):
        text = _name(group)
        box = _Box(x + r + 1, y, _LETTER_PX * len(text), _LINE_PX)
        if text and named < _MOST and not any(map(box.crosses, taken)):
            named += 1
            taken.append(box)
            yield (x + r + 3) / window.scale, group.y, text


def _name(group: Group) -> str:
    """Give the name of a group of one place; countries have theirs on the ground already."""
    names = {s.name for s in group.spots if s.precision != PlacePrecision.COUNTRY}
    return names.pop() if len(names) == 1 and len({s.name for s in group.spots}) == 1 else ""


def _text(at: Sequence[tuple[float, float]], text: Sequence[str], font: dict[str, object], **more: str) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in at],
        y=[y for _, y in at],
        text=[escape(t) for t in text],
        mode="text",
        hoverinfo="skip",
        showlegend=False,
        textfont=font,
        **more,
    )


def places(made: Sequence[Group], window: Window, view: View) -> go.Scatter:
    """Name places beside their marks."""
    named = list(_labelled(made, window)) if detail_of(window) is Detail.PART else []
    tones = ground(dark=view.dark)
    font = {"size": 12, "color": tones.ink, "shadow": f"0 0 3px {tones.paper}, 0 0 3px {tones.paper}"}
    return _text([(x, y) for x, y, _ in named], [n for *_, n in named], font, textposition="middle right")


def countries(window: Window, view: View) -> go.Scatter:
    """Name the countries that are large enough."""
    shown = paths(window) if detail_of(window) is Detail.PART else {}
    centres = country_centres()
    wide = [c for c in shown if c in centres and _COUNTRY_PX[0] < span_px(c, window) < _COUNTRY_PX[1]]
    at = [(centres[c][1], float(northing(centres[c][0]))) for c in wide]
    font = {"size": 10, "color": translucent(ground(dark=view.dark).quiet, 0.75)}
    return _text(at, [country_name(c).upper() for c in wide], font)
