"""The map as a tab of a page: parts of the world to choose, a box or a number to come closer, marks to open."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashlib import charts
from dashlib.charts.mercator import PHONE, SCREEN, Window, extent_of, window_of
from dashlib.charts.spots import Spot, fit, located, places, spots
from dashlib.codebook.areas import Extent, areas
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import state, tabs
from dashlib.wording import counted, joined

__all__ = ["MAP"]

_NAME = "Map"
_AREA, _BOX = "area", "box"
_KEPT = "dashlib box"
_CLOSEST, _WIDEST = 0.6, 360.0  # degrees of longitude
_STEP = 0.25  # of the window, on each side
_NEARER = 0.8  # of the window: a group that fills more of it is listed, for coming closer would not part it
_CLICK = 0.004  # of the window: a smaller box is a click that slipped
_CONFIG = tabs.CONFIG | {"modeBarButtonsToRemove": ["lasso2d", "zoom2d", "zoomIn2d", "zoomOut2d", "autoScale2d"]}
_ALL = Window(-168, -58, 180, 108)


def _box() -> Window | None:
    """Give the part of the world that the address or this visit asks for, or None; what cannot be is left aside."""
    text = str(st.query_params.get(_BOX, st.session_state.get(_KEPT, "")))
    try:
        extent = Extent(*(float(edge) for edge in text.split(",")))
    except (ValueError, TypeError):
        return None
    sound = -360 <= extent.west < extent.east <= 360 and -90 <= extent.south < extent.north <= 90
    return window_of(extent) if sound else None


def _turn(window: Window | None) -> None:
    """Turn the map to a window, or back to the area with None; the address follows, and a drawn box is forgotten."""
    if window is None:
        st.session_state.pop(_KEPT, None)
        st.query_params.pop(_BOX, None)
    else:
        text = ",".join(f"{edge:.3f}" for edge in extent_of(window))
        st.session_state[_KEPT] = st.query_params[_BOX] = text
    state.forget("chart")


def _window(found: Sequence[Spot]) -> Window:
    area = areas().get(str(st.session_state.get(_AREA) or st.query_params.get(_AREA, "")))
    window = _box() or (window_of(area) if area else fit(found) or _ALL)
    return window._replace(screen=PHONE if tabs.on_phone() else SCREEN)


def _controls(window: Window) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.pills(
            "Part of the world",
            list(areas()),
            key=_AREA,
            on_change=_turn,
            args=(None,),
            label_visibility="collapsed",
            bind="query-params",
            persist_state="session",
        )
        for label, icon, to, off in (
            ("Closer", "zoom_in", window.grown(-_STEP), window.width <= _CLOSEST),
            ("Wider", "zoom_out", window.grown(2 * _STEP), window.width >= _WIDEST / 2),
            ("Back", "undo", None, _box() is None),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                type="tertiary",
                key=f"map {label}",
                disabled=off,
                on_click=_turn,
                args=(to,),
            )


def _draw(shown: Frames, filters: Filters) -> None:
    events = shown.events
    found = spots(events)
    window = _window(found)
    _controls(window)
    key = state.key("chart", _NAME)
    st.plotly_chart(
        charts.atlas(events, state.view(filters), window),
        theme=None,
        key=key,
        config=_CONFIG,
        alt=_in_words(events, found),
        selection_mode=("points", "box"),
        on_select=partial(_picked, key, window, events),
    )
    st.caption(_caption(events))
    tabs.listing(_NAME)
    tabs.rows("Places", places(events))


def _in_words(events: pd.DataFrame, found: Sequence[Spot]) -> str:
    busiest = [f"{s.name} ({len(s.rows)})" for s in found[:5]]
    number = int(located(events).sum())
    said = f"Map of {counted(number, 'event')} at {counted(len(found), 'place')}"
    return f"{said}; most at {joined(busiest)}" if busiest else said


def _caption(events: pd.DataFrame) -> str:
    without = int((~located(events)).sum())
    how = (
        "A number stands for several events: click it to come closer, or draw a box with the tool at the edge. A pale area "
        "or a ring is as much as is said of the place: somewhere in it; a dotted edge is only about how far it reaches."
    )
    if not without:
        return how
    verb = "has" if without == 1 else "have"
    return f"{counted(without, 'event')} of {len(events):,} {verb} no place and cannot stand on the map. {how}"


def _picked(key: str, window: Window, events: pd.DataFrame) -> None:
    """Follow a box, a mark or a number that was picked on the map."""
    selection: Any = st.session_state[key]["selection"]
    if drawn := _drawn(selection.get("box", [])):
        if drawn.width > _CLICK * window.width:
            _turn(drawn)
        return
    ids = [i for p in selection["points"] if p.get("customdata") for i in str(p["customdata"][0]).split()]
    group = events[events["event_id"].isin(ids)]
    closer = fit(spots(group)) if len(group) > 1 and not _one_place(group) else None
    if closer and closer.width < _NEARER * window.width and window.width > _CLOSEST:
        _turn(closer)
    else:
        tabs.keep_list(_NAME, list(dict.fromkeys(ids)))


def _one_place(group: pd.DataFrame) -> bool:
    return len(group[["latitude", "longitude"]].drop_duplicates()) == 1


def _drawn(boxes: Sequence[Any]) -> Window | None:
    if not boxes:
        return None
    (west, east), (south, north) = sorted(boxes[0]["x"]), sorted(boxes[0]["y"])
    return Window(float(west), float(south), float(east), float(north))


MAP = tabs.Tab(_NAME, _draw)
